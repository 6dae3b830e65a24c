import Foundation
import Testing
import X12TestSupport

/// A page of the documentation with parts that are made from declarations.
struct MadePage: Sendable {
    /// Where the page stands in the package.
    let path: String
    /// What the parts are made from, as the marks in the page say it.
    var mark = "declarations"
    /// Makes the part of a name.
    let part: @Sendable (Substring) -> String

    private var start: String { "<!-- made from the \(mark): " }
    private static let end = "<!-- end -->"

    /// Holds the page against what the declarations say; writes it anew, and fails, with `X12_RECORD=1`.
    ///
    /// - Returns: the page.
    @discardableResult
    func expectUpToDate(location: SourceLocation = #_sourceLocation) throws -> String {
        let file = SampleFiles.package.appending(path: path)
        let page = try String(contentsOf: file, encoding: .utf8)
        let renewed = renewed(page)
        if ProcessInfo.processInfo.environment["X12_RECORD"] == "1" {
            try renewed.write(to: file, atomically: true, encoding: .utf8)
            Issue.record(
                "\(path) was written anew; run again without X12_RECORD", sourceLocation: location)
        }
        let lines = zip(
            page.split(separator: "\n", omittingEmptySubsequences: false),
            renewed.split(separator: "\n", omittingEmptySubsequences: false))
        #expect(
            lines.first { $0 != $1 }.map { "\($0)\nshould be\n\($1)" } == nil, sourceLocation: location)
        #expect(page == renewed, sourceLocation: location)
        return page
    }

    /// The page with its parts made anew; what stands outside of the marks stays.
    private func renewed(_ page: String) -> String {
        var lines: [Substring] = []
        var isMade = false
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == Self.end { isMade = false }
            if !isMade { lines.append(line) }
            guard line.hasPrefix(start) else { continue }
            let made = part(line.dropFirst(start.count).prefix { $0 != " " })
            lines += made.split(separator: "\n", omittingEmptySubsequences: false)
            isMade = true
        }
        return lines.joined(separator: "\n")
    }
}
