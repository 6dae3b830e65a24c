/// One empty part of each type, made when it is first asked for, for visitors that walk and fill nothing in.
///
/// A claim has room for so many properties that to make an empty one and to let it go again takes longer than to walk it.
struct EmptyParts: ~Copyable {
    /// A slot of an open hash table.
    private struct Slot {
        var type = PartIdentity.none
        var part: UnsafeMutableRawPointer?
    }

    /// Four times as many as there are types of parts in the models of one guide.
    private static var capacity: Int { 512 }

    private let slots: UnsafeMutablePointer<Slot>
    private var count = 0
    /// What lets the parts go.
    private var release: [() -> Void] = []

    init() {
        slots = .allocate(capacity: Self.capacity)
        slots.initialize(repeating: Slot(), count: Self.capacity)
    }

    deinit {
        for release in release { release() }
        slots.deallocate()
    }

    /// The empty part of a type, which is to be walked by visitors alone that leave it as it is.
    @inline(__always)
    mutating func part<Part: ModelPart>(_ type: Part.Type) -> UnsafeMutablePointer<Part> {
        let identity = PartIdentity(type)
        let slot = slots + identity.hash % Self.capacity
        if slot.pointee.type == identity, let part = slot.pointee.part {
            return part.assumingMemoryBound(to: Part.self)
        }
        return find(type, identity)
    }

    /// Looks on behind the first slot, and makes the part where it is not found.
    @inline(never)
    private mutating func find<Part: ModelPart>(_ type: Part.Type, _ identity: PartIdentity)
        -> UnsafeMutablePointer<Part>
    {
        var slot = identity.hash % Self.capacity
        while let part = slots[slot].part {
            if slots[slot].type == identity { return part.assumingMemoryBound(to: Part.self) }
            slot = (slot + 1) % Self.capacity
        }
        count += 1
        precondition(count < Self.capacity, "there are fewer types of parts than slots")
        let part = UnsafeMutablePointer<Part>.allocate(capacity: 1)
        part.initialize(to: Part())
        release.append {
            part.deinitialize(count: 1)
            part.deallocate()
        }
        slots[slot] = Slot(type: identity, part: UnsafeMutableRawPointer(part))
        return part
    }
}
