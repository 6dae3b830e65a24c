import Foundation
import Testing

/// Builds a copy of the package again and again, so it runs only with `X12_LONG_TESTS=1` (about a minute).
@Suite("From Specs to the binary", .enabled(if: ProcessInfo.processInfo.environment["X12_LONG_TESTS"] == "1"))
struct SpecPipelineTests {
    @Test("a guide that is added, edited, spoilt and removed is noticed each time")
    func guideFiles() throws {
        let copy = try PackageCopy()
        defer { copy.remove() }
        let original = try String(contentsOf: copy.guide("005010X221A1"), encoding: .utf8)
        let added = copy.guide("005010X999")

        #expect(try copy.build().status == 0)
        #expect(try copy.index().contains("005010X221A1") && !copy.index().contains("005010X999"))

        var text = original.replacing("id=\"005010X221A1\"", with: "id=\"005010X999\"")
        try text.write(to: added, atomically: true, encoding: .utf8)
        #expect(try copy.build().status == 0)
        #expect(try copy.index().contains("005010X999"))

        text.replace("Health Care Claim Payment", with: "An Edited Guide")
        try text.write(to: added, atomically: true, encoding: .utf8)
        #expect(try copy.build().status == 0)
        #expect(try copy.generated("Guide-005010X999").contains("An Edited Guide"))

        text.replace("id=\"BPR\"", with: "id=\"BPX\"")
        try text.write(to: added, atomically: true, encoding: .utf8)
        let spoilt = try copy.build()
        #expect(spoilt.status != 0)
        #expect(
            spoilt.output.contains("Specs/guides/005010X999.xml:12: error: no segment BPX in the dictionary"))

        try FileManager.default.removeItem(at: added)
        #expect(try copy.build().status == 0)
        #expect(try !copy.index().contains("005010X999"))
    }
}

/// A copy of this package in a temporary folder, without what was built.
private struct PackageCopy {
    let root: URL

    init() throws {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        root = FileManager.default.temporaryDirectory.appending(path: "x12-pipeline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        for entry in try FileManager.default.contentsOfDirectory(at: package, includingPropertiesForKeys: nil)
        where !entry.lastPathComponent.hasPrefix(".") {
            try FileManager.default.copyItem(at: entry, to: root.appending(path: entry.lastPathComponent))
        }
    }

    func guide(_ identifier: String) -> URL { root.appending(path: "Specs/guides/\(identifier).xml") }

    /// What the plugin made last.
    func generated(_ name: String) throws -> String {
        let outputs = root.appending(path: ".build/plugins/outputs")
        let files = FileManager.default.enumerator(at: outputs, includingPropertiesForKeys: nil)
        let file = try #require(
            files?.compactMap { $0 as? URL }.first { $0.lastPathComponent == "\(name).swift" })
        return try String(contentsOf: file, encoding: .utf8)
    }

    func index() throws -> String { try generated("GuideIndex") }

    func build() throws -> (status: Int32, output: String) {
        let log = root.appending(path: "build.log")
        try Data().write(to: log)
        let output = try FileHandle(forWritingTo: log)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["swift", "build", "--package-path", root.path, "--target", "X12Specs"]
        process.standardOutput = output
        process.standardError = output
        try process.run()
        process.waitUntilExit()
        try output.close()
        return (process.terminationStatus, try String(contentsOf: log, encoding: .utf8))
    }

    func remove() { try? FileManager.default.removeItem(at: root) }
}
