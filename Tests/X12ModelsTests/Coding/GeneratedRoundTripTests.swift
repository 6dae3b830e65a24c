import Foundation
import Testing
import X12Grammar
import X12Models
import X12Specs
import X12TestSupport

/// Transaction sets that a guide's own grammar makes, through the models and back.
@Suite("Generated sets through the models")
struct GeneratedRoundTripTests {
    static let guides = ["005010X222A1", "005010X221A1", "005010X279A1-270", "005010X279A1-271"]
    static let answers = ["005010X214", "005010X231A1"]
    /// How many sets of each guide: 20,000 where long tests are asked for (`X12_LONG_TESTS=1`), or as many as it says.
    static let sets: Int = {
        guard let asked = ProcessInfo.processInfo.environment["X12_LONG_TESTS"].flatMap(Int.init) else {
            return 40
        }
        return asked > 1 ? asked : asked == 1 ? 20_000 : 40
    }()

    @Test("come back byte for byte with nothing carried, as X12 and through JSON", arguments: guides)
    func clean(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        let profiles = [GrammarProfile.typical, .typical, .typical, .minimal, .everything]
        var generators = profiles.enumerated().map {
            GrammarGenerator(guide, seed: UInt64($0.offset) + 1, profile: $0.element)
        }
        for number in 0..<Self.sets {
            let bytes = generators[number % generators.count].interchange()
            try check(
                bytes,
                "\(identifier), set \(number / generators.count) of seed \(number % generators.count + 1)")
        }
    }

    @Test(
        "keep every segment that says no more than the guide demands, as PER*CX", arguments: guides + answers)
    func bare(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        var generator = GrammarGenerator(guide, seed: 11, profile: .bare)
        var number = 0
        while generator.coverage.absentSegments > 0, number < 100 {
            number += 1
            try check(generator.interchange(sets: 10), "\(identifier), bare sets \(number)")
        }
        #expect(generator.coverage.absentSegments == 0)
    }

    private func check(_ bytes: [UInt8], _ name: String) throws {
        let items = try ModelFlow.items(bytes)
        let carrying = items.filter { $0.carried != nil }
        #expect(carrying.isEmpty, "\(name) carries \(String(describing: carrying.first?.carried))")
        #expect(try ModelFlow.x12(items) == bytes, "\(name) as X12")
        let fromLines = try ModelFlow.items(ndjson: ModelFlow.ndjson(items))
        #expect(try ModelFlow.x12(fromLines) == bytes, "\(name) through NDJSON")
        // A unit knows the levels it was read under, which those from JSON stand under as well.
        let fromDocument = try ModelFlow.items(json: ModelFlow.json(items, isPretty: false))
        #expect(try ModelFlow.x12(fromDocument) == bytes, "\(name) through JSON")
        #expect(try ModelFlow.items(ModelFlow.x12(items)) == items, "\(name) as the same values")
    }
}
