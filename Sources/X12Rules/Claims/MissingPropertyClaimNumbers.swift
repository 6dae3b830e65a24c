internal import X12Models

/// Claims on a car's, a liability or a workers' compensation insurance without its claim number (REF*Y4).
///
/// The number belongs to the subscriber or the patient, so it is missed once, at the first of their claims.
struct MissingPropertyClaimNumbers: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    /// A claim that lacks it.
    struct Excerpt: Sendable {
        let kind: ClaimFilingIndicator
        let level: Level
    }

    /// The levels that the number is sent with, by their numbers (HL01).
    struct Level: Sendable, Equatable {
        let subscriber: String?
        let patient: String?
    }

    private var last: Level?

    init() {}

    static func excerpt(of claim: Claim, _ context: ClaimContext) -> Excerpt? {
        guard let kind = context.levels.filingIndicator,
            kind == .automobile || kind == .liability || kind == .workersCompensation,
            let subscriber = context.levels.subscriber
        else { return nil }
        let patient = context.levels.patient
        guard subscriber.person?.propertyCasualtyClaimNumber == nil,
            patient?.person?.propertyCasualtyClaimNumber == nil
        else { return nil }
        return Excerpt(
            kind: kind,
            level: Level(
                subscriber: subscriber.hierarchicalLevel?.identifier,
                patient: patient?.hierarchicalLevel?.identifier))
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        defer { last = excerpt.level }
        if excerpt.level != last { findings.add(at: "", found: .code(excerpt.kind.rawValue)) }
    }
}
