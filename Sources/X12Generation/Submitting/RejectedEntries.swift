public import X12Diagnostics
public import X12Models

/// Writes what may not go out, one a line, in a form that is read again once it is corrected.
///
/// An encounter or an entry of a roster stands as it came, with a list `findings` of what is wrong, which reading
/// passes over. What came as a model stands as lines of NDJSON, the envelope it came in before it: without that, nobody could
/// tell where it goes.
public struct RejectedEntries: ~Copyable {
    private var writer = JSONWriter()
    private var models = NDJSONWriter()
    /// The envelope that was written last.
    private var envelope: [ModelItem] = []
    private let wording = FindingRenderer(file: "", showsValues: true)

    /// Creates a writer.
    public init() {}

    /// Writes what came as a model, and before it the envelope that it came in, unless that was the last one's, too.
    public mutating func write(_ items: [ModelItem], in envelope: [ModelItem] = []) {
        if envelope != self.envelope {
            for item in envelope { models.write(item) }
            self.envelope = envelope
        }
        for item in items { models.write(item) }
    }

    /// Writes an entry with its findings.
    public mutating func write<Entry: ModelPart>(_ entry: Entry, _ findings: [Finding]) {
        writer.beginObject()
        writer.key("findings")
        writer.beginArray()
        for finding in findings where finding.rule.severity >= .warning {
            writer.string("\(finding.rule.id): \(wording.message(finding))")
        }
        writer.endArray()
        writer.properties(of: entry)
        writer.endObject()
        writer.newline()
    }

    /// Hands the bytes that wait to a sink.
    ///
    /// - Throws: what the sink throws.
    public mutating func drain(
        into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        try writer.drain(over: 1, into: sink)
        try models.drain(over: 1, into: sink)
    }
}
