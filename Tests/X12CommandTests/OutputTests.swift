import Foundation
import Testing
import X12TestSupport

/// What each verb prints, kept whole in `Golden`.
@Suite("What the verbs print")
struct OutputTests {
    /// A command line and the file its output is kept in.
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var arguments: String
        var testDescription: String { "x12 \(arguments)" }

        init(_ name: String, _ arguments: String) {
            self.name = name
            self.arguments = arguments
        }
    }

    private static let cases = [
        Case("help.txt", "--help"), Case("help-validate.txt", "validate --help"),
        Case("help-summary.txt", "summary --help"), Case("help-inspect.txt", "inspect --help"),
        Case("help-convert.txt", "convert --help"),
        Case("validate-clean.txt", "validate claim.837 payment.835 order.850"),
        Case("validate-faulty.txt", "validate faulty.837"),
        Case("validate-faulty-values.txt", "validate --show-values faulty.837"),
        Case("validate-faulty.json", "validate --format json faulty.837"),
        Case("validate-flooded.txt", "validate flooded.837"),
        Case("validate-flooded-2.txt", "validate --max-findings 2 flooded.837"),
        Case("validate-by-claim.txt", "validate --group-by claim --fail-on warning marked.837 payment.835"),
        Case("validate-report.html", "validate --format html marked.837 payment.835"),
        Case("help-codes.txt", "codes --help"), Case("codes-list.txt", "codes list"),
        Case("explain-codes.txt", "explain CO-45 carc 16 N30 1325 7 pos 22"),
        Case("explain-segments.txt", "explain HI WO OA CLM05 CLM05-3"),
        Case("codes-show.txt", "codes show carc 16 --on 2026-03-10"),
        Case("validate-info.txt", "validate --min-severity info order.850"),
        Case("summary.txt", "summary claim.837 payment.835 order.850 many.837 near.837"),
        Case("summary.json", "summary --format json claim.837 payment.835 order.850"),
        Case("inspect-claim.txt", "inspect claim.837"), Case("inspect-payment.txt", "inspect payment.835"),
        Case("inspect-faulty.txt", "inspect --loop 2300 --depth 3 faulty.837"),
        Case("inspect-one-claim.txt", "inspect --claim PCN0001 --depth 3 claim.837"),
        Case("inspect-unknown.txt", "inspect order.850"),
        Case("help-coverage.txt", "coverage --help"),
        Case("coverage.txt", "coverage --benefits answer.271 claim.837"),
        Case("coverage.json", "coverage --format json --service 88 answer.271"),
        Case("help-follow.txt", "follow --help"),
        Case("follow.txt", "follow --as-of 2026-04-20 follow"),
        Case("follow-late.json", "follow --late 30 --as-of 2026-04-20 --format json follow"),
        Case("follow.csv", "follow --as-of 2026-04-20 --format csv follow"),
        Case("help-ack.txt", "ack --help"), Case("help-worklist.txt", "worklist --help"),
        Case("ack-clean.txt", "ack --ta1 --at 2026-03-02T10:15 claim.837 payment.835"),
        Case("ack-faulty.txt", "ack --at 2026-03-02T10:15 --control-number 7 wrong.837"),
        Case("worklist.txt", "worklist --against wrong.837 wrong.999 claims.277 receipt.ta1"),
        Case(
            "worklist-values.txt", "worklist --show-values --against wrong.837 wrong.999 claims.277"),
        Case("worklist.json", "worklist --format json --against wrong.837 wrong.999 claims.277 receipt.ta1"),
        Case("worklist-none.txt", "worklist claim.837"),
    ]

    private static func program() throws -> Program {
        let program = try Program()
        try program.put("claim.837", Inputs.claim.utf8)
        try program.put("payment.835", Inputs.payment.utf8)
        try program.put("order.850", Inputs.unknown.utf8)
        try program.put("faulty.837", Inputs.faulty.utf8)
        try program.put("flooded.837", Inputs.flooded.utf8)
        try program.put("many.837", Inputs.many.utf8)
        try program.put("marked.837", Inputs.marked.utf8)
        try program.put("near.837", Inputs.claim.replacing("005010X222A1", with: "005010X222").utf8)
        try program.put("wrong.837", Inputs.wrong.utf8)
        try program.put("wrong.999", Inputs.wrongAnswer.utf8)
        try program.put("claims.277", Inputs.claimAnswer.utf8)
        try program.put("receipt.ta1", Inputs.receipt.utf8)
        try FileManager.default.createDirectory(
            at: program.folder.appending(path: "follow"), withIntermediateDirectories: true)
        for path in SampleFiles.samples.paths(below: ["follow"]) {
            try program.put(path, SampleFiles.samples.bytes(path))
        }
        try program.put("answer.271", SampleFiles.samples.bytes("271/pass/other-payer-and-primary-care.271"))
        return program
    }

    @Test("is what the golden file says", arguments: cases)
    func golden(sample: Case) throws {
        let program = try Self.program()
        defer { program.remove() }
        let run = try program.run(sample.arguments.split(separator: " ").map(String.init))
        // Versions change with every release, and lists of guides with every guide.
        let text = run.output.replacing(/"versions":\{.*\}\}/, with: "\"versions\":{}}")
            .replacing(/(<td>(?:x12|Guides|Rules)<\/td><td>)[^<]*/) { "\($0.1)..." }
        try Golden.expect(text, sample.name)
    }

    @Test("JSON findings are an object a line, the last of which counts all of them, also those not printed")
    func jsonLines() throws {
        let program = try Self.program()
        defer { program.remove() }
        let run = try program.run("validate", "--format", "json", "--max-findings", "3", "flooded.837")
        let lines = try run.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(
            lines.map { $0["rule"] as? String } == Array(repeating: "ENV-SEG-ID-UNKNOWN", count: 3) + [nil])
        #expect(lines.last?["type"] as? String == "result")
        #expect(lines.last?["claims"] as? Int == 1)
        let counts = try #require(lines.last?["findings"] as? [String: Int])
        // A hundred segments, and SE01 that does not count them.
        #expect(counts == ["error": 101, "warning": 0, "info": 0])
        #expect((lines.last?["versions"] as? [String: String])?["tool"] != nil)
    }

    @Test("no value of a patient's is printed unless asked for")
    func privacy() throws {
        let program = try Self.program()
        defer { program.remove() }
        for arguments in [
            ["validate"], ["validate", "--format", "json"], ["summary"],
            ["convert", "--to", "x12", "-o", "out"],
        ] {
            let run = try program.run(arguments + ["faulty.837"])
            for value in ["ISAAC", "ROSA", "SECRET", "W100200300", "19800512"] {
                #expect(!(run.output + run.errors).contains(value))
            }
        }
        #expect(try program.run("validate", "--show-values", "faulty.837").output.contains("ZZZ*SECRET~"))
    }
}
