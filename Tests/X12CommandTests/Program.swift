import Foundation
import X12TestSupport

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The built program, run in a folder of its own.
struct Program {
    /// The folder; it goes away with ``remove()``.
    let folder: URL

    /// What a run came to.
    struct Run {
        var status: Int32
        var output: String
        var errors: String
    }

    private static let executable = BuiltPrograms.path("x12")

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "x12-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Puts a file into the folder.
    func put(_ name: String, _ bytes: some Sequence<UInt8>) throws {
        try Data(bytes).write(to: folder.appending(path: name))
    }

    /// The bytes of a file of the folder.
    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }

    /// Runs the program to its end, with a text on standard input; standard output may go elsewhere than into the
    /// result.
    func run(_ arguments: String..., input: String = "", output: FileHandle? = nil) throws -> Run {
        try run(arguments, input: input, output: output)
    }

    func run(_ arguments: [String], input: String = "", output: FileHandle? = nil) throws -> Run {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var environment = ProcessInfo.processInfo.environment
        environment["COLUMNS"] = "80"
        // Code sets that whoever runs the tests has loaded must not show.
        environment["X12_CODES"] = folder.appending(path: "codes.store").path(percentEncoded: false)
        process.environment = environment
        // Files instead of pipes: neither side can wait for the other.
        let names = ["input", "output", "errors"].map {
            folder.appending(path: ".\($0)-\(UUID().uuidString)")
        }
        try Data(input.utf8).write(to: names[0])
        try Data().write(to: names[1])
        try Data().write(to: names[2])
        process.standardInput = try FileHandle(forReadingFrom: names[0])
        process.standardOutput = try output ?? FileHandle(forWritingTo: names[1])
        process.standardError = try FileHandle(forWritingTo: names[2])
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationReason == .exit ? process.terminationStatus : -1,
            output: try String(contentsOf: names[1], encoding: .utf8),
            errors: try String(contentsOf: names[2], encoding: .utf8))
    }

    /// Starts the program and kills it a while later, unless it has ended by then.
    func kill(_ arguments: [String], after time: Duration) throws {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: time / .seconds(1))
        #if canImport(Darwin)
            Darwin.kill(process.processIdentifier, SIGKILL)
        #else
            Glibc.kill(process.processIdentifier, SIGKILL)
        #endif
        process.waitUntilExit()
    }
}
