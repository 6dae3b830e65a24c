import Foundation
import Testing

/// Text kept in a file beside the tests, to be read and compared.
///
/// Run with `X12_RECORD=1` to write the files anew; that run fails, so that it is no passing run.
enum JSONGolden {
    /// The kept text.
    static func text(_ name: String) throws -> String { try String(contentsOf: file(name), encoding: .utf8) }

    /// Compares with the kept text.
    static func expect(_ text: String, toEqual name: String) throws {
        if ProcessInfo.processInfo.environment["X12_RECORD"] == "1" {
            try Data((text + "\n").utf8).write(to: file(name))
            Issue.record("\(name) was recorded")
            return
        }
        #expect(try text + "\n" == Self.text(name), "\(name)")
    }

    private static func file(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/\(name)")
    }
}
