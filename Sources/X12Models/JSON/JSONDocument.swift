/// One JSON value read whole: a claim, a payment, a small file.
///
/// It is a tape: the value's bytes as they were, and a flat array with an entry for each key and value in
/// the order of the text. A document can be filled again and again by ``JSONReader/readValue(into:)``, which
/// then invalidates the views into its former content.
package final class JSONDocument {
    // Each field that is read looks at these a few times. Checking each look against overlapping changes took a
    // quarter of the time, and only the reader changes them, between two values.

    /// The entries, the root first; none before the first reading.
    @exclusivity(unchecked) var entries: [Entry] = []
    /// The value's bytes, from its first to its last.
    @exclusivity(unchecked) var bytes: [UInt8] = []
    /// Where the value stands in the input.
    var origin = Origin()

    /// Creates an empty document.
    package init() {}

    /// The value itself.
    ///
    /// Only a document that was filled has one.
    package var root: JSONValue {
        precondition(!entries.isEmpty, "the document was not filled")
        return JSONValue(document: self, index: 0)
    }

    /// One key or value.
    struct Entry {
        var kind: Kind
        var hasEscapes = false
        /// Where it starts in ``JSONDocument/bytes``; a string's first byte behind the quote.
        var offset: Int32
        /// The length of a string without its quotes or of a number; how many fields or elements there are.
        var length: Int32 = 0
        /// The index of the entry behind it and all that it holds.
        var next: Int32
    }

    enum Kind: UInt8 {
        case object, array, string, number, yes, no, null, key
    }

    /// A place in the input.
    struct Origin {
        var byteOffset = 0
        var line = 1
        /// The column, from 1, counted in bytes.
        var column = 1
        var path = ""
    }

    /// The bytes of a string, escapes and all, or of a number.
    func withRaw<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let start = Int(entries[index].offset)
        let end = start + Int(entries[index].length)
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    /// The text of a string or key, its escapes resolved.
    func text(_ index: Int) -> String {
        withRaw(index) { raw in
            entries[index].hasEscapes ? JSONText.resolved(raw) : String(decoding: raw, as: UTF8.self)
        }
    }

    /// Whether a key is `name`, a name without anything to be escaped.
    @inline(__always)
    func isKey(_ index: Int, _ name: StaticString) -> Bool {
        let entry = entries[index]
        if entry.hasEscapes { return text(index) == "\(name)" }
        guard Int(entry.length) == name.utf8CodeUnitCount else { return false }
        return withRaw(index) { raw in
            raw.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: raw.count))
        }
    }

    /// One of 64 bits for how a key looks: its length, first and last letter; all bits for one with escapes.
    @inline(__always)
    func keyLook(_ index: Int) -> UInt64 {
        let entry = entries[index]
        guard !entry.hasEscapes else { return .max }
        guard entry.length > 0 else { return 1 }
        let start = Int(entry.offset)
        return Self.look(bytes[start], bytes[start + Int(entry.length) - 1], Int(entry.length))
    }

    /// The bit of a name, as ``keyLook(_:)`` has it.
    @inline(__always)
    static func look(of name: StaticString) -> UInt64 {
        let length = name.utf8CodeUnitCount
        guard length > 0 else { return 1 }
        return look(name.utf8Start[0], name.utf8Start[length - 1], length)
    }

    @inline(__always)
    private static func look(_ first: UInt8, _ last: UInt8, _ length: Int) -> UInt64 {
        1 &<< ((UInt64(first) &* 7 &+ UInt64(last) &* 3 &+ UInt64(truncatingIfNeeded: length)) & 63)
    }

    // MARK: - Places

    /// Where the entry stands in the input: byte, line, column, and path from the outermost value.
    func place(of index: Int) -> Origin {
        var place = origin
        let offset = Int(entries[index].offset) - (entries[index].kind == .string ? 1 : 0)
        place.byteOffset += offset
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                place.line += 1
                place.column = 1
            } else {
                place.column += 1
            }
        }
        // Down from the root, into the field or element whose entries the one looked for is among.
        var container = 0
        while container != index {
            var child = container + 1
            var position = 0
            let isObject = entries[container].kind == .object
            guard isObject || entries[container].kind == .array else { break }
            while Int(entries[child].next) <= index {
                child = Int(entries[child].next)
                position += 1
            }
            if isObject {
                JSONText.appendField(text(child), to: &place.path)
                // Behind the key stands its value; asked for the key itself, the way ends here.
                guard child != index else { break }
                child += 1
            } else {
                place.path += "[\(position)]"
            }
            container = child
        }
        return place
    }
}
