internal import X12Diagnostics

/// The findings of a block, handed out segment by segment.
struct SegmentRemarks {
    /// The findings, by the segments they are about.
    let all: [Finding]
    private var next = 0
    /// Findings on segments before the block's, or between two of its own.
    private var others: [Finding] = []

    /// Takes findings in any order.
    init(_ findings: [Finding]) {
        guard findings.count > 1 else {
            all = findings
            return
        }
        all = findings.enumerated().sorted { left, right in
            (left.element.location.segment, left.offset) < (right.element.location.segment, right.offset)
        }.map(\.element)
    }

    /// Takes the findings on a segment; with the block's last, those on segments of other blocks too.
    mutating func take(on ordinal: Int, isLast: Bool) -> [Finding] {
        guard next < all.count || !others.isEmpty else { return [] }
        var own: [Finding] = []
        while next < all.count, isLast || all[next].location.segment <= ordinal {
            if all[next].location.segment == ordinal {
                own.append(all[next])
            } else {
                others.append(all[next])
            }
            next += 1
        }
        guard isLast else { return own }
        defer { others = [] }
        return own + others
    }
}
