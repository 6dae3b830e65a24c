internal import X12Grammar
internal import X12Text

/// What coders need to know of a guide, by the index of a segment's rule: the key that walks name the
/// segment by, its loop, and the constant that tells it from its siblings.
final class ModelMap: Sendable {
    /// The key of each rule.
    let keys: [UInt64]
    /// The packed identifier of each loop.
    let loops: [UInt64]
    /// The parent of each loop.
    let parents: [Int32]
    /// The loop of each rule.
    let loopOfRule: [Int32]
    /// The value of the telling element where the guide lists just one.
    let constants: [Constant?]
    let guide: Guide
    /// The rule of each loop and key.
    private let rules: [Place: Int32]

    /// A value that follows from the rule.
    struct Constant {
        let element: Int
        let component: Int
        let value: [UInt8]
    }

    struct Place: Hashable {
        let loop: Int32
        let key: UInt64
    }

    init(_ guide: Guide) {
        self.guide = guide
        var keys: [UInt64] = []
        var constants: [Constant?] = []
        var rules: [Place: Int32] = [:]
        for (index, rule) in guide.segments.enumerated() {
            let code = rule.discriminator.map { SegmentIdentifier($0.values[0]).packed } ?? 0
            let key = SegmentKey(packedIdentifier: rule.identifier.packed, packedCode: code).packed
            keys.append(key)
            rules[Place(loop: Int32(rule.loop), key: key)] = Int32(index)
            constants.append(
                rule.discriminator.flatMap { discriminator in
                    discriminator.values.count == 1
                        ? Constant(
                            element: discriminator.element, component: discriminator.component,
                            value: Array(discriminator.values[0].utf8))
                        : nil
                })
        }
        self.keys = keys
        self.constants = constants
        self.rules = rules
        loops = guide.loops.map { Self.pack($0.identifier) }
        parents = guide.loops.map { Int32($0.parent) }
        loopOfRule = guide.segments.map { Int32($0.loop) }
    }

    /// The rule that a walk means by a key inside a loop; -1 when the guide has none.
    func rule(in loop: Int32, _ key: SegmentKey) -> Int32 { rules[Place(loop: loop, key: key.packed)] ?? -1 }

    /// The name of a rule's place: loop, identifier and telling code (`2400 DTP 472`).
    func place(of rule: Int32) -> String? {
        guard rule >= 0 else { return nil }
        let segment = guide.segments[Int(rule)]
        let code = segment.discriminator.map { " " + $0.values[0] } ?? ""
        return "\(guide.loops[segment.loop].identifier) \(segment.identifier)\(code)"
    }

    /// The loop of an identifier directly inside another; -1 when there is none.
    func loop(_ identifier: UInt64, in parent: Int32) -> Int32 {
        guard parent >= 0 else { return -1 }
        for child in guide.loops[Int(parent)].children where loops[child] == identifier {
            return Int32(child)
        }
        return -1
    }

    /// Up to eight characters as a number.
    static func pack(_ identifier: String) -> UInt64 {
        var packed: UInt64 = 0
        for (index, byte) in identifier.utf8.prefix(8).enumerated() {
            packed |= UInt64(byte) << UInt64(8 * index)
        }
        return packed
    }

    /// Up to eight characters as a number.
    @inline(__always)
    static func pack(_ identifier: StaticString) -> UInt64 {
        var packed: UInt64 = 0
        for index in 0..<min(8, identifier.utf8CodeUnitCount) {
            packed |= UInt64(identifier.utf8Start[index]) &<< UInt64(8 &* index)
        }
        return packed
    }
}
