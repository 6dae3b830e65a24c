import Testing
import X12Grammar
import X12Specs
import X12TestSupport
import X12Text

@testable import X12Parser

/// Claims whose segments are told apart with difficulty: parts cut off, made longer, emptied, split.
private struct OddClaims {
    var random: SplitMix64
    let delimiters: Delimiters

    /// A few sets of one claim each in one interchange, mostly sound.
    mutating func next() -> [UInt8] {
        let claims = ClaimWorkload(seed: random.next() % 1000, claimsPerSet: 3).bytes(atLeast: 9_000).bytes
        let separators = (UInt8(ascii: "*"), UInt8(ascii: ":"), UInt8(ascii: "~"))
        var text: [UInt8] = []
        for segment in claims.split(separator: separators.2) {
            var segment = Array(segment)
            if !segment.starts(with: "ISA".utf8), random.happens(percent: 12) { spoil(&segment) }
            text += segment + [separators.2]
        }
        return text.map {
            switch $0 {
            case separators.0: delimiters.element
            case separators.1: delimiters.component
            case UInt8(ascii: "^"): delimiters.repetition ?? $0
            case separators.2: delimiters.segment
            default: $0
            }
        }
    }

    private mutating func spoil(_ segment: inout [UInt8]) {
        let place = random.number(in: 0...min(9, segment.count))
        switch random.number(in: 0...5) {
        case 0: segment.removeSubrange(place...)
        case 1: segment.insert(random.pick(Array("*:X18".utf8)), at: place)
        case 2 where place < segment.count: segment.remove(at: place)
        case 3 where place < segment.count: segment[place] = random.pick(Array("*:^AX".utf8))
        case 4: segment.insert(contentsOf: "\r\n".utf8, at: place)
        default: segment.insert(contentsOf: random.pick(["|", "*|*", "AB:", "82*"]).utf8, at: place)
        }
    }
}

@Suite("Followers")
struct FollowerTests {
    private static let delimiters = [
        Delimiters.usual,
        Delimiters(
            element: UInt8(ascii: "|"), component: UInt8(ascii: ">"), repetition: UInt8(ascii: "+"),
            segment: UInt8(ascii: "'")),
        Delimiters(
            element: UInt8(ascii: ":"), component: UInt8(ascii: "*"), repetition: UInt8(ascii: "!"),
            segment: UInt8(ascii: "~")),
    ]

    @Test("what was learned places each segment where the tables do", arguments: 0..<12)
    func sameAsTables(block: Int) throws {
        let guide = try #require(GuideLibrary().guide("005010X222A1"))
        var learning = LoopTracker(guide)
        var forgetting = LoopTracker(guide)
        var random = SplitMix64(seed: UInt64(block))
        for number in 0..<12 {
            // The same trackers go on, as they do where interchanges with other delimiters follow each other.
            var claims = OddClaims(random: random, delimiters: Self.delimiters[number % 3])
            var reader = SegmentReader(ByteSource(bytes: claims.next()))
            random = claims.random
            while let segment = try reader.next() {
                guard segment.identifier != "ISA" else { continue }
                forgetting.forget()
                let isStart = segment.identifier == "ST"
                let expected = isStart ? forgetting.begin(segment) : forgetting.place(segment)
                let found = isStart ? learning.begin(segment) : learning.place(segment)
                guard found != expected || learning.position != forgetting.position else { continue }
                Issue.record(
                    "block \(block), file \(number), segment \(segment.ordinal): \(found), not \(expected)")
                return
            }
        }
    }
}
