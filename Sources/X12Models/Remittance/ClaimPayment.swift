public import X12Text

/// What a payer paid for one claim: loop 2100 with its service lines.
///
/// The payment is the charge less the adjustments of the claim and of its lines.
public struct ClaimPayment: BlockPart {
    /// The provider's own number of the claim (CLP01, 1 to 38 characters); `0` when the payer knows none.
    public var patientControlNumber: String?
    /// How the payer dealt with the claim (CLP02).
    public var status: ClaimPaymentStatus?
    /// What was charged (CLP03), in the remittance's currency; negative when a payment is taken back.
    public var chargeAmount: ExactDecimal?
    /// What was paid (CLP04); negative when a payment is taken back.
    public var paymentAmount: ExactDecimal?
    /// What the patient owes (CLP05); nil when nothing.
    public var patientResponsibilityAmount: ExactDecimal?
    /// The kind of insurance, as the payer sees it (CLP06).
    public var claimFilingIndicator: ClaimFilingIndicator?
    /// The payer's number of the claim (CLP07, 1 to 50 characters).
    public var payerClaimControlNumber: String?
    /// Place of service, or kind of facility as in the claim's bill type (CLP08, 1 to 2 characters).
    public var facilityType: String?
    /// Whether the claim was a first one, a replacement or a cancellation (CLP09).
    public var claimFrequency: ClaimFrequency?
    /// The diagnosis related group by which an inpatient claim was paid (CLP11, 1 to 4 characters).
    public var drgCode: String?
    /// Weight of the diagnosis related group (CLP12).
    public var drgWeight: ExactDecimal?
    /// Part of the charge paid on discharge (CLP13): a fraction.
    public var dischargeFraction: ExactDecimal?
    /// Why the payment differs from the charge, for the claim as a whole (CAS).
    public var adjustments: [Adjustment] = []
    /// The patient (NM1 of `QC`).
    public var patient = PaymentPatient()
    /// The insured (NM1 of `IL`), where that is not the patient.
    @Boxed public var insured: PaymentParty?
    /// What the payer corrected in the patient's or insured's name and number (NM1 of `74`).
    @Boxed public var correctedInsured: PaymentParty?
    /// Who gave the service (NM1 of `82`), where that is not the payee.
    @Boxed public var renderingProvider: PaymentParty?
    /// To whom the payer sent the claim on (NM1 of `TT`).
    @Boxed public var crossoverCarrier: PaymentCarrier?
    /// Who should have been billed before (NM1 of `PR`).
    @Boxed public var correctedPriorityPayer: PaymentCarrier?
    /// The insured of the payer before (NM1 of `GB`).
    @Boxed public var otherSubscriber: PaymentParty?
    /// How an inpatient claim was priced, and remarks on it (MIA).
    @Boxed public var inpatientAdjudication: InpatientAdjudication?
    /// How an outpatient or professional claim was priced, and remarks on it (MOA).
    @Boxed public var outpatientAdjudication: OutpatientAdjudication?
    /// Up to five identifiers of the claim (REF01: `1L` group or policy, `1W` member, `EA` medical record,
    /// `F8` original claim, `G1` prior authorization, `SY` social security; `28`, `6P`, `9A`, `9C`, `BB`,
    /// `CE`, `G3`, `IG`).
    public var identifiers: [Identifier] = []
    /// Up to ten more identifiers of who gave the service (REF01: `0B`, `1A` to `1J`, `D3`, `G2`, `LU`).
    public var renderingProviderIdentifiers: [Identifier] = []
    /// When the claim's services began and ended (DTM01 `232`, `233`), where the lines do not say.
    public var statementDates: [QualifiedDate] = []
    /// When coverage ended (DTM02 of `036`), where the claim was denied for that.
    public var coverageExpirationDate: CalendarDate?
    /// When the payer received the claim (DTM02 of `050`).
    public var receivedDate: CalendarDate?
    /// Up to two contacts for questions about this claim (PER).
    public var contacts: [Contact] = []
    /// More amounts that do not take part in balancing (AMT), up to 13.
    public var supplementalAmounts: [QualifiedAmount] = []
    /// More quantities (QTY), up to 14.
    public var supplementalQuantities: [QualifiedQuantity] = []
    /// What was paid for each service (loop 2110), up to 999; none when the claim was paid as a whole.
    public var serviceLines: [ServicePayment] = []
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?
    /// The payment that the claim payment is part of; shared with its other claims until it is changed.
    @Boxed public var remittance: RemittanceHeader?
    /// The header number and provider summary it stands under (2000), where one was sent.
    @Boxed public var group: RemittanceGroup?

    /// An empty payment.
    public init() {}

    /// Puts the claim payment under a header and group that it shares with others.
    mutating func stand(under remittance: Boxed<RemittanceHeader>, _ group: Boxed<RemittanceGroup>) {
        _remittance = remittance
        _group = group
    }

    /// The first day of the claim's services (DTM02 of `232`); nil when it was not sent.
    public var statementFromDate: CalendarDate? { statementDates.first(of: "232") }

    /// The last day of the claim's services (DTM02 of `233`); nil when it was not sent, as for one day.
    public var statementToDate: CalendarDate? { statementDates.first(of: "233") }
}
