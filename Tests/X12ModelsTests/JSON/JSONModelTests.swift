import Testing
import X12Diagnostics
import X12Text

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
            Sample(RemittanceTrailer.self), Sample(EligibilityInquiryHeader.self),
            Sample(EligibilityResponseHeader.self), Sample(InformationSource.self),
            Sample(InformationReceiver.self), Sample(InquirySubscriber.self), Sample(InquiryDependent.self),
            Sample(BenefitInquiry.self), Sample(ResponseSubscriber.self), Sample(ResponseDependent.self),
            Sample(EligibilityBenefit.self), Sample(ImplementationAcknowledgementHeader.self),
            Sample(TransactionSetResponse.self), Sample(ImplementationAcknowledgementTrailer.self),
            Sample(ClaimAcknowledgementHeader.self), Sample(AcknowledgementSource.self),
            Sample(AcknowledgementReceiver.self), Sample(AcknowledgedProvider.self),
            Sample(PatientAcknowledgement.self),
        ]
    }

    static func json<Part: ModelPart>(_ part: Part, _ form: JSONWriter.Form = .compact) -> String {
        var writer = JSONWriter(form)
        writer.object(part)
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

    // MARK: - What it looks like

    @Test("a claim reads like this")
    func claim() throws {
        let json = Self.json(JSONModelSamples.claim, .pretty)
        try JSONGolden.expect(json, toEqual: "claim.json")
        var expected = JSONModelSamples.claim
        // Nothing was in it: JSON does not tell that from being absent.
        expected.references = nil
        #expect(try Self.read(Claim.self, JSONGolden.text("claim.json")) == expected)
    }

    @Test("a payment reads like this")
    func payment() throws {
        let json = Self.json(JSONModelSamples.payment, .pretty)
        try JSONGolden.expect(json, toEqual: "payment.json")
        #expect(try Self.read(ClaimPayment.self, JSONGolden.text("payment.json")) == JSONModelSamples.payment)
    }

    @Test("every property of the outline has its field")
    func coverage() throws {
        func check<Part: ModelPart>(_ type: Part.Type) throws {
            var reader = JSONReader(
                Array(Self.json(JSONModelFiller.part(type, seed: 1, leftOut: 0, makesGaps: false)).utf8))
            let document = JSONDocument()
            #expect(try reader.readValue(into: document))
            let properties = ModelOutline(of: type, as: .properties).visits.map(\.path)
            #expect(Set(Self.paths(document.root)) == Set(properties), "\(type)")
        }
        try check(ClaimHeader.self)
        try check(BillingProvider.self)
        try check(Subscriber.self)
        try check(Patient.self)
        try check(Claim.self)
        try check(TransactionSetResponse.self)
        try check(ImplementationAcknowledgementTrailer.self)
        try check(AcknowledgementReceiver.self)
        try check(PatientAcknowledgement.self)
        try check(RemittanceHeader.self)
        try check(RemittanceGroup.self)
        try check(ClaimPayment.self)
        try check(RemittanceTrailer.self)
        try check(EligibilityInquiryHeader.self)
        try check(EligibilityResponseHeader.self)
        try check(InformationSource.self)
        try check(InformationReceiver.self)
        try check(InquirySubscriber.self)
        try check(InquiryDependent.self)
        try check(BenefitInquiry.self)
        try check(ResponseSubscriber.self)
        try check(ResponseDependent.self)
        try check(EligibilityBenefit.self)
    }

    /// The paths of all values that are no objects and no lists, lists marked by brackets.
    private static func paths(_ value: JSONValue) -> [String] {
        if let object = value.object {
            return object.fields.flatMap { field in
                paths(field.value).map {
                    $0.isEmpty || $0.hasPrefix("[") ? field.key + $0 : "\(field.key).\($0)"
                }
            }
        }
        if let elements = value.elements {
            return elements.flatMap { element in
                paths(element).map { $0.isEmpty ? "[]" : "[].\($0)" }
            }
        }
        return [""]
    }

    // MARK: - What is taken

    @Test("what is empty and no gap leaves no field")
    func empty() throws {
        #expect(Self.json(Claim()) == "{}")
        #expect(Self.json(RemittanceHeader(), .pretty) == "{}")
        var claim = Claim()
        claim.dates = ClaimDates()
        claim.chargeAmount = 5
        claim.serviceLines = [ServiceLine()]
        #expect(Self.json(claim) == #"{"chargeAmount":"5","serviceLines":[{}]}"#)
    }

    @Test("null, and an object without a value, say the same as no field")
    func absent() throws {
        let json =
            #"{"chargeAmount":null,"dates":{"onset":null},"references":{},"serviceLines":null,"note":null}"#
        #expect(try Self.read(Claim.self, json) == Claim())
    }

    @Test(
        "numbers are taken as decimals exactly as they are written",
        arguments: [
            ("180.10", "180.1"), ("0.07", "0.07"), ("-5", "-5"), ("123456789012345678", "123456789012345678"),
        ])
    func numbers(written: String, value: String) throws {
        let claim = try Self.read(Claim.self, "{\"chargeAmount\":\(written)}")
        #expect(claim.chargeAmount?.description == value)
        #expect(try Self.read(Claim.self, "{\"chargeAmount\":\"\(written)\"}") == claim)
    }

    @Test("fields are taken in any order, and escapes in values of any kind")
    func orderAndEscapes() throws {
        let json = """
            {"serviceLines":[{"serviceDate":"2026-02-20\\/2026-02-21","number":7}],
             "chargeAmount":"1\\u0032.5","patient\\u0043ontrolNumber":"A\\/B"}
            """
        let claim = try Self.read(Claim.self, json)
        #expect(claim.patientControlNumber == "A/B")
        #expect(claim.chargeAmount?.description == "12.5")
        #expect(claim.serviceLines.first?.serviceDate == DateTimePeriod(iso: "2026-02-20/2026-02-21"))
        #expect(claim.serviceLines.first?.number == 7)
    }

    @Test("fields of the caller's are left to the caller, at the top alone")
    func extraFields() throws {
        let json = #"{"objectType":"claim","chargeAmount":"5","carried":[{"x":1}]}"#
        #expect(try Self.read(Claim.self, json, ignoring: ["objectType", "carried"]).chargeAmount == 5)
        #expect(throws: X12Error.self) { _ = try Self.read(Claim.self, json, ignoring: ["objectType"]) }
        #expect(throws: X12Error.self) {
            _ = try Self.read(Claim.self, #"{"dates":{"carried":[]}}"#, ignoring: ["carried"])
        }
    }

    @Test("fields of the caller's stand among those of the part")
    func callersFields() {
        var writer = JSONWriter()
        var claim = Claim()
        claim.chargeAmount = 5
        claim.dates = ClaimDates()
        writer.beginObject()
        writer.key("objectType")
        writer.string("claim")
        writer.properties(of: claim)
        writer.key("carried")
        writer.beginArray()
        writer.endArray()
        writer.endObject()
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == #"{"objectType":"claim","chargeAmount":"5","carried":[]}"#)
    }
}
