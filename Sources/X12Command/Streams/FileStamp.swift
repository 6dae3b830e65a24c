#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// A plain file as the system knows it, to see whether it is still the one that was read.
struct FileStamp: Hashable, Sendable {
    /// Bytes.
    let size: Int64
    /// When it was last written to, in nanoseconds since 1970.
    let written: Int64
    /// Which file it is.
    private let identity: FileIdentity

    /// The stamp of a plain file; `nil` for what is none, or not there.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0, let identity = FileIdentity(status) else { return nil }
        self.identity = identity
        size = Int64(status.st_size)
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        written = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
