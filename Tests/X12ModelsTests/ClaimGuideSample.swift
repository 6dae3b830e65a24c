import X12Grammar
import X12Models
import X12Text

/// Makes loops out of a guide with a value in every place that the guide uses.
///
/// No two free values are alike, so that values that end up in each other's property are noticed.
struct ClaimGuideSample {
    let guide: Guide
    /// How many copies of a segment or loop to make, within what the guide allows.
    var copies = 1
    /// How often, of 100 times, what is situational is left out.
    var leftOut = 0
    private var counter = 0
    private var random: UInt64

    init(_ guide: Guide, copies: Int = 1, leftOut: Int = 0, seed: UInt64 = 0) {
        self.guide = guide
        self.copies = copies
        self.leftOut = leftOut
        random = seed
    }

    /// A loop with its segments and child loops, apart from the child loops that are parts of their own.
    mutating func loop(_ identifier: String, without roots: Set<String>) -> PlacedLoop? {
        guide.loops.firstIndex { $0.identifier == identifier }.map { loop($0, without: roots) }
    }

    private mutating func loop(_ index: Int, without roots: Set<String>) -> PlacedLoop {
        let rule = guide.loops[index]
        var loop = PlacedLoop(identifier: rule.identifier)
        for (place, segment) in rule.segments.enumerated() {
            let segment = guide.segments[segment]
            if place > 0, segment.usage == .situational, isLeftOut() { continue }
            for copy in 0..<min(copies, segment.maximumUse) {
                let placed = self.segment(segment, copy: copy)
                if placed.elements.dropFirst().contains(where: { !$0.isEmpty }) {
                    loop.segments.append(placed)
                }
            }
        }
        for child in rule.children where !roots.contains(guide.loops[child].identifier) {
            if guide.loops[child].usage == .situational, isLeftOut() { continue }
            for _ in 0..<min(copies, guide.loops[child].maximumUse) {
                loop.loops.append(self.loop(child, without: roots))
            }
        }
        return loop
    }

    private mutating func segment(_ rule: SegmentRule, copy: Int) -> PlacedSegment {
        var elements = [rule.identifier.description]
        var format = ""
        for element in guide.elements[rule.elements] {
            var text = ""
            if element.type == .composite {
                text = composite(element, in: rule, copy: copy)
            } else {
                text = value(element, 0, 0, in: rule, format: format, copy: copy)
            }
            if element.dataElement == "1250" { format = text }
            elements.append(text)
        }
        let code = rule.discriminator?.values.first ?? ""
        return PlacedSegment(
            key: SegmentKey(
                packedIdentifier: rule.identifier.packed, packedCode: SegmentIdentifier(code).packed),
            elements: elements)
    }

    private mutating func composite(_ rule: ElementRule, in segment: SegmentRule, copy: Int) -> String {
        if rule.usage == .notUsed || rule.usage == .situational && isLeftOut() { return "" }
        var components = guide.elements[rule.components].map {
            value($0, rule.position, $0.position, in: segment, format: "", copy: copy)
        }
        while components.last == "" { components.removeLast() }
        return components.joined(separator: ":")
    }

    private mutating func value(
        _ rule: ElementRule, _ element: Int, _ component: Int, in segment: SegmentRule, format: String,
        copy: Int
    ) -> String {
        if rule.usage == .notUsed { return "" }
        let isPeriod = rule.dataElement == "1250" || rule.dataElement == "1251"
        if rule.usage == .situational, !isPeriod, isLeftOut() { return "" }
        let position = component > 0 ? element : rule.position
        if let discriminator = segment.discriminator, discriminator.element == position,
            discriminator.component == component
        {
            return discriminator.values[copy % discriminator.values.count]
        }
        counter += 1
        if rule.codes >= 0 {
            let codes = guide.codeLists[rule.codes]
            return codes[counter % codes.count]
        }
        if rule.dataElement == "1251" { return format == "RD8" ? "\(day)-20991231" : day }
        return switch rule.type {
        case .date: day
        case .time: "0930"
        case .integer: "\(counter)"
        case .decimal, .implied2: "\(counter).5"
        default: "V\(counter)"
        }
    }

    /// A day of its own for each value.
    private var day: String {
        let month = 1 + counter / 28 % 12
        let day = 1 + counter % 28
        return "\(2000 + counter / 336)" + (month < 10 ? "0\(month)" : "\(month)")
            + (day < 10 ? "0\(day)" : "\(day)")
    }

    /// Draws from a SplitMix64 sequence, so that a seed gives the same sample on every machine.
    private mutating func isLeftOut() -> Bool {
        guard leftOut > 0 else { return false }
        random &+= 0x9E37_79B9_7F4A_7C15
        var mixed = random
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed >> 31)) % 100 < UInt64(leftOut)
    }
}
