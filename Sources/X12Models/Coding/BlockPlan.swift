internal import X12Grammar
internal import X12Parser
internal import X12Text

/// The segments of a block in the order in which the guide lists them, ready for a ``BlockDecoder``.
///
/// Where a block came in the guide's own order this is the order received; else segments are sorted, each
/// loop's by the guide, equals as they came. Segments that nothing takes, and those that belong to a loop
/// outside of the block, are left out.
struct BlockPlan: ~Copyable {
    /// 0, 1, 2, and so on; behind them room for as many in another order, for as many that are spelled otherwise, and for as
    /// many that something unusual stands before.
    private var indices: UnsafeMutablePointer<Int32>
    private var capacity = 256
    private var count = 0
    private var isSorted = false
    /// The loop the block stands for: its level's or unit's, or the transaction set itself.
    private(set) var loop: Int32 = 0
    /// That loop's instance.
    private(set) var instance: Int32 = 0
    /// Whether every segment came in its turn, ended by its terminator, and not wrapped over lines.
    private(set) var isPlain = false
    private var ledCount = 0

    init() { indices = Self.identity(capacity) }

    deinit { indices.deallocate() }

    /// The segments to decode, as positions in the block.
    var order: UnsafeBufferPointer<Int32> {
        UnsafeBufferPointer(start: isSorted ? indices + capacity : indices, count: count)
    }

    /// Room for the numbers of segments that a walk finds spelled otherwise than they are written, as many as the block has.
    var spelled: UnsafeMutablePointer<Int32> { indices + 2 * capacity }

    /// The numbers, from 1, of the segments before which something else than the usual line end stands; all of them where the
    /// block is plain.
    var unusuallyLed: UnsafeBufferPointer<Int32> {
        UnsafeBufferPointer(start: indices + 3 * capacity, count: ledCount)
    }

    /// Takes a block in; what it says holds until the block is refilled.
    mutating func fill(_ block: borrowing Block, _ map: ModelMap?, lineEnd: [UInt8]) {
        let memory = block.memory
        count = memory.count
        grow(to: count)
        isSorted = false
        ledCount = 0
        instance = count > 0 ? memory.segments[0].placement.loopInstance : 0
        switch block.kind {
        case .level(let loop), .unit(let loop): self.loop = Int32(loop)
        case .trailer:
            loop = 0
            instance = 1
        default: loop = 0
        }
        guard let map, block.isGuided else {
            isPlain = false
            return
        }
        isPlain = !block.isUnlisted && block.trailing.isEmpty && isWhole(memory, lineEnd)
        if isPlain { return }
        if block.isUnlisted {
            sort(memory, map)
        } else {
            leaveOutUnplaced(memory)
        }
    }

    /// Whether all segments were placed, and their bytes come to the block's when terminators and what stands between
    /// segments are added; what stands there instead of the usual line end is noted.
    private mutating func isWhole(_ memory: BlockMemory, _ lineEnd: [UInt8]) -> Bool {
        var isWhole = true
        var isUsual = true
        for index in 0..<count {
            let segment = memory.segments + index
            let isPlaced = segment.pointee.placement.rule >= 0 && segment.pointee.isTerminated
            isWhole = isWhole && isPlaced && segment.pointee.textStart == segment.pointee.rawStart
            isUsual = isUsual && segment.pointee.leadingCount == lineEnd.count
        }
        guard isWhole, !isUsual || !lineEnd.isEmpty else { return isWhole }
        for index in 0..<count where !memory.leading(index).elementsEqual(lineEnd) {
            indices[3 &* capacity &+ ledCount] = Int32(index &+ 1)
            ledCount &+= 1
        }
        return true
    }

    private mutating func leaveOutUnplaced(_ memory: BlockMemory) {
        let total = count
        isSorted = true
        count = 0
        for index in 0..<total where memory.segments[index].placement.rule >= 0 { append(Int32(index)) }
    }

    private mutating func append(_ index: Int32) {
        indices[capacity + count] = index
        count &+= 1
    }

    // MARK: - Sorting

    /// A loop's instance in the block, with what stands in it: segments, and instances of inner loops (`inner`), which
    /// stand where the guide has their first segment, also when that one came late.
    private struct Instance {
        var items: [(rule: Int32, index: Int32, inner: Int32)] = []
    }

    private mutating func sort(_ memory: BlockMemory, _ map: ModelMap) {
        var instances: [Int32: Instance] = [instance: Instance()]
        // The instance that was opened last for each loop.
        var open: [Int32: Int32] = [loop: instance]
        for index in 0..<count {
            let placement = memory.segments[index].placement
            guard placement.rule >= 0 else { continue }
            let own = map.rules[Int(placement.rule)].loop
            if placement.remarks.contains(.opensLoop), placement.loopInstance != instance {
                guard let parent = open[map.parents[Int(own)]] else { continue }
                let first = Int32(map.guide.loops[Int(own)].segments.first ?? Int(placement.rule))
                instances[parent]?.items.append((first, Int32(index), placement.loopInstance))
                instances[placement.loopInstance] = Instance(items: [(placement.rule, Int32(index), 0)])
                open[own] = placement.loopInstance
                for inner in open.keys where inner > own && isInside(inner, own, map) { open[inner] = nil }
            } else {
                instances[placement.loopInstance]?.items.append((placement.rule, Int32(index), 0))
            }
        }
        isSorted = true
        count = 0
        emit(instance, instances)
    }

    private mutating func emit(_ number: Int32, _ instances: [Int32: Instance]) {
        guard let items = instances[number]?.items else { return }
        for item in items.sorted(by: { ($0.rule, $0.index) < ($1.rule, $1.index) }) {
            if item.inner > 0 { emit(item.inner, instances) } else { append(item.index) }
        }
    }

    private func isInside(_ inner: Int32, _ outer: Int32, _ map: ModelMap) -> Bool {
        var loop = inner
        while loop > outer { loop = map.parents[Int(loop)] }
        return loop == outer
    }

    // MARK: - Room

    private mutating func grow(to needed: Int) {
        guard needed > capacity else { return }
        indices.deallocate()
        while capacity < needed { capacity *= 2 }
        indices = Self.identity(capacity)
    }

    private static func identity(_ capacity: Int) -> UnsafeMutablePointer<Int32> {
        let indices = UnsafeMutablePointer<Int32>.allocate(capacity: 4 * capacity)
        for index in 0..<capacity {
            (indices + index).initialize(to: Int32(index))
        }
        (indices + capacity).initialize(repeating: 0, count: 3 * capacity)
        return indices
    }
}
