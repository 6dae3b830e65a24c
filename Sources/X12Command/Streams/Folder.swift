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
    /// Makes a folder, for its owner alone, where there is nothing yet.
    static func make(_ path: String) throws(X12Error) {
        guard access(path, F_OK) != 0, mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw X12Error(.sinkFailed, "cannot make the folder: \(System.failure)")
    }

    /// Removes a file, unless there is none.
    static func removeFile(_ path: String) throws(X12Error) {
        guard unlink(path) != 0, errno != ENOENT else { return }
        throw X12Error(.sinkFailed, "cannot remove a file: \(System.failure)")
    }

    /// Makes a folder, and those above it.
    static func makeAll(_ path: String) throws(X12Error) {
        var end = path.startIndex
        while end < path.endIndex {
            end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
            try make(String(path[..<end]))
        }
    }

    /// Makes the folders around a file.
    static func makeAll(around path: String) throws(X12Error) {
        if let end = path.lastIndex(of: "/") { try makeAll(String(path[..<end])) }
    }
}
