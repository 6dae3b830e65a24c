package import X12Diagnostics
package import X12Text

/// A value of a document, seen in place; valid until the document is filled again.
package struct JSONValue {
    let document: JSONDocument
    let index: Int

    /// What kinds of value there are.
    package enum Kind: String, Sendable {
        case object, array, string, number, bool, null
    }

    /// What kind of value it is.
    package var kind: Kind {
        switch document.entries[index].kind {
        case .object: .object
        case .array: .array
        case .string, .key: .string
        case .number: .number
        case .yes, .no: .bool
        case .null: .null
        }
    }

    /// The text of a string; `nil` for any other value.
    package var string: String? { kind == .string ? document.text(index) : nil }

    /// A number as it was written; `nil` for any other value.
    package var numberText: String? { kind == .number ? document.text(index) : nil }

    /// A number without a fraction or an exponent, and within 64 bits; `nil` for any other value.
    package var integer: Int? { numberText.flatMap { Int($0) } }

    /// An exact decimal, sent as a string or, without an exponent, as a number; `nil` for any other value.
    package var decimal: ExactDecimal? {
        guard kind == .string || kind == .number, !document.entries[index].hasEscapes else { return nil }
        return document.withRaw(index) { ExactDecimal.parse($0)?.value }
    }

    /// `true` or `false`; `nil` for any other value.
    package var bool: Bool? {
        switch document.entries[index].kind {
        case .yes: true
        case .no: false
        default: nil
        }
    }

    /// Whether it is `null`.
    package var isNull: Bool { kind == .null }

    /// The fields of an object; `nil` for any other value.
    package var object: JSONObject? { kind == .object ? JSONObject(document: document, index: index) : nil }

    /// The elements of an array, in order; `nil` for any other value.
    package var elements: JSONElements? {
        kind == .array ? JSONElements(document: document, index: index) : nil
    }

    /// The path to the value from the outermost one: `claims[3].serviceLines[2].chargeAmount`.
    package var path: String { document.place(of: index).path }

    /// An error that says of the value why it cannot be used; `reason` holds nothing of the value.
    package func error(_ reason: String, _ code: X12Error.Code = .malformedModel) -> X12Error {
        let place = document.place(of: index)
        return .malformed(code, place, reason)
    }
}

/// The elements of an array.
package struct JSONElements: Sequence, IteratorProtocol {
    private let document: JSONDocument
    private var index: Int
    private let end: Int
    /// How many there are in the array.
    package let count: Int

    init(document: JSONDocument, index: Int) {
        self.document = document
        self.index = index + 1
        end = Int(document.entries[index].next)
        count = Int(document.entries[index].length)
    }

    /// The next element, or `nil` after the last.
    package mutating func next() -> JSONValue? {
        guard index < end else { return nil }
        defer { index = Int(document.entries[index].next) }
        return JSONValue(document: document, index: index)
    }
}

extension X12Error {
    /// An error with a place in JSON: line, column and path in the words, byte and line in the location.
    static func malformed(_ code: Code, _ place: JSONDocument.Origin, _ reason: String) -> X12Error {
        let path = place.path.isEmpty ? "" : "\(place.path): "
        return X12Error(
            code, at: Location(byteOffset: place.byteOffset, line: place.line),
            "line \(place.line), column \(place.column): \(path)\(reason)")
    }
}
