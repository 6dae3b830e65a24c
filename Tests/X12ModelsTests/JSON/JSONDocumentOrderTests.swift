import Foundation
import Testing
import X12Diagnostics
import X12TestSupport
import X12Text

@testable import X12Models

@Suite("Order of fields in a JSON document")
struct JSONDocumentOrderTests {
    /// Ways in which programs put fields.
    enum Order: CaseIterable {
        case sorted, reversed, shuffled

        func arrange(_ fields: [(key: String, value: JSONValue)]) -> [(key: String, value: JSONValue)] {
            switch self {
            case .sorted: fields.sorted { $0.key < $1.key }
            // The header of a group is the one that has to come before.
            case .reversed:
                fields.contains { $0.key == "transactionSets" }
                    ? fields.sorted { $0.key < $1.key } : fields.reversed()
            // By the last letter: what stood together is torn apart, and each run does it alike.
            case .shuffled: fields.sorted { ($0.key.last ?? "a", $0.key) < ($1.key.last ?? "a", $1.key) }
            }
        }
    }

    private static func text(_ value: JSONValue, _ order: Order) throws -> String {
        if let object = value.object {
            let fields = order.arrange(object.fields.map { (key: $0.key, value: $0.value) })
            let parts = try fields.map { field in
                "\(try quoted(field.key)):\(try text(field.value, order))"
            }
            return "{\(parts.joined(separator: ",\n"))}"
        }
        if let elements = value.elements {
            return try "[\(elements.map { try text($0, order) }.joined(separator: ","))]"
        }
        if let string = value.string { return try quoted(string) }
        return value.numberText ?? value.bool.map { "\($0)" } ?? "null"
    }

    private static func quoted(_ text: String) throws -> String {
        String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    }

    private static func arranged(_ json: [UInt8], _ order: Order) throws -> [UInt8] {
        let document = JSONDocument()
        var reader = JSONReader(json)
        guard try reader.readValue(into: document) else { return [] }
        return Array(try text(document.root, order).utf8)
    }

    private static let samples = SampleFiles.samples.paths(
        below: ["837P/pass", "835/pass", "270/pass", "271/pass", "277CA/pass", "999/pass"]
    ).filter { !$0.hasSuffix(".json") }

    @Test("does not matter: each sample comes back the same", arguments: samples, Order.allCases)
    func anyOrder(path: String, order: Order) throws {
        let items = try ModelFlow.items(SampleFiles.samples.bytes(path))
        try #require(!items.isEmpty)
        let json = try ModelFlow.json(items)
        let other = try Self.arranged(json, order)
        #expect(other != json)
        for chunk in [Int.max, 7] {
            #expect(try ModelFlow.items(json: other, chunk: chunk) == ModelFlow.items(json: json))
        }
    }

    @Test("of a list that was held, errors tell line and path of the document")
    func places() throws {
        let json = """
            {"interchanges":[{
              "functionalGroups":[{"transactionSets":[{
                "claims":[{},
                  {"chargeAmount":"x"}],
                "guide":"005010X222A1","header":{},"transactionSet":"837"}]}],
              "header":{}}],"schemaVersion":"1.0"}
            """
        let error = #expect(throws: X12Error.self) { _ = try ModelFlow.items(json: Array(json.utf8)) }
        #expect(
            error?.detail.hasPrefix(
                "line 4, column 23: interchanges[0].functionalGroups[0].transactionSets[0].claims[1].chargeAmount: "
            ) == true, "\(error?.detail ?? "")")
        #expect(error?.location.line == 4)
    }

    @Test("a list that is too large to be held is refused, and told what to move where")
    func tooLarge() throws {
        let claims = Array(repeating: #"{"patientControlNumber":"PCN0001"}"#, count: 100).joined(
            separator: ",")
        func read(_ set: String) throws -> Int {
            let json =
                "{\"interchanges\":[{\"header\":{},\"functionalGroups\":[{\"transactionSets\":[{\(set)}]}]}]}"
            var limits = JSONLimits()
            limits.largestValue = 1000
            var reader = JSONDocumentReader(ByteSource(bytes: Array(json.utf8)), limits: limits)
            var count = 0
            while try reader.next() != nil { count += 1 }
            return count
        }
        let head = #""transactionSet":"837","guide":"005010X222A1","header":{}"#
        #expect(try read("\(head),\"claims\":[\(claims)]") > 100)
        // Two lists that are small enough, and not together.
        let fewer = Array(repeating: "{}", count: 300).joined(separator: ",")
        for lists in ["\"claims\":[\(claims)]", "\"claimPayments\":[\(fewer)],\"claims\":[\(fewer)]"] {
            let error = #expect(throws: X12Error.self) { try read("\(lists),\(head)") }
            #expect(error?.code == .limitPassed)
            #expect(
                error?.detail.contains(
                    "claims stands before transactionSet, guide and header: move transactionSet, guide and header before claims"
                ) == true, "\(error?.detail ?? "")")
        }
    }
}
