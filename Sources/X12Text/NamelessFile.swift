package import X12Diagnostics

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A file for what has to wait on disk: it has no name from its first moment on, no other user can read it, and it is gone
/// when it is let go or the program ends, however that comes about.
///
/// Bytes are written and read by their place, so that several may read what one writes.
package final class NamelessFile: Sendable {
    /// The open file, for who hands it on; it is closed with this object.
    package let descriptor: Int32

    /// Opens a file.
    ///
    /// - Parameter folder: whose disk takes the bytes; the system's folder for such files (`TMPDIR`) unless said.
    /// - Throws: `.sinkFailed` when the folder may not be written to.
    package init(in folder: String? = nil) throws(X12Error) {
        let usual = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        let folder = folder ?? (usual.isEmpty ? "/tmp" : usual)
        var name = Array("\(folder)/.x12-XXXXXX".utf8CString)
        // Created for its owner alone, as mkstemp does.
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else {
            throw X12Error(.sinkFailed, "cannot write a temporary file in \(folder): \(Self.reason)")
        }
        unlink(name)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Writes bytes at a place, from 0.
    ///
    /// - Throws: `.sinkFailed`, as when the disk is full.
    package func write(_ bytes: [UInt8], at start: Int) throws(X12Error) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                pwrite(
                    descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(start + done)
                )
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw X12Error(.sinkFailed, "cannot write a temporary file: \(Self.reason)")
            }
            done += count
        }
    }

    /// Reads the bytes at a place, from 0; fewer where the file ends.
    ///
    /// - Throws: `.sourceFailed`.
    package func read(_ count: Int, at start: Int) throws(X12Error) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
            while done < count, let base = buffer.baseAddress {
                let got = pread(descriptor, base + done, count - done, off_t(start + done))
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                guard got > 0 else { return }
                done += got
            }
        }
        guard failure == 0 else {
            throw X12Error(
                .sourceFailed, "cannot read a temporary file: \(String(cString: strerror(failure)))")
        }
        return bytes
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
