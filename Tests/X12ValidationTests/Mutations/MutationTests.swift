import Foundation
import Testing
import X12Diagnostics
import X12Grammar
import X12Specs
import X12TestSupport

/// With `X12_LONG_TESTS=1` every change is made to every place, of sets that `X12_TEST_SEED` makes others of.
@Suite("Changes of valid sets")
struct MutationTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let isLong = environment["X12_LONG_TESTS"] == "1"
    private static let seed = environment["X12_TEST_SEED"].flatMap(UInt64.init)

    /// A change of one kind to one place of a guide, which is tried so many times at most.
    private struct Trial: Hashable {
        let kind: Mutation.Kind
        let rule: Int
        var element = 0
        var component = 0
    }

    /// The guides whose sets leave no doubt about what a lost opener would have opened. In a 276 DMG stands before the NM1, in
    /// an 834 both names of a member have a DMG, in an 820 all adjustments look alike, and in an 837D another payer's REF is the
    /// claim's too: there what is left behind can be read in two ways, and two findings may be said.
    private static let unmistakable = X12Specs.guides.filter {
        !["005010X212-276", "005010X218", "005010X220A1", "005010X224A2"].contains($0)
    }

    /// Sets of a guide that are not too large to be read many times.
    private func sets(_ guide: Guide, seed: UInt64) -> [GeneratedSet] {
        var generator = GrammarGenerator(guide, seed: seed)
        return (1...(Self.isLong ? 200 : 20)).map { _ in generator.transactionSet() }
            .filter { $0.segments.count < (Self.isLong ? 250 : 120) }
    }

    /// The segments around a change, for whoever looks into why it is found to be what it is.
    private static func text(of set: GeneratedSet, around index: Int) -> String {
        let shown = max(0, index - 6)..<min(set.segments.count, index + 12)
        return set.segments[shown].enumerated().map { offset, segment in
            let elements = segment.elements.map { element in
                element.map { $0.joined(separator: ":") }.joined(separator: "^")
            }
            let mark = shown.lowerBound + offset == index ? "==> " : ""
            return mark + ([segment.identifier] + elements).joined(separator: "*")
        }.joined(separator: " ~ ")
    }

    @Test("are found to be what the oracle says, once, and nothing else", arguments: X12Specs.guides)
    func values(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        var random = SplitMix64(seed: 1)
        var tried: Set<Trial> = []
        for set in sets(guide, seed: Self.seed ?? 1) {
            let oracle = MutationOracle(valid: set)
            for index in set.segments.indices {
                for mutation in Mutation.all(of: index, in: set) {
                    guard Self.isLong || random.happens(percent: 2) else { continue }
                    // Segments of a loop that stands in two places have the same elements.
                    let trial = Trial(
                        kind: mutation.kind,
                        rule: guide.segments[set.segments[index].rule].elements.lowerBound,
                        element: mutation.element, component: mutation.component)
                    guard !tried.contains(trial), let changed = mutation.applied(to: set),
                        let predictions = oracle.predictions(mutation, changed)
                    else { continue }
                    tried.insert(trial)
                    let findings = try Validation.findings(in: changed.interchange())
                    #expect(
                        Prediction.match(predictions, findings),
                        "\(mutation): wanted \(predictions), found \(Validation.lines(findings).prefix(4))")
                }
            }
        }
        #expect(tried.count > (Self.isLong ? 300 : 5))
    }

    @Test(
        "of what opens a loop are one finding beside the counts, in the same claim",
        arguments: unmistakable)
    func openers(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        var random = SplitMix64(seed: 2)
        var tried: [Trial: Int] = [:]
        for set in sets(guide, seed: Self.seed ?? 2) {
            #expect(StructureOracle.accepts(set))
            let oracle = OpenerOracle(valid: set)
            for index in set.segments.indices.dropFirst() where set.segments[index].opensLoop {
                let rule = set.segments[index].rule
                let loop = guide.loops[guide.segments[rule].loop].identifier
                for mutation in Mutation.ofOpener(index, in: set) {
                    let trial = Trial(kind: mutation.kind, rule: rule)
                    guard Self.isLong || random.happens(percent: 15),
                        tried[trial, default: 0] < (Self.isLong ? 4 : 1),
                        let changed = mutation.applied(to: set)
                    else { continue }
                    tried[trial, default: 0] += 1
                    let findings = try Validation.findings(in: changed.interchange())
                    guard let objection = oracle.objection(to: findings, of: mutation, changed) else {
                        continue
                    }
                    Issue.record(
                        """
                        \(loop) \(mutation): \(objection) \(Validation.lines(findings).prefix(4)) of \
                        \(Self.text(of: changed, around: index))
                        """)
                }
            }
        }
        #expect(!tried.isEmpty)
    }
}
