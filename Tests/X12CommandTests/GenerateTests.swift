import Foundation
import Testing
import X12TestSupport

@Suite("x12 generate")
struct GenerateTests {
    private let practice = SampleFiles.samples.folder.appending(path: "practice/practice.json").path
    private let roster = SampleFiles.samples.folder.appending(path: "practice/roster.csv").path

    private func files(_ program: Program, _ ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
            .filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.sorted()
    }

    @Test("270: a file for each payer, and the same bytes when the job runs again")
    func inquiries() throws {
        let program = try Program()
        defer { program.remove() }
        let arguments = ["generate", "270", "--practice", practice, "--ledger", "ledger", roster]
        let first = try program.run(arguments + ["--at", "2026-03-02T09:30"])
        #expect(first.status == 0)
        #expect(first.output == "PAYER01-1.270: 3 inquiries\nNORTH99-1.270: 1 inquiry\n")
        let bytes = try program.bytes("PAYER01-1.270")
        let again = try program.run(arguments + ["--at", "2027-01-01T00:00"])
        #expect(again.output.contains("PAYER01-1.270: 3 inquiries, written again"))
        #expect(try program.bytes("PAYER01-1.270") == bytes)
        #expect(try program.run("validate", "PAYER01-1.270", "NORTH99-1.270").status == 0)
    }

    @Test("other people in a file of the same name get new numbers; a named job with others is refused")
    func changedInput() throws {
        let program = try Program()
        defer { program.remove() }
        let monday = String(decoding: try SampleFiles.samples.bytes("practice/roster.csv"), as: UTF8.self)
        try program.put("roster.csv", monday.utf8)
        let arguments = ["generate", "270", "--practice", practice, "--ledger", "ledger"]
        let first = try program.run(arguments + ["--at", "2026-03-02T09:30", "roster.csv"])
        #expect(first.output == "PAYER01-1.270: 3 inquiries\nNORTH99-1.270: 1 inquiry\n")
        let sent = try program.bytes("PAYER01-1.270")
        let named = arguments + ["--job", "march", "roster.csv"]
        #expect(try program.run(named).output == "PAYER01-2.270: 3 inquiries\nNORTH99-2.270: 1 inquiry\n")

        try program.put("roster.csv", monday.replacing("30 98", with: "30").utf8)
        let second = try program.run(arguments + ["--at", "2026-03-03T09:30", "roster.csv"])
        #expect(second.output.contains("PAYER01-3.270: 3 inquiries\n"))
        #expect(second.output.contains("NORTH99-1.270: 1 inquiry, written again\n"))
        #expect(try program.bytes("PAYER01-1.270") == sent)
        let refused = try program.run(named)
        #expect(refused.status == 65)
        #expect(refused.errors.contains("its input has changed; give it another name"))

        let third = try program.run(arguments + ["--production", "roster.csv"])
        #expect(third.output == "PAYER01-4.270: 3 inquiries\nNORTH99-3.270: 1 inquiry\n")
    }

