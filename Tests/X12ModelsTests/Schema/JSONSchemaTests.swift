import Foundation
import Testing
import X12Diagnostics
import X12TestSupport

@testable import X12Models

@Suite("JSON Schemas")
struct JSONSchemaTests {
    @Test("our JSON of every sample fits, as a document and line by line, whatever is wrong with the sample")
    func samples() throws {
        let document = try SchemaCheck(.document)
        let line = try SchemaCheck(.line)
        var checked = 0
        for path in InterchangeRoundTripTests.samples {
            guard let items = try? ModelFlow.items(SampleFiles.samples.bytes(path)) else { continue }
            checked += 1
            #expect(try document.faults(in: ModelFlow.json(items)) == [], "\(path)")
            for json in try ModelFlow.ndjson(items).split(separator: UInt8(ascii: "\n")) {
                #expect(try line.faults(in: json) == [], "\(path)")
            }
        }
        #expect(checked > 90)
    }

    @Test(
        "a schema of one model fits the lines of that model",
        arguments: [
            ("837P/pass/tertiary-with-two-other-payers.837", "claim", JSONSchema.claim),
            ("835/pass/reversal-and-correction.835", "claimPayment", .claimPayment),
            ("270/pass/procedure-with-diagnosis.270", "eligibilityInquiry", .eligibilityInquiry),
            ("271/pass/limits-and-visits.271", "eligibilityResponse", .eligibilityResponse),
        ])
    func models(path: String, type: String, schema: JSONSchema) throws {
        let check = try SchemaCheck(schema)
        let lines = try ModelFlow.ndjson(ModelFlow.items(SampleFiles.samples.bytes(path)))
            .split(separator: UInt8(ascii: "\n"))
        let fitting = try lines.filter { try check.faults(in: $0).isEmpty }
        let meant = lines.filter {
            String(decoding: $0, as: UTF8.self).contains("\"objectType\":\"\(type)\"")
        }
        #expect(!fitting.isEmpty && fitting == meant)
    }

    @Test("whatever a model can hold fits, with gaps and odd texts")
    func filled() throws {
        let check = try SchemaCheck(.line)
        for seed in 0..<UInt64(40) {
            let items: [ModelItem] = [
                .claim(JSONModelFiller.part(Claim.self, seed: seed)),
                .claimPayment(JSONModelFiller.part(ClaimPayment.self, seed: seed)),
                .remittanceTrailer(JSONModelFiller.part(RemittanceTrailer.self, seed: seed)),
                .inquiry(JSONModelFiller.part(EligibilityInquiry.self, seed: seed)),
                .response(JSONModelFiller.part(EligibilityResponse.self, seed: seed)),
            ]
            for line in try ModelFlow.ndjson(items).split(separator: UInt8(ascii: "\n")) {
                // More entries than X12 has room for are no fault of the writer's.
                let faults = try check.faults(in: line).filter { !$0.contains("fits 0") }
                #expect(faults == [])
            }
        }
    }

    @Test(
        "what reading refuses does not fit",
        arguments: [
            #"{"objectType":"claim","colour":1}"#, #"{"objectType":"claim","chargeAmount":"12,50"}"#,
            #"{"objectType":"claim","chargeAmount":true}"#, #"{"objectType":"claim","serviceLines":{}}"#,
            #"{"objectType":"claim","serviceLines":[{"number":"1"}]}"#,
            #"{"objectType":"claim","dates":{"onset":"02/14/2026"}}"#, #"{"objectType":"order"}"#,
            #"{"chargeAmount":"5"}"#,
        ])
    func refused(json: String) throws {
        #expect(try !SchemaCheck(.line).faults(in: json.utf8).isEmpty)
        #expect(throws: X12Error.self) { try ModelFlow.items(ndjson: Array(json.utf8)) }
    }

    @Test(
        "each definition is used, each reference leads to one, and no name stands twice",
        arguments: JSONSchema.allCases)
    func structure(schema: JSONSchema) throws {
        let text = schema.text
        let check = try SchemaCheck(schema)
        let used = Set(text.matches(of: /"#\/\$defs\/([A-Za-z0-9]+)"/).map { String($0.output.1) })
        #expect(used == Set(check.definitions.keys))
        // Our own reader refuses a key that stands twice in one object.
        var reader = JSONReader(Array(text.utf8))
        #expect(try reader.readValue(into: JSONDocument()))
        #expect(text.contains(schema.title) && text.hasSuffix("}\n"))
    }

    @Test("every property of a claim is a field, with its place in X12")
    func properties() throws {
        let fields = try #require(
            SchemaCheck(.claim).definitions["claim"]?["properties"] as? [String: [String: Any]])
        let names = Set(
            ModelOutline(of: Claim.self, as: .properties).visits.map {
                String($0.path.prefix { $0 != "." && $0 != "[" })
            })
        let levels: Set = [
            "objectType", "schemaVersion", "billingProvider", "subscriber", "patient", "carried",
        ]
        #expect(Set(fields.keys) == names.union(levels))
        #expect(fields["chargeAmount"]?["description"] as? String == "CLM02")
        #expect(fields["placeOfService"]?["description"] as? String == "CLM05-1")
        #expect(fields["diagnoses"]?["maxItems"] as? Int == 12)
    }
}
