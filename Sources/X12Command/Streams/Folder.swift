internal import X12Diagnostics

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// Folders that outputs stand in.
enum Folder {
    /// Makes the folders around a path that are not there, for their owner alone.
    static func make(around path: String) throws(X12Error) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        var folder = ""
        for (index, part) in parts.enumerated() {
            folder += (index > 0 ? "/" : "") + part
            guard !folder.isEmpty, access(folder, F_OK) != 0 else { continue }
            guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
                throw X12Error(.sinkFailed, "cannot write: \(System.failure)")
            }
        }
    }
}
