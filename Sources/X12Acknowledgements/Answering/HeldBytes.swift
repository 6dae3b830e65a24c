internal import X12Diagnostics
internal import X12Text

/// Bytes that wait until it is known what goes before them.
///
/// A TA1 stands before the groups of an answer and is known only when the interchange has been read; totals stand
/// before the claims that they count. Up to a bound the bytes stay in memory, past it they go to a file that has no
/// name, is readable by its owner alone and is gone with the program.
final class HeldBytes {
    private var memory: [UInt8] = []
    private var file: NamelessFile?
    /// How many bytes the file holds.
    private var spilled = 0
    private let bound: Int
    private static let pieceBytes = 256 << 10

    /// Holds nothing yet, and keeps `bound` bytes in memory; 8 MiB unless said.
    init(bound: Int = 8 << 20) { self.bound = bound }

    /// Whether there is nothing.
    private(set) var isEmpty = true

    /// Whether there is more than memory is asked to hold.
    var isSpilled: Bool { file != nil }

    /// Adds bytes behind those that are there.
    func append(_ bytes: [UInt8]) throws(X12Error) {
        guard !bytes.isEmpty else { return }
        isEmpty = false
        memory += bytes
        if memory.count > bound { try spill() }
    }

    /// Hands all bytes over, in their order, and forgets them.
    func drain(into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void) throws(X12Error) {
        if let file { try drain(file, into: sink) }
        if !memory.isEmpty {
            let bytes = memory
            try Self.hand(bytes, to: sink)
        }
        removeAll()
    }

    /// Forgets all bytes.
    func removeAll() {
        memory.removeAll(keepingCapacity: memory.capacity <= Self.pieceBytes)
        file = nil
        spilled = 0
        isEmpty = true
    }

    // MARK: - The file

    private func spill() throws(X12Error) {
        if file == nil { file = try NamelessFile() }
        try file?.write(memory, at: spilled)
        spilled += memory.count
        memory.removeAll(keepingCapacity: true)
    }

    private func drain(
        _ file: NamelessFile, into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        var done = 0
        while done < spilled {
            let piece = try file.read(min(Self.pieceBytes, spilled - done), at: done)
            guard !piece.isEmpty else { throw X12Error(.sourceFailed, "a temporary file was cut short") }
            try Self.hand(piece, to: sink)
            done += piece.count
        }
    }

    private static func hand(
        _ bytes: [UInt8], to sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        let result = bytes.withUnsafeBytes { buffer -> Result<Void, X12Error> in
            do throws(X12Error) {
                try sink(buffer)
                return .success(())
            } catch { return .failure(error) }
        }
        try result.get()
    }
}
