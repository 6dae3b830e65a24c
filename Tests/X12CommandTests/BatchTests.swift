import Foundation
import Testing
import X12Diagnostics
import X12TestSupport

@testable import X12Command

@Suite("Many files")
struct BatchTests {
    /// A folder of six inputs, one of them no X12, one with errors, one below another folder.
    private static func program() throws -> Program {
        let program = try Program()
        let sub = program.folder.appending(path: "in/march")
        try FileManager.default.createDirectory(at: sub, withIntermediateDirectories: true)
        try program.put("in/a.837", Inputs.claim.utf8)
        try program.put("in/b.837", Inputs.faulty.utf8)
        try program.put("in/c.835", Inputs.payment.utf8)
        try program.put("in/d.txt", "Dear all".utf8)
        try program.put("in/march/a.837", Inputs.claim.utf8)
        try program.put("in/.hidden", "no".utf8)
        return program
    }

    /// The files below a folder with their bytes.
    private static func files(_ program: Program, _ folder: String) throws -> [String: [UInt8]] {
        let files = SampleFiles(folder: program.folder.appending(path: folder))
        return Dictionary(uniqueKeysWithValues: try files.paths().map { ($0, try files.bytes($0)) })
    }

    @Test("a folder stands for the files in it and below, by name; one that fails does not stop the rest")
    func folder() throws {
        let program = try Self.program()
        defer { program.remove() }
        let run = try program.run("summary", "--format", "json", "in")
        let files = run.output.split(separator: "\n").compactMap { $0.firstMatch(of: /"file":"([^"]*)"/)?.1 }
        #expect(files == ["in/a.837", "in/b.837", "in/c.835", "in/march/a.837"])
        #expect(run.errors.contains("x12: in/d.txt: not X12"))
        #expect(run.status == 65)
    }

