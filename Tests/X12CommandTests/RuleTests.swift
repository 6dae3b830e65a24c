import Foundation
import Testing

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
}
