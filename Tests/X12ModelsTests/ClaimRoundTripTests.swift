import Testing
import X12Grammar
import X12Specs
import X12Text

@testable import X12Models

@Suite("Professional claim, X12 to model to X12")
struct ClaimRoundTripTests {
    private let guide: Guide
    private static let roots: Set<String> = ["2000A", "2000B", "2000C", "2300"]

    init() throws { guide = try #require(X12Specs.guide("005010X222A1")) }

    /// Decodes and encodes one loop; the text that comes out, and what the model could not take.
    private func travel<Part: ModelPart>(_ type: Part.Type, _ loop: PlacedLoop) -> (String, [String]) {
        var refused: [String] = []
        let part = PlainDecoder.decode(type, from: loop, refused: &refused)
        return (PlainEncoder.encode(part).text, refused)
    }

    /// The segments that differ, so that a failure is short enough to read.
    private func changes(from sent: String, to written: String) -> [String] {
        let sent = sent.split(separator: "~", omittingEmptySubsequences: false)
        let written = written.split(separator: "~", omittingEmptySubsequences: false)
        return written.difference(from: sent).map {
            switch $0 {
            case .remove(let offset, let segment, _): "\(offset): -\(segment)"
            case .insert(let offset, let segment, _): "\(offset): +\(segment)"
            }
        }
    }

    private func travels(_ sample: ClaimGuideSample) throws {
        var sample = sample
        func check<Part: ModelPart>(_ type: Part.Type, _ identifier: String) throws {
            let made = sample.loop(identifier, without: Self.roots)
            let loop = try #require(made)
            let (text, refused) = travel(type, loop)
            #expect(refused == [], "\(identifier)")
            #expect(changes(from: loop.text, to: text) == [], "\(identifier)")
        }
        try check(BillingProvider.self, "2000A")
        try check(Subscriber.self, "2000B")
        try check(Claim.self, "2300")
        try check(Patient.self, "2000C")
    }

    @Test("a value in every place that the guide uses comes back in its place")
    func everything() throws {
        let sample = ClaimGuideSample(guide)
        var measured = sample
        let claim = measured.loop("2300", without: Self.roots)
        let segments = Set(
            ModelOutline(of: Claim.self, loop: "2300").visits.map { "\($0.loops) \($0.segment) \($0.code)" })
        #expect(segments.count == claim?.text.split(separator: "~").count)
        try travels(sample)
    }

    @Test("repeated segments and loops come back in their order", arguments: [2, 3, 5])
    func copies(count: Int) throws {
        try travels(ClaimGuideSample(guide, copies: count))
    }

    @Test("what is absent stays absent", arguments: UInt64(1)...100)
    func sparse(seed: UInt64) throws {
        try travels(ClaimGuideSample(guide, copies: 2, leftOut: 20 + Int(seed % 70), seed: seed))
    }

    @Test("header and trailer come back")
    func envelope() throws {
        var sample = ClaimGuideSample(guide, copies: 2)
        let made = sample.loop("837", without: Self.roots)
        var header = try #require(made)
        let trailer = PlacedLoop(identifier: "", segments: header.segments.suffix(1))
        header.segments.removeLast()
        let (headerText, headerRefused) = travel(ClaimHeader.self, header)
        let (trailerText, trailerRefused) = travel(TransactionTrailer.self, trailer)
        #expect(headerRefused + trailerRefused == [])
        #expect(headerText + trailerText == header.text + trailer.text)
        #expect(trailerText.hasPrefix("SE*"))
    }

    @Test("values are where a program looks for them")
    func values() throws {
        let loop = PlacedLoop(
            identifier: "2300",
            segments: [
                PlacedSegment(
                    key: SegmentKey("CLM"),
                    elements: ["CLM", "PCN0001", "180", "", "", "11:B:7", "Y", "A", "Y", "Y"]),
                PlacedSegment(key: SegmentKey("REF", "F8"), elements: ["REF", "F8", "ICN55"]),
                PlacedSegment(key: SegmentKey("HI", "ABK"), elements: ["HI", "ABK:E119", "ABF:I10"]),
            ],
            loops: [
                PlacedLoop(
                    identifier: "2400",
                    segments: [
                        PlacedSegment(key: SegmentKey("LX"), elements: ["LX", "1"]),
                        PlacedSegment(
                            key: SegmentKey("SV1"),
                            elements: ["SV1", "HC:99213:25", "180", "UN", "1", "", "", "1:2"]),
                        PlacedSegment(
                            key: SegmentKey("DTP", "472"), elements: ["DTP", "472", "D8", "20260220"]),
                    ])
            ])
        var refused: [String] = []
        let claim = PlainDecoder.decode(Claim.self, from: loop, refused: &refused)
        #expect(refused == [])
        #expect(claim.patientControlNumber == "PCN0001")
        #expect(claim.chargeAmount == ExactDecimal("180"))
        #expect(claim.placeOfService == "11")
        #expect(claim.claimFrequency == .replacement)
        #expect(claim.references?.payerClaimControlNumber == "ICN55")
        #expect(claim.dates == nil)
        #expect(claim.diagnoses.map(\.code) == ["E119", "I10"])
        let line = try #require(claim.serviceLines.first)
        #expect(line.procedure?.code == "99213")
        #expect(line.procedure?.modifiers == ["25"])
        #expect(line.diagnosisPointers == ["1", "2"])
        #expect(line.serviceDate == CalendarDate(x12: "20260220").map(DateTimePeriod.date))
        #expect(line.renderingProvider == nil)
    }

    @Test("an NPI is an identifier with its qualifier")
    func nationalProviderIdentifier() {
        var provider = RenderingProvider()
        #expect(provider.npi == nil)
        provider.npi = "1234567893"
        #expect(provider.identifierQualifier == "XX")
        #expect(provider.identifier == "1234567893")
        provider.npi = nil
        #expect(provider == RenderingProvider())
        provider.identifierQualifier = "24"
        provider.identifier = "123456789"
        #expect(provider.npi == nil)
        provider.npi = nil
        #expect(provider.identifier == "123456789")
    }
}