    @Test("a list names files and folders, a path on each line")
    func list() throws {
        let program = try Self.program()
        defer { program.remove() }
        try program.put("list", "in/c.835\n\nin/march\n".utf8)
        let run = try program.run("summary", "--files-from", "list", "in/a.837")
        #expect(run.status == 0)
        #expect(
            run.output.matches(of: #/in/\S+: /#).map { String($0.0) } == [
                "in/a.837: ", "in/c.835: ", "in/march/a.837: ",
            ])
        #expect(try program.run("summary", "--files-from", "-", input: "in/a.837\n").status == 0)
        #expect(try program.run("summary", "--files-from", "-", "-").status == 64)
        #expect(try program.run("summary", "--files-from", "absent").status == 66)
    }

    @Test(
        "a path has any character in it but the line feed that ends it",
        arguments: ["\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}", "\u{301}", "\r"])
    func oddPaths(character: String) throws {
        let program = try Program()
        defer { program.remove() }
        let name = "a\(character)b.837"
        try program.put(name, Inputs.claim.utf8)
        for end in ["\n", "\r\n", ""] {
            try program.put("list", "\(end)\(name)\(end)".utf8)
            let run = try program.run("summary", "--files-from", "list")
            #expect(run.status == 0, "\(run.errors)")
        }
        // What such an input came to is written down, too.
        for earlier in ["", "; 1 of them by an earlier run"] {
            let run = try program.run(
                "convert", "--to", "json", "--output-directory", "out", "--journal", "journal", name)
            #expect(run.errors == "x12: 1 file: 1 clean\(earlier)\n")
        }
    }

    @Test("an input whose path has a line feed is done again: a journal cannot hold it")
    func lineFeedInPath() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a\nb.837", Inputs.claim.utf8)
        for _ in 1...2 {
            let run = try program.run(
                "convert", "--to", "json", "--output-directory", "out", "--journal", "journal", "a\nb.837")
            #expect(run.errors == "x12: 1 file: 1 clean\n")
        }
    }

    @Test("a folder with nothing in it is a file that is not there")
    func emptyFolder() throws {
        let program = try Self.program()
        defer { program.remove() }
        try FileManager.default.createDirectory(
            at: program.folder.appending(path: "empty"), withIntermediateDirectories: true)
        let run = try program.run("validate", "empty")
        #expect(run.status == 66)
        #expect(run.errors == "x12: empty: the folder has no files to read\n")
    }

    @Test(
        "any number of jobs prints the same in the same order", arguments: ["validate", "convert --to json"])
    func order(verb: String) throws {
        let program = try Self.program()
        defer { program.remove() }
        // More than a worker holds back, so that it has to wait for its turn.
        let workload = ClaimWorkload(seed: 3).bytes(atLeast: 500_000).bytes
        try program.put("in/big.837", workload)
        try program.put("in/march/big.837", workload)
        let arguments = verb.split(separator: " ").map(String.init)
        let one = try program.run(arguments + ["in"])
        for jobs in ["0", "2", "5"] {
            let several = try program.run(arguments + ["--jobs", jobs, "in"])
            #expect(several.output == one.output)
            #expect(several.errors == one.errors)
            #expect(several.status == one.status)
        }
    }

    @Test(
        "a payment that stands in two inputs is told with where it came first, however many jobs there are",
        arguments: ["text", "json", "html"])
    func repeatedPayment(format: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.835", Inputs.payment.utf8)
        try program.put("b.835", Inputs.payment.replacing("EFT20260310", with: "EFT20260311").utf8)
        try program.put("c.835", Inputs.payment.replacing("PCN0001", with: "PCN0002").utf8)
        try program.put(
            "d.835", Inputs.payment.replacing("*20260310~\nTRN", with: "*20260312~\nTRN").utf8)
        let files = ["a.835", "b.835", "c.835", "d.835"]
        let run = try program.run(["validate", "--format", format] + files)
        let first = #/came before in a\.835, set 0001, segment 3 \(line 5\), with (other|the same) claims/#
        #expect(run.output.matches(of: first).map(\.1) == ["other", "the same"], "\(run.output)")
        #expect(run.output.matches(of: #/835-DUP-REMIT/#).count >= 2)
        #expect(!run.output.contains("EFT20260310"))
        for jobs in ["2", "4"] {
            let several = try program.run(["validate", "--format", format, "--jobs", jobs] + files)
            #expect(several.output == run.output)
        }
        let silent = try program.run(["validate", "--rule", "835-DUP-REMIT=off"] + files)
        #expect(!silent.output.contains("835-DUP-REMIT"))
        let error = try program.run(["validate", "--rule", "835-DUP-REMIT=error"] + files)
        #expect(error.status == 1)
        #expect(!(try program.run(["validate"] + files.prefix(2))).output.contains("835-DUP-REMIT"))
    }

    @Test("each input has an output of its own, in folders like the inputs'")
    func outputs() throws {
        let program = try Self.program()
        defer { program.remove() }
        let run = try program.run(
            "convert", "--to", "x12", "--jobs", "2", "--output-directory", "out/new", "--name",
            "{number}-{stem}.{ext}", "--summary", "summary.json", "in")
        #expect(run.status == 1)
        #expect(run.errors.hasSuffix("x12: 5 files: 4 clean, 1 failed\n"), "\(run.errors)")
        #expect(run.output.isEmpty)
        #expect(
            try Self.files(program, "out/new") == [
                "000001-a.x12": Array(Inputs.claim.utf8), "000002-b.x12": Array(Inputs.faulty.utf8),
                "000003-c.x12": Array(Inputs.payment.utf8), "march/000005-a.x12": Array(Inputs.claim.utf8),
            ])
        let summary = String(decoding: try program.bytes("summary.json"), as: UTF8.self)
        #expect(
            summary == """
                {"files":5,"clean":4,"findings":0,"failed":1,"notBegun":0,"earlier":0,"failures":[{"file":"in/d.txt",\
                "status":65,"reason":"not X12: no interchange header (ISA) found"}]}

                """)
    }

    @Test("reports of validate are files too")
    func reports() throws {
        let program = try Self.program()
        defer { program.remove() }
        let run = try program.run("validate", "--output-directory", "out", "in/a.837", "in/b.837")
        #expect(run.status == 1)
        #expect(run.errors == "x12: 2 files: 1 clean, 1 with findings\n")
        #expect(
            String(decoding: try program.bytes("out/b.837.txt"), as: UTF8.self)
                == (try program.run("validate", "in/b.837")).output)
    }

    @Test(
        "wrong usage is told before anything is written",
        arguments: [
            "convert --to json --output-directory out --name {stem}.{ext} in/a.837 in/march/a.837",
            "convert --to json --output-directory out --name {date}.json in/a.837",
            "convert --to json --output-directory out --name ../{name} in/a.837",
            "convert --to json --journal j in/a.837", "convert --to json --name {stem} in/a.837",
            "convert --to json -o b --output-directory out in/a.837",
            "convert --to json --jobs 5000 in/a.837", "validate --jobs -1 in/a.837",
        ])
    func usage(arguments: String) throws {
        let program = try Self.program()
        defer { program.remove() }
        #expect(try program.run(arguments.split(separator: " ").map(String.init)).status == 64)
        #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "out").path))
    }

    // MARK: - Journal

    private static let conversion = [
        "convert", "--to", "json", "--output-directory", "out", "--journal", "journal", "--jobs", "2", "in",
    ]

    @Test("what an earlier run finished is left out; what changed, failed or went away is done again")
    func journal() throws {
        let program = try Self.program()
        defer { program.remove() }
        let first = try program.run(Self.conversion)
        let whole = try Self.files(program, "out")
        #expect(first.errors.hasSuffix("x12: 5 files: 4 clean, 1 failed\n"))
        let second = try program.run(Self.conversion)
        #expect(second.errors.hasSuffix("x12: 5 files: 4 clean, 1 failed; 4 of them by an earlier run\n"))
        #expect(second.status == 1)
        try FileManager.default.removeItem(at: program.folder.appending(path: "out/c.835.json"))
        try program.put("in/d.txt", Inputs.payment.utf8)
        try program.put("in/a.837", Inputs.many.utf8)
        let third = try program.run(Self.conversion)
        #expect(third.errors.hasSuffix("x12: 5 files: 5 clean; 2 of them by an earlier run\n"))
        #expect(third.status == 0)
        let now = try Self.files(program, "out")
        #expect(now["c.835.json"] == whole["c.835.json"])
        #expect(now["a.837.json"] != whole["a.837.json"])
    }

    @Test("a journal is for one kind of run, one run at a time, and no other file")
    func foreignJournal() throws {
        let program = try Self.program()
        defer { program.remove() }
        _ = try program.run(Self.conversion)
        let other = try program.run(
            "convert", "--to", "ndjson", "--output-directory", "out", "--journal", "journal", "in")
        #expect(other.status == 64)
        #expect(other.errors.contains("it is of a run with other options"))
        try program.put("journal", Inputs.claim.utf8)
        #expect(try program.run(Self.conversion).errors.contains("it is no journal"))
        #expect(try program.bytes("journal") == Array(Inputs.claim.utf8))
    }

    @Test("a payment that comes again is told, too, when the first was looked at before the run was stopped")
    func repeatedPaymentResumed() throws {
        let program = try Program()
        defer { program.remove() }
        // Other sets before the payment do not hide it.
        try program.put("a.835", (Inputs.claim + Inputs.payment).utf8)
        try program.put("b.835", Inputs.payment.utf8)
        let arguments = ["validate", "--output-directory", "out", "--journal", "journal", "a.835", "b.835"]
        _ = try program.run(arguments)
        let whole = try program.bytes("out/b.835.txt")
        #expect(String(decoding: whole, as: UTF8.self).contains("came before in a.835, set 0001"))
        try FileManager.default.removeItem(at: program.folder.appending(path: "out/b.835.txt"))
        #expect(try program.run(arguments).errors.contains("1 of them by an earlier run"))
        #expect(try program.bytes("out/b.835.txt") == whole)
    }

    @Test(
        "a run does not go on with its journal once that was changed which its results go by",
        arguments: ["rules", "own.xml", "payers/own.xml", "codes.store", "sent.837"])
    func changedBasis(name: String) throws {
        let program = try Self.program()
        defer { program.remove() }
        try FileManager.default.createDirectory(
            at: program.folder.appending(path: "payers"), withIntermediateDirectories: true)
        func put(_ name: String, _ form: Int) throws {
            let profile = """
                <profile xmlns="urn:swift-x12:specs:1" name="own" title="own" status="illustrative">
                <forbid id="OWN\(form)" at="2310B" source="t"/>
                </profile>
                """
            switch name {
            case "rules": try program.put(name, "837P-CLM01 \(form == 1 ? "off" : "error")".utf8)
            case "sent.837":
                try program.put(name, Inputs.claim.replacing("PCN0001", with: "PCN000\(form)0").utf8)
            case "codes.store":
                try program.put("list.csv", "code,name\n\(form)00,a\n".utf8)
                _ = try program.run("codes", "load", "carc", "--as-of", "2026-01-0\(form)", "list.csv")
            default: try program.put(name, profile.utf8)
            }
        }
        let options = [
            "rules": ["--rules", "rules"], "own.xml": ["--profile", "./own.xml"],
            "payers/own.xml": ["--profiles", "payers", "--profile", "auto"], "codes.store": [],
            "sent.837": ["--against", "sent.837"],
        ]
        let arguments =
            ["validate", "--output-directory", "out", "--journal", "journal"] + (options[name] ?? [])
            + ["in/a.837", "in/b.837"]
        try put(name, 1)
        #expect(try program.run(arguments).status == 1)
        let same = try program.run(arguments)
        #expect(same.errors.contains("2 of them by an earlier run"), "\(same.errors)")
        try put(name, 2)
        let changed = try program.run(arguments)
        #expect(changed.status == 64, "\(changed.errors)")
        #expect(changed.errors.contains("codes or files that they name were changed since"))
    }

    @Test("a run that was killed goes on, and the same comes out", arguments: [3, 12, 30])
    func killed(milliseconds: Int) throws {
        let program = try Self.program()
        defer { program.remove() }
        for number in 1...6 {
            try program.put(
                "in/big\(number).837", ClaimWorkload(seed: UInt64(number)).bytes(atLeast: 60_000).bytes)
        }
        try program.kill(Self.conversion, after: .milliseconds(milliseconds))
        _ = try program.run(Self.conversion)
        let resumed = try Self.files(program, "out")
        var fresh = Self.conversion
        fresh[4] = "undisturbed"
        fresh[6] = "journal2"
        _ = try program.run(fresh)
        #expect(try Self.files(program, "undisturbed") == resumed)
    }

    @Test("a line of the journal that was torn off is no record")
    func tornJournal() throws {
        let program = try Self.program()
        defer { program.remove() }
        _ = try program.run(Self.conversion)
        let journal = try program.bytes("journal")
        try program.put("journal", journal.dropLast(9))
        let run = try program.run(Self.conversion)
        #expect(run.errors.hasSuffix("; 3 of them by an earlier run\n"), "\(run.errors)")
        #expect(try program.run(Self.conversion).errors.hasSuffix("; 4 of them by an earlier run\n"))
    }

    // MARK: - Files that change

    @Test("a file that is changed while it is read fails, and leaves no output")
    func changed() throws {
        let program = try Self.program()
        defer { program.remove() }
        let input = program.folder.appending(path: "in/a.837").path
        var batch = Batch(files: [InputFile(path: input)], jobs: 1)
        let out = program.folder.appending(path: "out").path
        batch.target = .folder(OutputNames(folder: out, template: "{name}", fileExtension: ""))
        let result = batch.run { file, output throws(X12Error) in
            try output.write("half")
            let handle = FileHandle(forWritingAtPath: file.path)
            _ = try? handle?.seekToEnd()
            try? handle?.write(contentsOf: Data("more".utf8))
            return .clean
        }
        #expect(result.failures.map(\.status) == [.inputOutput])
        #expect(result.failures.first?.reason.contains("changed while it was read") == true)
        #expect(try Self.files(program, "out").isEmpty)
    }

    @Test("when nothing more can be written, nothing more is begun")
    func full() throws {
        let program = try Self.program()
        defer { program.remove() }
        try program.put("out", "a file where the folder should be".utf8)
        let run = try program.run("convert", "--to", "json", "--output-directory", "out", "in")
        #expect(run.status == 74)
        #expect(run.errors.hasSuffix("x12: 5 files: 1 failed, 4 not begun\n"), "\(run.errors)")
    }

    @Test(
        "any number of threads writes the same",
        arguments: [
            (["validate", "--format", "json"], least: 20_000), (["convert", "--to", "ndjson"], 20_000),
            (["convert", "--to", "json"], 20_000), (["convert", "--to", "xml"], 20_000),
            // Of one set a 999 lists a thousand errors, in a few bytes each.
            (["ack", "--at", "2026-03-01T09:30"], 1_000),
        ])
    func workers(_ arguments: [String], least: Int) throws {
        let program = try Program()
        defer { program.remove() }
        var bytes: [UInt8] = []
        WorkloadKind.professionalClaims.write(atLeast: 200_000, seed: 9) { bytes += $0 }
        let terminator = UInt8(ascii: "~")
        let segments = bytes.split(separator: terminator, omittingEmptySubsequences: false)
        // So that there is something to be found all over the file.
        let damaged = segments.enumerated().filter { $0.offset % 97 != 96 }.map(\.element)
        try program.put("in.837", damaged.joined(separator: [terminator]))
        let one = try program.run(arguments + ["--workers", "1", "in.837"])
        let three = try program.run(arguments + ["--workers", "3", "in.837"])
        #expect(three.output == one.output)
        #expect(three.errors == one.errors)
        #expect(three.status == one.status)
        #expect(one.output.count > least)
    }
}
