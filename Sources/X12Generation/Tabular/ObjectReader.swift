internal import X12Diagnostics
internal import X12Models

/// Reads objects of one kind: those of one JSON list, or of NDJSON, an object a line.
struct ObjectReader<Entry: ModelPart>: ~Copyable {
    private var json: JSONReader
    private let document = JSONDocument()
    /// Whether the objects stand in one list, whose beginning is still to be read.
    private var awaitsList: Bool
    private let expected: StaticString

    /// Reads from a source; `expected` says what an object is, in an error (`an encounter, an object,`).
    init(_ source: ReplayedSource, _ expected: StaticString) {
        self.expected = expected
        awaitsList = source.firstWritten == UInt8(ascii: "[")
        json = JSONReader(allowsSeveral: !awaitsList) { buffer throws(X12Error) in
            try source.read(into: buffer)
        }
    }

    /// Whether a source holds JSON.
    static func isHeld(by source: ReplayedSource) -> Bool {
        let first = source.firstWritten
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    /// The next object; `nil` after the last.
    ///
    /// - Throws: `.malformedJSON` and `.malformedModel` with line and place; what the source throws.
    mutating func next() throws(X12Error) -> Entry? {
        if awaitsList {
            awaitsList = false
            _ = try json.next()
        }
        guard try json.readValue(into: document) else { return nil }
        guard let object = document.root.object else {
            throw document.root.misplaced(expected)
        }
        // What is kept back is written with its findings, and may come again.
        return try object.decode(Entry.self, ignoring: ["findings"])
    }
}
