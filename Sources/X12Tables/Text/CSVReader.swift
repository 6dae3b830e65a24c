package import X12Diagnostics
package import X12Text

/// Reads rows of comma-separated values (RFC 4180) one after the other, in flat memory.
///
/// A field may be quoted, and then hold separators, line ends and doubled quotes. The separator is the one of comma,
/// semicolon and tab that the first line uses, as spreadsheets of some countries write semicolons. A byte-order
/// mark, and lines with nothing on them, are passed over. Text is UTF-8.
package struct CSVReader: ~Copyable {
    /// A row with the line it began on, from 1.
    package struct Row {
        /// The line it began on, from 1.
        package var line = 0
        /// What stands in it, quotes undone.
        package var fields: [String] = []
    }

    private var source: ByteSource
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private var line = 1
    /// Where the field that is being read begins.
    private var fieldLine = 1
    /// Splits rows, once the first line has told the separator.
    private var splitter: FieldSplitter?

    private static let bufferBytes = 64 << 10
    /// A row longer than this is no row of claims.
    private static let largestRow = 1 << 20

    package init(_ source: consuming ByteSource) { self.source = source }

    /// The next row; `nil` after the last.
    ///
    /// - Throws: `.malformedModel` with the line for a quote that does not end, one that stands inside a field, and
    ///   text that is not UTF-8; `.limitPassed` for an endless row; what the source throws.
    package mutating func next() throws(X12Error) -> Row? {
        if splitter == nil { splitter = try begin() }
        // Given back when the row is over, so that its memory is used again.
        guard var splitter = self.splitter.take() else { return nil }
        defer { self.splitter = splitter }
        while let row = try readRow(&splitter) {
            if row.fields.contains(where: { !$0.isEmpty }) { return row }
        }
        return nil
    }

    private mutating func readRow(_ splitter: inout FieldSplitter) throws(X12Error) -> Row? {
        guard try peek() != nil else { return nil }
        var row = Row(line: line)
        var size = 0
        fieldLine = line
        splitter.begin()
        while let byte = try peek() {
            position += 1
            size += 1
            guard size <= Self.largestRow else { throw tooLong(row, splitter) }
            if byte == UInt8(ascii: "\n") { line += 1 }
            switch splitter.take(byte) {
            case .inside: continue
            case .strayQuote:
                throw X12Error(
                    .malformedModel, "line \(line): a quote inside a field; double it, and quote the field")
            case .endsField:
                row.fields.append(try text(splitter.field, row))
                fieldLine = line
                splitter.begin()
            case .endsRow:
                row.fields.append(try text(splitter.field, row))
                return row
            }
        }
        guard !splitter.isInQuotes else { throw unended }
        splitter.dropReturn()
        row.fields.append(try text(splitter.field, row))
        return row
    }

    private func tooLong(_ row: Row, _ splitter: FieldSplitter) -> X12Error {
        splitter.isInQuotes
            ? unended
            : X12Error(.limitPassed, "line \(row.line): a row is longer than \(Self.largestRow) bytes")
    }

    private var unended: X12Error {
        X12Error(.malformedModel, "line \(fieldLine): a quoted field does not end")
    }

    private func text(_ field: [UInt8], _ row: Row) throws(X12Error) -> String {
        guard let text = String(validating: field, as: UTF8.self) else {
            throw X12Error(.malformedModel, "line \(row.line): the text is not UTF-8; save the file as UTF-8")
        }
        return text
    }

    /// Passes over a byte-order mark, and finds out the separator from the first line, all of which is read for that.
    private mutating func begin() throws(X12Error) -> FieldSplitter {
        var isInQuotes = false
        var end = 0
        while end < Self.largestRow {
            if end == buffer.count {
                try refill()
                if isAtEnd { break }
            }
            let byte = buffer[end]
            end += 1
            if byte == UInt8(ascii: "\"") { isInQuotes.toggle() }
            if byte == UInt8(ascii: "\n"), !isInQuotes { break }
        }
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        return FieldSplitter(
            separator: FieldSplitter.separator(of: buffer[min(position, end)..<end], among: candidates))
    }

    private mutating func peek() throws(X12Error) -> UInt8? {
        if position == buffer.count, !isAtEnd { try refill() }
        return position < buffer.count ? buffer[position] : nil
    }

    /// Reads more behind what is there and not read yet.
    private mutating func refill() throws(X12Error) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.bufferBytes, alignment: 1)
        defer { memory.deallocate() }
        let count = try source.read(into: memory)
        buffer.removeFirst(position)
        buffer += memory.prefix(count)
        position = 0
        isAtEnd = count == 0
    }
}
