import Testing
import X12Diagnostics
import X12TestSupport

/// Our findings at levels 1 and 2 beside the verdicts of others on the same files.
@Suite(
    "Verdicts on the corpus",
    .enabled(if: SampleFiles.corpus != nil, "there is no corpus beside the package"))
struct CorpusVerdictsTests {
    /// The guides that both sides have.
    private static let guides = [
        "005010X222", "005010X222A1", "005010X223", "005010X223A2", "005010X221A1", "005010X214",
        "005010X220A1", "005010X218", "005010X231A1",
    ]

    /// A line of a verdict: `26 CAS 1 Segment CAS*CO not found`, the number being the segment's in the file.
    private struct Verdict {
        let ordinal: Int?
        let segment: String
        let text: String

        init(_ text: Substring) {
            let words = text.split(separator: " ", maxSplits: 2)
            let number = words.first.flatMap { Int($0) }
            ordinal = number
            segment = words.dropFirst(number == nil ? 0 : 1).first.map { String($0.prefix(3)) } ?? ""
            self.text = String(text)
        }

        /// Whether a finding stands near the place; control segments are reported elsewhere in the envelope.
        func isMet(by finding: Finding) -> Bool {
            guard let ordinal, !["SE", "GE", "IEA", "ST", "GS", "ISA"].contains(segment) else {
                return finding.rule.id.hasPrefix("ENV-")
            }
            return abs(finding.location.segment - ordinal) <= 1
        }
    }

    private struct Row {
        let file: String
        let cells: [String: String]
    }

    private static func table(_ name: String) throws -> [Row] {
        let lines = String(decoding: try #require(SampleFiles.corpus).bytes(name), as: UTF8.self)
            .split(separator: "\n")
        let names = try #require(lines.first).split(separator: "\t").map(String.init)
        return lines.dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Row(file: cells[0], cells: Dictionary(uniqueKeysWithValues: zip(names, cells)))
        }
    }

    @Test("what pyx12 finds is found, or ruled on")
    func pyx12() throws {
        let corpus = try #require(SampleFiles.corpus)
        var verdicts = 0
        var ruledOn: Set<String> = []
        for row in try Self.table("pyx12.tsv") {
            guard row.cells["pyx12"] == "invalid", Self.guides.contains(row.cells["versions"] ?? "")
            else { continue }
            let findings = try Validation.findings(in: corpus.bytes(row.file))
            let places = Set(Validation.places(findings))
            let lines = (row.cells["first_errors"] ?? "").split(separator: " | ")
            for verdict in lines.filter({ !$0.hasPrefix("+") }).map({ Verdict($0) }) {
                verdicts += 1
                if findings.contains(where: { verdict.isMet(by: $0) }) { continue }
                let ruling = Pyx12Verdict.on(row.file).first { ruling in
                    (ruling.words.isEmpty || verdict.text.contains(ruling.words))
                        && (ruling.cause.isEmpty || places.contains { $0.hasPrefix(ruling.cause) })
                }
                #expect(ruling != nil, "\(row.file): \(verdict.text)")
                if let ruling { ruledOn.insert(ruling.reason) }
            }
        }
        #expect(verdicts > 600)
        #expect(ruledOn == Set(Pyx12Verdict.byFile.values.joined().map(\.reason)), "a ruling nobody needs")
    }

    /// What we call errors in files that nobody calls faulty, each with the ruling. All are right.
    private static let errors: [String: [String: String]] = {
        let wrongGroup = "GS01 says HS, an inquiry, of a group of answers, or is masked"
        let masked = [
            "ENV-GS01-MATCH": wrongGroup, "ENV-ISA-QUAL": "ISA02 has a value although ISA01 says none",
            "ENV-DELIM-DISTINCT": "the repetition separator is declared to be another separator",
        ]
        let counts = masked.merging(["ENV-SE01-COUNT": "SE01 is not the number of segments"]) { $1 }
        let levels = counts.merging(["GDE-HL04-CHILD": "HL04 says that a level follows, and none does"]) {
            $1
        }
        return [
            "271/Inteligenz__Example_3_1_2.x12": counts.merging([
                "GDE-CODE-NOTUSED": "AAA03 80 and 51 are of other loops", "GDE-ELEM-NOTUSED": "NM106 is sent",
            ]) { $1 },
            "271/Inteligenz__Example_3_1_2_2.x12": masked,
            "271/Inteligenz__Example_3_1_3.x12": masked.merging([
                "GDE-HL04-CHILD": "HL04 says that a level follows, and none does"
            ]) { $1 },
            "271/Inteligenz__Example_3_2_2.x12": masked.merging([
                "GDE-CODE-NOTUSED": "HL04 of a dependent is 1"
            ]) { $1 },
            "271/Inteligenz__Example_ErrorWithoutBenefitInfo.x12": masked.merging([
                "GDE-CODE-NOTUSED": "HL04 of a dependent is 1"
            ]) { $1 },
            "271/Inteligenz__ValidationForDependentBenefitInfo.x12": levels,
            "271/Inteligenz__ValidationForDependentName.x12": levels,
            "271/Inteligenz__ValidationForReceiverName.x12": levels,
            "271/Inteligenz__ValidationForSource.x12": levels.merging([
                "GDE-LOOP-MIN": "2100A, which names the source, is missing"
            ]) { $1 },
            "271/Inteligenz__ValidationForSourceName.x12": levels,
            "271/Inteligenz__ValidationForSubscriberBenefitInfo.x12": counts,
            "271/Inteligenz__ValidationForSubscriberName.x12": counts.merging([
                "GDE-ELEM-REQ": "an element that is required is missing"
            ]) { $1 },
            "271/Inteligenz__ValidationOnAll.x12": levels,
            "271/Kartik-Hirijaganer__271_active_response.x12": ["ENV-GS01-MATCH": wrongGroup],
            "271/Kartik-Hirijaganer__271_ls_le_wrapper.x12": [
                "ENV-GS01-MATCH": wrongGroup,
                "ENV-SEG-ORDER": "REF stands between LS and LE, and DTP behind them, instead of before",
            ],
            "271/Kartik-Hirijaganer__271_multiple_eb_segments.x12": ["ENV-GS01-MATCH": wrongGroup],
            "271/Kartik-Hirijaganer__gainwell_271_redacted.x12": ["ENV-GS01-MATCH": wrongGroup],
        ]
    }()

    @Test("errors in files that all call good were ruled on")
    func good() throws {
        let corpus = try #require(SampleFiles.corpus)
        let own = Set(try Self.table("manifest.tsv").filter { $0.cells["verdict"] == "valid" }.map(\.file))
        let other = Set(
            try Self.table("lfh.tsv").filter { $0.cells["lfh"] == "invalid" }.map(\.file))
        let ours = Self.guides + ["005010X279", "005010X279A1"]
        var found: [String: Set<String>] = [:]
        var files = 0
        for row in try Self.table("pyx12.tsv") {
            guard own.contains(row.file), !other.contains(row.file),
                ["valid", "nomap"].contains(row.cells["pyx12"]), ours.contains(row.cells["versions"] ?? "")
            else { continue }
            files += 1
            for finding in try Validation.findings(in: corpus.bytes(row.file))
            where finding.rule.severity >= .error {
                found[row.file, default: []].insert(finding.rule.id)
            }
        }
        #expect(files > 20)
        for file in Set(found.keys).union(Self.errors.keys) {
            #expect(found[file] == Self.errors[file].map { Set($0.keys) }, "\(file)")
        }
    }
}
