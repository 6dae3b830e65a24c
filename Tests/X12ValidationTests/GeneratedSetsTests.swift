import Foundation
import Testing
import X12Diagnostics
import X12Grammar
import X12Specs
import X12TestSupport

@Suite("Generated transaction sets")
struct GeneratedSetsTests {
    private static let isLong = ProcessInfo.processInfo.environment["X12_LONG_TESTS"] == "1"

    /// A guide, and how many sets it takes to visit all that it uses.
    struct Amount: CustomTestStringConvertible {
        let guide: String
        let sets: Int

        var testDescription: String { guide }
    }

    private static let amounts = [
        Amount(guide: "005010X214", sets: 100), Amount(guide: "005010X221A1", sets: 100),
        Amount(guide: "005010X222A1", sets: 120), Amount(guide: "005010X231A1", sets: 100),
        Amount(guide: "005010X279A1-270", sets: 100), Amount(guide: "005010X279A1-271", sets: 100),
        Amount(guide: "005010X212-276", sets: 100), Amount(guide: "005010X212-277", sets: 100),
        Amount(guide: "005010X218", sets: 100), Amount(guide: "005010X220A1", sets: 100),
        Amount(guide: "005010X223A2", sets: 120), Amount(guide: "005010X224A2", sets: 120),
    ]

    /// What no valid set can hold, with the reason.
    private static let unreachable: [String: [String]] = [:]

    @Test("have no finding, and visit all that the guide uses", arguments: amounts)
    func sound(amount: Amount) throws {
        let guide = try #require(X12Specs.guide(amount.guide))
        var generator = GrammarGenerator(guide, seed: 1)
        for number in 1...(Self.isLong ? 5_000 : amount.sets) {
            let bytes = generator.interchange()
            let findings = try Validation.findings(in: bytes)
            try #require(Validation.lines(findings).prefix(5) == [], "set \(number)")
        }
        #expect(generator.coverage.unvisited == Self.unreachable[amount.guide] ?? [])
    }

    @Test("have no finding in whatever order the guide allows", arguments: X12Specs.guides)
    func shuffled(identifier: String) throws {
        try expectSound(identifier, GrammarProfile(.typical, isShuffled: true), sets: 30)
    }

    @Test("have no finding with the least and the most that can be sent", arguments: X12Specs.guides)
    func extremes(identifier: String) throws {
        try expectSound(identifier, .minimal, sets: 10)
        try expectSound(identifier, .everything, sets: 3)
    }

    @Test("have no finding whatever their delimiters and line ends", arguments: X12Specs.guides)
    func delimiters(identifier: String) throws {
        let format = WorkloadFormat(
            terminator: 0x1C, elementSeparator: 0x1D, componentSeparator: UInt8(ascii: "|"),
            repetitionSeparator: UInt8(ascii: "&"), lineEnd: .carriageReturnLineFeed)
        try expectSound(identifier, .typical, sets: 10, format)
    }

    @Test("the guides are all there")
    func guides() {
        #expect(Set(Self.amounts.map(\.guide)) == Set(X12Specs.guides))
    }

    private func expectSound(
        _ identifier: String, _ profile: GrammarProfile, sets: Int,
        _ format: WorkloadFormat = WorkloadFormat()
    ) throws {
        let guide = try #require(X12Specs.guide(identifier))
        var generator = GrammarGenerator(guide, seed: 2, profile: profile, format: format)
        for number in 1...(Self.isLong ? sets * 40 : sets) {
            let findings = try Validation.findings(in: generator.interchange())
            try #require(Validation.lines(findings).prefix(5) == [], "\(profile.extent), set \(number)")
        }
    }
}
