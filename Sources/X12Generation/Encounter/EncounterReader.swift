public import X12Diagnostics
public import X12Text

/// Reads encounters from a table (CSV), NDJSON with one object a line, or one JSON list; the form is recognised.
public struct EncounterReader: ~Copyable {
    private var table: EncounterTableReader?
    private var objects: ObjectReader<Encounter>?

    /// Recognises a source's form and reads from it.
    ///
    /// - Throws: what reading the source's first bytes throws.
    public init(_ source: consuming ByteSource) throws(X12Error) {
        let source = try ReplayedSource(source)
        if ObjectReader<Encounter>.isHeld(by: source) {
            objects = ObjectReader(source, "an encounter, an object,")
        } else {
            table = EncounterTableReader(source.whole())
        }
    }

    /// The next encounter; `nil` after the last.
    ///
    /// - Throws: ``X12Error/Code/malformedJSON`` and ``X12Error/Code/malformedModel`` with line and place; what the
    ///   source throws.
    public mutating func next() throws(X12Error) -> Encounter? {
        if table != nil { return try table?.next() ?? nil }
        return try objects?.next() ?? nil
    }
}
