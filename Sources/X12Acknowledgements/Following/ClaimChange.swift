/// Whether a claim is new or changes one before (CLM05-3, CLP09).
enum ClaimChange: UInt8, Sendable {
    case none, new, replacement, void

    init(_ code: String?) {
        self =
            switch code {
            case "7": .replacement
            case "8": .void
            case .some: .new
            case nil: .none
            }
    }

    /// The code of a claim; a new one is `1`, whatever else was sent.
    var code: String {
        switch self {
        case .none: ""
        case .new: "1"
        case .replacement: "7"
        case .void: "8"
        }
    }

    /// Whether it stands in the place of an earlier claim.
    var isChange: Bool { self == .replacement || self == .void }
}
