import Testing
import X12Diagnostics
import X12TestSupport
import X12Validation

@Suite("Samples")
struct SampleFilesTests {
    /// What only says how a file is written down, and is true of sound files too.
    private static let remarks: Set<String> = ["ENV-SEG-TERM-CRLF"]

    private static let folders = [
        "837P", "837I", "837D", "835", "270", "271", "276", "277", "277CA", "820", "834", "999", "TA1",
    ]
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

    @Test("a validator that goes on with another input finds what a new one does")
    func restart() throws {
        var validator = BlockValidator()
        // Each twice, so that an interchange would be a repeated one.
        for sample in (Self.faulty + Self.sound).flatMap({ [$0, $0] })
        where !Self.unreadable.contains(sample.path) {
            let wanted = try Validation.findings(in: sample.bytes)
            validator.restart()
            let findings = try Validation.findings(in: sample.bytes, by: &validator)
            #expect(Validation.lines(findings) == Validation.lines(wanted), "\(sample.path)")
        }
    }

    @Test("an answer behind an inquiry, whose guide has the same identifier, is checked by its own guide")
    func sameIdentifier() throws {
        let inquiry = try SampleFile(path: "270/pass/office-visit.270").bytes
        let answer = try SampleFile(path: "271/fail/unknown-benefit-code.271").bytes
        #expect(try Validation.places(Validation.findings(in: inquiry + answer)) == ["GDE-CODE-BAD EB01"])
        let late = try SampleFile(path: "270/fail/birth-date-impossible.270").bytes
        let sound = try SampleFile(path: "271/pass/active-coverage.271").bytes
        #expect(
            try Validation.places(Validation.findings(in: sound + late))
                == Validation.places(Validation.findings(in: late)))
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
