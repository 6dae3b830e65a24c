public import Foundation

/// A folder of a test's own that goes away with it.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let url: URL

    /// Makes one.
    public init() {
        url = FileManager.default.temporaryDirectory.appending(path: "x12-tests-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The path of a file in it.
    public func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }
}