    @Test("270 --real-time: each inquiry is a file with numbers of its own")
    func realTime() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run(
            "generate", "270", "--real-time", "--practice", practice, "--ledger", "ledger", roster)
        #expect(run.status == 0)
        #expect(
            try files(program, ".270") == [
                "NORTH99-1.270", "PAYER01-1.270", "PAYER01-2.270", "PAYER01-3.270",
            ])
    }

    @Test("270: a row that is kept back is corrected in the file of rejects, and goes out then")
    func rejects() throws {
        let program = try Program()
        defer { program.remove() }
        let text = String(decoding: try SampleFiles.samples.bytes("practice/roster.csv"), as: UTF8.self)
        try program.put("roster.csv", text.replacing("30 98", with: "30 QQ").utf8)
        let arguments = ["generate", "270", "--practice", practice, "--ledger", "ledger"]
        let first = try program.run(arguments + ["--rejected", "rejects", "roster.csv"])
        #expect(first.status == 1)
        #expect(first.output.contains("[GDE-CODE-BAD]"))
        #expect(first.output.hasSuffix("1 inquiry kept back: rejects\n"))
        let rejects = String(decoding: try program.bytes("rejects"), as: UTF8.self)
        #expect(rejects.hasPrefix("{\"findings\":[\"GDE-CODE-BAD: "))
        try program.put("corrected", rejects.replacing("\"QQ\"", with: "\"98\"").utf8)
        let second = try program.run(arguments + ["corrected"])
        #expect(second.status == 0)
        #expect(second.output == "PAYER01-2.270: 1 inquiry\n")
    }

    @Test(
        "what was in production is not written as test without a word",
        arguments: [("837p", "claims"), ("835", "remittances")])
    func productionAsTest(kind: String, noun: String) throws {
        let program = try Program()
        defer { program.remove() }
        let text = kind == "835" ? Inputs.payment : Inputs.claim
        try program.put("test", text.utf8)
        try program.put("production", text.replacing("*0*T*:~", with: "*0*P*:~").utf8)
        for (file, options, isTold) in [
            ("production", [], true), ("production", ["--production"], false),
            ("production", ["--test"], false),
            ("test", [], false),
        ] {
            let run = try program.run(
                ["generate", kind, "--ledger", "l", "--output-directory", "out"] + options + [file])
            #expect(run.status == 0, "\(run.errors)")
            let words =
                "x12: \(noun) that were in production (ISA15 P) are written as test: to send them, say --production\n"
            #expect(run.errors == (isTold ? words : ""))
        }
    }

    @Test("a roster in place of encounters is told by its columns; ISAAC in it begins no interchange")
    func wrongTable() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("roster.csv", try SampleFiles.samples.bytes("practice/roster.csv"))
        let run = try program.run(
            "generate", "837p", "--practice", practice, "--ledger", "ledger", "roster.csv")
        #expect(run.status == 65)
        #expect(
            run.errors.hasPrefix("x12: roster.csv: line 1: there is no column 'inquiryNumber'; there are: "))
    }

    @Test("an inquiry without a number is not named by the member's")
    func discreetErrors() throws {
        let program = try Program()
        defer { program.remove() }
        let text = String(decoding: try SampleFiles.samples.bytes("practice/roster.csv"), as: UTF8.self)
        let nameless = text.replacing("MC-E-1,", with: ",").replacing("1980-05-12", with: "")
        try program.put("roster.csv", nameless.utf8)
        let arguments = ["generate", "270", "--practice", practice, "--ledger", "ledger"]
        let undated = try program.run(arguments + ["roster.csv"])
        #expect(undated.output.contains("the subscriber's date of birth"))
        #expect(!undated.output.contains("claim"), "\(undated.output)")
        #expect(!undated.output.contains("W100200300"))
        try program.put("spoiled.csv", nameless.replacing(",F,,,,,,30 98", with: ",F,,,,,,30 #N/A").utf8)
        let spoiled = try program.run(arguments + ["spoiled.csv"])
        #expect(spoiled.status == 1)
        #expect(!spoiled.output.contains("W100200300"))
    }

    @Test(
        "an input with nothing of the kind is told, and is a fault unless it is a table without rows",
        arguments: ["837p", "270", "835"])
    func nothing(kind: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.837", Inputs.claim.utf8)
        try program.put("a.835", Inputs.payment.utf8)
        let table = kind == "270" ? "roster" : "encounters"
        let head = String(decoding: try SampleFiles.samples.bytes("practice/\(table).csv"), as: UTF8.self)
        try program.put("empty.csv", head.prefix { $0 != "\n" }.utf8)
        let noun = kind == "837p" ? "claim" : kind == "270" ? "inquiry" : "remittance"
        let options = ["--ledger", "ledger"] + (kind == "835" ? [] : ["--practice", practice])
        let other = try program.run(["generate", kind] + options + [kind == "837p" ? "a.835" : "a.837"])
        #expect(other.status == (kind == "270" ? 65 : 1))
        #expect(other.errors.contains(kind == "270" ? "holds transaction sets" : "holds no \(noun)"))
        #expect(!(other.errors + other.output).contains("CLINIC"))
        guard kind != "835" else { return }
        let empty = try program.run(["generate", kind] + options + ["empty.csv"])
        #expect(empty.status == 0)
        #expect(empty.errors == "x12: empty.csv: holds no \(noun)\n")
    }

    @Test("a first row that names no column is refused, and not printed, as it may be a person's")
    func rowForHead() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("rows.csv", "ISAAC,ROSA,W100200300\n".utf8)
        for kind in ["837p", "270"] {
            let run = try program.run(
                "generate", kind, "--practice", practice, "--ledger", "ledger", "rows.csv")
            #expect(run.status == 65)
            #expect(run.errors.contains("names none of the columns"))
            #expect(!run.errors.contains("ISAAC") && !run.errors.contains("W100200300"))
        }
    }

    @Test(
        "837p: a claim that came with its envelope is kept back with it, so that it can be mended and sent",
        arguments: ["x12", "json"])
    func rejectedClaims(form: String) throws {
        let program = try Program()
        defer { program.remove() }
        let lines = Inputs.claim.replacing("*1180***", with: "*1181***").split(separator: "\n").map(
            String.init)
        let claim = try #require(lines.firstIndex { $0.hasPrefix("CLM*") })
        let end = try #require(lines.firstIndex { $0.hasPrefix("SE*") })
        let second = lines[claim..<end].map { $0.replacing("PCN0001", with: "PCN0002") }
        let two = lines[..<end] + second + lines[end...].map { $0.replacing("SE*26*", with: "SE*34*") }
        try program.put("a.837", (two.joined(separator: "\n") + "\n").utf8)
        if form == "json" {
            #expect(try program.run("convert", "--to", "json", "-o", "a.json", "a.837").status == 0)
        }
        let input = form == "json" ? "a.json" : "a.837"
        let arguments = ["generate", "837p", "--ledger", "ledger", "--rejected", "kept.ndjson"]
        let run = try program.run(arguments + [input])
        #expect(run.status == 1)
        #expect(run.output.contains("2 claims kept back: kept.ndjson"), "\(run.output)")
        // A segment's place would be that of a file which is not written.
        #expect(run.output.contains("\(input): chargeAmount: error: "), "\(run.output)")
        let kept = String(decoding: try program.bytes("kept.ndjson"), as: UTF8.self)
        #expect(kept.hasPrefix(#"{"objectType":"interchange","schemaVersion":"#))
        // Of two claims of one envelope it stands once.
        #expect(kept.matches(of: #/"objectType":"claimTransaction"/#).count == 1)
        try program.put(
            "mended.ndjson", kept.replacing(#""chargeAmount":"1181""#, with: #""chargeAmount":"1180""#).utf8)
        let mended = try program.run("generate", "837p", "--ledger", "ledger", "mended.ndjson")
        #expect(mended.status == 0, "\(mended.output)\(mended.errors)")
        #expect(mended.output.contains("2 claims"))
        #expect(try program.run("validate", "PAYER01-1.837").status == 0)
    }

    @Test("835: out of JSON, and refused when it does not balance")
    func remittances() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.835", Inputs.payment.utf8)
        try program.put("b.835", Inputs.payment.replacing("BPR*I*100*", with: "BPR*I*101*").utf8)
        for name in ["a", "b"] {
            #expect(
                try program.run("convert", "--to", "json", "-o", "\(name).json", "\(name).835").status == 0)
        }
        let good = try program.run("generate", "835", "--ledger", "ledger", "a.json")
        #expect(good.status == 0)
        #expect(good.output == "PAYER01-1.835: 1 remittance\n")
        #expect(try program.run("validate", "PAYER01-1.835").status == 0)
        let bad = try program.run("generate", "835", "--ledger", "ledger", "b.json")
        #expect(bad.status == 1)
        #expect(bad.output.contains("[835-BAL-TXN]"))
        #expect(bad.output.contains("No remittance may go out; nothing was written."))
        #expect(try files(program, ".835") == ["PAYER01-1.835", "a.835", "b.835"])
    }

    @Test("an inquiry and a remittance are not called claims")
    func nouns() throws {
        let program = try Program()
        defer { program.remove() }
        let text = String(decoding: try SampleFiles.samples.bytes("practice/roster.csv"), as: UTF8.self)
        try program.put("roster.csv", text.replacing("1980-05-12", with: "").utf8)
        let inquiry = try program.run(
            "generate", "270", "--practice", practice, "--ledger", "ledger", "roster.csv")
        #expect(inquiry.output.hasPrefix("roster.csv: inquiry MC-E-1: error: "), "\(inquiry.output)")
        #expect(!inquiry.output.contains("claim") && !inquiry.output.contains("encounter"))
        try program.put("a.835", Inputs.payment.utf8)
        try program.put("b.835", Inputs.payment.replacing("*20260309~", with: "*20260308~").utf8)
        #expect(try program.run("generate", "835", "--ledger", "ledger", "a.835").status == 0)
        let remittance = try program.run("generate", "835", "--ledger", "ledger", "b.835")
        #expect(
            remittance.output.contains("ledger: remittance EFT20260310: warning: "), "\(remittance.output)")
    }

    @Test("a folder that is not there and a full disk end with 74, and leave no half file")
    func failingOutputs() throws {
        let program = try Program()
        defer { program.remove() }
        let arguments = ["generate", "270", "--practice", practice, "--ledger", "ledger"]
        #expect(try program.run(arguments + ["--output-directory", "no/such", roster]).status == 74)
        #expect(try program.run(arguments + ["--rejected", "no/such/file", roster]).status == 74)
        #expect(
            try program.run(["generate", "270", "--practice", practice, "--ledger", "no/such/ledger", roster])
                .status == 74)
        #expect(try files(program, ".270").isEmpty)
        #expect(try files(program, ".part").isEmpty)
    }

    @Test(
        "JSON that does not fit ends with 65, the place, and nothing written",
        arguments: ["x12", "csv", "json"])
    func misfits(form: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("bad.json", Data("{\"interchanges\":[{\"header\":{\"sender\":5}}]}".utf8))
        let run = try program.run("convert", "--to", form, "-o", "out", "bad.json")
        #expect(run.status == 65)
        #expect(
            run.errors.contains(
                "line 1, column 38: interchanges[0].header.sender: a number stands where text"))
        #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "out").path))
    }

    @Test("a name with a separator inside cannot be written, which is the input's fault and not ours")
    func unwritable() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.837", Inputs.claim.utf8)
        #expect(try program.run("convert", "--to", "json", "-o", "a.json", "a.837").status == 0)
        let text = String(decoding: try program.bytes("a.json"), as: UTF8.self)
        try program.put("b.json", text.replacing("\"ISAAC\"", with: "\"ISA*AC\"").utf8)
        let run = try program.run("convert", "--to", "x12", "-o", "b.837", "b.json")
        #expect(run.status == 65)
        #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "b.837").path))
    }
}
