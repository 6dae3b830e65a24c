internal import X12Diagnostics
internal import X12Text

/// Reads a code file line by line, in flat memory.
struct CodeFileLines: ~Copyable {
    private var source: ByteSource
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private var number = 0

    private static let bufferBytes = 64 << 10
    /// A line longer than this is none of a code file; the longest of the official files have 4,000 bytes.
    static let longestLine = 64 << 10

    init(_ source: consuming ByteSource) { self.source = source }

    /// The next line with something on it; `nil` after the last.
    ///
    /// `separator` is what keeps columns apart whose texts may go on over several lines in quotes: these are given as one,
    /// with a blank in place of each line end and the number of the first.
    ///
    /// - Throws: `.malformedCodes` for a line without an end, with its number, and for a file of another kind, such as a
    ///   web page; what the source throws.
    mutating func next(quotedWith separator: UInt8? = nil) throws(X12Error) -> CodeFileLine? {
        while let line = try readLine() {
            if line.isBlank { continue }
            guard let separator else { return line }
            return try joined(line, separator)
        }
        return nil
    }

    /// A line with those behind it that a text in quotes goes on over; what does not end is given as it is.
    private mutating func joined(_ line: CodeFileLine, _ separator: UInt8) throws(X12Error) -> CodeFileLine {
        var bytes = line.bytes
        var isOpen = DelimitedLine.leavesOpen(bytes, separator)
        while isOpen, bytes.count <= Self.longestLine, let more = try readLine() {
            isOpen = DelimitedLine.leavesOpen(more.bytes, separator, behindOpen: true)
            bytes.append(UInt8(ascii: " "))
            bytes += more.bytes
        }
        return CodeFileLine(number: line.number, bytes: bytes)
    }

    private mutating func readLine() throws(X12Error) -> CodeFileLine? {
        var bytes: [UInt8] = []
        number += 1
        while true {
            if position == buffer.count {
                if !isAtEnd { try refill() }
                guard position < buffer.count else {
                    return bytes.isEmpty ? nil : line(bytes)
                }
            }
            let rest = buffer[position...]
            let end = rest.firstIndex(of: UInt8(ascii: "\n"))
            bytes += rest[..<(end ?? rest.endIndex)]
            position = end.map { $0 + 1 } ?? buffer.count
            guard bytes.count <= Self.longestLine else {
                throw CodeFileLine(number: number, bytes: []).fault(
                    "a line is longer than \(Self.longestLine) bytes: this is no code file")
            }
            if end != nil { return line(bytes) }
        }
    }

    /// The line without its carriage return, the first one without a byte-order mark.
    private func line(_ bytes: [UInt8]) -> CodeFileLine {
        var bytes = bytes
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        return CodeFileLine(number: number, bytes: bytes)
    }

    private mutating func refill() throws(X12Error) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.bufferBytes, alignment: 1)
        defer { memory.deallocate() }
        let count = try source.read(into: memory)
        if number == 1, buffer.isEmpty,
            let kind = ForeignInput.kind(of: UnsafeRawBufferPointer(rebasing: memory.prefix(count)))
        {
            throw X12Error(.malformedCodes, "this is no code file: \(kind)")
        }
        buffer = Array(memory.prefix(count))
        position = 0
        isAtEnd = count == 0
    }
}
