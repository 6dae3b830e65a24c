import Foundation
import Testing
import X12Diagnostics
import X12Specs

@testable import X12Rules

@Suite("Declarations of rules")
struct RuleDeclarationTests {
    @Test("ids are unique and in order")
    func order() {
        let ids = RuleSet.all.map(\.id)
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
    }

    @Test("a rule says what holds, why, what is wrong and what to do, each in one line without a full stop")
    func words() {
        for rule in RuleSet.all {
            let words =
                [rule.demand, rule.reason] + rule.faults.flatMap { [$0.finding.wording, $0.finding.help] }
            for text in words {
                #expect(!text.isEmpty && !text.contains("\n") && !text.hasSuffix("."), "\(rule.id): \(text)")
                #expect(text.count <= 240, "\(rule.id): \(text)")
            }
            #expect((2...7).contains(rule.level), "\(rule.id)")
            #expect(!rule.faults.isEmpty, "\(rule.id)")
        }
    }

    @Test("every fault has an example, and every example a fault")
    func examples() {
        for rule in RuleSet.all {
            let faults = rule.faults.map(\.name)
            #expect(Set(faults).count == faults.count, "\(rule.id)")
            #expect(Set(faults) == Set(rule.examples.map(\.fault)), "\(rule.id)")
            #expect(rule.examples.allSatisfy { $0.base.transaction == rule.transaction }, "\(rule.id)")
        }
    }

    @Test("what must have been sent is in the guide")
    func places() throws {
        for rule in RuleSet.all {
            let names = [
                "\(rule.transaction.guide)", "\(rule.transaction.guide)-\(rule.transaction.setIdentifier)",
            ]
            let guide = try #require(names.lazy.compactMap { X12Specs.guide($0) }.first)
            for place in rule.sent + rule.reliesOn {
                #expect(!place.segments(in: guide).isEmpty, "\(rule.id): \(place)")
            }
        }
    }

    @Test("rules that silence others are there")
    func silence() {
        for rule in RuleSet.all {
            for id in rule.silentAfter {
                #expect(
                    RuleSet.rule(id) != nil || RuleCatalogueTests.structural[id] != nil, "\(rule.id): \(id)"
                )
                #expect(id != rule.id)
            }
        }
    }

    @Test("a 277CA's statuses have the form of the code lists")
    func statuses() {
        for rule in RuleSet.all {
            for status in rule.faults.flatMap(\.finding.acknowledgement.statuses) {
                #expect(["A3", "A6", "A7", "A8"].contains(status.category), "\(rule.id): \(status)")
                #expect(Int(status.code) != nil, "\(rule.id): \(status)")
            }
        }
    }

    @Test("a status that says how something is wrong has one beside it that says what")
    func companions() {
        for fault in RuleSet.all.flatMap(\.faults) {
            let codes = fault.finding.acknowledgement.statuses.map(\.code)
            guard codes.contains(where: StatusRules.general.contains) else { continue }
            #expect(!codes.allSatisfy(StatusRules.general.contains), "\(fault.finding.id): \(codes)")
        }
    }

    @Test("boxes are known by the ways they are written", arguments: boxes)
    func box(line: String) {
        #expect(IdentifierForms.isBox(line))
    }

    static let boxes = [
        "PO BOX 12", "P.O. BOX 12", "PO BOX12", "POBOX12", "P.O.BOX12", "PO BOX#12", "PO BOX, 12",
        "LOCK BOX12",
        "P/O BOX 9", "P,O, BOX 9", "PO BX 9", "POST OFFICE BX 3", "CALLER BOX 9", "P 0 BOX 3", "LOCKBOX 77",
        "10 ELM ST PO BOX 4", "Po Box 9",
    ]

    @Test("every declaration in the sources is in the catalogue")
    func registered() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/X12Rules")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var declared: [String] = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            declared += text.matches(of: /= Rule\(\s*"([^"]+)"/).map { String($0.1) }
        }
        #expect(declared.sorted() == RuleSet.all.map(\.id))
    }
}
