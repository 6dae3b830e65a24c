import Foundation
import Testing
import X12Diagnostics

@testable import X12Command

@Suite("Exit status and streams")
struct ExitStatusTests {
    /// A command line and how it ends.
    struct Case: CustomTestStringConvertible, Sendable {
        var arguments: String
        var status: Int32
        var testDescription: String { "x12 \(arguments)" }
    }

    private static let cases = [
        Case(arguments: "--help", status: 0), Case(arguments: "--version", status: 0),
        Case(arguments: "validate good.837", status: 0),
        Case(arguments: "summary good.837 good.835", status: 0),
        Case(arguments: "inspect good.835", status: 0),
        Case(arguments: "convert --to x12 bad.837", status: 0),
        Case(arguments: "validate bad.837", status: 1),
        Case(arguments: "validate good.837 bad.837 good.835", status: 1),
        Case(arguments: "validate --min-severity error --max-findings 0 bad.837", status: 1),
        Case(arguments: "validate near.837", status: 0),
        Case(arguments: "validate --fail-on warning near.837", status: 1),
        Case(arguments: "validate --level 1 --received 2026-03-01 good.837", status: 0),
        Case(arguments: "inspect --claim NOBODY good.837", status: 1),
        Case(arguments: "sing good.837", status: 64), Case(arguments: "good.837", status: 64),
        Case(arguments: "validate --level 9 good.837", status: 64),
        Case(arguments: "validate --received yesterday good.837", status: 64),
        Case(arguments: "validate --max-findings -1 good.837", status: 64),
        Case(arguments: "convert --to tar good.837", status: 64), Case(arguments: "summary - -", status: 64),
        Case(arguments: "convert --to x12 -o out good.837 good.835", status: 64),
        Case(arguments: "validate empty", status: 65), Case(arguments: "summary picture", status: 65),
        Case(arguments: "validate absent.837", status: 66), Case(arguments: "inspect nothing", status: 66),
        Case(arguments: "summary absent.837 good.837 empty", status: 66),
        Case(arguments: "validate --against absent.837 good.835", status: 66),
        Case(arguments: "validate --against picture good.835", status: 65),
        Case(arguments: "validate --files-from absent", status: 66),
        Case(arguments: "validate --rules absent good.837", status: 66),
        Case(arguments: "validate --profile nobody good.837", status: 64),
        Case(arguments: "validate --profile absent.xml good.837", status: 66),
        Case(arguments: "ack --profile absent.xml good.837", status: 66),
        Case(arguments: "validate --profile ./good.837 good.837", status: 65),
        Case(arguments: "validate --profiles nowhere --profile auto good.837", status: 66),
        Case(
            arguments: "validate --output-directory out --journal nowhere/journal good.837", status: 74),
        Case(arguments: "convert --to xml good.837 good.835", status: 64),
        Case(arguments: "convert --to x12 -o nowhere/out good.837", status: 74),
        Case(arguments: "convert --to x12 -o . good.837", status: 74),
    ]

