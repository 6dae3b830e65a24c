import Foundation
import Testing
import X12TestSupport

/// Counts and sums against what an independent tokenizer counted in other people's files.
@Suite(
    "Summaries of the corpus",
    .enabled(if: SampleFiles.corpus != nil, "there is no corpus beside the package"))
struct SummaryFactsTests {
    /// Files that are not counted alike, each with the reason.
    private static let exceptions = [
        "837P/gunajii__invalid_837.x12": "has a service line, though no claim it could belong to",
        "837P/imsweb__x12_no_isa_line.x12": "has no interchange header",
        "278/apimeister___278_test.rs_L134.x12": "has no interchange header",
        "278/apimeister___278_test.rs_L172.x12": "has no interchange header",
        "278/apimeister___278_test.rs_L217.x12": "has no interchange header",
        "278/apimeister___278_test.rs_L268.x12": "has no interchange header",
        "278/apimeister___278_test.rs_L314.x12": "has no interchange header",
        "278/apimeister___278_test.rs_L45.x12": "has no interchange header",
        "278/apimeister___278_test.rs_L9.x12": "has no interchange header",
    ]

    @Test("equal the facts of every file but the exceptions, which differ")
    func facts() throws {
        let corpus = try #require(SampleFiles.corpus)
        let table = String(decoding: try corpus.bytes("facts.tsv"), as: UTF8.self)
        let rows = table.split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let program = try Program()
        defer { program.remove() }
        let paths = rows.map { corpus.folder.appending(path: $0[0]).path }
        let run = try program.run(["summary", "--format", "json"] + paths)
        var summaries: [String: FileCounts] = [:]
        for line in run.output.split(separator: "\n").dropLast() {
            let counts = try FileCounts(line)
            summaries[counts.file] = counts
        }
        var differing: Set<String> = []
        var compared = 0
        for (row, path) in zip(rows, paths) {
            let facts = Self.facts(row[9])
            guard let counts = summaries[path] else {
                differing.insert(row[0])
                continue
            }
            for (name, value) in counts.values(row[1]) {
                guard let fact = facts[name] else { continue }
                compared += 1
                if Decimal(string: fact) != value {
                    differing.insert(row[0])
                    if Self.exceptions[row[0]] == nil {
                        Issue.record("\(row[0]): \(name) \(value), not \(fact)")
                    }
                }
            }
        }
        #expect(run.output.split(separator: "\n").last?.hasPrefix(#"{"total":{"files":"#) == true)
        #expect(differing == Set(Self.exceptions.keys))
        #expect(compared > 1000)
    }

    private static func facts(_ column: String) -> [String: String] {
        var facts: [String: String] = [:]
        for part in column.split(separator: "; ") {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            if pair.count == 2 { facts[pair[0]] = pair[1] }
        }
        return facts
    }
}

/// The sums over one line of `summary --format json`.
private struct FileCounts {
    let file: String
    private var interchanges = 0
    private var groups = 0
    private var sets: [[String: Any]] = []

    init(_ line: Substring) throws {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        file = try #require(object["file"] as? String)
        for interchange in try #require(object["interchanges"] as? [[String: Any]]) {
            interchanges += 1
            for group in try #require(interchange["groups"] as? [[String: Any]]) {
                groups += 1
                sets += try #require(group["transactionSets"] as? [[String: Any]])
            }
        }
    }

    /// The numbers by the names that the facts have for them.
    func values(_ transactions: String) -> [String: Decimal] {
        var values = ["isa": Decimal(interchanges), "gs": Decimal(groups), "st": Decimal(sets.count)]
        if transactions.hasPrefix("837") {
            values["claims"] = sum("claims")
            values["lines"] = sum("serviceLines")
            values["charge_total"] = sum("charges")
        } else if transactions.hasPrefix("835") {
            values["clp"] = sum("claims")
            values["svc"] = sum("serviceLines")
            values["clp03"] = sum("charges")
            values["clp04"] = sum("paid")
            values["bpr02"] = sum("payment")
        }
        return values
    }

    private func sum(_ key: String) -> Decimal {
        sets.reduce(0) { sum, set in
            let number = (set[key] as? Int).map { Decimal($0) }
            return sum + (number ?? (set[key] as? String).flatMap { Decimal(string: $0) } ?? 0)
        }
    }
}
