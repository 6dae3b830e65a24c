import Testing
import X12Diagnostics
import X12TestSupport

@testable import X12Models

/// Documents of which parts are missing or stand elsewhere, on their way to X12.
@Suite("Order of pieces that become a file")
struct PieceOrderTests {
    /// What is told of lines, with their number; the last is what the end tells.
    private func told(_ lines: [Substring]) throws -> [String] {
        let text = lines.joined(separator: "\n")
        var input = try ModelInput(ModelFlow.source(Array(text.utf8), chunk: .max))
        var order = PieceOrder()
        var told: [String] = []
        while let item = try input.next() {
            do throws(X12Error) {
                told += try order.take(item).map { ([$0.rule.id] + $0.expected).joined(separator: " ") }
            } catch {
                return told + [String(input.located(error).detail.prefix(45))]
            }
        }
        return told + [order.ends().first?.expected.joined(separator: " ") ?? "whole"]
    }

    private func lines() throws -> [Substring] {
        let items = try ModelFlow.items(SampleFiles.samples.bytes("837P/pass/office-visit.837"))
        return String(decoding: try ModelFlow.ndjson(items), as: UTF8.self).split(separator: "\n")
    }

    @Test(
        "headers are demanded, groups and ends are told of",
        arguments: [
            ([0, 1, 2, 3, 4, 5, 6], ["whole"]), ([0, 1, 2, 3, 4, 5], ["IEA"]), ([0, 1, 2, 3, 4], ["GE IEA"]),
            ([0, 1, 2, 3], ["SE GE IEA"]), ([0, 2, 3, 4, 6], ["ENV-GS-REQUIRED", "whole"]),
            ([0, 2, 3, 4, 2, 3, 4, 6], ["ENV-GS-REQUIRED", "whole"]), ([0, 6], ["whole"]),
            ([1, 2, 3], ["line 1: the interchange's header is missing, "]),
            ([3], ["line 1: the interchange's header is missing, "]),
            ([0, 1, 3], ["line 3: a piece of a transaction set stands o"]),
            ([0, 1, 2, 4, 3, 5, 6], ["line 5: a piece of a transaction set stands o"]),
            ([0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6], ["whole"]),
            ([0, 1, 2, 3, 5, 6], ["ENV-SE-MISSING SE", "whole"]),
            ([0, 1, 2, 3, 6], ["ENV-GE-MISSING SE GE", "whole"]),
            ([0, 1, 2, 3, 2, 3, 4, 5, 6], ["ENV-SE-MISSING SE", "whole"]),
            ([0, 1, 2, 3, 4, 1, 2, 3, 4, 5, 6], ["ENV-GE-MISSING GE", "whole"]),
            ([0, 1, 2, 3, 4, 5, 0, 6], ["ENV-IEA-MISSING IEA", "whole"]),
        ])
    func order(_ order: (lines: [Int], told: [String])) throws {
        let lines = try lines()
        #expect(lines.count == 7)
        #expect(try told(order.lines.map { lines[$0] }) == order.told)
    }

    @Test(
        "claims of a document stand between header and trailer, under their levels",
        arguments: [
            (#""header":{},"trailer":{},"claims":[{}]"#, ["GDE-LOOP-MIN", "whole"]),
            (#""header":{},"claims":[{}],"trailer":{}"#, ["GDE-LOOP-MIN", "whole"]),
            (#""header":{},"claims":[{"subscriber":{}}],"trailer":{}"#, ["GDE-LOOP-MIN", "whole"]),
            (#""header":{},"claims":[{"billingProvider":{},"subscriber":{}}],"trailer":{}"#, ["whole"]),
            (
                #""header":{},"claims":[{"billingProvider":{},"subscriber":{}}]"#,
                ["ENV-SE-MISSING SE", "whole"]
            ),
        ])
    func document(_ document: (set: String, told: [String])) throws {
        let set = #""transactionSet":"837","guide":"005010X222A1",\#(document.set)"#
        let group = #"{"header":{},"transactionSets":[{\#(set)}],"trailer":{}}"#
        let text = #"{"interchanges":[{"header":{},"functionalGroups":[\#(group)],"trailer":{}}]}"#
        #expect(try told([Substring(text)]) == document.told)
    }
}
