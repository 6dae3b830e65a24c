import Foundation
import Testing
import X12TestSupport

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

/// What the build does with each guide, without a build, so that it always runs.
@Suite("The compiler of Specs")
struct SpecCompilerTests {
    @Test("a guide's program follows its file, and a fault is told with file and line")
    func guideFile() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "x12-specs-\(UUID().uuidString)")
        let guides = folder.appending(path: "guides")
        try FileManager.default.createDirectory(at: guides, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let guide = guides.appending(path: "005010X999.xml")
        var text = try String(
            contentsOf: SampleFiles.package.appending(path: "Specs/guides/005010X221A1.xml"), encoding: .utf8)
        text.replace("id=\"005010X221A1\"", with: "id=\"005010X999\"")
        text.replace("Health Care Claim Payment", with: "An Edited Guide")
        try text.write(to: guide, atomically: true, encoding: .utf8)
        let made = try compile(guide, in: folder)
        #expect(made.status == 0)
        #expect(made.program.contains("An Edited Guide") && made.program.contains("005010X999"))

        text.replace("id=\"BPR\"", with: "id=\"BPX\"")
        try text.write(to: guide, atomically: true, encoding: .utf8)
        let spoilt = try compile(guide, in: folder)
        #expect(spoilt.status == 1)
        #expect(spoilt.output.contains("005010X999.xml:12: error: no segment BPX in the dictionary"))
        #expect(spoilt.program.isEmpty)
    }

    /// Runs the compiler as the build does.
    private func compile(_ guide: URL, in folder: URL) throws -> (
        status: Int32, output: String, program: String
    ) {
        let specs = SampleFiles.package.appending(path: "Specs")
        let inputs = try ["dictionary", "schema"].flatMap { name in
            try FileManager.default.contentsOfDirectory(
                at: specs.appending(path: name), includingPropertiesForKeys: nil
            ).map(\.path).sorted()
        }
        let result = folder.appending(path: "Guide.swift")
        try? FileManager.default.removeItem(at: result)
        let process = Process()
        process.executableURL = BuiltPrograms.path("SpecCompiler")
        process.arguments = ["guide", result.path, guide.path] + inputs
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: output, as: UTF8.self),
            (try? String(contentsOf: result, encoding: .utf8)) ?? ""
        )
    }
}

/// A copy of this package in a temporary folder, without what was built.
private struct PackageCopy {
    let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "x12-pipeline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        for entry in try FileManager.default.contentsOfDirectory(
            at: SampleFiles.package, includingPropertiesForKeys: nil)
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
