/// What kind of transaction sets a file holds, and what follows from that.
public enum SubmissionKind: Hashable, Sendable {
    /// Professional claims (837P).
    case claims
    /// Eligibility inquiries (270).
    case inquiries
    /// Remittances (835), each a transaction set of its own.
    case remittances

    /// The ending of a file's name: the number of the transaction set.
    public var transactionSet: String {
        switch self {
        case .claims: "837"
        case .inquiries: "270"
        case .remittances: "835"
        }
    }

    /// What a functional group of them is called (GS01).
    var functionalIdentifier: String {
        switch self {
        case .claims: "HC"
        case .inquiries: "HS"
        case .remittances: "HP"
        }
    }

    /// The guide that is written (GS08).
    var guide: String {
        switch self {
        case .claims: "005010X222A1"
        case .inquiries: "005010X279A1"
        case .remittances: "005010X221A1"
        }
    }
}
