import Testing
import X12TestSupport

@testable import X12Models

@Suite("Eligibility as JSON")
struct EligibilityJSONTests {
    /// Pieces of a transaction set of inquiries, filled by chance: subscribers of their own, and heads of dependents.
    private func inquiries(seed: UInt64) -> [ModelItem] {
        var random = SplitMix64(seed: seed)
        var items: [ModelItem] = [
            .inquiryHeader(
                JSONModelFiller.part(EligibilityInquiryHeader.self, seed: seed), guide: "005010X279A1")
        ]
        for _ in 0..<6 {
            let seed = random.next()
            switch random.number(in: 0...4) {
            case 0: items.append(.informationSource(JSONModelFiller.part(InformationSource.self, seed: seed)))
            case 1:
                items.append(.informationReceiver(JSONModelFiller.part(InformationReceiver.self, seed: seed)))
            case 2: items.append(.inquirySubscriber(JSONModelFiller.part(InquirySubscriber.self, seed: seed)))
            case 3: items.append(.inquiry(unit(seed: seed, isDependent: false)))
            default: items.append(.inquiry(unit(seed: seed, isDependent: true)))
            }
        }
        items.append(
            .eligibilityTrailer(JSONModelFiller.part(TransactionTrailer.self, seed: seed, leftOut: 0)))
        return items
    }

    private func unit(seed: UInt64, isDependent: Bool) -> EligibilityInquiry {
        var unit = JSONModelFiller.part(EligibilityInquiry.self, seed: seed)
        if isDependent {
            unit.subscriber = nil
            if unit.dependent == nil { unit.dependent = InquiryDependent() }
        } else {
            unit.dependent = nil
            // Without one a unit would be about the person before.
            unit.subscriber = JSONModelFiller.part(InquirySubscriber.self, seed: seed, leftOut: 0)
        }
        return unit
    }

    @Test("pieces come back equal, level by level, from a document and from lines", arguments: 0..<200)
    func roundTrip(seed: UInt64) throws {
        let items = inquiries(seed: seed)
        // A document has its set inside of an interchange and a group.
        let whole =
            [.interchange(Interchange()), .group(FunctionalGroup())] + items + [
                .groupTrailer(FunctionalGroupTrailer()), .interchangeTrailer(InterchangeTrailer()),
            ]
        #expect(try ModelFlow.items(ndjson: ModelFlow.ndjson(items)) == items)
        #expect(try ModelFlow.items(json: ModelFlow.json(whole)) == whole)
    }

    @Test("a dependent of whom nothing is said is still one")
    func emptyDependent() throws {
        let bytes = try SampleFiles.samples.bytes("270/pass/dependent-child.270")
        let text = String(decoding: bytes, as: UTF8.self)
        try #require(text.contains("HL*4*3*23*0~"))
        let bare = Array(text.replacing("HL*4*3*23*0~", with: "HL***23~").utf8)
        let items = try ModelFlow.items(bytes: bare, throughJSON: true)
        #expect(items.contains { if case .inquiry(let part) = $0 { part.dependent != nil } else { false } })
        #expect(try ModelFlow.x12(items) == bare)
    }

    @Test("each inquiry and response says by itself who asks whom about whom")
    func byValue() throws {
        let lines = try ModelFlow.ndjson(
            ModelFlow.items(SampleFiles.samples.bytes("271/pass/dependent-child.271"))
        ).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        let responses = lines.filter { $0.contains("\"objectType\":\"eligibilityResponse\"") }
        #expect(responses.count == 1)
        for key in ["informationSource", "informationReceiver", "subscriber", "dependent", "benefits"] {
            #expect(responses.first?.contains("\"\(key)\":") == true)
        }
    }
}

extension ModelFlow {
    /// All pieces of an input, which goes through a JSON document first if so wished.
    fileprivate static func items(bytes: [UInt8], throughJSON: Bool) throws -> [ModelItem] {
        let items = try items(bytes)
        return throughJSON ? try self.items(json: json(items)) : items
    }
}
