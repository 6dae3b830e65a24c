internal import X12Diagnostics
internal import X12Text

/// A source whose first bytes were looked at, and are handed out again.
final class StartedSource {
    private(set) var start: [UInt8] = []
    private var source: ByteSource
    private var position = 0

    init(_ source: consuming ByteSource, looking count: Int) throws(X12Error) {
        self.source = source
        var buffer = [UInt8](repeating: 0, count: count)
        while start.count < count {
            let wanted = count - start.count
            var failure: X12Error?
            let got = buffer.withUnsafeMutableBytes { bytes in
                do throws(X12Error) {
                    return try self.source.read(
                        into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<wanted]))
                } catch {
                    failure = error
                    return 0
                }
            }
            if let failure { throw failure }
            guard got > 0 else { break }
            start += buffer[..<got]
        }
    }

    /// All of it, from the first byte on.
    func whole() -> ByteSource {
        ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int in
            try self.read(into: buffer)
        }
    }

    private func read(into buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int {
        guard position < start.count else { return try source.read(into: buffer) }
        let count = min(buffer.count, start.count - position)
        buffer.copyBytes(from: start[position..<position + count])
        position += count
        return count
    }
}
