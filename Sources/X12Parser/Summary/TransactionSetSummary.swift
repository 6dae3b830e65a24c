internal import X12Text

/// What one transaction set holds, counted by segment identifiers alone, so that it is known also for sets
/// whose guide is not.
public struct TransactionSetSummary: Hashable, Sendable {
    /// The transaction set control number (ST02).
    public internal(set) var controlNumber = ""
    /// The transaction set identifier (ST01: `837`, `835`).
    public internal(set) var identifier = ""
    /// How many segments were read from ST to SE, both counted.
    public internal(set) var segments = 0
    /// How many claims (CLM) or claim payments (CLP); 0 in sets that hold neither.
    public internal(set) var claims = 0
    /// How many service lines: SV1, SV2 and SV3 of an 837, SVC of an 835.
    public internal(set) var serviceLines = 0
    /// The sum of the charges (CLM02, CLP03).
    public internal(set) var charges = MoneyTotal()
    /// The sum of what was paid on the claims (CLP04); stays 0 in an 837.
    public internal(set) var paid = MoneyTotal()
    /// What the payment moves (BPR02): its only item in an 835, no item elsewhere.
    public internal(set) var payment = MoneyTotal()

    /// Creates a summary of nothing.
    public init() {}

    /// Whether the set holds claims (837) or claim payments (835), so that claims and money mean something.
    public var kind: Kind {
        switch identifier {
        case "837": .claims
        case "835": .payments
        default: .other
        }
    }

    /// What a transaction set is about, as far as a summary tells sets apart.
    public enum Kind: Hashable, Sendable {
        /// Claims: 837.
        case claims
        /// Claim payments: 835.
        case payments
        /// Anything else.
        case other
    }

    /// Adds another set's counts and sums; the identifiers stay.
    public mutating func add(_ other: TransactionSetSummary) {
        segments += other.segments
        claims += other.claims
        serviceLines += other.serviceLines
        charges.add(other.charges)
        paid.add(other.paid)
        payment.add(other.payment)
    }

    mutating func count(_ segment: borrowing SegmentView) {
        segments += 1
        switch (kind, segment.identifier) {
        case (.claims, "CLM"):
            claims += 1
            charges.add(segment[2])
        case (.claims, "SV1"), (.claims, "SV2"), (.claims, "SV3"), (.payments, "SVC"):
            serviceLines += 1
        case (.payments, "CLP"):
            claims += 1
            charges.add(segment[3])
            paid.add(segment[4])
        case (.payments, "BPR"):
            payment.add(segment[2])
        default: break
        }
    }
}
