import Testing
import X12Diagnostics
import X12Grammar
import X12Parser
import X12Specs
import X12TestSupport
import X12Text

@testable import X12Models

/// What a decoder notes of spellings while it reads is held against what comes of writing each block and comparing.
@Suite("Spellings noted while reading")
struct SpellingTests {
    static let guides = GeneratedRoundTripTests.guides + GeneratedRoundTripTests.answers

    @Test(
        "sets of any guide in other spellings give what comparing gives, and are not compared for it",
        arguments: guides
    )
    func generated(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        for (seed, profile) in [GrammarProfile.typical, .minimal, .everything].enumerated() {
            var generator = GrammarGenerator(guide, seed: UInt64(seed) + 31, profile: profile)
            var spellings = OtherSpellings(seed: UInt64(seed) + 41)
            for number in 1...6 {
                let name = "\(identifier), set \(number) of seed \(seed + 31)"
                let bytes = generator.interchange()
                let spelled = try spellings.spell(bytes)
                try check(spelled, name)
                // Repetitions of a constant (CTX01) are compared, spelled otherwise or not.
                let made = try LinesWithoutModelsTests.count(spelled)
                #expect(try made == LinesWithoutModelsTests.count(bytes), "\(name)")
            }
        }
    }

    @Test("sets of any guide with texts in another encoding give what comparing gives", arguments: guides)
    func otherEncoding(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        var generator = GrammarGenerator(guide, seed: 61, profile: .everything)
        var spellings = OtherSpellings(seed: 62, encodes: true)
        for number in 1...6 {
            let bytes = try spellings.spell(generator.interchange())
            try check(bytes, "\(identifier), set \(number)")
        }
    }

    @Test(
        "every sample in other spellings gives what comparing gives",
        arguments: InterchangeRoundTripTests.samples)
    func sample(path: String) throws { try checkSpelled(SampleFiles.samples.bytes(path), path) }

    @Test(
        "every file of the corpus in other spellings gives what comparing gives",
        .enabled(if: SampleFiles.corpus != nil, "there is no folder shared/corpus beside the package"),
        arguments: InterchangeRoundTripTests.corpus)
    func corpusFile(path: String) throws {
        guard let bytes = try SampleFiles.corpus?.bytes(path) else { return }
        try checkSpelled(bytes, path)
    }

    @Test(
        "made-up files in which every amount is spelled otherwise are not compared",
        arguments: WorkloadKind.allCases, [WorkloadFormat.LineEnd.none, .carriageReturnLineFeed])
    func workload(kind: WorkloadKind, lineEnd: WorkloadFormat.LineEnd) throws {
        var bytes: [UInt8] = []
        _ = kind.write(atLeast: 30_000, seed: 5, format: WorkloadFormat(lineEnd: lineEnd)) { bytes += $0 }
        var spellings = OtherSpellings(seed: 51, percent: 100)
        bytes = try spellings.spell(bytes)
        try check(bytes, "\(kind)")
        let made = try LinesWithoutModelsTests.count(bytes)
        #expect(made.models == 0 && made.inexact == 0, "\(made)")
    }

    // MARK: - Parts of the tests

    private func checkSpelled(_ bytes: [UInt8], _ name: String) throws {
        var spellings = OtherSpellings(seed: UInt64(bytes.count))
        // What is no X12 is refused, which others test.
        guard let spelled = try? spellings.spell(bytes) else { return }
        try check(bytes, name)
        try check(spelled, "\(name) in other spellings")
    }

    /// Holds models, lines and X12 of an input against those that comparing gives.
    private func check(_ bytes: [UInt8], _ name: String) throws {
        let seen = try Self.items(bytes, compares: false)
        let compared = try Self.items(bytes, compares: true)
        for (one, other) in zip(seen, compared) where one != other {
            Issue.record(
                "\(name): \(String(describing: one.carried)), not \(String(describing: other.carried))")
        }
        #expect(seen.count == compared.count, "\(name): pieces")
        let lines = try ModelFlow.ndjson(compared)
        #expect(try LinesWithoutModelsTests.lines(bytes) == lines, "\(name): lines")
        #expect(try ModelFlow.x12(seen) == bytes, "\(name): X12")
        #expect(try ModelFlow.x12(ModelFlow.items(ndjson: lines)) == bytes, "\(name): X12 of lines")
    }

    private static func items(_ bytes: [UInt8], compares: Bool) throws -> [ModelItem] {
        var reader = BlockReader(ByteSource(bytes: bytes))
        var block = Block()
        var maker = ItemMaker(compares: compares)
        var items: [ModelItem] = []
        while try reader.next(into: &block) {
            if let item = maker.make(block) { items.append(item) }
        }
        return items
    }
}
