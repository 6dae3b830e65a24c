/// What our JSON looks like, as JSON Schema (draft 2020-12), made from the models by the walk that reads and writes
/// them.
///
/// A schema says what fields there are, and of what kind their values are; that is all that reading asks for. Whether
/// a code or a length is one that the guide allows is what validation tells.
public enum JSONSchema: String, CaseIterable, Sendable {
    /// A whole file: interchanges with everything inside.
    case document
    /// One line of NDJSON.
    case line
    /// A claim with its billing provider, subscriber and patient.
    case claim
    /// A claim's payment.
    case claimPayment = "claim-payment"
    /// A remittance: a transaction set 835 with header, claim payments and trailer.
    case remittance
    /// An inquiry for one person.
    case eligibilityInquiry = "eligibility-inquiry"
    /// A response about one person.
    case eligibilityResponse = "eligibility-response"

    /// What the schema is of, in a line.
    public var title: String {
        switch self {
        case .document: "X12 interchanges as one document"
        case .line: "A line of X12 interchanges as NDJSON"
        case .claim: "Professional claim (837P, 005010X222A1)"
        case .claimPayment: "Payment of a claim (835, 005010X221A1)"
        case .remittance: "Remittance (835, 005010X221A1)"
        case .eligibilityInquiry: "Eligibility inquiry for one person (270, 005010X279A1)"
        case .eligibilityResponse: "Eligibility response about one person (271, 005010X279A1)"
        }
    }

    /// The schema, laid out over lines, with a line feed at its end.
    public var text: String {
        let (root, definitions) = described
        var json = JSONWriter(.pretty)
        json.beginObject()
        json.pair("$schema", "https://json-schema.org/draft/2020-12/schema")
        json.pair("$id", "urn:swift-x12:json:\(documentSchemaVersion):\(rawValue)")
        json.pair("title", title)
        root.writeKeywords(to: &json)
        json.key("$defs")
        json.beginObject()
        for definition in definitions {
            json.key(definition.name)
            definition.node.write(to: &json)
        }
        json.endObject()
        json.endObject()
        json.newline()
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// What the schema says, and the definitions that it refers to.
    package var described: (root: SchemaNode, definitions: [(name: String, node: SchemaNode)]) {
        let schema = DocumentSchema()
        let root =
            switch self {
            case .document: schema.document
            case .line: schema.line
            case .claim: schema.item(.claim)
            case .claimPayment: schema.item(.claimPayment)
            case .remittance: schema.remittanceSet
            case .eligibilityInquiry: schema.item(.eligibilityInquiry)
            case .eligibilityResponse: schema.item(.eligibilityResponse)
            }
        let definitions = schema.definitions.needed(by: root).compactMap { definition in
            definition.node.map { (definition.name, $0) }
        }
        return (root, definitions)
    }
}
