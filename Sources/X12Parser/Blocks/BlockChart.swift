internal import X12Grammar

/// Where the segments and loops of a block stand, noted once, so that places are looked up and not looked for.
///
/// One claim or payment may have as many findings as it has lines: looking for the place of each from the block's
/// beginning would take the square of their number. Whoever asks for several places of a block keeps its chart.
package final class BlockChart {
    /// The block's segments.
    package let segments: [BlockSegment]
    /// The block's own loop; 0 where it stands for the set itself.
    package let outermost: Int
    private let shared: SharedGuide
    /// The segments of each rule in each instance of its loop, in order.
    private var placed: [Stand: [Int]] = [:]
    /// Those that open a loop directly inside an instance of another.
    private var inner: [Stand: [Int]] = [:]
    /// The openers of each loop, in order.
    private var openers: [[Int]]
    /// The number of each of these since the loop around was opened, from 1.
    private var openerNumbers: [[Int]]
    /// Of segments that stand beside each other, how many entries they and those before hold, by the first of them.
    private var entryEnds: [Int: [Int]] = [:]

    /// A rule, or a loop, and the instance of the loop around.
    private struct Stand: Hashable {
        var index: Int
        var instance: Int32
    }

    /// A chart of a block; `nil` where no guide placed its segments.
    package init?(_ block: borrowing Block) {
        guard let shared = block.shared, block.count > 0 else { return nil }
        self.shared = shared
        let guide = shared.guide
        segments = (0..<block.count).map { block[$0] }
        let first = segments[0].placement
        outermost = block.isLoopless || first.rule < 0 ? 0 : guide.segments[Int(first.rule)].loop
        openers = Array(repeating: [], count: guide.loops.count)
        openerNumbers = openers
        fill(guide)
    }

    private func fill(_ guide: Guide) {
        var open = [outermost: segments[0].placement.loopInstance]
        var numbers = Array(repeating: 0, count: guide.loops.count)
        for (index, segment) in segments.enumerated() {
            let placement = segment.placement
            guard placement.rule >= 0 else { continue }
            let rule = Int(placement.rule)
            placed[Stand(index: rule, instance: placement.loopInstance), default: []].append(index)
            guard placement.remarks.contains(.opensLoop) else { continue }
            let loop = guide.segments[rule].loop
            open[loop] = placement.loopInstance
            numbers[loop] += 1
            for child in guide.loops[loop].children { numbers[child] = 0 }
            openers[loop].append(index)
            openerNumbers[loop].append(numbers[loop])
            let parent = guide.loops[loop].parent
            let around = parent == outermost ? Self.any : open[parent] ?? Self.none
            inner[Stand(index: loop, instance: around), default: []].append(index)
        }
    }

    /// Stands for the instance of the block's own loop, of which there is one, and for none.
    private static let any = Int32.min
    private static let none = Int32.min + 1

    // MARK: - Asking

    /// The segments of some rules of a loop in an instance of it, in order.
    package func segments(of rules: [Int], in instance: Int32) -> [Int] {
        let all = rules.compactMap { placed[Stand(index: $0, instance: instance)] }
        return all.count > 1 ? all.joined().sorted() : all.first ?? []
    }

    /// The segments that open a loop inside an instance of the loop around it.
    package func openers(of loop: Int, in instance: Int32) -> [Int] {
        let isOutermost = shared.guide.loops[loop].parent == outermost
        return inner[Stand(index: loop, instance: isOutermost ? Self.any : instance)] ?? []
    }

    /// How many entries each of some segments and those before it hold together; `count` counts those of one.
    package func entryEnds(of alike: [Int], _ count: (BlockSegment) -> Int) -> [Int] {
        guard let first = alike.first else { return [] }
        if let known = entryEnds[first] { return known }
        var ends: [Int] = []
        ends.reserveCapacity(alike.count)
        for index in alike { ends.append((ends.last ?? 0) + count(segments[index])) }
        entryEnds[first] = ends
        return ends
    }

    /// The last opener of a loop at or before a segment, and its number since the loop around was opened, from 1;
    /// the segment itself, and 0, where there is none.
    package func opener(of loop: Int, upTo index: Int) -> (index: Int, number: Int) {
        let before = openerCount(of: loop, upTo: index)
        guard before > 0 else { return (index, 0) }
        let last = openers[loop][before - 1]
        let parent = shared.guide.loops[loop].parent
        let around = parent < 0 ? 0 : openerCount(of: parent, upTo: index)
        let isClosed = around > 0 && openers[parent][around - 1] > last
        return (last, isClosed ? 0 : openerNumbers[loop][before - 1])
    }

    /// The last opener of a loop with this identifier at or before a segment; `nil` where there is none.
    package func opener(ofLoopNamed identifier: String, upTo index: Int) -> Int? {
        let last = loops(named: identifier).compactMap { loop in
            let before = openerCount(of: loop, upTo: index)
            return before > 0 ? openers[loop][before - 1] : nil
        }
        return last.max()
    }

    /// How many segments up to one open a loop with this identifier.
    package func openerCount(ofLoopNamed identifier: String, upTo index: Int) -> Int {
        loops(named: identifier).reduce(0) { $0 + openerCount(of: $1, upTo: index) }
    }

    private func loops(named identifier: String) -> [Int] {
        shared.loopIdentifiers.indices.filter { shared.loopIdentifiers[$0] == identifier }
    }

    /// How many segments up to one open a loop.
    private func openerCount(of loop: Int, upTo index: Int) -> Int {
        openers[loop].place(of: index + 1)
    }
}

extension Block {
    /// Whether it stands for the set itself, not for a loop in it.
    package var isLoopless: Bool {
        switch kind {
        case .level, .unit: false
        default: true
        }
    }
}

extension [Int] {
    /// Where a number stands in a list of numbers that go up; where it would stand, if it does not.
    package func place(of number: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
