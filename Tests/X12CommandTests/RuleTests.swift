import Foundation
import Testing
import X12TestSupport

/// Rules of levels 3 to 6 on the command line: findings, settings, pages.
@Suite("Rules on the command line")
struct RuleTests {
    /// The claim with a total that its lines do not come to.
    private static let off = Inputs.claim.replacing("CLM*PCN0001*1180*", with: "CLM*PCN0001*999*")

    @Test("a finding as JSON says property, claim, box and codes")
    func json() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("validate", "--format", "json", "-", input: Self.off)
        #expect(run.status == 1)
        let line = try #require(run.output.split(separator: "\n").first)
        for part in [
            #""rule":"837P-BAL-CLM02","level":3,"severity":"error""#, #""claim":"PCN0001""#,
            #""path":"claims[0].chargeAmount""#, #""found":"999","expected":["1180"],"box":"28""#,
            #""ack":{"category":"A7","status":"400","category2":"A7","status2":"178"}"#,
            "line 1 1120, line 2 60",
        ] {
            #expect(line.contains(part), "\(part)")
        }
    }

    @Test("a finding on a service line says which")
    func serviceLine() throws {
        let program = try Program()
        defer { program.remove() }
        let text = Inputs.claim.replacing("HC:87880*60*UN*1***1", with: "HC:87880*60*UN*1***2")
        let run = try program.run("validate", "--format", "json", "-", input: text)
        #expect(run.output.contains(#""serviceLine":2"#))
        #expect(run.output.contains(#""path":"claims[0].serviceLines[1].diagnosisPointers[0]","#))
        #expect(run.output.contains(#""box":"24E""#))
    }

    @Test("rules are asked up to the level asked for")
    func level() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("validate", "--level", "2", "-", input: Self.off).status == 0)
        #expect(try program.run("validate", "--level", "3", "-", input: Self.off).status == 1)
    }

    @Test("a rule is set on the command line or in a file, and the command line wins")
    func settings() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("rules.txt", "# ours\n837P-BAL-CLM02  off\n".utf8)
        func status(_ arguments: String...) throws -> Int32 {
            try program.run(["validate"] + arguments + ["-"], input: Self.off).status
        }
        #expect(try status("--rule", "837P-BAL-CLM02=off") == 0)
        #expect(try status("--rule", "837P-BAL-CLM02=warning") == 0)
        #expect(try status("--rules", "rules.txt") == 0)
        #expect(try status("--rules", "rules.txt", "--rule", "837P-BAL-CLM02=on") == 1)
        #expect(try status("--rule", "837P-BAL-CLM02=perhaps") == 64)
        #expect(try status("--rule", "837P-NONE=off") == 64)
        #expect(try status("--rules", "missing.txt") == 66)
    }

    @Test("the day of receipt decides what is in the future")
    func received() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("validate", "--received", "2026-02-01", "-", input: Inputs.claim).status == 1)
        #expect(try program.run("validate", "--received", "2026-02-20", "-", input: Inputs.claim).status == 0)
    }

    @Test("every rule that is listed has a page, whatever its level")
    func pages() throws {
        let program = try Program()
        defer { program.remove() }
        let list = try program.run("explain")
        let ids = list.output.split(separator: "\n").compactMap {
            $0.split(separator: " ").first.map(String.init)
        }
        #expect(ids.count > 150)
        #expect(ids.contains("GEN-FIELD-MISSING") && ids.contains("GEN-TRACE-USED"))
        #expect(Set(ids).count == ids.count)
        let run = try program.run(["explain"] + ids)
        #expect(run.status == 0)
        for id in ids { #expect(run.output.contains("\(id)  ("), "\(id)") }
        #expect(try program.run("explain", "NO-SUCH-RULE").status == 64)
    }

    @Test("pages of what is found while files are made say it in words")
    func generationPages() throws {
        let program = try Program()
        defer { program.remove() }
        for id in ["GEN-ENTRY-FORM", "GEN-NUMBER-USED", "GEN-TRACE-USED", "GEN-COLUMN-FORM"] {
            let page = try program.run("explain", id).output
            #expect(!page.contains("{") && page.contains("…"), "\(page)")
        }
        let page = try program.run("explain", "GEN-NUMBER-USED").output
        #expect(page.contains("its service line … is used again"))
    }

    @Test("columns in the help of a verb are not broken at 80 characters", arguments: ["explain", "schema"])
    func helpColumns(verb: String) throws {
        let program = try Program()
        defer { program.remove() }
        let paragraphs = try program.run(verb, "--help").output.components(separatedBy: "\n\n")
        let columns = paragraphs.filter { $0.hasPrefix("  ") }
        #expect(!columns.isEmpty)
        for line in columns.joined(separator: "\n").split(separator: "\n") { #expect(line.hasPrefix("  ")) }
    }

    @Test("what to do is said for each way to break a rule, once")
    func helpOfEachFault() throws {
        let program = try Program()
        defer { program.remove() }
        let joined = "\u{FEFF}" + Inputs.claim + "From: x\n" + Inputs.claim + "From: y\n" + Inputs.claim
        let output = try program.run("validate", "-", input: joined).output
        #expect(output.components(separatedBy: "[ENV-ISA-START]").count == 4)
        #expect(output.components(separatedBy: "help: save the file without it").count == 2)
        #expect(output.components(separatedBy: "help: send interchanges alone").count == 2)
    }

    @Test("a remittance is compared with the claims that were sent")
    func against() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claims.837", Inputs.claim.utf8)
        try program.put("empty.850", Inputs.unknown.utf8)
        let alone = try program.run("validate", "--fail-on", "warning", "-", input: Inputs.payment)
        #expect(alone.status == 0)
        let run = try program.run(
            "validate", "--fail-on", "warning", "--against", "claims.837", "-", input: Inputs.payment)
        #expect(run.status == 1)
        #expect(run.output.contains("CLP03 (Total Claim Charge Amount) is '180'"))
        #expect(run.output.contains("X-MATCH-CHARGE"))
        #expect(
            try program.run("validate", "--against", "empty.850", "-", input: Inputs.payment).status == 64)
        #expect(try program.run("validate", "--against", "missing", "-", input: Inputs.payment).status == 66)
    }

    @Test("a file that has nothing to do with what it is compared with does not pass for compared")
    func againstOthers() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claims.837", Inputs.claim.replacing("PCN0001", with: "PCN7777").utf8)
        let run = try program.run("validate", "--against", "claims.837", "-", input: Inputs.payment)
        #expect(run.status == 1)
        #expect(run.errors.contains("nothing was compared"))
        // What has no number that could be compared is not asked for one.
        let group = try program.run("validate", "--against", "claims.837", "-", input: Inputs.wrongAnswer)
        #expect(!group.errors.contains("nothing was compared"))
        // An answer to claims (277CA) is about one batch, whatever the numbers of claims in others are.
        try program.put("sent.837", Inputs.claim.utf8)
        let answer = Inputs.claimAnswer
        let other = try program.run(
            "validate", "--against", "sent.837", "-",
            input: answer.replacing("TRN*2*B101", with: "TRN*2*B999"))
        #expect(other.status == 1)
        #expect(other.errors.contains("nothing was compared"))
        let own = try program.run("validate", "--against", "sent.837", "-", input: answer)
        #expect(!own.errors.contains("nothing was compared"))
    }

    @Test("a remittance is compared with earlier ones, which mostly are of other claims")
    func againstRemittances() throws {
        let program = try Program()
        defer { program.remove() }
        func earlier(_ number: String) -> String {
            Inputs.payment.replacing("EFT20260310", with: "EFT20260303").replacing(
                "*20260310~", with: "*20260303~"
            )
            .replacing("DTM*405*20260309", with: "DTM*405*20260303").replacing(
                "*ICN555~", with: "*\(number)~")
        }
        try program.put("paid.835", earlier("ICN555").utf8)
        try program.put("others.835", earlier("ICN500").replacing("PCN0001", with: "PCN0777").utf8)
        func run(_ other: String, _ input: String = Inputs.payment) throws -> Program.Run {
            try program.run("validate", "--fail-on", "warning", "--against", other, "-", input: input)
        }
        let again = try run("paid.835")
        #expect(again.status == 1)
        #expect(
            again.output.contains("CLP04 (Claim Payment Amount) is '125', which a remittance in paid.835 has")
        )
        let other = try run("others.835")
        #expect(other.status == 0 && other.errors == "", "\(other.output)\(other.errors)")
        let own = try run("paid.835", earlier("ICN555"))
        #expect(own.status == 0 && own.errors == "", "\(own.output)\(own.errors)")
        // Claims are another matter: that they are compared with is meant for each payment.
        try program.put("claims.837", Inputs.claim.replacing("PCN0001", with: "PCN7777").utf8)
        let both = try program.run(
            "validate", "--against", "claims.837", "--against", "others.835", "-", input: Inputs.payment)
        #expect(both.status == 1 && both.errors.contains("nothing was compared"))
    }

    @Test("a file that is held against itself has nothing by that", arguments: ["837", "835", "270"])
    func againstItself(kind: String) throws {
        let program = try Program()
        defer { program.remove() }
        let folder = kind == "837" ? "837P" : kind
        for sample in SampleFile.all(in: "\(folder)/pass") {
            try program.put("own", sample.bytes)
            let alone = try program.run("validate", "own")
            let against = try program.run("validate", "--against", "own", "own")
            // A remittance without claims is nothing that could be compared with.
            guard against.status != 64 else { continue }
            #expect(against.output == alone.output && against.errors == alone.errors, "\(sample)")
        }
    }

    @Test("a file that no profile is routed to is said not to be checked at level 7, where that is asked for")
    func noProfile() throws {
        let program = try Program()
        defer { program.remove() }
        let words = "level 7 was not checked"
        let run = try program.run("validate", "--profile", "auto", "-", input: Inputs.claim)
        #expect(run.status == 0)
        #expect(run.errors.contains(words))
        let lower = try program.run("validate", "--profile", "auto", "--level", "6", "-", input: Inputs.claim)
        #expect(!lower.errors.contains(words))
        let routed = Inputs.claim.replacing("*CLINIC01*PAYER01*2026", with: "*CLINIC01*617591011C21P*2026")
        #expect(try !program.run("validate", "--profile", "auto", "-", input: routed).errors.contains(words))
    }

    @Test("a result names the guides that the input was read by, and what else it says that it follows")
    func guidesUsed() throws {
        let program = try Program()
        defer { program.remove() }
        func versions(_ input: String) throws -> [String: String] {
            let run = try program.run("validate", "--format", "json", "-", input: input)
            let last = try #require(run.output.split(separator: "\n").last)
            let result = try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any]
            return try #require(result?["versions"] as? [String: String])
        }
        #expect(try versions(Inputs.claim)["guides"] == "005010X222A1")
        #expect(try versions(Inputs.claim)["unknownGuides"] == nil)
        #expect(try versions(Inputs.claim + Inputs.payment)["guides"] == "005010X222A1 005010X221A1")
        #expect(try versions(Inputs.unknown)["guides"] == nil)
        #expect(try versions(Inputs.unknown)["unknownGuides"] == "004010")
        let page = try program.run("validate", "--format", "html", "-", input: Inputs.payment).output
        #expect(page.contains("005010X221A1") && !page.contains("005010X222A1"))
    }

    @Test("what is asked about, and what is answered, is called no claim", arguments: ["270", "271"])
    func noClaims(kind: String) throws {
        let program = try Program()
        defer { program.remove() }
        let folder = kind == "270" ? "270/fail" : "271/fail"
        var pages = 0
        for sample in SampleFile.all(in: folder) {
            try program.put("a", sample.bytes)
            for arguments in [["--format", "html"], ["--format", "json"], ["--group-by", "claim"]] {
                let run = try program.run(["validate"] + arguments + ["a"])
                let text = run.output.replacing("class=\"claim\"", with: "").replacing(".claim", with: "")
                #expect(!text.contains("by claim") && !text.contains("\"claim\":"), "\(sample)")
                #expect(!text.contains("claim ") || !arguments.contains("--group-by"), "\(sample)")
                if text.contains("Findings by ") {
                    #expect(text.contains(kind == "270" ? "Findings by inquiry" : "Findings by response"))
                    pages += 1
                }
            }
        }
        #expect(pages > 2)
    }
}
