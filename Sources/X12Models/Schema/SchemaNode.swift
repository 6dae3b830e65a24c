/// A piece of a JSON Schema, of the few kinds that our documents need.
package indirect enum SchemaNode {
    /// A definition of the same schema, by name.
    case reference(String)
    /// An object that has no other fields than these.
    case object([SchemaField], required: [String] = [])
    /// A list, of at most so many elements where X12 has room for no more.
    case list(SchemaNode, most: Int? = nil)
    /// What fits at least one of these.
    case anyOf([SchemaNode])
    /// An object of one of these kinds, which says itself which.
    case oneKind([SchemaNode])
    /// One text and no other.
    case constant(String)
    /// Any text; with a pattern that it has, where there is one.
    case text(pattern: String? = nil)
    /// A text or a number, either exact.
    case decimal(pattern: String)
    /// A whole number.
    case integer
    /// `true` or `false`.
    case bool

    /// The names of the definitions that it refers to, right here.
    var references: [String] {
        switch self {
        case .reference(let name): [name]
        case .object(let fields, _): fields.flatMap(\.node.references)
        case .list(let element, _): element.references
        case .anyOf(let nodes), .oneKind(let nodes): nodes.flatMap(\.references)
        case .constant, .text, .decimal, .integer, .bool: []
        }
    }

    /// Writes it as the value that is due.
    func write(to json: inout JSONWriter, describedAs words: String? = nil) {
        json.beginObject()
        if let words { json.pair("description", words) }
        writeKeywords(to: &json)
        json.endObject()
    }

    /// Writes it into the object that is open.
    func writeKeywords(to json: inout JSONWriter) {
        switch self {
        case .reference(let name): json.pair("$ref", "#/$defs/\(name)")
        case .object(let fields, let required): Self.write(fields, required, to: &json)
        case .list(let element, let most):
            json.pair("type", "array")
            if let most {
                json.key("maxItems")
                json.integer(most)
            }
            json.key("items")
            element.write(to: &json)
        case .anyOf(let nodes): Self.write(nodes, as: "anyOf", to: &json)
        case .oneKind(let nodes):
            json.pair("type", "object")
            json.list("required", ["objectType"])
            Self.write(nodes, as: "oneOf", to: &json)
        case .constant(let text): json.pair("const", text)
        case .text(let pattern):
            json.pair("type", "string")
            if let pattern { json.pair("pattern", pattern) }
        case .decimal(let pattern):
            json.list("type", ["string", "number"])
            json.pair("pattern", pattern)
        case .integer: json.pair("type", "integer")
        case .bool: json.pair("type", "boolean")
        }
    }

    private static func write(_ fields: [SchemaField], _ required: [String], to json: inout JSONWriter) {
        json.pair("type", "object")
        json.key("properties")
        json.beginObject()
        for field in fields {
            json.key(field.name)
            field.node.write(to: &json, describedAs: field.place)
        }
        json.endObject()
        if !required.isEmpty { json.list("required", required) }
        json.key("additionalProperties")
        json.bool(false)
    }

    private static func write(_ nodes: [SchemaNode], as keyword: StaticString, to json: inout JSONWriter) {
        json.key(keyword)
        json.beginArray()
        for node in nodes { node.write(to: &json) }
        json.endArray()
    }
}

/// A field of an object.
package struct SchemaField {
    package let name: String
    package let node: SchemaNode
    /// Where the value stands in X12, such as `CLM05-1`; `nil` when it has no one place.
    package var place: String?
}

extension JSONWriter {
    /// Writes a field that is a text.
    mutating func pair(_ name: StaticString, _ text: String) {
        key(name)
        string(text)
    }

    /// Writes a field that is a list of texts.
    mutating func list(_ name: StaticString, _ texts: [String]) {
        key(name)
        beginArray()
        for text in texts { string(text) }
        endArray()
    }
}
