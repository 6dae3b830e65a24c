package import X12Diagnostics

/// The fields of an object, asked for one by one.
///
/// A field that is asked for in the order of the document is found at once; any other is looked for among all.
/// The object remembers what was asked for, so that what was not can be refused or carried.
package struct JSONObject {
    private let document: JSONDocument
    private let first: Int
    private let end: Int
    /// The key to be looked at next, and how many fields stand before it.
    private var next: Int
    private var position = 0
    /// One bit for each of the first 64 fields that was asked for, and the positions of others.
    private var asked: UInt64 = 0
    private var askedBeyond: Set<Int> = []
    /// One bit for the look of each key: of a model's many fields most are absent, which this tells at once.
    private let looks: UInt64

    /// How many fields the object has.
    package let count: Int

    init(document: JSONDocument, index: Int) {
        self.document = document
        first = index + 1
        end = Int(document.entries[index].next)
        next = first
        count = Int(document.entries[index].length)
        var looks: UInt64 = 0
        var key = first
        while key < end {
            looks |= document.keyLook(key)
            key = Int(document.entries[key].next)
        }
        self.looks = looks
    }

    /// An error about the object as a whole; `reason` holds nothing of its values.
    package func error(_ reason: String) -> X12Error {
        JSONValue(document: document, index: first - 1).error(reason)
    }

    /// The value of a field, or `nil` when the object has no such field.
    package mutating func value(_ name: StaticString) -> JSONValue? {
        guard looks & JSONDocument.look(of: name) != 0 else { return nil }
        let (start, startPosition) = (next, position)
        if let value = search(name, from: start, startPosition, upTo: end) { return value }
        return search(name, from: first, 0, upTo: start)
    }

    /// The fields that were not asked for, in order.
    package var unasked: [(key: String, value: JSONValue)] {
        var fields: [(key: String, value: JSONValue)] = []
        var key = first
        var position = 0
        while key < end {
            if !wasAsked(position) {
                fields.append((document.text(key), JSONValue(document: document, index: key + 1)))
            }
            key = Int(document.entries[key].next)
            position += 1
        }
        return fields
    }

    /// The first field that was not asked for.
    package var firstUnasked: (key: String, value: JSONValue)? {
        asked.nonzeroBitCount + askedBeyond.count == count ? nil : unasked.first
    }

    /// All fields, in order.
    package var fields: [(key: String, value: JSONValue)] {
        var all = self
        (all.asked, all.askedBeyond) = (0, [])
        return all.unasked
    }

    // MARK: - Search

    private mutating func search(
        _ name: StaticString, from start: Int, _ startPosition: Int, upTo limit: Int
    ) -> JSONValue? {
        var key = start
        var position = startPosition
        while key < limit {
            let following = Int(document.entries[key].next)
            if document.isKey(key, name) {
                if position < 64 { asked |= 1 << UInt64(position) } else { askedBeyond.insert(position) }
                next = following
                self.position = position + 1
                return JSONValue(document: document, index: key + 1)
            }
            key = following
            position += 1
        }
        return nil
    }

    private func wasAsked(_ position: Int) -> Bool {
        position < 64 ? asked & 1 << UInt64(position) != 0 : askedBeyond.contains(position)
    }
}
