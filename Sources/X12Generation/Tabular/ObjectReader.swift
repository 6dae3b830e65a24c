internal import X12Diagnostics
internal import X12Models

/// Reads objects of one kind: those of one JSON list, or of NDJSON, an object a line.
///
/// An object that is not in its form is told of its entry, and reading goes on: behind what does not fit, and where a line
/// is no JSON, at the next line that begins with an object. A list that is no JSON, and an input that ends within an
/// object, stop the reading.
struct ObjectReader<Entry: ToldOfMalformed>: ~Copyable {
    private var json: JSONReader
    private let document = JSONDocument()
    /// Whether the objects stand in one list, whose beginning is still to be read.
    private var awaitsList: Bool
    private let expected: StaticString
    /// Whether objects stand in lines, not in a list.
    private let isLines: Bool
    /// Whether an object was read.
    private var isBegun = false

    /// Reads from a source; `expected` says what an object is, in an error (`an encounter, an object,`).
    init(_ source: ReplayedSource, _ expected: StaticString) {
        self.expected = expected
        awaitsList = source.firstWritten == UInt8(ascii: "[")
        isLines = !awaitsList
        json = JSONReader(allowsSeveral: isLines) { buffer throws(X12Error) in
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
    /// - Throws: `.malformedJSON` with line and place, where nothing can be read behind it; what the source throws.
    mutating func next() throws(X12Error) -> Entry? {
        if awaitsList {
            awaitsList = false
            _ = try json.next()
        }
        do throws(X12Error) {
            guard try json.readValue(into: document) else { return nil }
        } catch {
            return try passOver(error)
        }
        isBegun = true
        var entry = Entry()
        let line = document.root.line
        entry.line = line
        guard let object = document.root.object else {
            entry.malformed = [MalformedText(document.root.misplaced(expected))]
            return entry
        }
        // What is kept back is written with its findings, and may come again.
        let (read, failures) = object.decodeWhatFits(Entry.self, ignoring: ["findings"])
        entry = read
        entry.line = line
        entry.malformed = failures.map { MalformedText($0) }
        return entry
    }

    /// Makes an entry of a line that is no JSON, if there is something to go on with, or was before.
    private mutating func passOver(_ error: X12Error) throws(X12Error) -> Entry? {
        guard isLines, error.code == .malformedJSON, !json.endsBefore(error) else { throw error }
        guard try json.goOnAtNextObject() || isBegun else { throw error }
        isBegun = true
        var entry = Entry()
        entry.line = error.location.line
        entry.malformed = [MalformedText(error)]
        return entry
    }
}
