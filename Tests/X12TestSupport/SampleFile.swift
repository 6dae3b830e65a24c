import Foundation

/// A file of the folder `Samples`.
public struct SampleFile: Sendable, CustomStringConvertible {
    /// Its path below `Samples`, such as `837P/pass/office-visit.837`.
    public let path: String
    /// What is in it.
    public let bytes: [UInt8]

    /// What a failing test prints.
    public var description: String { path }

    /// The file at `path` below `Samples`.
    ///
    /// Throws what reading throws.
    public init(path: String) throws {
        self.path = path
        bytes = try Array(Data(contentsOf: Self.folder.appending(path: path)))
    }

    /// All files of `folder`, such as `837P/pass`, by name; empty when it cannot be read, so a test that goes through
    /// them also says how many it wants at least.
    public static func all(in folder: String) -> [SampleFile] {
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: folder).path))
            ?? []
        // What a file is expected to be found with stands beside it and is no sample itself.
        return names.sorted().filter { !$0.hasPrefix(".") && !$0.hasSuffix(".expected") }.compactMap {
            try? SampleFile(path: folder + "/" + $0)
        }
    }

    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Samples")
}
