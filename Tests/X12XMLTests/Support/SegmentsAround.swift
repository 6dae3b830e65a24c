import X12Parser

/// Counts the segments that stand around a block: envelopes, the set's header, the levels above.
struct SegmentsAround {
    /// How many there are.
    var count: Int { envelope.values.reduce(header, +) + levels.values.reduce(0, +) }

    private var envelope: [String: Int] = [:]
    private var header = 0
    /// By loop: one further inside has a higher number.
    private var levels: [Int: Int] = [:]

    /// Goes on to a block; what it ends stands around nothing any more.
    mutating func enter(_ block: borrowing Block) {
        switch block.kind {
        case .interchange: envelope = ["ISA": block.count]
        case .group: envelope["GS"] = block.count
        case .header:
            header = block.count
            levels = [:]
        case .level(let loop):
            levels = levels.filter { $0.key < loop }
            levels[loop] = block.count
        default: break
        }
    }
}
