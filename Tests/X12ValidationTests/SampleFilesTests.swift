import Testing
import X12Diagnostics
import X12TestSupport

@Suite("Samples")
struct SampleFilesTests {
    /// What only says how a file is written down, and is true of sound files too.
    private static let remarks: Set<String> = ["ENV-SEG-TERM-CRLF"]

    private static let folders = ["837P", "835", "270", "271", "277CA", "999", "TA1"]
    static let sound = folders.flatMap { SampleFile.all(in: "\($0)/pass") }
    static let faulty = folders.flatMap { SampleFile.all(in: "\($0)/fail") }

    @Test("a sound sample has no finding", arguments: sound)
    func pass(sample: SampleFile) throws {
        let findings = try Validation.findings(in: sample.bytes).filter { !Self.remarks.contains($0.rule.id) }
        #expect(Validation.lines(findings) == [])
    }

    /// Faults that levels 1 and 2 cannot see: sums, check digits, pointers (levels 3 to 5), and inputs that
    /// cannot be read as X12 at all.
    private static let unseen: Set<String> = [
        "837P/fail/bad-provider-identifier.837", "837P/fail/claim-total-off.837",
        "837P/fail/pointer-to-no-diagnosis.837", "835/fail/claim-does-not-balance.835",
        "835/fail/line-does-not-balance.835", "835/fail/payment-total-off.835",
    ]
    private static let unreadable: Set<String> = ["837P/fail/empty.837", "837P/fail/not-x12.837"]

    @Test("a faulty sample has the findings that stand beside it", arguments: faulty)
    func fail(sample: SampleFile) throws {
        guard !Self.unreadable.contains(sample.path) else {
            #expect(throws: X12Error.self) { try Validation.findings(in: sample.bytes) }
            return
        }
        let findings = try Validation.findings(in: sample.bytes)
        guard !Self.unseen.contains(sample.path) else {
            #expect(Validation.lines(findings) == [])
            return
        }
        let beside = sample.path.prefix { $0 != "." } + ".expected"
        let expected = String(decoding: try SampleFile(path: String(beside)).bytes, as: UTF8.self)
        #expect(!expected.isEmpty)
        #expect(findings.map(\.rule.id) == expected.split(separator: "\n").map(String.init))
    }

    @Test("what is missing is reported next to where it was expected")
    func places() throws {
        let payee = try Validation.findings(in: SampleFile(path: "835/fail/missing-payee.835").bytes)
        let trace = try Validation.findings(in: SampleFile(path: "835/fail/missing-trace.835").bytes)
        #expect(payee.map(\.location.segmentPosition) == [8])
        #expect(trace.map(\.location.segmentPosition) == [2])
    }

    @Test("the folders hold what this test is about")
    func count() {
        #expect(Self.sound.count >= 59)
        #expect(Self.faulty.count >= 78)
    }
}
