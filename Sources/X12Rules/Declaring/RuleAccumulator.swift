public import X12Models

/// A check that needs more than one claim or payment: sums over a set, numbers that come again.
///
/// It works in two steps, so that claims may be looked at side by side and the outcome is the same as one after the
/// other: an *excerpt* is taken of each part by itself, and the excerpts are added in the order of the input. Excerpts
/// are small; what is remembered of them must not grow with the input without a bound.
public protocol RuleAccumulator: Sendable {
    /// What is needed of one part.
    associatedtype Excerpt: Sendable

    /// How far the memory reaches: it is made anew for each set, interchange or input.
    static var span: RuleSpan { get }

    /// Begins with nothing.
    init()

    /// What is needed of the head of a set of claims.
    static func excerpt(of header: ClaimHeader) -> Excerpt?
    /// What is needed of a billing provider.
    static func excerpt(of level: BillingProvider) -> Excerpt?
    /// What is needed of a subscriber.
    static func excerpt(of level: Subscriber) -> Excerpt?
    /// What is needed of a patient who is not the subscriber.
    static func excerpt(of level: Patient) -> Excerpt?
    /// What is needed of the end of a set of claims.
    static func excerpt(of trailer: TransactionTrailer) -> Excerpt?
    /// What is needed of a claim.
    static func excerpt(of claim: Claim, _ context: ClaimContext) -> Excerpt?
    /// What is needed of the head of a remittance.
    static func excerpt(of header: RemittanceHeader) -> Excerpt?
    /// What is needed of a header number with its provider summary.
    static func excerpt(of group: RemittanceGroup) -> Excerpt?
    /// What is needed of a claim's payment.
    static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt?
    /// What is needed of the end of a remittance.
    static func excerpt(of trailer: RemittanceTrailer) -> Excerpt?
    /// What is needed of what is asked about a person's coverage.
    static func excerpt(of inquiry: EligibilityInquiry) -> Excerpt?
    /// What is needed of who sent claims, and what became of them all.
    static func excerpt(of level: AcknowledgementReceiver) -> Excerpt?
    /// What is needed of a billing provider whose claims are answered.
    static func excerpt(of level: AcknowledgedProvider) -> Excerpt?
    /// What is needed of a patient whose claims are answered.
    static func excerpt(of patient: PatientAcknowledgement) -> Excerpt?
    /// What is needed of the head of an answer to a group.
    static func excerpt(of header: ImplementationAcknowledgementHeader) -> Excerpt?
    /// What is needed of the answer to a transaction set.
    static func excerpt(of answer: TransactionSetResponse) -> Excerpt?
    /// What is needed of the end of an answer to a group.
    static func excerpt(of trailer: ImplementationAcknowledgementTrailer) -> Excerpt?

    /// Adds what was taken of the part being looked at; paths of findings begin at that part.
    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings)

    // Of each part the excerpt is taken and added. Nobody has to say how; these stand here so that it is compiled for the type of
    // each rule. By way of any type, what its excerpt is would be looked up for each part of the input.

    /// Takes the head of a set of claims.
    mutating func take(_ part: ClaimHeader, _ findings: inout RuleFindings)
    /// Takes a billing provider.
    mutating func take(_ part: BillingProvider, _ findings: inout RuleFindings)
    /// Takes a subscriber.
    mutating func take(_ part: Subscriber, _ findings: inout RuleFindings)
    /// Takes a patient who is not the subscriber.
    mutating func take(_ part: Patient, _ findings: inout RuleFindings)
    /// Takes the end of a set of claims.
    mutating func take(_ part: TransactionTrailer, _ findings: inout RuleFindings)
    /// Takes a claim.
    mutating func take(_ part: Claim, _ context: ClaimContext, _ findings: inout RuleFindings)
    /// Takes the head of a remittance.
    mutating func take(_ part: RemittanceHeader, _ findings: inout RuleFindings)
    /// Takes a claim's payment.
    mutating func take(_ part: ClaimPayment, _ levels: RemittanceLevels, _ findings: inout RuleFindings)
    /// Takes the end of a remittance.
    mutating func take(_ part: RemittanceTrailer, _ findings: inout RuleFindings)
    /// Takes a header number with its provider summary.
    mutating func take(_ part: RemittanceGroup, _ findings: inout RuleFindings)
    /// Takes what is asked about a person's coverage.
    mutating func take(_ part: EligibilityInquiry, _ findings: inout RuleFindings)
    /// Takes who sent claims.
    mutating func take(_ part: AcknowledgementReceiver, _ findings: inout RuleFindings)
    /// Takes a billing provider whose claims are answered.
    mutating func take(_ part: AcknowledgedProvider, _ findings: inout RuleFindings)
    /// Takes a patient whose claims are answered.
    mutating func take(_ part: PatientAcknowledgement, _ findings: inout RuleFindings)
    /// Takes the head of an answer to a group.
    mutating func take(_ part: ImplementationAcknowledgementHeader, _ findings: inout RuleFindings)
    /// Takes the answer to a transaction set.
    mutating func take(_ part: TransactionSetResponse, _ findings: inout RuleFindings)
    /// Takes the end of an answer to a group.
    mutating func take(_ part: ImplementationAcknowledgementTrailer, _ findings: inout RuleFindings)
}

/// How far an accumulated rule looks.
public enum RuleSpan: Sendable {
    /// One transaction set.
    case transactionSet
    /// One interchange.
    case interchange
    /// The whole input.
    case input
}

extension RuleAccumulator {
    /// Nothing.
    public static func excerpt(of header: ClaimHeader) -> Excerpt? { nil }
    /// Nothing.
    public static func excerpt(of level: BillingProvider) -> Excerpt? { nil }
    /// Nothing.
    public static func excerpt(of level: Subscriber) -> Excerpt? { nil }
    /// Nothing.
    public static func excerpt(of level: Patient) -> Excerpt? { nil }
    /// Nothing.
    public static func excerpt(of trailer: TransactionTrailer) -> Excerpt? { nil }
    /// Nothing.
    public static func excerpt(of claim: Claim, _ context: ClaimContext) -> Excerpt? { nil }
    /// Nothing.
    public static func excerpt(of header: RemittanceHeader) -> Excerpt? { nil }
    /// Nothing.
    public static func excerpt(of payment: ClaimPayment, _ levels: RemittanceLevels) -> Excerpt? { nil }
    /// Nothing.
    public static func excerpt(of trailer: RemittanceTrailer) -> Excerpt? { nil }
    /// Nothing.
    public static func excerpt(of group: RemittanceGroup) -> Excerpt? { nil }
    /// Nothing.
    public static func excerpt(of inquiry: EligibilityInquiry) -> Excerpt? { nil }
    /// Nothing.
    public static func excerpt(of level: AcknowledgementReceiver) -> Excerpt? { nil }
    /// Nothing.
    public static func excerpt(of level: AcknowledgedProvider) -> Excerpt? { nil }
    /// Nothing.
    public static func excerpt(of patient: PatientAcknowledgement) -> Excerpt? { nil }
    /// Nothing.
    public static func excerpt(of header: ImplementationAcknowledgementHeader) -> Excerpt? { nil }
    /// Nothing.
    public static func excerpt(of answer: TransactionSetResponse) -> Excerpt? { nil }
    /// Nothing.
    public static func excerpt(of trailer: ImplementationAcknowledgementTrailer) -> Excerpt? { nil }
}
