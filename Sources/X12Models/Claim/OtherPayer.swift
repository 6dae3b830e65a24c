public import X12Text

/// Another payer of the claim: loop 2330B.
public struct OtherPayer: ModelPart {
    /// The payer's name (NM103, 1 to 60 characters).
    public var organizationName: String?
    /// What the identifier is (NM108: `PI` payer number, `XV` national plan identifier).
    public var identifierQualifier: String?
    /// The payer's identifier, to which the lines' decisions refer (NM109, 2 to 80 characters).
    public var identifier: String?
    /// The payer's address (N3, N4).
    public var address: Address?
    /// When this payer decided or paid (DTP with `573`); nil when the lines say it.
    public var paymentDate: DateTimePeriod?
    /// More identifiers, up to two (REF01: `2U` payer number, `EI` tax number, `FY` claim office, `NF` NAIC).
    public var secondaryIdentifiers: [Identifier] = []
    /// This payer's prior authorization (REF02 with `G1`).
    public var priorAuthorizationNumber: String?
    /// This payer's referral (REF02 with `9F`).
    public var referralNumber: String?
    /// Whether this payer has adjusted its decision (REF02 with `T4`: `Y`).
    public var claimAdjustmentIndicator: String?
    /// This payer's number for the claim (REF02 with `F8`).
    public var payerClaimControlNumber: String?

    /// An empty payer.
    public init() {}

    /// Walks loop 2330B.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "PR") {
            visitor.constant(1, "PR")
            visitor.constant(2, "2")
            visitor.text(3, "organizationName", &organizationName)
            visitor.text(8, "identifierQualifier", &identifierQualifier)
            visitor.text(9, "identifier", &identifier)
            visitor.leave()
        }
        visitor.part("address", &address)
        visitor.dated("573", "paymentDate", &paymentDate)
        visitor.segments(SegmentKey("REF", "2U"), "secondaryIdentifiers", &secondaryIdentifiers)
        visitor.reference("G1", "priorAuthorizationNumber", &priorAuthorizationNumber)
        visitor.reference("9F", "referralNumber", &referralNumber)
        visitor.reference("T4", "claimAdjustmentIndicator", &claimAdjustmentIndicator)
        visitor.reference("F8", "payerClaimControlNumber", &payerClaimControlNumber)
    }
}
