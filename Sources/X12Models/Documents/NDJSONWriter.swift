public import X12Diagnostics

/// Writes an interchange as NDJSON: one line for each envelope segment and each unit.
///
/// Every claim's line stands for itself: it holds its billing provider, subscriber and patient by value. All
/// lines together come back to the bytes the interchange had (``NDJSONReader``).
public struct NDJSONWriter: ~Copyable {
    private var objects = ItemObjects(.compact)
    private var isFirst = true

    /// Creates a writer.
    public init() {}

    /// How many bytes wait to be taken.
    public var pendingBytes: Int { objects.writer.count }

    /// Hands the bytes that wait to a sink, when there are at least `limit` of them.
    ///
    /// - Throws: what the sink throws.
    public mutating func drain(
        over limit: Int = 0, into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        try objects.writer.drain(over: limit, into: sink)
    }

    /// Writes the next piece.
    public mutating func write(_ item: ModelItem) {
        if objects.endsLevels(item) { showLevels() }
        if objects.open(item) { return }
        begin(ItemObjects.type(item))
        if objects.guide(of: item) { objects.levels.closeAll() }
        objects.fields(item)
        end()
    }

    /// Writes a unit whose own fields `fields` writes into the object that is open.
    mutating func write(_ unit: ObjectType, _ fields: (inout JSONWriter) -> Void) {
        begin(unit)
        objects.levels(above: unit)
        fields(&objects.writer)
        end()
    }

    /// Notes a level whose own object was made before.
    mutating func open(_ level: ObjectType, at depth: Int, made object: UnsafeBufferPointer<UInt8>) {
        if objects.endsLevels(at: depth) { showLevels() }
        objects.levels.open(level, made: object)
    }

    /// Writes what is still open.
    public mutating func finish() { showLevels() }

    /// Writes a level that no unit has shown.
    private mutating func showLevels() {
        guard let type = objects.levels.unshown?.type else { return }
        begin(type)
        objects.levels(of: type)
        end()
    }

    private mutating func begin(_ type: ObjectType) {
        objects.begin(type, showsVersion: isFirst)
        isFirst = false
    }

    private mutating func end() {
        objects.writer.endObject()
        objects.writer.newline()
    }
}
