import Testing
import X12Diagnostics
import X12TestSupport
import X12Text

@testable import X12Rules

/// What rules remember of an input, which may be as long as it likes.
@Suite("What rules remember")
struct BoundedMemoryTests {
    @Test("a key that comes again is noticed within a stretch, and none that is new is taken for another")
    func keys() {
        var random = SplitMix64(seed: 5)
        var seen = SeenKeys(most: 96)
        var known: Set<UInt64> = []
        var order: [UInt64] = []
        for _ in 0..<6000 {
            let key =
                order.isEmpty || random.happens(percent: 70) ? random.next() : random.pick(order.suffix(200))
            let isNew = seen.insert(key)
            if !known.contains(key) { #expect(isNew) }
            if order.suffix(96).contains(key) { #expect(!isNew) }
            #expect(seen.contains(key))
            known.insert(key)
            if isNew { order.append(key) }
        }
        #expect(order.count > 3000)
    }

    @Test("keys alike in all but a few bits, and the key 0, are told apart")
    func alike() {
        var seen = SeenKeys()
        let keys = [0] + (UInt64(1)...2000).map { $0 << 40 } + (2...2000)
        #expect(keys.filter { !seen.insert($0) } == [])
        #expect(keys.filter { seen.insert($0) } == [])
    }

    @Test("numbers chosen so that all begin their search at one place begin it at many")
    func chosenKeys() {
        // By a multiplier that everybody knows, all of these had the same place.
        let (known, inverse): (UInt64, UInt64) = (0x9E37_79B9_7F4A_7C15, 0xF1DE_83E1_9937_733D)
        #expect(known &* inverse == 1)
        let keys = (0..<4096).map { ((UInt64($0) << 52) | (77 << 32)) &* inverse }
        #expect(Set(keys.map { (($0 &* known) << 12) >> 44 }).count == 1)
        #expect(Set(keys.map { KeyPlace.first(for: $0, of: 1 << 17) }).count > 3000)
        #expect(keys.allSatisfy { (0..<2).contains(KeyPlace.first(for: $0, of: 2)) })
    }

    @Test("memory does not grow any more once two stretches are full")
    func memory() {
        var random = SplitMix64(seed: 6)
        var seen = SeenKeys(most: 192)
        var values = RecentValues<Int>(most: 192)
        var sizes: Set<[Int]> = []
        for number in 0..<4000 {
            let key = random.next()
            _ = seen.insert(key)
            values[key] = number
            if number >= 384 { sizes.insert([seen.memory, values.capacity]) }
        }
        #expect(sizes.count == 1)
        #expect(seen.memory == 2 * 256 * 8)
    }

    @Test("the last values are known by their keys, the newest of each")
    func values() {
        var random = SplitMix64(seed: 7)
        var values = RecentValues<Int>(most: 96)
        var newest: [UInt64: Int] = [:]
        var order: [UInt64] = []
        for number in 0..<6000 {
            let key =
                order.isEmpty || random.happens(percent: 70) ? random.next() : random.pick(order.suffix(150))
            if let known = values[key] { #expect(known == newest[key]) }
            if order.suffix(96).contains(key) { #expect(values[key] == newest[key]) }
            values[key] = number
            newest[key] = number
            order.append(key)
        }
    }
}
