import X12Diagnostics
import X12Grammar
import X12Parser
import X12TestSupport
import X12Text

/// Puts other spellings of the same values into an interchange, as practice systems and payers write them: `100.00`, `0.5`,
/// `01`, separators behind the last value, values where the guide has no use for any, indented lines.
///
/// Which values are numbers is asked of the guide that the segments follow; the envelope stays as it is.
struct OtherSpellings {
    private var random: SplitMix64
    /// Of a hundred values that can be spelled otherwise, how many are.
    private let percent: Int
    /// Whether texts get characters of another encoding than UTF-8.
    private let encodes: Bool

    init(seed: UInt64, percent: Int = 30, encodes: Bool = false) {
        random = SplitMix64(seed: seed)
        self.percent = percent
        self.encodes = encodes
    }

    /// The interchange in other spellings.
    mutating func spell(_ bytes: [UInt8]) throws(X12Error) -> [UInt8] {
        var reader = BlockReader(ByteSource(bytes: bytes))
        var block = Block()
        var spelled: [UInt8] = []
        while try reader.next(into: &block) {
            for index in 0..<block.count {
                spelled += Array(block.leading(index))
                // Before a segment may stand more than the usual line end.
                if block.isGuided, random.happens(percent: percent / 3) { spelled += Array("\n  ".utf8) }
                spelled += segment(Array(block.received(index)), at: index, of: block)
                if block[index].isTerminated { spelled.append(block.delimiters.segment) }
            }
            spelled += block.trailing
        }
        return spelled
    }

    private mutating func segment(_ received: [UInt8], at index: Int, of block: borrowing Block) -> [UInt8] {
        let number = block[index].placement.rule
        guard number >= 0, let guide = block.guide else { return received }
        let rules = Array(guide.elements[guide.segments[Int(number)].elements])
        let separator = block.delimiters.element
        var elements = received.split(separator: separator, omittingEmptySubsequences: false).map {
            Array($0)
        }
        for position in elements.indices.dropFirst() {
            let rule = position <= rules.count ? rules[position - 1] : nil
            elements[position] = element(elements[position], rule, guide, block.delimiters.component)
        }
        if happens() { elements += Array(repeating: [], count: random.number(in: 1...3)) }
        return Array(elements.joined(separator: [separator]))
    }

    private mutating func element(
        _ value: [UInt8], _ rule: ElementRule?, _ guide: Guide, _ componentSeparator: UInt8
    ) -> [UInt8] {
        guard let rule, rule.usage != .notUsed else {
            return value.isEmpty && happens() ? Array("X".utf8) : value
        }
        guard !value.isEmpty, rule.type == .composite else { return self.value(value, rule) }
        var components = value.split(separator: componentSeparator, omittingEmptySubsequences: false).map {
            Array($0)
        }
        for (index, component) in zip(components.indices, guide.elements[rule.components]) {
            components[index] = self.value(components[index], component)
        }
        if happens() { components += Array(repeating: [], count: random.number(in: 1...3)) }
        return Array(components.joined(separator: [componentSeparator]))
    }

    private mutating func value(_ value: [UInt8], _ rule: ElementRule) -> [UInt8] {
        guard !value.isEmpty, rule.usage != .notUsed, happens() else { return value }
        let sign = value.first == UInt8(ascii: "-") ? 1 : 0
        switch rule.type {
        case .decimal:
            // Zeros in front more rarely than behind.
            if random.happens(percent: 20) { return value[..<sign] + Array("00".utf8) + value[sign...] }
            let isFraction = value.contains(UInt8(ascii: "."))
            return value + Array(random.pick(isFraction ? ["0", "00"] : [".00", ".0", "."]).utf8)
        case .integer: return value[..<sign] + Array("0".utf8) + value[sign...]
        case .text where encodes:
            return value.dropLast() + [UInt8(random.number(in: 0x80...0xFF)), value[value.count - 1]]
        default: return value
        }
    }

    private mutating func happens() -> Bool { random.happens(percent: percent) }
}
