internal import X12Diagnostics

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// Bytes that wait until it is known what goes before them.
///
/// A TA1 stands before the groups of an answer and is known only when the interchange has been read; totals stand
/// before the claims that they count. Up to a bound the bytes stay in memory, past it they go to a file that has no
/// name, is readable by its owner alone and is gone with the program.
final class HeldBytes {
    private var memory: [UInt8] = []
    private var file: Int32 = -1
    private let bound: Int
    private static let pieceBytes = 256 << 10

    /// Holds nothing yet, and keeps `bound` bytes in memory; 8 MiB unless said.
    init(bound: Int = 8 << 20) { self.bound = bound }

    deinit { if file >= 0 { close(file) } }

    /// Whether there is nothing.
    private(set) var isEmpty = true

    /// Whether there is more than memory is asked to hold.
    var isSpilled: Bool { file >= 0 }

    /// Adds bytes behind those that are there.
    func append(_ bytes: [UInt8]) throws(X12Error) {
        guard !bytes.isEmpty else { return }
        isEmpty = false
        memory += bytes
        if memory.count > bound { try spill() }
    }

    /// Hands all bytes over, in their order, and forgets them.
    func drain(into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void) throws(X12Error) {
        if file >= 0 { try drainFile(into: sink) }
        if !memory.isEmpty {
            let bytes = memory
            try Self.hand(bytes, to: sink)
        }
        removeAll()
    }

    /// Forgets all bytes.
    func removeAll() {
        memory.removeAll(keepingCapacity: memory.capacity <= Self.pieceBytes)
        if file >= 0 { close(file) }
        file = -1
        isEmpty = true
    }

    // MARK: - The file

    private func spill() throws(X12Error) {
        if file < 0 { file = try Self.nameless() }
        var written = 0
        while written < memory.count {
            let count = memory.withUnsafeBytes {
                write(file, $0.baseAddress.map { $0 + written }, $0.count - written)
            }
            if count < 0, errno != EINTR { throw Self.failure("cannot keep an answer that waits") }
            written += max(0, count)
        }
        memory.removeAll(keepingCapacity: true)
    }

    private func drainFile(into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void) throws(X12Error) {
        guard lseek(file, 0, SEEK_SET) == 0 else { throw Self.failure("cannot read an answer that waited") }
        var piece = [UInt8](repeating: 0, count: Self.pieceBytes)
        while true {
            let count = piece.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failure("cannot read an answer that waited") }
            guard count > 0 else { return }
            try Self.hand(Array(piece.prefix(count)), to: sink)
        }
    }

    /// A new file that lost its name right away.
    private static func nameless() throws(X12Error) -> Int32 {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var name = Array("\(folder)/x12-answer-XXXXXX".utf8CString)
        let file = mkstemp(&name)
        guard file >= 0 else { throw failure("cannot keep an answer that waits in \(folder)") }
        unlink(name)
        return file
    }

    private static func failure(_ words: String) -> X12Error {
        X12Error(.sinkFailed, "\(words): \(String(cString: strerror(errno)))")
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
