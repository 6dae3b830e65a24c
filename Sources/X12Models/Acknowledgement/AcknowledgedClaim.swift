public import X12Text

/// What became of one claim: loop 2200D of the 277CA.
public struct AcknowledgedClaim: ModelPart {
    /// The provider's own number of the claim, its CLM01 (TRN02, 1 to 50 characters).
    public var patientControlNumber: String?
    /// What became of the claim, one at least (STC).
    public var statuses: [StatusReport] = []
    /// The payer's number of the claim (REF02 of `1K`).
    public var payerClaimControlNumber: String?
    /// The clearinghouse's number of the claim, as the claim had it (REF02 of `D9`).
    public var clearinghouseClaimIdentifier: String?
    /// The kind of bill of an institutional claim (REF02 of `BLT`).
    public var institutionalBillType: String?
    /// The days of the claim's services (DTP of `472`).
    public var serviceDate: DateTimePeriod?
    /// The service lines for which the claim was rejected (2220D).
    public var serviceLines: [AcknowledgedServiceLine] = []

    /// An empty claim.
    public init() {}

    /// Walks loop 2200D.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("TRN", "2") {
            visitor.constant(1, "2")
            visitor.text(2, "patientControlNumber", &patientControlNumber)
            visitor.leave()
        }
        visitor.segments(SegmentKey("STC"), "statuses", &statuses)
        visitor.reference("1K", "payerClaimControlNumber", &payerClaimControlNumber)
        visitor.reference("D9", "clearinghouseClaimIdentifier", &clearinghouseClaimIdentifier)
        visitor.reference("BLT", "institutionalBillType", &institutionalBillType)
        visitor.dated("472", "serviceDate", &serviceDate)
        visitor.loops("2220D", "serviceLines", &serviceLines)
    }
}
