internal import X12Diagnostics

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// Keeps bytes on disk until they are wanted again, so that sorting a million claims does not fill the memory.
///
/// The file has no name from its first moment on, may be read by its owner alone, and is gone when the program is.
final class ClaimSpool {
    private let descriptor: Int32
    private var end = 0
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

    /// Keeps bytes; where they begin.
    func append(_ bytes: [UInt8]) throws(X12Error) -> Int {
        let start = end
        waiting += bytes
        end += bytes.count
        if waiting.count >= Self.waitingBytes { try flush() }
        return start
    }

    /// Reads bytes that were kept.
    func read(_ start: Int, _ count: Int) throws(X12Error) -> [UInt8] {
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
                throw X12Error(.sinkFailed, "cannot put claims by: \(String(cString: strerror(errno)))")
            }
            done += put
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
