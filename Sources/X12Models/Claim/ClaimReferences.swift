/// The reference numbers of a claim: the REF segments of loop 2300, each up to 50 characters.
public struct ClaimReferences: ModelPart {
    /// Why a service was given without authorization (`4N`: `1` to `7`).
    public var serviceAuthorizationException: String?
    /// Whether Medicare's Section 4081 applies (`F5`: `Y`, `N`).
    public var medicareCrossoverIndicator: String?
    /// The certificate for mammography (`EW`).
    public var mammographyCertificationNumber: String?
    /// The payer's number for the referral (`9F`).
    public var referralNumber: String?
    /// The payer's number for the prior authorization (`G1`).
    public var priorAuthorizationNumber: String?
    /// The payer's number of the claim that this one replaces or voids (`F8`).
    public var payerClaimControlNumber: String?
    /// The laboratory's CLIA number (`X4`).
    public var laboratoryCertificationNumber: String?
    /// The repricer's number (`9A`).
    public var repricedClaimNumber: String?
    /// The repricer's number of an adjusted claim (`9C`).
    public var adjustedRepricedClaimNumber: String?
    /// The number of an investigational device exemption (`LX`).
    public var deviceExemptionNumber: String?
    /// The number an intermediary gave the claim (`D9`).
    public var clearinghouseTraceNumber: String?
    /// The provider's medical record (`EA`).
    public var medicalRecordNumber: String?
    /// The demonstration project (`P4`).
    public var demonstrationProjectIdentifier: String?
    /// The home health agency or hospice whose plan is overseen (`1J`).
    public var carePlanOversightNumber: String?

    /// An empty set of references.
    public init() {}

    /// Walks the REF segments of loop 2300.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.reference("4N", "serviceAuthorizationException", &serviceAuthorizationException)
        visitor.reference("F5", "medicareCrossoverIndicator", &medicareCrossoverIndicator)
        visitor.reference("EW", "mammographyCertificationNumber", &mammographyCertificationNumber)
        visitor.reference("9F", "referralNumber", &referralNumber)
        visitor.reference("G1", "priorAuthorizationNumber", &priorAuthorizationNumber)
        visitor.reference("F8", "payerClaimControlNumber", &payerClaimControlNumber)
        visitor.reference("X4", "laboratoryCertificationNumber", &laboratoryCertificationNumber)
        visitor.reference("9A", "repricedClaimNumber", &repricedClaimNumber)
        visitor.reference("9C", "adjustedRepricedClaimNumber", &adjustedRepricedClaimNumber)
        visitor.reference("LX", "deviceExemptionNumber", &deviceExemptionNumber)
        visitor.reference("D9", "clearinghouseTraceNumber", &clearinghouseTraceNumber)
        visitor.reference("EA", "medicalRecordNumber", &medicalRecordNumber)
        visitor.reference("P4", "demonstrationProjectIdentifier", &demonstrationProjectIdentifier)
        visitor.reference("1J", "carePlanOversightNumber", &carePlanOversightNumber)
    }
}
