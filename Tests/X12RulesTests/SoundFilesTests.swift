import Testing
import X12Diagnostics
import X12TestSupport
import X12Text

@testable import X12Rules

/// Files that are sound at all levels stay without a finding.
@Suite("Sound files at all levels")
struct SoundFilesTests {
    /// What only says how a file is written down, and is true of sound files too.
    private static let remarks: Set<String> = ["ENV-SEG-TERM-CRLF"]

    /// What short samples of answers do not say: all twelve services, whether there is a number of the payer's.
    private static let left: Set<String> = ["271-GENERIC-SET", "277-ACCEPT-REF"]

    static let files = ["837P", "835", "270", "271", "277CA", "999"].flatMap {
        SampleFile.all(in: "\($0)/pass")
    }

    @Test("a sound sample has no finding", arguments: files)
    func samples(sample: SampleFile) throws {
        let findings = try Checked.findings(in: sample.bytes).filter {
            !Self.remarks.contains($0.rule.id) && !Self.left.contains($0.rule.id) && $0.rule.severity > .info
        }
        #expect(Checked.lines(findings) == [])
    }

    @Test("generated claims have no finding", arguments: UInt64(1)...2)
    func claims(seed: UInt64) throws {
        var workload = ClaimWorkload(seed: seed)
        workload.claimsPerSet = seed.isMultiple(of: 2) ? 40 : 5000
        let findings = try Checked.findings(in: workload.bytes(atLeast: 100_000).bytes)
        #expect(Checked.lines(findings.filter { $0.rule.severity > .info }).prefix(5) == [])
    }

    @Test("generated remittances have no finding", arguments: UInt64(1)...2)
    func remittances(seed: UInt64) throws {
        var workload = RemittanceWorkload(seed: seed)
        workload.claimsPerSet = seed.isMultiple(of: 2) ? 40 : 2000
        let findings = try Checked.findings(in: workload.bytes(atLeast: 100_000).bytes)
        #expect(Checked.lines(findings.filter { $0.rule.severity > .info }).prefix(5) == [])
    }
}

/// Faulty samples at all levels: what stands beside them, and no consequence of it.
@Suite("Faulty files at all levels")
struct FaultyFilesTests {
    static let files = (SampleFile.all(in: "837P/fail") + SampleFile.all(in: "835/fail")).filter {
        !["837P/fail/empty.837", "837P/fail/not-x12.837"].contains($0.path)
    }

    @Test("a faulty sample has the findings that stand beside it", arguments: files)
    func sample(sample: SampleFile) throws {
        let findings = try Checked.findings(in: sample.bytes).filter { $0.rule.severity > .info }
        let beside = sample.path.prefix { $0 != "." } + ".expected"
        let expected = String(decoding: try SampleFile(path: String(beside)).bytes, as: UTF8.self)
        #expect(
            findings.map(\.rule.id) == expected.split(separator: "\n").map(String.init),
            "\(Checked.lines(findings))")
    }
}
