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
    /// How many people are asked about (270) or told of (271): dependents, and subscribers who are more than the head
    /// of dependents.
    public internal(set) var people = 0
    /// How many benefits are asked about (EQ of a 270) or told of (EB of a 271).
    public internal(set) var benefits = 0
    /// How many reasons are given why something could not be answered (AAA of a 271).
    public internal(set) var rejections = 0
    /// What the payment moves (BPR02): its only item in an 835, no item elsewhere.
    public internal(set) var payment = MoneyTotal()
    /// The sum of the provider-level adjustments (PLB04, 06, 08, 10, 12, 14) of an 835, with the sign they were sent with: what
    /// is above zero was kept back from the payment. ``paid`` less this is ``payment``.
    public internal(set) var providerAdjustments = MoneyTotal()
    /// Whether a subscriber's level is open that promises dependents and has said nothing yet.
    private var isHeadOfDependents = false

    /// Creates a summary of nothing.
    public init() {}

    /// How many amounts are in none of the sums, since they are no numbers or are left out where one is needed.
    public var unreadableAmounts: Int {
        [charges, paid, providerAdjustments, payment].reduce(0) { $0 + $1.unreadable }
    }

    /// What the set holds, so which of the counts and sums mean something.
    public var kind: Kind {
        switch identifier {
        case "837": .claims
        case "835": .payments
        case "270": .inquiries
        case "271": .responses
        default: .other
        }
    }

    /// What a transaction set is about, as far as a summary tells sets apart.
    public enum Kind: Hashable, Sendable {
        /// Claims: 837.
        case claims
        /// Claim payments: 835.
        case payments
        /// Eligibility inquiries: 270.
        case inquiries
        /// Eligibility responses: 271.
        case responses
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
        providerAdjustments.add(other.providerAdjustments)
        people += other.people
        benefits += other.benefits
        rejections += other.rejections
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
        case (.payments, "PLB"):
            countProviderAdjustments(segment)
        case (.inquiries, _), (.responses, _): countEligibility(segment)
        default: break
        }
    }

    /// Adds the amounts of a PLB, each of which stands behind its reason; the last ones may be left out.
    private mutating func countProviderAdjustments(_ segment: borrowing SegmentView) {
        for reason in stride(from: 3, through: 13, by: 2)
        where !segment[reason].isEmpty || !segment[reason + 1].isEmpty {
            providerAdjustments.add(segment[reason + 1])
        }
    }

    /// Counts people as the models do: a subscriber's level with dependents is a person's own only when it says more
    /// than whom they belong to.
    private mutating func countEligibility(_ segment: borrowing SegmentView) {
        switch segment.identifier {
        case "HL":
            isHeadOfDependents = segment[3].string == "22" && segment[4].string == "1"
            if ["22", "23"].contains(segment[3].string), !isHeadOfDependents { people += 1 }
            return
        case "EQ", "EB": benefits += 1
        case "AAA": rejections += 1
        default: return
        }
        if isHeadOfDependents { people += 1 }
        isHeadOfDependents = false
    }
}
