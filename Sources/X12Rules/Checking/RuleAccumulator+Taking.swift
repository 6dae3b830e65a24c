internal import X12Models

/// From a part to what an accumulated rule makes of it.
extension RuleAccumulator {
    /// Takes an excerpt that was made, if there is one.
    mutating func take(_ excerpt: Excerpt?, _ found: inout RuleFindings) {
        if let excerpt { add(excerpt, to: &found) }
    }

    mutating func take(_ part: ClaimHeader, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    mutating func take(_ part: BillingProvider, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    mutating func take(_ part: Subscriber, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    mutating func take(_ part: Patient, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    mutating func take(_ part: TransactionTrailer, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    mutating func take(_ part: Claim, _ context: ClaimContext, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part, context), &found)
    }

    mutating func take(_ part: RemittanceHeader, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    mutating func take(
        _ part: ClaimPayment, _ levels: RemittanceLevels, _ found: inout RuleFindings
    ) {
        take(Self.excerpt(of: part, levels), &found)
    }

    mutating func take(_ part: RemittanceTrailer, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    mutating func take(_ part: RemittanceGroup, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    mutating func take(_ part: EligibilityInquiry, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    mutating func take(_ part: AcknowledgementReceiver, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    mutating func take(_ part: AcknowledgedProvider, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    mutating func take(_ part: PatientAcknowledgement, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    mutating func take(_ part: ImplementationAcknowledgementHeader, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    mutating func take(_ part: TransactionSetResponse, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }

    mutating func take(_ part: ImplementationAcknowledgementTrailer, _ found: inout RuleFindings) {
        take(Self.excerpt(of: part), &found)
    }
}
