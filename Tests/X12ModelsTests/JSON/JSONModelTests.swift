import Testing
import X12Diagnostics

@testable import X12Models

@Suite("Models as JSON")
struct JSONModelTests {
    /// A top part's way into JSON and back, its type hidden so that all stand in one table.
    struct Sample: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let travels: @Sendable (UInt64, JSONWriter.Form) throws -> Void

        init<Part: ModelPart>(_ type: Part.Type) {
            testDescription = "\(type)"
            travels = { seed, form in
                let part = JSONModelFiller.part(type, seed: seed)
                let json = JSONModelTests.json(part, form)
                let read = try JSONModelTests.read(type, json)
                #expect(read == part, "seed \(seed)")
                #expect(JSONModelTests.json(read, form) == json, "seed \(seed)")
            }
        }

        static let all = [
            Sample(ClaimHeader.self), Sample(BillingProvider.self), Sample(Subscriber.self),
            Sample(Patient.self), Sample(Claim.self), Sample(TransactionTrailer.self),
            Sample(RemittanceHeader.self), Sample(RemittanceGroup.self), Sample(ClaimPayment.self),
            Sample(RemittanceTrailer.self),
        ]
    }

    static func json<Part: ModelPart>(_ part: Part, _ form: JSONWriter.Form = .compact) -> String {
        var writer = JSONWriter(form)
        var part = part
        writer.object(&part)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    static func read<Part: ModelPart>(
        _ type: Part.Type, _ json: String, ignoring extra: [StaticString] = []
    ) throws -> Part {
        var reader = JSONReader(Array(json.utf8))
        let document = JSONDocument()
        _ = try reader.readValue(into: document)
        let object = try #require(document.root.object)
        return try object.decode(type, ignoring: extra)
    }

    @Test("a part comes back equal, and as the same bytes", arguments: Sample.all)
    func roundTrip(sample: Sample) throws {
        for seed in 0..<UInt64(200) { try sample.travels(seed, .compact) }
    }

    @Test("a part laid out for people comes back equal, and as the same bytes", arguments: Sample.all)
    func prettyRoundTrip(sample: Sample) throws {
        for seed in 0..<UInt64(200) { try sample.travels(seed, .pretty) }
    }
}
