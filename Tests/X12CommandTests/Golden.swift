import Foundation
import Testing

/// Whole outputs kept in files, compared as text.
enum Golden {
    /// Compares a text with the file of that name, or writes the file and fails (`X12_RECORD=1`).
    static func expect(_ text: String, _ name: String, location: SourceLocation = #_sourceLocation) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
        if ProcessInfo.processInfo.environment["X12_RECORD"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name)", sourceLocation: location)
            return
        }
        let wanted = try String(contentsOf: file, encoding: .utf8)
        let pairs = zip(lines(text), lines(wanted))
        if let line = Array(pairs).firstIndex(where: { $0 != $1 }) {
            #expect(
                lines(text)[line] == lines(wanted)[line], "line \(line + 1) of \(name)",
                sourceLocation: location)
        }
        #expect(lines(text).count == lines(wanted).count, "lines of \(name)", sourceLocation: location)
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
