internal import X12Grammar
internal import X12Text

/// What coders need to know of a guide, by the index of a segment's rule: the key that walks name the
/// segment by, its loop, the constant that tells it from its siblings, and the part of a model that it belongs to.
///
/// The tables are memory of its own: a decoder asks them for each segment. A map belongs to one coder.
final class ModelMap {
    /// What is known of each rule.
    let rules: UnsafeMutablePointer<RuleFacts>
    /// What is known of each element and component.
    let elements: UnsafePointer<ElementFacts>
    /// The packed identifier of each loop.
    let loops: UnsafePointer<UInt64>
    /// The parent of each loop.
    let parents: UnsafePointer<Int32>
    let guide: Guide
    /// The rule of each loop and key, and the loop of each parent and identifier.
    private let places: UnsafePointer<Place>
    private let placeMask: Int
    private let loopPlaces: UnsafePointer<Place>
    private let loopMask: Int
    /// The parts whose walks ``RuleFacts/parts`` speaks of, each with the loop it stands for.
    private var charted: [(loop: Int32, part: PartIdentity)] = []

    /// A slot of an open hash table: what a key means inside a loop; empty where the index is -1.
    struct Place: BitwiseCopyable {
        fileprivate var key: UInt64 = 0
        fileprivate var loop: Int32 = -1
        /// The index of the rule, or of the loop.
        fileprivate(set) var index: Int32 = -1
        /// What an encoder owes of the rule.
        fileprivate(set) var constant = RuleFacts.Constant()
    }

    init(_ guide: Guide) {
        self.guide = guide
        loops = UnsafePointer(FlatMemory.keep(guide.loops.map { Self.pack($0.identifier) }))
        parents = UnsafePointer(FlatMemory.keep(guide.loops.map { Int32($0.parent) }))
        let facts = guide.segments.indices.map { RuleFacts($0, in: guide) }
        rules = FlatMemory.keep(facts)
        elements = UnsafePointer(FlatMemory.keep(guide.elements.map { ElementFacts($0) }))
        (places, placeMask) = Self.table(
            facts.enumerated().map {
                Place(key: $1.key, loop: $1.loop, index: Int32($0), constant: $1.constant)
            })
        (loopPlaces, loopMask) = Self.table(
            guide.loops.enumerated().reversed().map {
                Place(key: Self.pack($1.identifier), loop: Int32($1.parent), index: Int32($0))
            })
        for index in facts.indices { rules[index].isWritten = isWritten(Int32(index), facts[index]) }
    }

    /// Whether loop and key of a rule are found to mean it.
    private func isWritten(_ index: Int32, _ facts: RuleFacts) -> Bool {
        let isLoopFound = facts.parent < 0 || loop(facts.loopIdentifier, in: facts.parent) == facts.loop
        return isLoopFound && find(facts.key, in: facts.loop, places, placeMask).pointee.index == index
    }

    /// A table of places, at most half full; of two for the same the last is kept.
    private static func table(_ all: [Place]) -> (UnsafePointer<Place>, Int) {
        var size = 64
        while size < all.count * 2 { size *= 2 }
        var table = Array(repeating: Place(), count: size)
        for place in all {
            var slot = hash(place.key, place.loop) & (size - 1)
            while table[slot].index >= 0, table[slot].key != place.key || table[slot].loop != place.loop {
                slot = (slot + 1) & (size - 1)
            }
            table[slot] = place
        }
        return (UnsafePointer(FlatMemory.keep(table)), size - 1)
    }

    deinit {
        rules.deallocate()
        elements.deallocate()
        places.deallocate()
        loopPlaces.deallocate()
        loops.deallocate()
        parents.deallocate()
    }

