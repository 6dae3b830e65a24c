import Testing
import X12Grammar
import X12Models
import X12Specs
import X12TestSupport

/// Generated sets, with something broken in them, through the models and back.
@Suite("Damaged sets through the models")
struct DamagedRoundTripTests {
    @Test("come back byte for byte, whatever is broken", arguments: GeneratedRoundTripTests.guides)
    func damaged(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        var generator = GrammarGenerator(guide, seed: 11)
        var random = SplitMix64(seed: 12)
        for number in 0..<GeneratedRoundTripTests.sets / 4 {
            var segments = Self.split(generator.interchange())
            for _ in 0..<random.number(in: 1...6) { Self.damage(&segments, &random) }
            let bytes = Array(segments.joined())
            let items = try ModelFlow.items(bytes)
            let name = "\(identifier), set \(number)"
            #expect(try ModelFlow.x12(items) == bytes, "\(name) as X12")
            let lines = try ModelFlow.items(ndjson: ModelFlow.ndjson(items))
            #expect(try ModelFlow.x12(lines) == bytes, "\(name) through NDJSON")
            let document = try ModelFlow.items(json: ModelFlow.json(items, isPretty: false))
            #expect(try ModelFlow.x12(document) == bytes, "\(name) through JSON")
        }
    }

    /// The segments, each with its terminator.
    private static func split(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split(separator: UInt8(ascii: "~")).map { Array($0) + [UInt8(ascii: "~")] }
    }

    /// Breaks something behind the envelope's first two segments.
    private static func damage(_ segments: inout [[UInt8]], _ random: inout SplitMix64) {
        guard segments.count > 6 else { return }
        let place = random.number(in: 2...segments.count - 3)
        let star = UInt8(ascii: "*")
        switch random.number(in: 0...9) {
        case 0: segments.remove(at: place)
        case 1: segments.insert(segments[place], at: place)
        case 2: segments.swapAt(place, random.number(in: 2...segments.count - 3))
        case 3: segments.insert(Array("ZZZ*1~".utf8), at: place)
        case 4:
            // All values gone: the identifier alone, or with its separators.
            let identifier = segments[place].prefix { $0 != star && $0 != UInt8(ascii: "~") }
            segments[place] = Array(identifier) + (random.happens(percent: 50) ? [] : [star, star]) + [0x7E]
        default:
            var elements = segments[place].dropLast().split(separator: star, omittingEmptySubsequences: false)
                .map { Array($0) }
            guard elements.count > 1 else { return }
            let element = random.number(in: 1...elements.count - 1)
            let odd: [[UInt8]] = [
                [], Array("0".utf8), Array("01.50".utf8), Array("A:B:C^D".utf8), [0xFF, 0x41],
                Array("20260230".utf8), Array(" ".utf8), Array("::".utf8),
            ]
            elements[element] = random.pick(odd)
            if random.happens(percent: 20) { elements.append([]) }
            segments[place] = Array(elements.joined(separator: [star])) + [0x7E]
        }
    }
}
