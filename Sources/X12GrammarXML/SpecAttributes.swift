import X12Grammar

/// Reads attributes that the schema has checked, and gathers what only a program can check.
struct SpecAttributes {
    /// The faults so far.
    var faults: [SpecFault] = []

    /// Notes a fault at an element's line.
    mutating func fault(_ element: XMLElement, _ message: String) {
        faults.append(SpecFault(line: element.line, message: message))
    }

    /// A text; empty, and a fault, when absent.
    mutating func text(_ name: String, of element: XMLElement) -> String {
        if let text = element.attribute(name) { return text }
        fault(element, "\(element.name) has no attribute '\(name)'")
        return ""
    }

    /// A number of 0 or more; absent it is `otherwise`, or a fault when there is no such value.
    mutating func number(_ name: String, of element: XMLElement, otherwise: Int? = nil) -> Int {
        if element.attribute(name) == nil, let otherwise { return otherwise }
        let text = text(name, of: element)
        if let number = Int(text), number >= 0 { return number }
        if !text.isEmpty { fault(element, "\(name) '\(text)' is not a number") }
        return 0
    }

    /// A number of times; `>1` is "no limit", absent it is 1.
    mutating func times(_ name: String, of element: XMLElement) -> Int {
        element.attribute(name) == ">1" ? .max : number(name, of: element, otherwise: 1)
    }

    /// One of an enumeration's values.
    mutating func value<Value: RawRepresentable<String>>(
        _ name: String, of element: XMLElement, otherwise: Value
    ) -> Value {
        guard let text = element.attribute(name) else { return otherwise }
        if let value = Value(rawValue: text) { return value }
        fault(element, "\(name) '\(text)' is not known")
        return otherwise
    }

    /// The relational conditions; empty when absent.
    mutating func notes(of element: XMLElement, elements: Int) -> [SyntaxNote] {
        guard let text = element.attribute("syntax") else { return [] }
        guard let notes = SyntaxNote.list(text) else {
            fault(element, "syntax '\(text)' is malformed")
            return []
        }
        for position in notes.flatMap(\.positions) where position > elements {
            fault(element, "syntax '\(text)' speaks of position \(position), the last is \(elements)")
        }
        return notes
    }

    /// The codes between bars, blanks around them taken off; `nil` when absent.
    mutating func codes(of element: XMLElement) -> [String]? {
        guard let text = element.attribute("codes") else { return nil }
        let codes = text.split(separator: "|", omittingEmptySubsequences: false).map { code in
            code.split(separator: " ").joined(separator: " ")
        }
        if codes.contains("") { fault(element, "a code is empty") }
        if Set(codes).count != codes.count { fault(element, "a code stands twice") }
        return codes
    }

    /// Checks that an element stands at the position where it should.
    mutating func check(_ element: XMLElement, standsAt position: Int, of owner: String) {
        let found = number("at", of: element)
        guard found != position else { return }
        fault(element, "\(owner) goes on with position \(position), not \(found)")
    }
}