    @inline(__always)
    private static func hash(_ key: UInt64, _ loop: Int32) -> Int {
        let mixed = (key ^ UInt64(UInt32(bitPattern: loop)) &<< 24) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed &>> 40)
    }

    /// The rule that a walk means by a key inside a loop; -1 when the guide has none.
    @inline(__always)
    func rule(in loop: Int32, _ key: SegmentKey) -> Int32 { place(in: loop, key).pointee.index }

    /// The rules that a walk means by a key inside a loop, which are several where nothing but their order tells them
    /// apart.
    func rules(in loop: Int32, _ key: SegmentKey) -> [Int] {
        guide.loops[Int(loop)].segments.filter { rules[$0].key == key.packed }
    }

    /// What is known of the rule that a walk means by a key inside a loop; its index is -1 when the guide has none.
    @inline(__always)
    func place(in loop: Int32, _ key: SegmentKey) -> UnsafePointer<Place> {
        find(key.packed, in: loop, places, placeMask)
    }

    @inline(__always)
    private func find(
        _ key: UInt64, in loop: Int32, _ places: UnsafePointer<Place>, _ mask: Int
    ) -> UnsafePointer<Place> {
        var slot = Self.hash(key, loop) & mask
        while true {
            let place = places + slot
            if place.pointee.key == key && place.pointee.loop == loop || place.pointee.index < 0 {
                return place
            }
            slot = (slot &+ 1) & mask
        }
    }

    /// The name of a rule's place: loop, identifier and telling code (`2400 DTP 472`).
    func place(of rule: Int32) -> String? {
        guard rule >= 0 else { return nil }
        let segment = guide.segments[Int(rule)]
        let code = segment.discriminator.map { " " + $0.values[0] } ?? ""
        return "\(guide.loops[segment.loop].identifier) \(segment.identifier)\(code)"
    }

    /// The loop of an identifier directly inside another; -1 when there is none.
    @inline(__always)
    func loop(_ identifier: UInt64, in parent: Int32) -> Int32 {
        guard parent >= 0 else { return -1 }
        // An open identifier is none to look up.
        if identifier &>> 32 & 0xFF != UInt64(UInt8(ascii: "*")) {
            return find(identifier, in: parent, loopPlaces, loopMask).pointee.index
        }
        for child in guide.loops[Int(parent)].children where Self.isNamed(loops[child], identifier) {
            return Int32(child)
        }
        return -1
    }

    /// The value that tells a rule's segments from others, when it is longer than ``RuleFacts/Constant`` holds.
    func longConstant(of rule: Int32) -> [UInt8]? {
        guide.segments[Int(rule)].discriminator.map { Array($0.values[0].utf8) }
    }

    /// Whether a walk means a loop by an identifier; one that ends in `*` has the letter of the loop around it, and
    /// no loop has two inside that differ by their letters alone and are named so.
    @inline(__always)
    static func isNamed(_ loop: UInt64, _ identifier: UInt64) -> Bool {
        let letter: UInt64 = 0xFF << 32
        let isOpen = identifier & letter == UInt64(UInt8(ascii: "*")) << 32
        return isOpen ? (loop ^ identifier) & ~letter == 0 : loop == identifier
    }

    /// Learns which inner parts of a part, which is empty yet, each segment belongs to, unless that is known already.
    @inline(__always)
    func chart<Part: ModelPart>(_ empty: Part, loop: Int32) {
        let part = PartIdentity(Part.self)
        for known in charted where known.loop == loop && known.part == part { return }
        charted.append((loop, part))
        PartChart.draw(empty, loop: loop, self)
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
        // Without a loop, so that the compiler makes a number of a literal.
        let count = identifier.utf8CodeUnitCount
        let characters = identifier.utf8Start
        var packed: UInt64 = 0
        if count > 0 { packed |= UInt64(characters[0]) }
        if count > 1 { packed |= UInt64(characters[1]) &<< 8 }
        if count > 2 { packed |= UInt64(characters[2]) &<< 16 }
        if count > 3 { packed |= UInt64(characters[3]) &<< 24 }
        if count > 4 { packed |= UInt64(characters[4]) &<< 32 }
        if count > 5 { packed |= UInt64(characters[5]) &<< 40 }
        if count > 6 { packed |= UInt64(characters[6]) &<< 48 }
        if count > 7 { packed |= UInt64(characters[7]) &<< 56 }
        return packed
    }
}
