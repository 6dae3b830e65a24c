import Foundation
import Testing
import X12TestSupport

@Suite("What a payer lets stand in a file, where x12 generate writes it")
struct GenerateLimitsTests {
    private let practice = SampleFiles.samples.folder.appending(path: "practice/practice.json").path

    /// Twelve claims of six members for one payer.
    private static let claims: String = {
        let head =
            "claimNumber,payer,memberIdentifier,lastName,birthDate,gender,addressLine1,city,state,postalCode,diagnoses,serviceDate,procedureCode,chargeAmount,unitCount"
        let rows = (1...12).map { number in
            "C\(100 + number),sample,M\(number % 6),MOSS,1980-05-12,F,1 ELM ST,PEORIA,IL,61602,I10,2026-02-20,99213,120,1"
        }
        return ([head] + rows).joined(separator: "\n") + "\n"
    }()

    /// Writes the claims by a profile; what was said, and the files with what the same profile finds in each.
    private func generate(_ inside: String) throws -> (run: Program.Run, files: [String], found: [String]) {
        let program = try Program()
        defer { program.remove() }
        try program.put(
            "own.xml",
            "<profile xmlns=\"urn:swift-x12:specs:1\" name=\"own\" title=\"Own\" status=\"illustrative\">\n\(inside)\n</profile>\n"
                .utf8)
        try program.put("a.csv", Self.claims.utf8)
        let run = try program.run(
            "generate", "837p", "--practice", practice, "--ledger", "ledger", "--profile", "own.xml",
            "--output-directory", "out", "a.csv")
        let names = try FileManager.default.contentsOfDirectory(
            atPath: program.folder.appending(path: "out").path
        ).sorted()
        var files: [String] = []
        var found: [String] = []
        for name in names {
            files.append(String(decoding: try program.bytes("out/\(name)"), as: UTF8.self))
            let check = try program.run("validate", "--profile", "own.xml", "out/\(name)")
            found += check.output.split(separator: "\n").map(String.init).filter { $0.contains("[OWN") }
        }
        return (run, files, found)
    }

    @Test(
        "claims are parted so that each file keeps what the payer says of sets and files",
        arguments: [
            (#"<size id="OWN" max="3000" source="t"/>"#, 2...6, 1...1),
            (#"<count id="OWN" at="2300" per="set" max="5" source="t"/>"#, 1...1, 3...3),
            (#"<count id="OWN" at="2300/CLM" per="interchange" max="5" source="t"/>"#, 3...3, 1...1),
            (#"<count id="OWN" at="2300" per="group" max="12" source="t"/>"#, 1...1, 1...1),
            (
                #"<submission claims-per-set="2"/><count id="OWN" at="ST" per="interchange" max="2" source="t"/>"#,
                3...3, 2...2
            ),
        ])
    func parted(inside: String, files: ClosedRange<Int>, sets: ClosedRange<Int>) throws {
        let (run, texts, found) = try generate(inside)
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(files.contains(texts.count), "\(texts.count)")
        #expect(texts.allSatisfy { sets.contains($0.components(separatedBy: "ST*837").count - 1) })
        #expect(texts.reduce(0) { $0 + $1.components(separatedBy: "CLM*").count - 1 } == 12)
        #expect(found.isEmpty, "\(found)")
    }

    @Test("files that are cut by bytes are filled as far as they go")
    func filled() throws {
        let whole = try generate("").files
        let bytes = try #require(whole.first).utf8.count
        #expect(whole.count == 1)
        #expect(try generate(#"<size id="OWN" max="\#(bytes + 100)" source="t"/>"#).files.count == 1)
        let halves = try generate(#"<size id="OWN" max="\#(bytes - 1)" source="t"/>"#).files
        #expect(halves.count == 2)
        #expect(halves.allSatisfy { $0.utf8.count < bytes })
    }

    @Test("what claims cannot be parted by is told of the file, which is not written")
    func refused() throws {
        let (run, files, _) = try generate(
            #"<count id="OWN" at="2000B" per="set" max="2" source="t" message="two subscribers in a set"/>"#)
        #expect(run.status == 1)
        #expect(files.isEmpty)
        #expect(
            run.output.hasPrefix("file for PAYER01: HL: error: two subscribers in a set (Own) [OWN]\n"),
            "\(run.output)")
        #expect(run.output.contains("file for PAYER01: not written, 12 claims\n"), "\(run.output)")
    }

    @Test("a least in a file is asked of the file, and not of each claim")
    func least() throws {
        func run(_ least: Int) throws -> (run: Program.Run, files: [String], found: [String]) {
            try generate(#"<count id="OWN" at="2300" per="interchange" min="\#(least)" source="t"/>"#)
        }
        let enough = try run(12)
        #expect(enough.run.status == 0 && enough.files.count == 1, "\(enough.run.output)")
        #expect(enough.found.isEmpty)
        let few = try run(13)
        #expect(few.run.status == 1 && few.files.isEmpty)
        #expect(few.run.output.contains("[OWN]"), "\(few.run.output)")
    }
}
