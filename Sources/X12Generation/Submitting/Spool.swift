internal import X12Diagnostics
internal import X12Text

/// Keeps bytes on disk until they are wanted again, so that sorting a million claims, or checking a large remittance, does not fill the memory.
///
/// They are in a ``NamelessFile`` beside the output.
final class Spool {
    private let file: NamelessFile
    /// Where the next bytes will begin.
    private(set) var end = 0
    private var waiting: [UInt8] = []

    private static let waitingBytes = 256 << 10

    /// Opens a spool in a folder.
    ///
    /// - Throws: `.sinkFailed` when the folder may not be written to.
    init(in folder: String) throws(X12Error) { file = try NamelessFile(in: folder) }

    /// Keeps bytes.
    func append(_ bytes: [UInt8]) throws(X12Error) {
        waiting += bytes
        end += bytes.count
        if waiting.count >= Self.waitingBytes { try flush() }
    }

    /// Forgets the last bytes that were kept, from a place on.
    func removeAll(from start: Int) {
        let forgotten = end - start
        waiting.removeLast(min(forgotten, waiting.count))
        end = start
    }

    /// Reads a region from its beginning, some at a time.
    func source(of region: Range<Int>) -> ByteSource { source(of: [region]) }

    /// Reads regions one behind the other, as if they were one file.
    func source(of regions: [Range<Int>]) -> ByteSource {
        var left = regions[...]
        var next = left.first?.lowerBound ?? 0
        return ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(X12Error) in
            var filled = 0
            while filled < buffer.count, let region = left.first {
                let count = min(buffer.count - filled, region.upperBound - next)
                if count > 0 {
                    let bytes = try self.read(next, count)
                    bytes.withUnsafeBytes {
                        UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyMemory(from: $0)
                    }
                    filled += count
                    next += count
                }
                if next >= region.upperBound {
                    left.removeFirst()
                    next = left.first?.lowerBound ?? 0
                }
            }
            return filled
        }
    }

    private func read(_ start: Int, _ count: Int) throws(X12Error) -> [UInt8] {
        try flush()
        let bytes = try file.read(count, at: start)
        guard bytes.count == count else { throw X12Error(.sourceFailed, "a temporary file was cut short") }
        return bytes
    }

    private func flush() throws(X12Error) {
        try file.write(waiting, at: end - waiting.count)
        waiting.removeAll(keepingCapacity: true)
    }
}
