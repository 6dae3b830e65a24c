public import X12Text

/// What tables do not hold although it was sent, or hold in a way that nobody should post unseen.
public struct TableLosses: Hashable, Sendable {
    /// Segments that stand in no row, as nothing is known of them or they stand where nothing takes them.
    public internal(set) var segments = SegmentTally()
    /// Segments of claims, payments and persons that are in no cell; their rows count them in `unplacedSegments`.
    public internal(set) var unplacedSegments = SegmentTally()
    /// Amounts and numbers that could not be read: their cells are empty, which is not to be taken for nothing.
    public internal(set) var unreadableCount = 0
    /// Transaction sets, and answers to interchanges, that no tables are made of, and how many there are of each kind;
    /// not more than sixteen kinds.
    public internal(set) var otherSets: [OtherSet: Int] = [:]
    /// Payments that are not what their rows add up to.
    public internal(set) var unbalancedPayments = CountedList<UnbalancedPayment>()
    /// Claim payments that are not their charge less their adjustments.
    public internal(set) var unbalancedClaims = CountedList<UnbalancedClaim>()
    /// Payments whose trace number, payer (TRN03), amount and date came before, in this input or in one before it.
    public internal(set) var repeatedPayments = CountedList<RepeatedPayment>()

    /// Nothing lost.
    public init() {}

    /// Whether money or benefits may be missing in what is added up, or be there twice.
    ///
    /// Not so where nothing is left out but answers that have none: TA1, 997, 999, 277, 824.
    public var concernsMoney: Bool {
        segments.count > 0 || unplacedSegments.holdsMoney || unreadableCount > 0
            || unbalancedPayments.count > 0 || unbalancedClaims.count > 0 || repeatedPayments.count > 0
            || otherSets.keys.contains { !$0.isAnswer }
    }

    /// Segments that are in no table: how many, and those of them that hold money or benefits.
    public struct SegmentTally: Hashable, Sendable {
        /// How many segments there are.
        public internal(set) var count = 0
        /// How many of each identifier (`SVC`) hold money or benefits.
        public internal(set) var withMoney: [String: Int] = [:]

        var holdsMoney: Bool { !withMoney.isEmpty }

        private static let withMoney: Set<String> = [
            "AMT", "BPR", "CAS", "CLM", "CLP", "EB", "PLB", "SV1", "SVC", "SVD",
        ]

        mutating func add(_ identifier: String) {
            count += 1
            if Self.withMoney.contains(identifier) { withMoney[identifier, default: 0] += 1 }
        }
    }

    /// A kind of transaction set that no tables are made of.
    public struct OtherSet: Hashable, Sendable {
        /// What it is (ST01: `835`), or `TA1`.
        public let identifier: String
        /// The guide or release it follows (`004010X091A1`); `nil` where it does not say.
        public let guide: String?

        var isAnswer: Bool { ["TA1", "997", "999", "277", "824"].contains(identifier) }
    }

    /// A payment that is not what its claims are paid less its provider adjustments.
    public struct UnbalancedPayment: Hashable, Sendable {
        /// Its key in `payments.csv`.
        public let key: String
        /// What it is (BPR02); `nil` where that is not known.
        public let amount: ExactDecimal?
        /// What its rows add up to; `nil` where one of them has no amount.
        public let sum: ExactDecimal?
    }

    /// A claim payment that is not its charge less the adjustments of the claim and its lines.
    public struct UnbalancedClaim: Hashable, Sendable {
        /// Its key in `claim-payments.csv`.
        public let key: String
        /// What is paid (CLP04).
        public let paid: ExactDecimal
        /// What its charge (CLP03) less its adjustments (CAS) comes to; `nil` where one of them is not known.
        public let due: ExactDecimal?
    }

    /// A payment that came before.
    public struct RepeatedPayment: Hashable, Sendable {
        /// Its key in `payments.csv`.
        public let key: String
        /// The key of the one that came first.
        public let firstKey: String
    }

    /// The first ten of many, and how many there are.
    public struct CountedList<Element: Hashable & Sendable>: Hashable, Sendable {
        /// How many there are.
        public private(set) var count = 0
        /// The first ten.
        public private(set) var first: [Element] = []

        mutating func add(_ element: Element) {
            count += 1
            if first.count < 10 { first.append(element) }
        }
    }
}
