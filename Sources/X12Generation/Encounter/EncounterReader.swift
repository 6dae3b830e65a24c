public import X12Diagnostics
internal import X12Models
public import X12Text

/// Reads encounters from a table (CSV), NDJSON with one object a line, or one JSON list; the form is recognised.
public struct EncounterReader: ~Copyable {
    private var table: EncounterTableReader?
    private var json: JSONReader?
    private let document = JSONDocument()
    /// Whether the objects stand in one list, whose beginning is still to be read.
    private var awaitsList = false

    /// Recognises a source's form and reads from it.
    ///
    /// - Throws: what reading the source's first bytes throws.
    public init(_ source: consuming ByteSource) throws(X12Error) {
        let source = try ReplayedSource(source)
        let first = source.firstWritten
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
            table = EncounterTableReader(source.whole())
            return
        }
        awaitsList = first == UInt8(ascii: "[")
        json = JSONReader(allowsSeveral: !awaitsList) { buffer throws(X12Error) in
            try source.read(into: buffer)
        }
    }

    /// The next encounter; `nil` after the last.
    ///
    /// - Throws: ``X12Error/Code/malformedJSON`` and ``X12Error/Code/malformedModel`` with line and place; what the
    ///   source throws.
    public mutating func next() throws(X12Error) -> Encounter? {
        if table != nil { return try table?.next() ?? nil }
        if awaitsList {
            awaitsList = false
            _ = try json?.next()
        }
        guard try json?.readValue(into: document) == true else { return nil }
        guard let object = document.root.object else {
            throw document.root.misplaced("an encounter, an object,")
        }
        return try object.decode(Encounter.self, ignoring: ["findings"])
    }
}
