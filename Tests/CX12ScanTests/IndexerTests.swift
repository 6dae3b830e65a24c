import CX12Scan
import Testing
import X12TestSupport

/// What an indexer answered for one window.
private struct Answer: Equatable {
    var positions: [UInt32] = []
    /// Which of the positions are terminators'.
    var places: [UInt32] = []
    var hasInnerControl = false
}

/// One byte after the other, each judged from its neighbours: slow, and plainly right.
private func obviousAnswer(_ window: [UInt8], terminator: UInt8, separator: UInt8) -> Answer {
    let carriageReturn: UInt8 = 0x0D
    let lineFeed: UInt8 = 0x0A
    func isBehindTerminator(_ position: Int) -> Bool {
        position == 0 || window[position - 1] == terminator
    }
    var answer = Answer()
    for (position, byte) in window.enumerated() {
        if byte == terminator || byte == separator {
            if byte == terminator { answer.places.append(UInt32(answer.positions.count)) }
            answer.positions.append(UInt32(position))
            continue
        }
        guard byte < 0x20 else { continue }
        let startsLineEnd =
            (byte == carriageReturn || byte == lineFeed) && isBehindTerminator(position)
        let endsLineEnd =
            byte == lineFeed && position > 0 && window[position - 1] == carriageReturn
            && terminator != carriageReturn && separator != carriageReturn
            && isBehindTerminator(position - 1)
        if !startsLineEnd && !endsLineEnd { answer.hasInnerControl = true }
    }
    return answer
}

/// The answer of one implementation; the window lies in memory of exactly its size, so reading past it would show
/// under an address sanitizer.
private func answer(of variant: Int, _ window: ArraySlice<UInt8>, terminator: UInt8, separator: UInt8)
    -> Answer
{
    let positions = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: window.count + 64)
    let places = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: window.count + 64)
    defer {
        positions.deallocate()
        places.deallocate()
    }
    return window.withUnsafeBufferPointer { bytes in
        let result = x12scan_index_with(
            variant, bytes.baseAddress, bytes.count, terminator, separator, positions.baseAddress,
            places.baseAddress)
        return Answer(
            positions: Array(positions[..<result.count]), places: Array(places[..<result.terminators]),
            hasInnerControl: result.has_inner_control != 0)
    }
}

private let variants = Array(0..<x12scan_variant_count())

/// A pair of delimiters and the bytes that make windows with them interesting.
private struct Delimiters: CustomTestStringConvertible {
    var terminator: UInt8
    var separator: UInt8
    var testDescription: String { "terminator \(terminator), separator \(separator)" }
}

private let usual = Delimiters(terminator: UInt8(ascii: "~"), separator: UInt8(ascii: "*"))
private let delimiterPairs = [
    usual,
    Delimiters(terminator: 0x0A, separator: UInt8(ascii: "*")),
    Delimiters(terminator: 0x0D, separator: UInt8(ascii: "|")),
    Delimiters(terminator: 0x1D, separator: 0x1E),
    Delimiters(terminator: UInt8(ascii: "~"), separator: 0x0D),
    Delimiters(terminator: UInt8(ascii: "~"), separator: 0x0A),
    Delimiters(terminator: 0xFF, separator: 0x80),
    Delimiters(terminator: 0x00, separator: 0x20),
]

@Suite("Delimiter indexer")
struct IndexerTests {
    @Test("every machine can run the plain implementation, and the best one is chosen")
    func names() {
        let names = variants.map { x12scan_variant_name($0).map { String(cString: $0) } }
        #expect(names.last == "plain")
        #expect(names.first == String(cString: x12scan_implementation()))
        #expect(Set(names).count == names.count)
        #expect(x12scan_variant_name(variants.count) == nil)
    }

    @Test("all implementations answer as the obvious loop does, at every length", arguments: delimiterPairs)
    private func agreement(delimiters: Delimiters) {
        var random = SplitMix64(seed: 0x5EED + UInt64(delimiters.terminator))
        let lively: [UInt8] = [
            delimiters.terminator, delimiters.separator, 0x0D, 0x0A, 0x1F, 0x20, 0x7F, 0x80, 0xFF,
        ]
        for length in 0...300 {
            // From nearly all delimiters to nearly none, so that each way of storing positions is taken.
            for percent in [2, 20, 60, 98] {
                let offset = random.number(in: 0...63)
                let memory = (0..<offset + length).map { _ in
                    random.happens(percent: percent)
                        ? random.pick(lively) : UInt8(random.number(in: 0x20...0x7E))
                }
                let window = memory[offset...]
                let expected = obviousAnswer(
                    Array(window), terminator: delimiters.terminator, separator: delimiters.separator)
                for variant in variants {
                    let found = answer(
                        of: variant, window, terminator: delimiters.terminator,
                        separator: delimiters.separator)
                    #expect(found == expected, "variant \(variant), length \(length), offset \(offset)")
                }
            }
        }
    }

