internal import X12Grammar
internal import X12Parser

/// What a ``ModelReader`` asks, for each block, of the guide that blocks follow.
final class FollowedGuide: Sendable {
    /// Which models its sets have.
    enum Kind {
        case claims, remittance, inquiries, responses, implementationAcknowledgement, claimAcknowledgement,
            none
    }

    let shared: SharedGuide
    /// The guide's identifier (`005010X222A1`).
    let identifier: String
    let kind: Kind

    /// The 277 that answers claims; other 277 report on claims asked for.
    private static let claimAcknowledgement = "005010X214"

    init(_ shared: SharedGuide) {
        self.shared = shared
        identifier = shared.guide.identifier
        kind =
            switch shared.guide.transactionSet {
            case "837": .claims
            case "835": .remittance
            case "270": .inquiries
            case "271": .responses
            case "999": .implementationAcknowledgement
            case "277" where identifier == Self.claimAcknowledgement: .claimAcknowledgement
            default: .none
            }
    }

    /// Whether a loop has this identifier.
    func isLoop(_ loop: Int, _ identifier: String) -> Bool { shared.loopIdentifiers[loop] == identifier }
}
