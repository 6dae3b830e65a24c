internal import X12Models

/// Subscribers under whom nothing follows.
struct EmptySubscribers: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    /// What came.
    enum Excerpt: Sendable {
        case subscriber, content, end
    }

    private var isOpen = false

    init() {}

    static func excerpt(of level: BillingProvider) -> Excerpt? { .end }
    static func excerpt(of level: Subscriber) -> Excerpt? { .subscriber }
    static func excerpt(of level: Patient) -> Excerpt? { .content }
    static func excerpt(of claim: Claim, _ context: ClaimContext) -> Excerpt? { .content }
    static func excerpt(of trailer: TransactionTrailer) -> Excerpt? { .end }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        if excerpt != .content, isOpen { findings.addAtKept() }
        isOpen = excerpt == .subscriber
        if isOpen { findings.keep("hierarchicalLevel") }
    }
}
