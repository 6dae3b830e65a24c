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
        bytes = try SampleFiles.samples.bytes(path)
    }

    /// All files of `folder`, such as `837P/pass`, by name; empty when it cannot be read, so a test that goes through
    /// them also says how many it wants at least.
    public static func all(in folder: String) -> [SampleFile] {
        SampleFiles.samples.paths(below: [folder]).filter { !$0.contains("/.") && !$0.hasSuffix(".expected") }
            .compactMap {
                try? SampleFile(path: $0)
            }
    }
}
