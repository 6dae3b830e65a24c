/// Where a claim that was sent stands, as far as what came back says.
public enum ClaimState: String, CaseIterable, Sendable {
    /// Nothing came back about it.
    case notAnswered
    /// Its interchange (TA1), set (999) or batch (277CA) was taken; nothing is said of the claim itself.
    case received
    /// It was taken by itself (277CA, or 277 of category A).
    case accepted
    /// It was refused before anybody decided on it: TA1, 999, 277CA, or 277 of category A3 to A8.
    case rejected
    /// The payer cannot find it (277 of category D0).
    case notFound
    /// The payer has it and has not decided: 277 of category P or R, CLP02 of 23 or 25.
    case pending
    /// A status (277 of category F) says that it is decided, and no remittance says how.
    case decided
    /// The payer decided to pay nothing, or says so (277 of F2).
    case denied
    /// The payer decided on all of it; what it does not pay is the patient's, or was to be expected.
    case paid
    /// The payer paid, but not for all services, or has not decided on all of the charge.
    case paidInPart
    /// The payer took its decision back (CLP02 of 22), and no other came.
    case reversed
    /// A later claim of ours stands in its place: CLM05-3 of 7, or the same claim sent again.
    case replaced
    /// A later claim of ours takes it back (CLM05-3 of 8); or this one did so.
    case voided

    /// Whether nothing more is to come of it: the payer decided, or a later claim stands in its place.
    public var isFinal: Bool {
        switch self {
        case .denied, .paid, .paidInPart, .replaced, .voided: true
        case .notAnswered, .received, .accepted, .rejected, .notFound, .pending, .decided, .reversed: false
        }
    }

    /// Whether somebody has to do something, however long it has been.
    public var asksForWork: Bool {
        switch self {
        case .rejected, .notFound, .decided, .denied, .paidInPart, .reversed: true
        case .notAnswered, .received, .accepted, .pending, .paid, .replaced, .voided: false
        }
    }
}
