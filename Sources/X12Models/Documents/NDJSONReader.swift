public import X12Diagnostics
public import X12Text

/// Reads NDJSON that ``NDJSONWriter`` wrote, or a program in its manner, as pieces of an interchange.
public struct NDJSONReader: ~Copyable {
    private var reader: JSONReader
    private let document = JSONDocument()
    private var items = ObjectItems()

    /// Reads from a source.
    public init(_ source: consuming ByteSource) {
        let source = SharedSource(source)
        reader = JSONReader(allowsSeveral: true) { buffer throws(X12Error) in try source.read(into: buffer) }
    }

    /// Where the object stands of which the last piece was made.
    var place: Location {
        Location(byteOffset: document.origin.byteOffset, line: document.origin.line)
    }

    /// The value of the object that the last piece was made of which was refused.
    func value(of refused: RefusedProperty, delimiters: [String]) -> JSONValue? {
        document.first(refused, delimiters: delimiters)
    }

    /// The next piece; `nil` after the last.
    ///
    /// - Throws: ``X12Error/Code/malformedJSON`` and ``X12Error/Code/malformedModel`` with line, column and path.
    public mutating func next() throws(X12Error) -> ModelItem? {
        while true {
            if let item = items.next() { return item }
            guard try reader.readValue(into: document) else { return nil }
            try items.take(document.root)
        }
    }
}

/// A source that a closure can read from.
final class SharedSource {
    private var source: ByteSource

    init(_ source: consuming ByteSource) { self.source = source }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int {
        try source.read(into: buffer)
    }
}
