internal import X12Diagnostics
internal import X12Text

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// Keeps bytes on disk until they are wanted again, so that sorting a million claims, or checking a large remittance, does not fill the memory.
///
/// The file has no name from its first moment on, may be read by its owner alone, and is gone when the program is.
final class Spool {
    private let descriptor: Int32
    /// Where the next bytes will begin.
    private(set) var end = 0
    private var waiting: [UInt8] = []

    private static let waitingBytes = 256 << 10

    /// Opens a spool in a folder.
    ///
    /// - Throws: `.sinkFailed` when the folder may not be written to.
    init(in folder: String) throws(X12Error) {
        var template = Array((folder + "/.x12-spool-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw X12Error(
                .sinkFailed, "cannot write in the folder of the output: \(String(cString: strerror(errno)))")
        }
        unlink(template)
    }

    deinit { close(descriptor) }

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
        var done = 0
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            while done < count, let base = buffer.baseAddress {
                let got = pread(descriptor, base + done, count - done, off_t(start + done))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else {
                    failure = got < 0 ? errno : EIO
                    break
                }
                done += got
            }
            initialized = done
        }
        guard failure == 0 else {
            throw X12Error(
                .sourceFailed, "cannot read what was put by: \(String(cString: strerror(failure)))")
        }
        return bytes
    }

    private func flush() throws(X12Error) {
        let start = end - waiting.count
        var done = 0
        while done < waiting.count {
            let put = waiting.withUnsafeBytes { buffer in
                pwrite(
                    descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(start + done)
                )
            }
            if put < 0, errno == EINTR { continue }
            guard put > 0 else {
                throw X12Error(
                    .sinkFailed, "cannot put by what was checked: \(String(cString: strerror(errno)))")
            }
            done += put
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
