import Foundation
import Testing
import X12TestSupport

@testable import X12Command

@Suite("x12 convert")
struct ConvertTests {
    @Test(
        "X12 to X12 gives every sample's own bytes, whatever is wrong with it", arguments: ["pass", "fail"])
    func sameBytes(folder: String) throws {
        let program = try Program()
        defer { program.remove() }
        var converted = 0
        for sample in SampleFile.all(in: "837P/\(folder)") {
            try program.put("sample", sample.bytes)
            let run = try program.run("convert", "--to", "x12", "-o", "copy", "sample")
            // What holds no interchange at all cannot be converted.
            guard run.status != 65 else { continue }
            #expect(run.status == 0)
            #expect(try program.bytes("copy") == sample.bytes, "\(sample)")
            try FileManager.default.removeItem(at: program.folder.appending(path: "copy"))
            converted += 1
        }
        #expect(converted >= 10)
    }

    @Test(
        "X12 to JSON or NDJSON and back gives the same bytes, from a file and from a pipe",
        arguments: ["json", "ndjson"])
    func bothWays(form: String) throws {
        let program = try Program()
        defer { program.remove() }
        let samples = SampleFile.all(in: "837P/pass") + SampleFile.all(in: "835/pass")
        #expect(samples.count >= 20)
        for sample in samples {
            try program.put("sample", sample.bytes)
            let there = try program.run("convert", "--to", form, "sample")
            #expect(there.status == 0)
            let back = try program.run("convert", "--to", "x12", "-o", "back", input: there.output)
            #expect(back.status == 0)
            #expect(back.errors == "")
            #expect(try program.bytes("back") == sample.bytes, "\(sample)")
        }
    }

    @Test(
        "JSON that is none of ours, or cut off, ends with 65",
        arguments: [
            "{\"a\":1}", "{\"objectType\":\"claim\"", "{", "{\"interchanges\":[]}", "{\"interchanges\":[{}]}",
        ])
    func foreign(text: String) throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("convert", "--to", "x12", input: text)
        #expect(run.status == 65)
        #expect(run.errors.hasPrefix("x12: standard input: "))
    }

    @Test("a file is written readable by its owner alone, whole or not at all")
    func ownerAlone() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", Inputs.claim.utf8)
        #expect(try program.run("convert", "--to", "x12", "-o", "out", "claim.837").status == 0)
        let path = program.folder.appending(path: "out").path
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)

        try program.put("noise", "no interchange".utf8)
        #expect(try program.run("convert", "--to", "x12", "-o", "out", "noise").status == 65)
        #expect(try program.bytes("out") == Array(Inputs.claim.utf8))
        let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
        #expect(names.filter { !$0.hasPrefix(".") }.sorted() == ["claim.837", "noise", "out"])
    }

    @Test("a file may be written over itself, and through a link")
    func inPlace() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", Inputs.claim.utf8)
        let link = program.folder.appending(path: "link").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "claim.837")
        #expect(try program.run("convert", "--to", "x12", "-o", "link", "claim.837").status == 0)
        #expect(try program.bytes("claim.837") == Array(Inputs.claim.utf8))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "claim.837")
    }

    @Test("findings go to standard error, a few in words and all in number")
    func remarks() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", Inputs.flooded.utf8)
        let run = try program.run("convert", "--to", "x12", "claim.837")
        #expect(run.output == Inputs.flooded)
        let lines = run.errors.split(separator: "\n")
        #expect(lines.count == 11)
        #expect(
            lines.first?.hasPrefix(
                "x12: claim.837: segment 20 (line 22): error: 'ZZZ' is no segment of the standard")
                == true)
        #expect(lines.last == "x12: claim.837: 101 errors in all; see x12 validate")
    }
}
