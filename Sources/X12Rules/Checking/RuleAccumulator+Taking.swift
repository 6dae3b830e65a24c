public import X12Models

/// From a part to what an accumulated rule makes of it.
extension RuleAccumulator {
    /// Takes an excerpt that was made, if there is one.
    private mutating func take(_ excerpt: Excerpt?, _ found: inout RuleFindings) {
        if let excerpt { add(excerpt, to: &found) }
    }

    /// Adds the excerpt of the head of a set of claims.
    public mutating func take(_ part: ClaimHeader, _ findings: inout RuleFindings) {
        take(Self.excerpt(of: part), &findings)
    }

    /// Adds the excerpt of a billing provider.
    public mutating func take(_ part: BillingProvider, _ findings: inout RuleFindings) {
        take(Self.excerpt(of: part), &findings)
    }

    /// Adds the excerpt of a subscriber.
    public mutating func take(_ part: Subscriber, _ findings: inout RuleFindings) {
        take(Self.excerpt(of: part), &findings)
    }

    /// Adds the excerpt of a patient who is not the subscriber.
    public mutating func take(_ part: Patient, _ findings: inout RuleFindings) {
        take(Self.excerpt(of: part), &findings)
    }

    /// Adds the excerpt of the end of a set of claims.
    public mutating func take(_ part: TransactionTrailer, _ findings: inout RuleFindings) {
        take(Self.excerpt(of: part), &findings)
    }

    /// Adds the excerpt of a claim.
    public mutating func take(_ part: Claim, _ context: ClaimContext, _ findings: inout RuleFindings) {
        take(Self.excerpt(of: part, context), &findings)
    }

    /// Adds the excerpt of the head of a remittance.
    public mutating func take(_ part: RemittanceHeader, _ findings: inout RuleFindings) {
        take(Self.excerpt(of: part), &findings)
    }

    /// Adds the excerpt of a claim's payment.
    public mutating func take(
        _ part: ClaimPayment, _ levels: RemittanceLevels, _ findings: inout RuleFindings
    ) {
        take(Self.excerpt(of: part, levels), &findings)
    }

    /// Adds the excerpt of the end of a remittance.
    public mutating func take(_ part: RemittanceTrailer, _ findings: inout RuleFindings) {
        take(Self.excerpt(of: part), &findings)
    }

    /// Adds the excerpt of a header number with its provider summary.
    public mutating func take(_ part: RemittanceGroup, _ findings: inout RuleFindings) {
        take(Self.excerpt(of: part), &findings)
    }

    /// Adds the excerpt of what is asked about a person's coverage.
    public mutating func take(_ part: EligibilityInquiry, _ findings: inout RuleFindings) {
        take(Self.excerpt(of: part), &findings)
    }

    /// Adds the excerpt of who sent claims.
    public mutating func take(_ part: AcknowledgementReceiver, _ findings: inout RuleFindings) {
        take(Self.excerpt(of: part), &findings)
    }

    /// Adds the excerpt of a billing provider whose claims are answered.
    public mutating func take(_ part: AcknowledgedProvider, _ findings: inout RuleFindings) {
        take(Self.excerpt(of: part), &findings)
    }

    /// Adds the excerpt of a patient whose claims are answered.
    public mutating func take(_ part: PatientAcknowledgement, _ findings: inout RuleFindings) {
        take(Self.excerpt(of: part), &findings)
    }

    /// Adds the excerpt of the head of an answer to a group.
    public mutating func take(_ part: ImplementationAcknowledgementHeader, _ findings: inout RuleFindings) {
        take(Self.excerpt(of: part), &findings)
    }

    /// Adds the excerpt of the answer to a transaction set.
    public mutating func take(_ part: TransactionSetResponse, _ findings: inout RuleFindings) {
        take(Self.excerpt(of: part), &findings)
    }

    /// Adds the excerpt of the end of an answer to a group.
    public mutating func take(_ part: ImplementationAcknowledgementTrailer, _ findings: inout RuleFindings) {
        take(Self.excerpt(of: part), &findings)
    }
}
