/// One rule of levels 3 to 7: what it checks and why, what is said when it is broken, and the check itself.
///
/// A rule is declared once, in the file of its family, and that is all there is to do: its tests, its page
/// (`x12 explain`), its acknowledgement codes and its line in the table of all rules come from the declaration.
/// <doc:WriteARule> shows how.
public struct Rule: Sendable {
    /// The stable id, as in the published catalogue: `837P-BAL-CLM02`.
    public let id: String
    /// The WEDI SNIP level, 3 to 7; 2 where the catalogue puts a rule that the grammar cannot say.
    public let level: Int
    /// The kind of transaction set it looks at.
    public let transaction: Transaction
    /// What must hold, in one sentence.
    public let demand: String
    /// Why it matters to whoever sends or reads the file.
    public let reason: String
    /// The ways in which it can be broken, each with its severity, words and codes.
    public let faults: [Fault]
    /// Where it comes from, and how sure that is.
    public let source: RuleSource
    /// It is asked only where one of these was sent; always when there are none.
    public let sent: [SentPlace]
    /// Whether it compares with another file (claims with their payments), and is asked only where that is at hand.
    public let needsCounterparts: Bool
    /// Whether it is asked only when it is switched on, by a payer's profile or a setting: nothing in a file tells whether it
    /// applies.
    public let isOptional: Bool
    /// It is silent where one of these rules has a finding in the same claim, level or payment.
    public let silentAfter: [String]
    /// It is silent where level 1 or 2 has an error in one of these: what it misses, or adds up, was sent and cannot be
    /// read, stands in the wrong place, or was reported as missing.
    public let reliesOn: [SentPlace]
    /// It adds up what is sent in these, and is silent where one of them has no room (there are too many) or stands in the
    /// wrong place, and so is not among what is added. Other errors in them leave the sum to be judged.
    public let addsUp: [SentPlace]
    /// Cases it passes, and cases that break it; made when they are asked for, which no check of a file does.
    public var examples: [RuleExample] { makeExamples() }
    /// The check.
    public let check: RuleCheck

    private let makeExamples: @Sendable () -> [RuleExample]

    /// Declares a rule.
    ///
    /// - Parameters:
    ///   - id: the stable id.
    ///   - level: the WEDI SNIP level.
    ///   - transaction: the kind of transaction set it looks at.
    ///   - demand: what must hold, in one sentence.
    ///   - reason: why it matters.
    ///   - faults: the ways in which it can be broken; a check names the one it found.
    ///   - source: where it comes from.
    ///   - sent: places of the guide without one of which the rule has nothing to look at (`2320`, `2400 SV5`).
    ///   - needsCounterparts: that it compares with another file (``Counterparts``).
    ///   - isOptional: that it is asked only when it is switched on.
    ///   - silentAfter: rules whose findings make this one's a mere consequence.
    ///   - reliesOn: places of the guide (`2300 REF F8`) in which an error makes this one's a mere consequence.
    ///   - addsUp: places of the guide (`2110 CAS`) that must all have been read for the sum to be judged.
    ///   - examples: cases, at least one for each fault.
    ///   - check: the check.
    public init(
        _ id: String, level: Int, _ transaction: Transaction, demand: String, reason: String,
        faults: [Fault], source: RuleSource, sent: [SentPlace] = [], needsCounterparts: Bool = false,
        isOptional: Bool = false, silentAfter: [String] = [], reliesOn: [SentPlace] = [],
        addsUp: [SentPlace] = [], examples: @autoclosure @escaping @Sendable () -> [RuleExample],
        check: RuleCheck
    ) {
        self.id = id
        self.level = level
        self.transaction = transaction
        self.demand = demand
        self.reason = reason
        self.source = source
        self.sent = sent
        self.needsCounterparts = needsCounterparts
        self.isOptional = isOptional
        self.silentAfter = silentAfter
        self.reliesOn = reliesOn
        self.addsUp = addsUp
        makeExamples = examples
        self.check = check
        self.faults = faults.map { $0.belonging(to: id, level, source.confidence) }
    }
}

extension Rule {
    /// The kinds of transaction sets that rules look at.
    public enum Transaction: String, Sendable, CaseIterable {
        /// Professional claims by 005010X222A1.
        case claim = "837P"
        /// Remittances by 005010X221A1.
        case remittance = "835"
        /// Eligibility inquiries by 005010X279A1.
        case eligibilityInquiry = "270"
        /// Eligibility answers by 005010X279A1.
        case eligibilityAnswer = "271"
        /// Claim acknowledgements by 005010X214.
        case claimAcknowledgement = "277CA"
        /// Answers to functional groups by 005010X231A1.
        case implementationAcknowledgement = "999"

        /// The identifier of the guide.
        public var guide: String {
            switch self {
            case .claim: "005010X222A1"
            case .remittance: "005010X221A1"
            case .eligibilityInquiry, .eligibilityAnswer: "005010X279A1"
            case .claimAcknowledgement: "005010X214"
            case .implementationAcknowledgement: "005010X231A1"
            }
        }

        /// What ST01 says.
        public var setIdentifier: String {
            switch self {
            case .claim: "837"
            case .claimAcknowledgement: "277"
            default: rawValue
            }
        }
    }
}
