import Foundation
import Testing
import X12TestSupport

@testable import X12Command

@Suite("Files that are written")
struct OutputFileTests {
    private func names(_ program: Program) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: program.folder.path).sorted()
    }

    @Test("two runs that write one file at a time do not write into each other's")
    func sideBySide() throws {
        let program = try Program()
        defer { program.remove() }
        let path = program.folder.appending(path: "a.json").path
        let first = try OutputFile(path: path)
        try first.output.write("first")
        try first.output.flush()
        let second = try OutputFile(path: path)
        try second.output.write("second")
        try second.finish()
        #expect(try program.bytes("a.json") == Array("second".utf8))
        try first.finish()
        #expect(try program.bytes("a.json") == Array("first".utf8))
        #expect(try names(program) == ["a.json"])
    }

    @Test("what a run that was killed has left is taken over, not added to, and goes when the next one fails")
    func leftBehind() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.json.x12-part", "much more than is written now".utf8)
        let path = program.folder.appending(path: "a.json").path
        do {
            let failed = try OutputFile(path: path)
            try failed.output.write("half")
            #expect(try names(program) == ["a.json.x12-part"])
        }
        #expect(try names(program) == [])
        try program.put("a.json.x12-part", "much more than is written now".utf8)
        let whole = try OutputFile(path: path)
        try whole.output.write("whole")
        try whole.finish()
        #expect(try program.bytes("a.json") == Array("whole".utf8))
        #expect(try names(program) == ["a.json"])
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
    }

    @Test("a link where the file would be begun is not followed")
    func link() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("own", "own".utf8)
        let path = program.folder.appending(path: "a.json").path
        try FileManager.default.createSymbolicLink(
            atPath: path + ".x12-part", withDestinationPath: program.folder.appending(path: "own").path)
        let file = try OutputFile(path: path)
        try file.output.write("new")
        try file.finish()
        #expect(try program.bytes("own") == Array("own".utf8))
        #expect(try program.bytes("a.json") == Array("new".utf8))
    }

    @Test(
        "an input is never replaced by what is made of it, whatever it is called there",
        arguments: [
            "validate --format json --output-directory . --name {name} a.837",
            "validate --output-directory . --name {stem}.837 a.837",
            "validate --output-directory out --summary ./a.837 a.837", "ack -o a.837 a.837",
            "convert --to json -o link a.837",
            "convert --to csv -o . claims.csv", "follow -o a.837 a.837",
            "generate 837p --ledger ledger --rejected a.837 a.837",
        ])
    func inputs(command: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.837", Inputs.claim.utf8)
        try program.put("claims.csv", Inputs.claim.utf8)
        try FileManager.default.createSymbolicLink(
            atPath: program.folder.appending(path: "link").path, withDestinationPath: "a.837")
        let run = try program.run(command.split(separator: " ").map(String.init))
        #expect(run.status == 64, "\(run.errors)")
        #expect(run.errors.contains("would be replaced by what is made of it"), "\(run.errors)")
        #expect(try program.bytes("a.837") == Array(Inputs.claim.utf8))
        #expect(try program.bytes("claims.csv") == Array(Inputs.claim.utf8))
    }

    @Test("a table does not replace a file of somebody's own that has its name")
    func foreignTable() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.837", Inputs.claim.utf8)
        try program.put("claims.csv", "my,own\n".utf8)
        for options in [["-o", "."], ["--replace", "-o", "."]] {
            let run = try program.run(["convert", "--to", "csv"] + options + ["a.837"])
            #expect(run.status == 64)
            #expect(run.errors.contains("./claims.csv is no table of x12"), "\(run.errors)")
            #expect(try program.bytes("claims.csv") == Array("my,own\n".utf8))
        }
        try program.put("claims.csv", [])
        #expect(try program.run("convert", "--to", "csv", "-o", ".", "a.837").status == 0)
        #expect(try program.bytes("claims.csv").count > 100)
        #expect(try program.run("convert", "--to", "csv", "-o", ".", "a.837").status == 0)
    }

    @Test("a pipe that does not wait, and is full, is waited for")
    func nonBlocking() throws {
        let pipe = Pipe()
        let writing = pipe.fileHandleForWriting.fileDescriptor
        #expect(fcntl(writing, F_SETFL, fcntl(writing, F_GETFL) | O_NONBLOCK) == 0)
        let bytes = (0..<400_000).map { UInt8(truncatingIfNeeded: $0) }
        let reader = Thread {
            usleep(50_000)
            var count = 0
            while count < bytes.count { count += pipe.fileHandleForReading.availableData.count }
        }
        reader.start()
        #expect(System.write(bytes, to: writing) == 0)
    }
}
