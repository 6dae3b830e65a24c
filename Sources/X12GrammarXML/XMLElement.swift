import CLibXML2

/// One element of a document; valid while its ``XMLTree`` is being read.
struct XMLElement: Hashable {
    private let pointer: xmlNodePtr

    init(_ pointer: xmlNodePtr) { self.pointer = pointer }

    /// The element's name without a prefix.
    var name: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }

    /// The line on which its start tag ends.
    var line: Int { Int(xmlGetLineNo(pointer)) }

    /// The elements directly inside.
    var children: [XMLElement] {
        var children: [XMLElement] = []
        var next = pointer.pointee.children
        while let node = next {
            if node.pointee.type == XML_ELEMENT_NODE { children.append(XMLElement(node)) }
            next = node.pointee.next
        }
        return children
    }

    /// An attribute's value, its blanks collapsed as the schema's type `token` has it; `nil` when absent.
    func attribute(_ name: String) -> String? {
        string(name)?.split(separator: " ").joined(separator: " ")
    }

    /// An attribute's value with its blanks, as the schema's type `string` has it; `nil` when absent.
    func string(_ name: String) -> String? {
        guard let value = xmlGetNoNsProp(pointer, name) else { return nil }
        defer { clibxml2_free(value) }
        return String(cString: value)
    }
}
