internal import X12Diagnostics
internal import X12Tables
internal import X12Text

/// A source whose first bytes were looked at, and are read again by whoever reads it.
final class ReplayedSource {
    private var source: ByteSource
    private var head: ArraySlice<UInt8>

    private static let headBytes = 4096

    init(_ source: consuming ByteSource) throws(X12Error) {
        var source = source
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.headBytes, alignment: 1)
        defer { memory.deallocate() }
        var bytes: [UInt8] = []
        while bytes.count < Self.headBytes {
            let count = try source.read(
                into: UnsafeMutableRawBufferPointer(rebasing: memory[..<(Self.headBytes - bytes.count)]))
            guard count > 0 else { break }
            bytes += memory.prefix(count)
        }
        self.source = source
        head = bytes[...]
        holdsModels = Self.holdsModels(head)
    }

    /// The first byte behind a byte-order mark and blanks.
    var firstWritten: UInt8? { Self.firstWritten(head) }

    private static func firstWritten(_ head: ArraySlice<UInt8>) -> UInt8? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return (head.starts(with: mark) ? head.dropFirst(3) : head).first { $0 > 0x20 }
    }

    /// Whether the first bytes are those of a file of models: X12, or JSON that names one of our documents.
    let holdsModels: Bool

    private static func holdsModels(_ head: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: head, as: UTF8.self)
        switch firstWritten(head) {
        case UInt8(ascii: "{"): return text.contains("\"objectType\"") || text.contains("\"interchanges\"")
        case UInt8(ascii: "["): return false
        default: return !holdsTable(head) && holdsHeader(head)
        }
    }

    /// Whether the first line names a column of one of our tables, in which ISA is a person's name.
    private static func holdsTable(_ head: ArraySlice<UInt8>) -> Bool {
        var rows = CSVReader(ByteSource(bytes: Array(head)))
        // What is no table at all may have quotes that do not end.
        guard let first = try? rows.next() else { return false }
        return first.fields.contains { columns.contains($0.trimmed) }
    }

    private static let columns = Set(EncounterColumn.all.map(\.name) + RosterColumn.all.map(\.name))

    /// Whether ISA stands where an interchange can begin: by itself, unlike in a name of a table's.
    private static func holdsHeader(_ head: ArraySlice<UInt8>) -> Bool {
        func isWord(_ byte: UInt8) -> Bool { Character(Unicode.Scalar(byte)).isLetter || 0x30...0x39 ~= byte }
        let identifier = Array("ISA".utf8)
        return head.indices.dropLast(3).contains { index in
            guard head[index...].starts(with: identifier), !isWord(head[index + 3]), head[index + 3] > 0x20,
                head[index + 3] != UInt8(ascii: ",")
            else { return false }
            return index == head.startIndex || !isWord(head[index - 1])
        }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int {
        guard !head.isEmpty else { return try source.read(into: buffer) }
        let count = min(buffer.count, head.count)
        head.prefix(count).withUnsafeBytes { buffer.copyMemory(from: $0) }
        head = head.dropFirst(count)
        return count
    }

    /// The source from its first byte on.
    func whole() -> ByteSource {
        ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(X12Error) in try self.read(into: buffer) }
    }
}
