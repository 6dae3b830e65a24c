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
