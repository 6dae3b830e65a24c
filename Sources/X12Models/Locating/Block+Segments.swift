internal import X12Parser

/// A block as those see it who look for places in it.
extension Block {
    /// Its segments, to be looked at in any order.
    var segments: [BlockSegment] { (0..<count).map { self[$0] } }

    /// Whether it stands for the set itself, not for a loop in it.
    var isLoopless: Bool {
        switch kind {
        case .level, .unit: false
        default: true
        }
    }
}
