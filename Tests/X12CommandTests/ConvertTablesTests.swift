import Foundation
import Testing
import X12TestSupport

@Suite("x12 convert --to csv")
struct ConvertTablesTests {
    @Test("several files become the tables of one folder, which its owner alone may read")
    func tables() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a", Inputs.payment.utf8)
        try program.put("b", Inputs.claim.utf8)
        let run = try program.run("convert", "--to", "csv", "-o", "tables", "a", "b")
        #expect(run.status == 0)
        #expect(run.errors == "")
        let folder = program.folder.appending(path: "tables")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.count == 10)
        #expect(names.contains("payments.csv") && names.contains("claim-lines.csv"))
        for name in names + ["."] {
            let path = folder.appending(path: name).path
            let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect((rights ?? 0) & 0o077 == 0, "\(name)")
        }
        let claims = String(decoding: try program.bytes("tables/claim-payments.csv"), as: UTF8.self)
        #expect(
            claims.contains("000000101-1-1,000000101-1,EFT20260310,payment,PCN0001,1,paid as primary,180,125")
        )
    }

    @Test("tables of an earlier run never stay beside new ones: they are replaced, or refused, or removed")
    func earlierTables() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a", Inputs.payment.utf8)
        try program.put("b", Inputs.claim.utf8)
        let folder = program.folder.appending(path: "tables").path
        let arguments = ["convert", "--to", "csv", "-o", "tables"]
        #expect(try program.run(arguments + ["a", "b"]).status == 0)
        #expect(try program.run(arguments + ["a", "b"]).status == 0)
        let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let claims = try program.bytes("tables/claims.csv")
        let other = Inputs.claim.replacing("PCN0001", with: "PCN0077")
        try program.put("c", other.utf8)
        let refused = try program.run(arguments + ["c"])
        #expect(refused.status == 64)
        #expect(refused.errors.contains("payments.csv") && refused.errors.contains("--replace"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == before)
        #expect(try program.bytes("tables/claims.csv") == claims)
        try program.put("tables/notes.csv", "mine".utf8)
        #expect(try program.run(arguments + ["--replace", "c"]).status == 0)
        let after = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(after.contains("claims.csv") && after.contains("notes.csv"))
        #expect(!after.contains("payments.csv") && !after.contains("claim-payments.csv"))
        #expect(String(decoding: try program.bytes("tables/claims.csv"), as: UTF8.self).contains("PCN0077"))
        #expect(try program.run("convert", "--to", "json", "--replace", "c").status == 64)
    }

    @Test("when one file cannot be read there are no tables at all")
    func allOrNothing() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a", Inputs.payment.utf8)
        try program.put("b", Array("no X12".utf8))
        let run = try program.run("convert", "--to", "csv", "-o", "tables", "a", "b")
        #expect(run.status == 65)
        #expect(run.errors.contains("no table was written"))
        let folder = program.folder.appending(path: "tables")
        #expect((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] == [])
    }

    @Test("segments around the claims that fit no table are counted")
    func strangers() throws {
        let program = try Program()
        defer { program.remove() }
        let text = Inputs.claim.replacing("HL*1**20*1~", with: "ZZZ*1~\nHL*1**20*1~").replacing(
            "HL*2*1*22*0~", with: "YYY*1~\nHL*2*1*22*0~")
        try program.put("a", text.utf8)
        let run = try program.run("convert", "--to", "csv", "-o", "tables", "a")
        #expect(run.errors.hasSuffix("x12: a: 2 pieces of it fit no table: see x12 validate\n"))
        #expect(run.status == 1)
        // In a claim they are counted in its row; said when they hold money.
        for (segment, status) in [("ZZZ*1", 0), ("CAS*CO*45*5", 1)] {
            let inside = Inputs.claim.replacing("LX*1~", with: "\(segment)~\nLX*1~")
            try program.put("inside", inside.utf8)
            let run = try program.run("convert", "--to", "csv", "-o", "inside.tables", "inside")
            #expect(run.status == status)
            let words = "x12: inside: segments of its rows are in no cell, 1 CAS: see x12 validate\n"
            #expect(run.errors.hasSuffix(words) == (status == 1), "\(run.errors)")
        }
    }

    private func sample(_ path: String) throws -> String {
        String(decoding: try SampleFiles.samples.bytes(path), as: UTF8.self)
    }

    @Test("sets that no tables are made of are named, and those that hold money end with 1")
    func otherSets() throws {
        let program = try Program()
        defer { program.remove() }
        let old = Inputs.payment.replacing("005010X221A1", with: "004010X091A1")
        let inputs = [
            ("answer", Inputs.wrongAnswer, "999 of 005010X231A1"), ("receipt", Inputs.receipt, "TA1"),
            ("old", old, "835 of 004010X091A1"), ("order", Inputs.unknown, "850 of 004010"),
            // Of these guides are known, but no models.
            ("stay", try sample("837I/pass/hospital-stay.837"), "837 of 005010X223A2"),
            ("family", try sample("834/pass/new-family.834"), "834 of 005010X220A1"),
            ("status", try sample("277/pass/one-paid-one-pending.277"), "277 of 005010X212"),
        ]
        for (name, text, words) in inputs {
            try program.put(name, text.utf8)
            let alone = try program.run("convert", "--to", "csv", "-o", "tables", name)
            #expect(alone.status == 1, "\(name)")
            #expect(alone.errors.contains("x12: \(name): it has \(words), of which no tables are made\n"))
            #expect(alone.errors.hasSuffix("x12: no table was written\n") && !alone.errors.contains("fit no"))
            try program.put("both", (Inputs.payment + text).utf8)
            let both = try program.run("convert", "--to", "csv", "-o", "tables", "both")
            #expect(both.status == (["answer", "receipt", "status"].contains(name) ? 0 : 1), "\(name)")
            #expect(both.errors.contains("it has \(words), of which no tables are made\n"))
        }
        let header = Inputs.payment.split(separator: "\n").first ?? ""
        try program.put("header", "\(header)\nIEA*0*000000101~".utf8)
        #expect(try program.run("convert", "--to", "csv", "-o", "tables", "header").status == 65)
    }

    @Test(
        "a payment that is not what its rows add up to is not to be posted, nor one with money left out",
        arguments: [
            ("BPR*I*100*", "BPR*I*4*", ": BPR02 4, claims less provider adjustments 100: do not post\n"),
            (
                "*180*125*", "*190*125*",
                "claim payment 000000101-1-1: CLP04 125, charge less adjustments 135: do not post\n"
            ),
            ("BPR*I*100*", "BPR*I**", "payment 000000101-1: an amount in BPR02, CLP04 or PLB04 is not"),
            ("WO:OLDCLM77*25~", "WO:OLDCLM77~", "payment 000000101-1: an amount in BPR02, CLP04 or PLB04"),
            ("TRN*1*", "BPR*I*50*C*CHK************20260310~\nTRN*1*", "1 piece of it fit no table, 1 BPR"),
            ("LX*1~\n", "LX*1~\nSVC*HC:99213*9*8**1~\nCAS*CO*45*1~\n", "no table, 1 CAS, 1 SVC among them:"),
        ])
    func doubtfulPayment(sent: String, changed: String, words: String) throws {
        let program = try Program()
        defer { program.remove() }
        try #require(Inputs.payment.contains(sent))
        try program.put("a.835", Inputs.payment.utf8)
        let sound = try program.run("convert", "--to", "csv", "-o", "sound", "a.835")
        #expect(sound.status == 0 && sound.errors == "")
        try program.put("bad.835", Inputs.payment.replacing(sent, with: changed).utf8)
        let bad = try program.run("convert", "--to", "csv", "-o", "bad", "bad.835")
        #expect(bad.status == 1)
        #expect(bad.errors.contains(words), "\(bad.errors)")
        #expect(try !program.bytes("bad/claim-payments.csv").isEmpty)
    }

    @Test("many payments that do not add up are counted")
    func manyUnbalanced() throws {
        let program = try Program()
        defer { program.remove() }
        let bad = Inputs.payment.replacing("BPR*I*100*", with: "BPR*I*400*")
        let texts = (0..<12).map { bad.replacing("EFT20260310", with: "EFT\($0)") }
        try program.put("many.835", texts.joined().utf8)
        let run = try program.run("convert", "--to", "csv", "-o", "many", "many.835")
        #expect(run.status == 1)
        #expect(run.errors.split(separator: "\n").count == 11)
        #expect(run.errors.hasSuffix("x12: many.835: 2 payments more that do not add up\n"))
    }

    @Test("text that is not UTF-8 is in the tables")
    func otherEncoding() throws {
        let program = try Program()
        defer { program.remove() }
        var bytes = Array(Inputs.payment.utf8)
        let place = try #require(bytes.firstRange(of: Array("ISAAC".utf8)))
        bytes[place.lowerBound + 1] = 0xD1
        try program.put("a.835", bytes)
        let run = try program.run("convert", "--to", "csv", "-o", "tables", "a.835")
        #expect(run.status == 0 && run.errors == "")
        let claims = String(decoding: try program.bytes("tables/claim-payments.csv"), as: UTF8.self)
        #expect(claims.contains(",IÑAAC,ROSA,"))
    }

    @Test("a folder has to be named, and must be one")
    func folder() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a", Inputs.payment.utf8)
        #expect(try program.run("convert", "--to", "csv", "a").status == 64)
        #expect(try program.run("convert", "--to", "csv", "-o", "a", "a").status == 74)
        #expect(try program.run("convert", "--to", "csv", "-o", "no/such/folder", "a").status == 74)
    }

    @Test(
        "money that cannot be read is told, and that a file was cut off: what adds up its tables would be wrong",
        arguments: [
            ("*180*125*", "*180*125,00*"), ("WO:OLDCLM77*25~", "WO:OLDCLM77*25,00~"),
            ("SVC*HC:87880*60*", "SVC*HC:87880*60,00*"),
        ])
    func unreadableMoney(sent: String, damaged: String) throws {
        let program = try Program()
        defer { program.remove() }
        try #require(Inputs.payment.contains(sent))
        try program.put("bad.835", Inputs.payment.replacing(sent, with: damaged).utf8)
        let bad = try program.run("convert", "--to", "csv", "-o", "bad", "bad.835")
        #expect(bad.status == 1)
        #expect(bad.errors.contains("1 number of it cannot be read, the cell is empty"))
        #expect(try !program.bytes("bad/claim-payments.csv").isEmpty)
        // Spelled in another way, it is a number all the same.
        try program.put("odd.835", Inputs.payment.replacing("*180*125*", with: "*180.00*125.00*").utf8)
        let odd = try program.run("convert", "--to", "csv", "-o", "odd", "odd.835")
        #expect(odd.status == 0 && odd.errors == "")
        // A header that comes twice is an error, and no money is lost by it.
        let header = Inputs.payment.prefix { $0 != "~" }
        try program.put("header.835", "\(header)~\n\(Inputs.payment)".utf8)
        #expect(try program.run("convert", "--to", "csv", "-o", "header", "header.835").status == 0)
        try program.put("cut.835", String(Inputs.payment.prefix(Inputs.payment.count - 120)).utf8)
        #expect(try program.run("convert", "--to", "csv", "-o", "cut", "cut.835").status == 1)
    }

    @Test("a payment that comes again is told, in the same file and in another one")
    func repeatedPayment() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.835", Inputs.payment.utf8)
        try program.put("copy.835", Inputs.payment.utf8)
        try program.put("other.835", Inputs.payment.replacing("EFT20260310", with: "EFT20260311").utf8)
        try program.put("twice.835", (Inputs.payment + "\n" + Inputs.payment).utf8)
        let sound = try program.run("convert", "--to", "csv", "-o", "sound", "a.835", "other.835")
        #expect(sound.status == 0 && sound.errors == "")
        let copied = try program.run(
            "convert", "--to", "csv", "-o", "copied", "a.835", "other.835", "copy.835")
        #expect(copied.status == 1)
        #expect(
            copied.errors
                == "x12: copy.835: payment 000000101-3 is the same as 000000101-1, which came before: post it once\n"
        )
        let rows = String(decoding: try program.bytes("copied/payments.csv"), as: UTF8.self)
            .split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let column = try #require(rows[0].firstIndex(of: "repeats"))
        #expect(rows.dropFirst().map { $0[column] } == ["", "", "000000101-1"])
        #expect(try program.run("convert", "--to", "csv", "-o", "twice", "twice.835").status == 1)
    }
}
