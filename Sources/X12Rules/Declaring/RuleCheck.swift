public import X12Models

/// What a rule looks at, and how.
///
/// A check is given a part, what stands around it, and a list to put findings on. It looks at nothing else: no file, no
/// clock, no other claim. Where something it needs was not sent or cannot be read, it says nothing.
public enum RuleCheck: Sendable {
    /// The head of a set of claims.
    case claimHeader(@Sendable (ClaimHeader, ClaimLevels, inout RuleFindings) -> Void)
    /// A billing provider, once for all claims under it.
    case billingProvider(@Sendable (BillingProvider, ClaimLevels, inout RuleFindings) -> Void)
    /// A subscriber with the payer, once for all claims under it.
    case subscriber(@Sendable (Subscriber, ClaimLevels, inout RuleFindings) -> Void)
    /// A patient who is not the subscriber.
    case patient(@Sendable (Patient, ClaimLevels, inout RuleFindings) -> Void)
    /// A claim.
    case claim(@Sendable (Claim, ClaimContext, inout RuleFindings) -> Void)
    /// The head of a remittance.
    case remittanceHeader(@Sendable (RemittanceHeader, RemittanceLevels, inout RuleFindings) -> Void)
    /// A header number with its provider summary.
    case remittanceGroup(@Sendable (RemittanceGroup, RemittanceLevels, inout RuleFindings) -> Void)
    /// A claim's payment.
    case claimPayment(@Sendable (ClaimPayment, RemittanceLevels, inout RuleFindings) -> Void)
    /// Provider-level adjustments and the end of a remittance.
    case remittanceTrailer(@Sendable (RemittanceTrailer, RemittanceLevels, inout RuleFindings) -> Void)
    /// Several parts together: sums of a set, numbers that come again in a file.
    case accumulated(any RuleAccumulator.Type)
    /// Who knows about coverage (2000A of 270 and 271).
    case informationSource(@Sendable (InformationSource, EligibilityLevels, inout RuleFindings) -> Void)
    /// Who asks about coverage (2000B of 270 and 271).
    case informationReceiver(@Sendable (InformationReceiver, EligibilityLevels, inout RuleFindings) -> Void)
    /// What is asked about a person.
    case inquiry(@Sendable (EligibilityInquiry, EligibilityLevels, inout RuleFindings) -> Void)
    /// What is told of a person.
    case response(@Sendable (EligibilityResponse, EligibilityLevels, inout RuleFindings) -> Void)
    /// Who sent claims, and what became of them all (2000B of a 277CA).
    case acknowledgementReceiver(
        @Sendable (AcknowledgementReceiver, AcknowledgementLevels, inout RuleFindings) -> Void)
    /// A billing provider whose claims are answered (2000C of a 277CA).
    case acknowledgedProvider(
        @Sendable (AcknowledgedProvider, AcknowledgementLevels, inout RuleFindings) -> Void)
    /// A patient whose claims are answered (2000D of a 277CA).
    case patientAcknowledgement(
        @Sendable (PatientAcknowledgement, AcknowledgementLevels, inout RuleFindings) -> Void)
    /// Which group a 999 answers.
    case groupAnswerHeader(
        @Sendable (ImplementationAcknowledgementHeader, AcknowledgementLevels, inout RuleFindings) -> Void)
    /// What became of one transaction set (2000 of a 999).
    case setAnswer(@Sendable (TransactionSetResponse, AcknowledgementLevels, inout RuleFindings) -> Void)
    /// What became of the group (AK9).
    case groupAnswerTrailer(
        @Sendable (ImplementationAcknowledgementTrailer, AcknowledgementLevels, inout RuleFindings) -> Void)
    /// A check that is asked only where one of these places of the guide was sent.
    indirect case whereSent([SentPlace], RuleCheck)
    /// The same rule at several places.
    case several([RuleCheck])
}
