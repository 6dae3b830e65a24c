internal import X12Diagnostics
internal import X12Models
internal import X12XML

/// Where pieces of an interchange go to.
protocol ItemSink: ~Copyable {
    mutating func take(_ item: ModelItem) throws(X12Error)

    /// Writes what is still open.
    mutating func end() throws(X12Error)

    /// Hands on what waits, when it is worth it.
    mutating func pass(to output: Output) throws(X12Error)
}

extension JSONDocumentWriter: ItemSink {
    mutating func take(_ item: ModelItem) { write(item) }

    mutating func end() { finish() }

    mutating func pass(to output: Output) throws(X12Error) {
        try drain(into: output.add)
    }
}

extension NDJSONWriter: ItemSink {
    mutating func take(_ item: ModelItem) { write(item) }

    mutating func end() { finish() }

    mutating func pass(to output: Output) throws(X12Error) {
        try drain(into: output.add)
    }
}

extension ModelXMLWriter: ItemSink {
    mutating func take(_ item: ModelItem) { write(item) }

    mutating func end() { finish() }

    mutating func pass(to output: Output) throws(X12Error) {
        try drain(into: output.add)
    }
}

extension ModelWriter: ItemSink {
    mutating func take(_ item: ModelItem) throws(X12Error) { try write(item) }

    mutating func end() throws(X12Error) { try finish() }

    mutating func pass(to output: Output) throws(X12Error) {
        guard pendingBytes > 0 else { return }
        let bytes = takeBytes()
        try output.append { $0 += bytes }
    }
}