    private static func program() throws -> Program {
        let program = try Program()
        try program.put("good.837", Inputs.claim.utf8)
        try program.put("good.835", Inputs.payment.utf8)
        try program.put("bad.837", Inputs.faulty.utf8)
        try program.put("near.837", Inputs.claim.replacing("005010X222A1", with: "005010X222").utf8)
        try program.put("empty", [])
        try program.put("picture", (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 167 >> 3) })
        return program
    }

    @Test("each command line ends with the status of the contract", arguments: cases)
    func status(sample: Case) throws {
        let program = try Self.program()
        defer { program.remove() }
        let run = try program.run(sample.arguments.split(separator: " ").map(String.init))
        #expect(run.status == sample.status, "\(run.errors)")
        if sample.status >= 64 { #expect(run.errors.hasPrefix("x12: ")) }
        if sample.status == 0 { #expect(!run.output.isEmpty) }
    }

    @Test(
        "a slip in a verb, and a verb left out, are told as such",
        arguments: [
            ("valdate good.837", "'x12' has no verb 'valdate'; is 'x12 validate' meant?"),
            ("sing", "'x12' has no verb 'sing'; there are validate, summary, inspect, convert, ack,"),
            ("good.837", "say first what to do with good.837: x12 validate good.837"),
            ("generate 837 good.837", "'x12 generate' has no verb '837'; is 'x12 generate 837p' meant?"),
            ("codes lod cpt list.csv", "'x12 codes' has no verb 'lod'; is 'x12 codes load' meant?"),
        ])
    func verb(arguments: String, words: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("good.837", Inputs.claim.utf8)
        let run = try program.run(arguments.split(separator: " ").map(String.init))
        #expect(run.status == 64 && run.errors.hasPrefix("x12: " + words), "\(run.errors)")
    }

    @Test("one file that fails does not stop the others")
    func others() throws {
        let program = try Self.program()
        defer { program.remove() }
        let run = try program.run("validate", "good.837", "absent.837", "empty", "good.835")
        #expect(run.output.split(separator: "\n").count == 2)
        let clean = "clean at levels 1 to 6: 1 claim payment"
        #expect(run.output.contains("good.835: \(clean), 125.00 for claims, payment 100.00\n"))
        #expect(
            run.errors
                == "x12: absent.837: No such file or directory\nx12: empty: not X12: the input is empty\n")
        #expect(run.status == 66)
    }

    @Test("what cannot be read has a status of its own, be it X12, a guide or a profile")
    func faults() {
        #expect(ExitStatus(X12Error(.malformedGuide)) == .unreadable)
        #expect(ExitStatus(X12Error(.limitPassed)) == .unreadable)
        #expect(ExitStatus(X12Error(.sourceFailed)) == .inputOutput)
    }

    @Test("a reader that goes away ends the program quietly with 74")
    func closedPipe() throws {
        let program = try Self.program()
        defer { program.remove() }
        for verb in [["inspect"], ["validate"], ["summary"], ["convert", "--to", "x12"]] {
            let pipe = Pipe()
            try pipe.fileHandleForReading.close()
            let run = try program.run(verb + ["good.837", "good.835"], output: pipe.fileHandleForWriting)
            #expect(run.status == 74)
            #expect(run.errors == "")
        }
    }

    @Test(
        "a full disk is said and ends with 74",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDisk() throws {
        let program = try Self.program()
        defer { program.remove() }
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        let run = try program.run("summary", "good.837", output: full)
        #expect(run.status == 74)
        #expect(run.errors == "x12: good.837: cannot write standard output: No space left on device\n")
        for command in [
            "query --format xml //CLM good.837", "query //ABSENT good.837 --format xml", "schema claim",
            "explain 837P-CLM01", "validate --format html good.837", "codes list", "profile list",
        ] {
            let run = try program.run(command.split(separator: " ").map(String.init), output: full)
            #expect(run.status == 74, "\(command): \(run.errors)")
            #expect(run.errors.hasSuffix("cannot write standard output: No space left on device\n"))
            #expect(run.errors.split(separator: "\n").count == 1, "\(command): \(run.errors)")
        }
    }

    @Test("an output that cannot be made is named, not only the input")
    func nowhere() throws {
        let program = try Self.program()
        defer { program.remove() }
        let run = try program.run("convert", "--to", "json", "-o", "nowhere/out", "good.837")
        #expect(run.errors == "x12: good.837: cannot write nowhere/out: No such file or directory\n")
    }

    @Test("standard input is read when it is named or no file is")
    func standardInput() throws {
        let program = try Self.program()
        defer { program.remove() }
        for arguments in [["validate", "-"], ["validate"]] {
            let run = try program.run(arguments, input: Inputs.claim)
            #expect(run.output == "standard input: clean at levels 1 to 6: 1 claim, 1,180.00 charged\n")
            #expect(run.status == 0)
        }
    }

    @Test("every help text lists the statuses, and nothing is coloured where no terminal is")
    func help() throws {
        let program = try Self.program()
        defer { program.remove() }
        for arguments in [["--help"], ["help"], ["validate", "--help"], ["help", "convert"]] {
            let run = try program.run(arguments)
            for status in [0, 1, 64, 65, 66, 70, 74] { #expect(run.output.contains("\n  \(status) ")) }
        }
        #expect(try program.run("--help").output.contains("--generate-completion-script"))
        #expect(try program.run("--generate-completion-script", "bash").output.contains("_x12"))
        for arguments in [["validate", "bad.837"], ["inspect", "bad.837"]] {
            #expect(try !program.run(arguments).output.contains("\u{1B}"))
        }
    }
}
