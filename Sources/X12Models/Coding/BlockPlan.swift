internal import X12Grammar
internal import X12Parser
internal import X12Text

/// The segments of a block in the order in which the guide lists them, ready for a ``BlockDecoder``.
///
/// Where a block came in the guide's own order this is the order received; else segments are sorted, each
/// loop's by the guide, equals as they came. Segments that nothing takes, and those that belong to a loop
/// outside of the block, are left out.
struct BlockPlan: ~Copyable {
    private(set) var facts: UnsafeMutablePointer<BlockSegment>
    private(set) var texts: UnsafeMutablePointer<RawSegment>
    private var indices: UnsafeMutablePointer<Int32>
    private var capacity = 256
    private var count = 0
    /// The loop the block stands for: its level's or unit's, or the transaction set itself.
    private(set) var loop: Int32 = 0
    /// That loop's instance.
    private(set) var instance: Int32 = 0

    init() {
        facts = .allocate(capacity: capacity)
        texts = .allocate(capacity: capacity)
        indices = .allocate(capacity: capacity)
    }

    deinit {
        facts.deallocate()
        texts.deallocate()
        indices.deallocate()
    }

    /// The segments to decode, as positions in the block.
    var order: UnsafeBufferPointer<Int32> { UnsafeBufferPointer(start: indices, count: count) }

    /// Takes a block in; what it says holds until the block is refilled.
    mutating func fill(_ block: borrowing Block, _ map: ModelMap?) {
        grow(to: block.count)
        for index in 0..<block.count {
            (facts + index).initialize(to: block[index])
            (texts + index).initialize(to: block.raw(index))
        }
        count = 0
        instance = block.count > 0 ? facts[0].placement.loopInstance : 0
        loop =
            switch block.kind {
            case .level(let loop), .unit(let loop): Int32(loop)
            default: 0
            }
        if block.kind == .trailer { instance = 1 }
        guard let map, block.guide != nil else {
            for index in 0..<block.count { indices[index] = Int32(index) }
            count = block.count
            return
        }
        if block.isUnlisted {
            sort(block.count, map)
            return
        }
        for index in 0..<block.count where facts[index].placement.rule >= 0 {
            indices[count] = Int32(index)
            count &+= 1
        }
    }

    // MARK: - Sorting

    /// A loop's instance in the block, with what stands in it.
    private struct Instance {
        var items: [(rule: Int32, index: Int32, inner: Int32)] = []
    }

    private mutating func sort(_ total: Int, _ map: ModelMap) {
        var instances: [Int32: Instance] = [instance: Instance()]
        // The instance that was opened last for each loop.
        var open: [Int32: Int32] = [loop: instance]
        for index in 0..<total {
            let placement = facts[index].placement
            guard placement.rule >= 0 else { continue }
            let own = map.loopOfRule[Int(placement.rule)]
            if placement.remarks.contains(.opensLoop), placement.loopInstance != instance {
                guard let parent = open[map.parents[Int(own)]] else { continue }
                instances[parent]?.items.append((placement.rule, Int32(index), placement.loopInstance))
                instances[placement.loopInstance] = Instance(items: [])
                open[own] = placement.loopInstance
                for inner in open.keys where inner > own && isInside(inner, own, map) { open[inner] = nil }
            } else {
                instances[placement.loopInstance]?.items.append((placement.rule, Int32(index), 0))
            }
        }
        emit(instance, instances)
    }

    private mutating func emit(_ number: Int32, _ instances: [Int32: Instance]) {
        guard let items = instances[number]?.items else { return }
        for item in items.sorted(by: { ($0.rule, $0.index) < ($1.rule, $1.index) }) {
            indices[count] = item.index
            count += 1
            if item.inner > 0 { emit(item.inner, instances) }
        }
    }

    private func isInside(_ inner: Int32, _ outer: Int32, _ map: ModelMap) -> Bool {
        var loop = inner
        while loop > outer { loop = map.parents[Int(loop)] }
        return loop == outer
    }

    private mutating func grow(to needed: Int) {
        guard needed > capacity else { return }
        facts.deallocate()
        texts.deallocate()
        indices.deallocate()
        while capacity < needed { capacity *= 2 }
        facts = .allocate(capacity: capacity)
        texts = .allocate(capacity: capacity)
        indices = .allocate(capacity: capacity)
    }
}
