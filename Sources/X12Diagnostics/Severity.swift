/// How much a finding matters.
public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
    /// A remark on how the data was understood.
    case info
    /// Reported and accepted.
    case warning
    /// A payer would reject the claim, the set or the interchange.
    case error
    /// The interchange cannot be read on.
    case fatal

    /// Info is the least, fatal the most.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        case .fatal: 3
        }
    }
}
