import Testing
import X12Diagnostics
import X12TestSupport

@Suite("Samples")
struct SampleFilesTests {
    /// What only says how a file is written down, and is true of sound files too.
    private static let remarks: Set<String> = ["ENV-SEG-TERM-CRLF"]

    static let sound = SampleFile.all(in: "837P/pass") + SampleFile.all(in: "835/pass")
    static let faulty = (SampleFile.all(in: "837P/fail") + SampleFile.all(in: "835/fail")).filter {
        !$0.path.hasSuffix(".expected")
    }

    @Test("a sound sample has no finding", arguments: sound)
    func pass(sample: SampleFile) throws {
        let findings = try Validation.findings(in: sample.bytes).filter { !Self.remarks.contains($0.rule.id) }
        #expect(Validation.lines(findings) == [])
    }

    @Test("the folders hold what this test is about")
    func count() {
        #expect(Self.sound.count >= 24)
        #expect(Self.faulty.count >= 47)
    }
}
