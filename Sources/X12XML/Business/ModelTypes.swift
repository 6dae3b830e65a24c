internal import X12Models

/// Types for the definitions of a JSON Schema, as ``JSONToXML`` writes what fits them.
struct ModelTypes {
    /// An element and its type.
    struct Element: Hashable {
        var name: String
        var type: String
    }

    private let nodes: [String: SchemaNode]

    init(_ definitions: [(name: String, node: SchemaNode)]) {
        nodes = Dictionary(definitions.map { ($0.name, $0.node) }) { first, _ in first }
    }

    /// The element that a value of a definition is, where it would otherwise have a name from outside.
    func element(of node: SchemaNode, named name: String) -> Element {
        guard case .reference(let type) = node, case .object(let fields, _)? = nodes[type],
            let first = fields.first, case .constant(let text) = first.node
        else { return Element(name: name, type: type(of: node)) }
        switch first.name {
        case "objectType": return Element(name: text, type: type)
        case "transactionSet": return Element(name: "set" + text, type: type)
        default: return Element(name: name, type: type)
        }
    }

    // MARK: - Definitions

    /// Writes the type of a definition; nothing for those that are no type by themselves.
    func write(_ name: String, _ node: SchemaNode, isRoot: Bool, to schema: inout SchemaText) {
        switch node {
        case .object(let fields, _):
            schema.element("complexType", ("name", name)) { type in
                type.element("sequence") { content in for field in fields { write(field, to: &content) } }
                if name == "document" {
                    type.element(
                        "attribute", ("name", "schemaVersion"), ("type", "xs:string"), ("use", "required"),
                        ("fixed", "1.0"))
                }
            }
        case .text(let pattern?), .decimal(let pattern):
            schema.element("simpleType", ("name", name)) { type in
                type.element("restriction", ("base", "xs:string")) { restriction in
                    restriction.element("pattern", ("value", Self.unanchored(pattern)))
                }
            }
        default: break
        }
    }

    private func write(_ field: SchemaField, to content: inout SchemaText) {
        // What these say is said by the element's name, or by the root.
        if case .constant = field.node { return }
        guard case .list(let element, let most) = field.node else {
            // A piece that says itself what it is stands in an element of that name.
            if case .reference(let name) = field.node, case .oneKind(let kinds)? = nodes[name] {
                return content.element("choice") { choice in
                    for kind in kinds { Self.write(self.element(of: kind, named: ""), to: &choice) }
                }
            }
            return content.element(
                "element", ("name", field.name), ("type", type(of: field.node)), ("minOccurs", "0")
            ) { element in if let place = field.place { element.note(place) } }
        }
        content.element("element", ("name", field.name), ("minOccurs", "0")) { list in
            if let place = field.place { list.note(place) }
            list.element("complexType") { type in
                type.element(
                    "choice", ("minOccurs", "0"), ("maxOccurs", most.map { String($0) } ?? "unbounded")
                ) { choice in write(elements: element, of: field.name, to: &choice) }
            }
        }
    }

    // MARK: - Lists

    private func write(elements node: SchemaNode, of list: String, to choice: inout SchemaText) {
        let name = ListNames.element(of: list)
        guard case .anyOf(let nodes) = node else {
            return Self.write(Element(name: name, type: type(of: node)), to: &choice)
        }
        // A piece among its like, pieces that say themselves what they are, and what has no place of its own.
        var written: Set<String> = []
        if let first = nodes.first, case .reference(let type) = first, !isSet(type) {
            let isStray = nodes.contains { if case .reference("stray") = $0 { true } else { false } }
            written.insert(name)
            if isStray {
                writeStrays(name, beside: type, to: &choice)
            } else {
                Self.write(Element(name: name, type: type), to: &choice)
            }
        }
        for node in nodes {
            guard case .reference(let type) = node else { continue }
            if isSet(type) {
                let element = element(of: node, named: name)
                if written.insert(element.name).inserted { Self.write(element, to: &choice) }
            } else if type == "stray" {
                if written.insert(name).inserted { writeStrays(name, beside: nil, to: &choice) }
            } else if case .oneKind(let kinds)? = self.nodes[type] {
                for kind in kinds {
                    let element = element(of: kind, named: name)
                    if written.insert(element.name).inserted { Self.write(element, to: &choice) }
                }
            }
        }
    }

    /// An element that holds either the fields of a type, or one piece that has no place of its own.
    private func writeStrays(_ name: String, beside type: String?, to choice: inout SchemaText) {
        choice.element("element", ("name", name)) { element in
            element.element("complexType") { content in
                content.element("choice") { choice in
                    if let type, case .object(let fields, _)? = nodes[type] {
                        choice.element("sequence") { sequence in
                            for field in fields { write(field, to: &sequence) }
                        }
                    }
                    guard case .oneKind(let kinds)? = nodes["line"] else { return }
                    for kind in kinds { Self.write(self.element(of: kind, named: ""), to: &choice) }
                }
            }
        }
    }

    private func isSet(_ type: String) -> Bool {
        type.hasPrefix("transactionSet") && type != "transactionSetResponse"
    }

    private static func write(_ element: Element, to content: inout SchemaText) {
        content.element("element", ("name", element.name), ("type", element.type))
    }

    // MARK: - Values

    private func type(of node: SchemaNode) -> String {
        switch node {
        case .reference(let name): name
        case .integer: "xs:integer"
        case .bool: "xs:boolean"
        default: "text"
        }
    }

    /// Text, marked where it stands in the notation for what XML cannot hold.
    static func writeCommon(to schema: inout SchemaText) {
        schema.element("complexType", ("name", "text")) { type in
            type.element("simpleContent") { content in
                content.element("extension", ("base", "xs:string")) { value in
                    value.element("attribute", ("name", "escaped"), ("type", "xs:boolean"))
                }
            }
        }
    }

    /// A pattern without its anchors, which a schema of XML has by itself.
    private static func unanchored(_ pattern: String) -> String {
        var text = pattern
        if text.hasPrefix("^") { text.removeFirst() }
        if text.hasSuffix("$") { text.removeLast() }
        return text
    }
}
