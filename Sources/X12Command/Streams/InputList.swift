internal import X12Diagnostics

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// The inputs that a command line comes to: files as they are named, the files of folders, the paths of lists.
struct InputList {
    private(set) var files: [InputFile] = []

    /// Takes a path: a folder stands for the files in it and below, in the order of their names.
    ///
    /// Hidden files, and what stands behind a link to a folder, are left out.
    mutating func add(_ path: String) {
        guard path != "-", Self.isFolder(path) else { return files.append(InputFile(path: path)) }
        let root = path.hasSuffix("/") ? String(path.dropLast()) : path
        let found = Self.files(in: path == "/" ? "" : root)
        // An empty folder is left to fail, as a slip of whoever named it.
        if found.isEmpty {
            files.append(InputFile(path: path, isEmptyFolder: access(path, R_OK | X_OK) == 0))
        }
        for below in found {
            files.append(InputFile(path: path == "/" ? "/" + below : "\(root)/\(below)", below: below))
        }
    }

    /// Takes the paths that a list holds, one a line; empty lines say nothing.
    ///
    /// A line ends with a line feed, and a carriage return before it: anything else may stand in a path.
    mutating func add(list: InputFile) throws(X12Error) {
        for line in try list.text().parts(between: UInt8(ascii: "\n")) {
            let path = line.utf8.last == UInt8(ascii: "\r") ? String(line.unicodeScalars.dropLast()) : line
            if !path.isEmpty { add(path) }
        }
    }

    // MARK: - Folders

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether a file stands at a path.
    static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// The paths of the files of a folder and those below, relative to it.
    private static func files(in folder: String) -> [String] {
        var found: [String] = []
        for name in names(in: folder.isEmpty ? "/" : folder) where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: found += files(in: path).map { "\(name)/\($0)" }
            case S_IFLNK where !isFolder(path), S_IFREG: found.append(name)
            default: break
            }
        }
        return found
    }

    /// What stands in a folder, sorted; nothing when it cannot be read.
    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
