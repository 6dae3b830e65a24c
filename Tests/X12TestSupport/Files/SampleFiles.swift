public import Foundation

/// Files beside the package's sources, found from where this file stands.
public struct SampleFiles: Sendable {
    /// The folder they are in.
    public let folder: URL

    /// The files of a folder.
    public init(folder: URL) { self.folder = folder }

    /// The package's own folder.
    public static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The package's own samples.
    public static let samples = SampleFiles(folder: package.appending(path: "Samples"))

    /// Files of public repositories that developers may keep beside the package; `nil` where there are none.
    ///
    /// They are not part of the package, so every test on them is enabled by their presence.
    public static let corpus: SampleFiles? = {
        let folder = package.deletingLastPathComponent().appending(path: "shared/corpus")
        return FileManager.default.fileExists(atPath: folder.path) ? SampleFiles(folder: folder) : nil
    }()

    /// The paths of all files below some of its folders, sorted, relative to the folder.
    public func paths(below folders: [String] = [""]) -> [String] {
        var paths: [String] = []
        for name in folders {
            let start = name.isEmpty ? folder : folder.appending(path: name)
            let found = FileManager.default.enumerator(atPath: start.path)
            while let path = found?.nextObject() as? String {
                let whole = name.isEmpty ? path : name + "/" + path
                var isFolder: ObjCBool = false
                let isThere = FileManager.default.fileExists(
                    atPath: folder.appending(path: whole).path, isDirectory: &isFolder)
                if isThere, !isFolder.boolValue { paths.append(whole) }
            }
        }
        return paths.sorted()
    }

    /// A file's bytes.
    public func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: path)))
    }
}
