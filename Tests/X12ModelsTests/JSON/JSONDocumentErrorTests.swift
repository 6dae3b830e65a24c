import Testing
import X12Diagnostics
import X12TestSupport
import X12Text

@testable import X12Models

@Suite("Whole documents that do not fit, and several in a row")
struct JSONDocumentErrorTests {
    /// A text, and the words of the error that it meets.
    struct Sample: CustomTestStringConvertible, Sendable {
        let json: String
        let words: String
        var testDescription: String { json }

        init(_ json: String, _ words: String) {
            self.json = json
            self.words = words
        }

        /// A document with a transaction set.
        static func set(_ fields: String, _ words: String) -> Sample {
            Sample(
                #"{"interchanges":[{"header":{},"functionalGroups":[{"header":{},"transactionSets":[{\#(fields)}]}]}]}"#,
                words)
        }
    }

    static let documents = [
        Sample("{\"interchanges\":[{\"functionalGroups\":[]}]}", "the header is missing, which comes before"),
        Sample("{\"interchanges\":{}}", "a list is expected"),
        Sample("{\"interchanges\":[5]}", "an object is expected"),
        Sample("{\"interchanges\":[{\"header\":5}]}", "interchanges[0].header: is not an object"),
        Sample("{\"interchanges\":[{\"heder\":{}}]}", "heder is not a field that is known here"),
        Sample("{\"schemaVersion\":\"9\"}", "schemaVersion: is 9; this program reads 1.0"),
        Sample("{\"schemaVersion\":1}", "schemaVersion: a number stands where text is expected"),
        Sample(
            "{\"interchanges\":[{\"header\":{\"controlNumber\":1}}]}",
            "a number stands where text is expected"),
        Sample("{\"interchanges\":[],\"interchanges\":[]}", "a key stands twice in one object"),
        Sample("{\"interchanges\":[", "the input ends within a value"),
        Sample("[]", "an object is expected"),
        Sample("{}", "the document has no interchanges"),
        Sample("{\"schemaVersion\":\"1.0\"}", "the document has no interchanges"),
        .set(#""transactionSet":837"#, "transactionSet: a number stands where text is expected"),
        .set(#""transactionSet":"837","guide":5"#, "guide: a number stands where text is expected"),
        .set(#""header":{}"#, "header: transactionSet beside it must be 837"),
        .set(#""header":{},"transactionSet":"850""#, "header: transactionSet beside it must be 837"),
        Sample(
            #"{"interchanges":[{"header":{},"functionalGroups":[{"transactionSets":[],"header":{}}]}]}"#,
            "header: the header stands behind what it is the header of: move it before"),
        .set(
            #""transactionSet":"837","guide":"005010X222A1","claims":[{}]"#,
            "the header is missing, which comes before"),
        .set(
            #""transactionSet":"837","guide":"005010X222A1","header":{},"claims":[{"carried":"x"}]"#,
            "carried: text stands where an object is expected"),
        .set(
            #""transactionSet":"837","guide":"005010X222A1","header":{},"claims":[{"subscriber":{"beginsAgain":1}}]"#,
            "beginsAgain: a number stands where true or false is expected"),
        // What stands above an object is said in it: that of the object before is another person's.
        .set(
            #""transactionSet":"837","guide":"005010X222A1","header":{},"claims":[{"billingProvider":{"hierarchicalLevel":{"identifier":"1"}},"subscriber":{"hierarchicalLevel":{"identifier":"1"}}},{"billingProvider":{"hierarchicalLevel":{"identifier":"1"}}}]"#,
            "claims[1]: 'subscriber' is missing: every object says itself what it stands under"),
        .set(
            #""transactionSet":"837","guide":"005010X222A1","header":{},"claims":[{"billingProvider":{"hierarchicalLevel":{"identifier":"1"}},"subscriber":{"hierarchicalLevel":{"identifier":"1"}}},{"subscriber":{"hierarchicalLevel":{"identifier":"1"}}}]"#,
            "claims[1]: 'billingProvider' is missing"),
        .set(
            #""transactionSet":"270","guide":"005010X279A1","header":{},"eligibilityInquiries":[{"informationSource":{"hierarchicalLevel":{"identifier":"1"}},"informationReceiver":{"hierarchicalLevel":{"identifier":"1"}},"subscriber":{"hierarchicalLevel":{"identifier":"1"}}},{"informationSource":{"hierarchicalLevel":{"identifier":"1"}},"informationReceiver":{"hierarchicalLevel":{"identifier":"1"}}}]"#,
            "eligibilityInquiries[1]: 'subscriber' is missing"),
        .set(
            #""transactionSet":"270","guide":"005010X279A1","header":{},"eligibilityInquiries":[{"informationSource":{"hierarchicalLevel":{"identifier":"1"}},"informationReceiver":{"hierarchicalLevel":{"identifier":"1"}},"subscriber":{"hierarchicalLevel":{"identifier":"1"}}},{"informationSource":{"hierarchicalLevel":{"identifier":"1"}},"subscriber":{"hierarchicalLevel":{"identifier":"1"}}}]"#,
            "eligibilityInquiries[1]: 'informationReceiver' is missing"),
        .set(
            #""transactionSet":"271","guide":"005010X279A1","header":{},"eligibilityResponses":[{"informationSource":{"hierarchicalLevel":{"identifier":"1"}},"informationReceiver":{"hierarchicalLevel":{"identifier":"1"}},"subscriber":{"hierarchicalLevel":{"identifier":"1"}}},{"informationSource":{"hierarchicalLevel":{"identifier":"1"}},"informationReceiver":{"hierarchicalLevel":{"identifier":"1"}},"dependent":{}}]"#,
            "eligibilityResponses[1]: 'subscriber' is missing"),
        .set(
            #""transactionSet":"271","guide":"005010X279A1","header":{},"eligibilityResponses":[{"informationSource":{"hierarchicalLevel":{"identifier":"1"}},"informationReceiver":{"hierarchicalLevel":{"identifier":"1"}},"subscriber":{"hierarchicalLevel":{"identifier":"1"}}},{"informationSource":{"hierarchicalLevel":{"identifier":"1"}},"informationReceiver":{"hierarchicalLevel":{"identifier":"1"}}}]"#,
            "eligibilityResponses[1]: 'subscriber' is missing"),
        Sample(
            #"{"interchanges":[{"header":{},"functionalGroups":[],"acknowledgements":[]}]}"#,
            "the acknowledgements stand behind the functionalGroups"),
        // Separators that are none.
        Sample(
            #"{"interchanges":[{"header":{"componentSeparator":"::"}}]}"#,
            "componentSeparator: is not one character"),
        Sample(
            #"{"interchanges":[{"header":{"componentSeparator":""}}]}"#,
            "componentSeparator: is not one character"),
        Sample(
            #"{"interchanges":[{"header":{"elementSeparator":"||"}}]}"#,
            "elementSeparator: is not one character"),
        Sample(
            #"{"interchanges":[{"header":{"segmentTerminator":"'\n"}}]}"#,
            "segmentTerminator: is not one character"),
        Sample(#"{"interchanges":[{"header":{"lineEnd":"GS"}}]}"#, "lineEnd: is not a line end"),
        .set(
            #""transactionSet":"837","guide":"005010X222A1","header":{},"claims":[{"serviceLines":[{},{},{"chargeAmount":"12,50"}]}]"#,
            #"claims[0].serviceLines[2].chargeAmount: "12,50" is not a decimal"#),
        .set(
            #""transactionSet":"837","guide":"005010X222A1","header":{},"claims":[{"patient":{"x":[]},"chargeAmount":1,"chargeAmount":2,"y":{"z":1}}]"#,
            "claims[0].chargeAmount: a key stands twice in one object"),
    ]

    @Test("the error names the place, and what is wrong there", arguments: documents)
    func document(_ sample: Sample) {
        let error = #expect(throws: X12Error.self) { _ = try ModelFlow.items(json: Array(sample.json.utf8)) }
        #expect(error?.detail.contains(sample.words) == true, "\(error?.detail ?? "")")
        #expect(error?.detail.hasPrefix("line ") == true)
    }

    @Test(
        "lines that do not fit name line and path",
        arguments: [
            Sample("{\"objectType\":\"clam\"}", "line 1, column 1: has no objectType that is known"),
            Sample("{\"objectType\":\"interchange\"}\n5", "line 2, column 1: is not an object"),
            Sample("{\"objectType\":\"claim\"} {}", "a value does not start on its own line"),
            Sample("{\"objectType\":\"claimTransaction\"}", "line 1, column 1: names no guide"),
            Sample(
                "{\"objectType\":\"claim\",\"subscriber\":5}",
                "line 1, column 36: subscriber: is not an object"),
        ])
    func lines(_ sample: Sample) {
        let error = #expect(throws: X12Error.self) {
            _ = try ModelFlow.items(ndjson: Array(sample.json.utf8))
        }
        #expect(error?.detail.contains(sample.words) == true, "\(error?.detail ?? "")")
    }

    @Test(
        "a number is taken exactly as it is written",
        arguments: ["12.50", "\"12.5\"", "0.1", "123456789012345.678"])
    func exact(_ number: String) throws {
        let claim = try JSONModelTests.read(Claim.self, "{\"chargeAmount\":\(number)}")
        #expect(claim.chargeAmount == ExactDecimal(number.filter { $0 != "\"" }))
    }

    @Test(
        "a number with an exponent is taken where it is exact",
        arguments: [
            ("1e3", "1000"), ("1.0E7", "10000000"), ("2.155e2", "215.5"), ("125E-2", "1.25"),
            ("-1.5e+1", "-15"),
            ("0e5", "0"), ("1e17", "100000000000000000"),
        ])
    func exponent(_ number: (json: String, value: String)) throws {
        let claim = try JSONModelTests.read(Claim.self, "{\"chargeAmount\":\(number.json)}")
        #expect(claim.chargeAmount == ExactDecimal(number.value))
    }

    @Test(
        "a number that 18 digits do not hold is refused, and so is an exponent in a text",
        arguments: ["1e18", "1e400", "1e-400", "123456789012345678e1", "1e99999999999999999999", "\"1e3\""])
    func inexact(_ number: String) {
        #expect(throws: X12Error(.malformedModel)) {
            try JSONModelTests.read(Claim.self, "{\"chargeAmount\":\(number)}")
        }
    }

    @Test(
        "what cannot be written names its line and path",
        arguments: [
            ("\"OFFICE-1\"", "\"OFF*ICE\"", "patientControlNumber"),
            ("\"W100200300\"", "\"W80~\"", "memberIdentifier"),
            ("\"99213\"", "\"992:13\"", "serviceLines[0].procedure.code"),
            ("\"98\"", "\"9~8\"", "serviceTypes[0]"), ("\"98\"", "\"9^8\"", "serviceTypes[0]"),
            ("\"W100200300\"", "\"W80\\n\"", "memberIdentifier"),
            ("\"W100200300\"", "\"W80\\r\\n1\"", "memberIdentifier"),
            ("\"98\"", "\"9\\n8\"", "serviceTypes[0]"),
        ], [true, false])
    func unwritable(change: (from: String, to: String, path: String), isDocument: Bool) throws {
        let sample = change.from == "\"98\"" ? "271/pass/active-coverage.271" : "837P/pass/office-visit.837"
        let items = try ModelFlow.items(SampleFiles.samples.bytes(sample))
        let written = isDocument ? try ModelFlow.json(items) : try ModelFlow.ndjson(items)
        let text = String(decoding: written, as: UTF8.self).replacing(change.from, with: change.to)
        let before = try #require(text.firstRange(of: change.to)).lowerBound
        let line = text[..<before].count { $0 == "\n" } + 1
        var input = try ModelInput(ModelFlow.source(Array(text.utf8), chunk: .max))
        var writer = ModelWriter()
        let error = #expect(throws: X12Error.self) {
            while let item = try input.next() {
                do throws(X12Error) { try writer.write(item) } catch { throw input.located(error) }
            }
        }
        #expect(error?.code == .delimiterInData)
        let detail = error?.detail ?? ""
        #expect(detail.hasPrefix("line \(line), column ") && error?.location.line == line, "\(detail)")
        #expect(detail.contains(change.path + ": "), "\(detail)")
    }

    @Test("several documents in one stream are read one after the other", arguments: [1, 7, 4096])
    func several(chunk: Int) throws {
        let samples = [
            "837P/pass/office-visit.837", "835/pass/several-payments.835", "271/pass/active-coverage.271",
        ]
        let all = try samples.map { try ModelFlow.items(SampleFiles.samples.bytes($0)) }
        var text: [UInt8] = []
        for items in all { text += try ModelFlow.json(items) }
        let read = try ModelFlow.items(json: text, chunk: chunk)
        #expect(try ModelFlow.x12(read) == all.flatMap { try ModelFlow.x12($0) })
    }

    @Test("a claim outside of a transaction set is not written")
    func outside() {
        #expect(throws: X12Error(.unwritable)) { _ = try ModelFlow.x12([.claim(Claim())]) }
        #expect(throws: X12Error(.unwritable)) { _ = try ModelFlow.x12([.claim(Claim())], .issue) }
    }
}