    @Test("a line end is told from other control characters across every block border", arguments: variants)
    func lineEnds(variant: Int) {
        let endings = [
            "\n", "\r", "\r\n", "\n\n", "\n\r", "\r\r\n", "\r\n\n", "\t", "A\n", "A\r\n", "\0", "\u{1F}",
        ]
        let harmless: Set = ["\n", "\r", "\r\n"]
        for ending in endings {
            for before in 0...130 {
                let window = Array(
                    (String(repeating: "A", count: before) + "~" + ending + "ST*837*0001~").utf8)
                let found = answer(
                    of: variant, window[...], terminator: usual.terminator, separator: usual.separator)
                #expect(
                    found.hasInnerControl == !harmless.contains(ending),
                    "\(ending.debugDescription), \(before)")
            }
        }
    }

    @Test(
        "every short string of line ends and delimiters is judged alike across a block border",
        arguments: delimiterPairs)
    private func shortStrings(delimiters: Delimiters) {
        let alphabet: [UInt8] = [delimiters.terminator, delimiters.separator, 0x0D, 0x0A, UInt8(ascii: "A")]
        for before in 60...64 {
            for number in 0..<625 {
                var window = [UInt8](repeating: UInt8(ascii: "B"), count: before)
                window += [number % 5, number / 5 % 5, number / 25 % 5, number / 125].map { alphabet[$0] }
                let expected = obviousAnswer(
                    window, terminator: delimiters.terminator, separator: delimiters.separator)
                for variant in variants {
                    let found = answer(
                        of: variant, window[...], terminator: delimiters.terminator,
                        separator: delimiters.separator)
                    #expect(found == expected, "variant \(variant), \(window[before...])")
                }
            }
        }
    }

    @Test("a line end that belongs to the terminator before the window is one", arguments: variants)
    func startOfWindow(variant: Int) {
        let samples: [(text: String, isInner: Bool)] = [
            ("\nST*1~", false), ("\rST*1~", false), ("\r\nST*1~", false), ("\n", false), ("\r", false),
            ("\n\nST*1~", true), ("\n\rST*1~", true), ("\tST*1~", true),
        ]
        for sample in samples {
            let found = answer(
                of: variant, Array(sample.text.utf8)[...], terminator: usual.terminator,
                separator: usual.separator)
            #expect(found.hasInnerControl == sample.isInner, "\(sample.text.debugDescription)")
        }
    }

    @Test(
        "all implementations mark the same bytes, and say alike whether all are printable",
        arguments: variants)
    func marks(variant: Int) {
        var random = SplitMix64(seed: 0xBEEF)
        let lively: [UInt8] = [0x3A, 0x5E, 0x0D, 0x0A, 0x20, 0x7E]
        for length in 0...200 {
            for _ in 0..<6 {
                let isOdd = random.happens(percent: 30)
                // What stands behind the data does not matter.
                let memory = (0..<(length + 63) / 64 * 64).map { place -> UInt8 in
                    if place >= length { return random.pick([0x3A, 0x00, 0xFF]) }
                    if isOdd, random.happens(percent: 2) {
                        return random.pick([0x00, 0x1F, 0x7F, 0x80, 0xFF, 0x09])
                    }
                    return random.happens(percent: 20)
                        ? random.pick(lively) : UInt8(random.number(in: 0x20...0x7E))
                }
                let data = memory.prefix(length)
                var expected = [UInt64](repeating: 0, count: (length + 63) / 64 + 1)
                for (place, byte) in data.enumerated() where byte == 0x3A || byte == 0x5E {
                    expected[place / 64] |= 1 << UInt64(place % 64)
                }
                let isPlain = data.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0D || $0 == 0x0A }
                var marks = [UInt64](repeating: .max, count: expected.count)
                let odd = memory.withUnsafeBufferPointer {
                    x12scan_mark_with(variant, $0.baseAddress, length, 0x3A, 0x5E, &marks)
                }
                #expect(marks == expected, "length \(length)")
                #expect((odd == 0) == isPlain, "length \(length)")
            }
        }
    }
}
