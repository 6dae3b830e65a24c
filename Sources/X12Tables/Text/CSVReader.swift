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
    private var separator: UInt8?
    private var field: [UInt8] = []

    private static let bufferBytes = 64 << 10
    /// A row longer than this is no row of claims.
    private static let largestRow = 1 << 20

    package init(_ source: consuming ByteSource) { self.source = source }

    /// The next row; `nil` after the last.
    ///
    /// - Throws: `.malformedModel` with the line for a quote that does not end, one that stands inside a field, and
    ///   text that is not UTF-8; `.limitPassed` for an endless row; what the source throws.
    package mutating func next() throws(X12Error) -> Row? {
        while let row = try readRow() {
            if row.fields.contains(where: { !$0.isEmpty }) { return row }
        }
        return nil
    }

    private mutating func readRow() throws(X12Error) -> Row? {
        guard try peek() != nil else { return nil }
        if separator == nil { try begin() }
        var row = Row(line: line)
        var size = 0
        while true {
            let ended = try readField()
            size += field.count + 1
            guard size <= Self.largestRow else {
                throw X12Error(
                    .limitPassed, "line \(row.line): a row is longer than \(Self.largestRow) bytes")
            }
            row.fields.append(try text(row))
            if ended { return row }
        }
    }

    /// Reads one field; true when it is the row's last.
    private mutating func readField() throws(X12Error) -> Bool {
        field.removeAll(keepingCapacity: true)
        if try peek() == UInt8(ascii: "\"") {
            position += 1
            try readQuoted()
        }
        while let byte = try peek() {
            position += 1
            if byte == separator { return false }
            if byte == UInt8(ascii: "\n") {
                line += 1
                if field.last == UInt8(ascii: "\r") { field.removeLast() }
                return true
            }
            guard byte != UInt8(ascii: "\"") else {
                throw X12Error(
                    .malformedModel, "line \(line): a quote inside a field; double it, and quote the field")
            }
            field.append(byte)
            guard field.count <= Self.largestRow else { break }
        }
        if field.last == UInt8(ascii: "\r") { field.removeLast() }
        return true
    }

    /// Reads up to behind the closing quote.
    private mutating func readQuoted() throws(X12Error) {
        let first = line
        while let byte = try peek() {
            position += 1
            if byte == UInt8(ascii: "\n") { line += 1 }
            if byte == UInt8(ascii: "\"") {
                guard try peek() == UInt8(ascii: "\"") else { return }
                position += 1
            }
            field.append(byte)
            guard field.count <= Self.largestRow else { break }
        }
        throw X12Error(.malformedModel, "line \(first): a quoted field does not end")
    }

    private func text(_ row: Row) throws(X12Error) -> String {
        guard let text = String(validating: field, as: UTF8.self) else {
            throw X12Error(.malformedModel, "line \(row.line): the text is not UTF-8; save the file as UTF-8")
        }
        return text
    }

    /// Passes over a byte-order mark, and finds out the separator from the first line.
    private mutating func begin() throws(X12Error) {
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        let head = buffer[position...].prefix { $0 != UInt8(ascii: "\n") }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        let counts = candidates.map { candidate in head.count { $0 == candidate } }
        let most = counts.max() ?? 0
        separator = zip(candidates, counts).first { $0.1 == most }?.0
    }

    private mutating func peek() throws(X12Error) -> UInt8? {
        if position < buffer.count { return buffer[position] }
        guard !isAtEnd else { return nil }
        try refill()
        return position < buffer.count ? buffer[position] : nil
    }

    private mutating func refill() throws(X12Error) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.bufferBytes, alignment: 1)
        defer { memory.deallocate() }
        let count = try source.read(into: memory)
        buffer = Array(memory.prefix(count))
        position = 0
        isAtEnd = count == 0
    }
}
