import Foundation
import Testing
import X12Diagnostics
import X12Grammar
import X12Specs
import X12TestSupport

@Suite("Changes of valid sets")
struct MutationTests {
    private static let isLong = ProcessInfo.processInfo.environment["X12_LONG_TESTS"] == "1"

    /// A change of one kind to one place of a guide, which is tried once.
    private struct Trial: Hashable {
        let kind: Mutation.Kind
        let rule: Int
        let element: Int
        let component: Int
    }

    @Test("are found to be what the oracle says, once, and nothing else", arguments: X12Specs.guides)
    func leaves(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        var generator = GrammarGenerator(guide, seed: 1)
        var random = SplitMix64(seed: 1)
        var tried: Set<Trial> = []
        var faults: [String] = []
        for _ in 1...(Self.isLong ? 150 : 25) {
            let set = generator.transactionSet()
            guard set.segments.count < 250 else { continue }
            let oracle = MutationOracle(valid: set)
            for index in set.segments.indices {
                for mutation in Mutation.all(of: index, in: set) {
                    guard Self.isLong || random.happens(percent: 1) else { continue }
                    let rule = guide.segments[set.segments[index].rule].elements.lowerBound
                    let trial = Trial(
                        kind: mutation.kind, rule: rule, element: mutation.element,
                        component: mutation.component)
                    guard !tried.contains(trial), let changed = mutation.applied(to: set),
                        let predictions = oracle.predictions(mutation, changed)
                    else { continue }
                    tried.insert(trial)
                    let findings = try Validation.findings(in: changed.interchange())
                    if !Prediction.match(predictions, findings) {
                        let lines = Validation.lines(findings).prefix(3)
                        let name = guide.segments[set.segments[index].rule]
                        faults.append(
                            "\(mutation) \(guide.loops[name.loop].identifier) \(name.identifier) \(name.name): wanted \(predictions), found \(lines)"
                        )
                    }
                }
            }
        }
        print(identifier, "tried", tried.count, "faults", faults.count)
        for fault in faults.prefix(60) { print(fault) }
        #expect(faults.isEmpty)
    }

    @Test(
        "of what opens a loop are one finding beside the counts, in the same claim",
        arguments: X12Specs.guides)
    func openers(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        var generator = GrammarGenerator(guide, seed: 2)
        var random = SplitMix64(seed: 2)
        var tried: [String: Int] = [:]
        var faults: [Mutation.Kind: Set<String>] = [:]
        for _ in 1...(Self.isLong ? 200 : 25) {
            let set = generator.transactionSet()
            guard set.segments.count < 250 else { continue }
            #expect(StructureOracle.accepts(set))
            let oracle = OpenerOracle(valid: set)
            for index in set.segments.indices.dropFirst() where set.segments[index].opensLoop {
                let loop = guide.loops[guide.segments[set.segments[index].rule].loop].identifier
                for mutation in Mutation.ofOpener(index, in: set) {
                    guard Self.isLong || random.happens(percent: 10) else { continue }
                    guard tried["\(loop) \(mutation.kind)", default: 0] < (Self.isLong ? 8 : 2),
                        let changed = mutation.applied(to: set)
                    else { continue }
                    tried["\(loop) \(mutation.kind)", default: 0] += 1
                    let findings = try Validation.findings(in: changed.interchange())
                    if let objection = oracle.objection(to: findings, of: mutation, changed) {
                        faults[mutation.kind, default: []].insert(loop)
                        print(loop, mutation, "--", objection, Validation.lines(findings).prefix(4))
                    }
                }
            }
        }
        for (kind, loops) in faults.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            print("KNOWN", identifier, kind, loops.sorted().joined(separator: " "))
        }
    }
}
