/// The text of a schema, written element by element.
struct SchemaText {
    /// What was written.
    private(set) var text = ""
    private var depth = 0

    /// Writes an element without content.
    mutating func element(_ name: String, _ attributes: (String, String)...) {
        line("<xs:\(name)\(Self.joined(attributes))/>")
    }

    /// Writes an element with content.
    mutating func element(
        _ name: String, _ attributes: (String, String)..., content: (inout SchemaText) -> Void
    ) {
        open("xs:\(name)\(Self.joined(attributes))", end: "xs:\(name)", content)
    }

    /// Writes the root with the namespaces it needs.
    mutating func schema(
        _ attributes: [(String, String)] = [], documentation: String, content: (inout SchemaText) -> Void
    ) {
        text += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        let namespace = [("xmlns:xs", "http://www.w3.org/2001/XMLSchema")]
        open("xs:schema\(Self.joined(namespace + attributes))", end: "xs:schema") { schema in
            schema.note(documentation)
            content(&schema)
        }
    }

    /// Writes words for people.
    mutating func note(_ words: String) {
        element("annotation") { $0.line("<xs:documentation>\(Self.escaped(words))</xs:documentation>") }
    }

    private mutating func open(_ start: String, end: String, _ content: (inout SchemaText) -> Void) {
        line("<\(start)>")
        depth += 1
        content(&self)
        depth -= 1
        line("</\(end)>")
    }

    private mutating func line(_ words: String) {
        text += String(repeating: "  ", count: depth) + words + "\n"
    }

    private static func joined(_ attributes: [(String, String)]) -> String {
        attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
    }

    private static func escaped(_ words: String) -> String {
        var text = ""
        for character in words {
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            default: text.append(character)
            }
        }
        return text
    }
}

extension SchemaText {
    /// Writes an element declaration that may occur any number of times.
    mutating func repeated(_ name: String, type: String) {
        element("element", ("name", name), ("type", type), ("minOccurs", "0"), ("maxOccurs", "unbounded"))
    }

    /// Writes the place of findings, which any number may stand in.
    mutating func findings() {
        element(
            "any", ("namespace", GenericXML.findingNamespace), ("processContents", "lax"), ("minOccurs", "0"),
            ("maxOccurs", "unbounded"))
    }
}
