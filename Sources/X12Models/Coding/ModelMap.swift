internal import X12Grammar
internal import X12Text

/// What coders need to know of a guide, by the index of a segment's rule: the key that walks name the
/// segment by, its loop, and the constant that tells it from its siblings.
///
/// The tables are memory of its own, never changed once it is made: a decoder asks them some hundred times for each
/// claim.
final class ModelMap: @unchecked Sendable {
    /// The key of each rule.
    let keys: UnsafePointer<UInt64>
    /// The packed identifier of each loop.
    let loops: UnsafePointer<UInt64>
    /// The parent of each loop.
    let parents: UnsafePointer<Int32>
    /// The loop of each rule.
    let loopOfRule: UnsafePointer<Int32>
    /// The value of the telling element where the guide lists just one.
    let constants: [Constant?]
    let guide: Guide
    /// The rule of each loop and key.
    private let rules: UnsafePointer<Place>
    private let ruleMask: Int

    /// A value that follows from the rule.
    struct Constant {
        let element: Int
        let component: Int
        let value: [UInt8]
    }

    /// A slot of the open hash table of rules; empty where the rule is -1.
    struct Place: BitwiseCopyable {
        var key: UInt64 = 0
        var loop: Int32 = -1
        var rule: Int32 = -1
    }

    init(_ guide: Guide) {
        self.guide = guide
        var keys: [UInt64] = []
        var constants: [Constant?] = []
        var size = 64
        while size < guide.segments.count * 2 { size *= 2 }
        var rules = Array(repeating: Place(), count: size)
        for (index, rule) in guide.segments.enumerated() {
            let code = rule.discriminator.map { SegmentIdentifier($0.values[0]).packed } ?? 0
            let key = SegmentKey(packedIdentifier: rule.identifier.packed, packedCode: code).packed
            keys.append(key)
            let slot = Self.slot(of: key, in: Int32(rule.loop), rules, size - 1)
            rules[slot] = Place(key: key, loop: Int32(rule.loop), rule: Int32(index))
            constants.append(
                rule.discriminator.flatMap { discriminator in
                    discriminator.values.count == 1
                        ? Constant(
                            element: discriminator.element, component: discriminator.component,
                            value: Array(discriminator.values[0].utf8))
                        : nil
                })
        }
        self.keys = Self.keep(keys)
        self.constants = constants
        self.rules = Self.keep(rules)
        ruleMask = size - 1
        loops = Self.keep(guide.loops.map { Self.pack($0.identifier) })
        parents = Self.keep(guide.loops.map { Int32($0.parent) })
        loopOfRule = Self.keep(guide.segments.map { Int32($0.loop) })
    }

    deinit {
        keys.deallocate()
        rules.deallocate()
        loops.deallocate()
        parents.deallocate()
        loopOfRule.deallocate()
    }

    private static func keep<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafePointer<Element> {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
        for (index, element) in elements.enumerated() { (memory + index).initialize(to: element) }
        return UnsafePointer(memory)
    }

    private static func hash(_ key: UInt64, _ loop: Int32) -> Int {
        let mixed = (key ^ UInt64(UInt32(bitPattern: loop)) &<< 24) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed &>> 40)
    }

    private static func slot(of key: UInt64, in loop: Int32, _ places: [Place], _ mask: Int) -> Int {
        var slot = hash(key, loop) & mask
        while places[slot].rule >= 0, places[slot].key != key || places[slot].loop != loop {
            slot = (slot + 1) & mask
        }
        return slot
    }

    /// The rule that a walk means by a key inside a loop; -1 when the guide has none.
    func rule(in loop: Int32, _ key: SegmentKey) -> Int32 {
        var slot = Self.hash(key.packed, loop) & ruleMask
        while rules[slot].rule >= 0, rules[slot].key != key.packed || rules[slot].loop != loop {
            slot = (slot &+ 1) & ruleMask
        }
        return rules[slot].rule
    }

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
