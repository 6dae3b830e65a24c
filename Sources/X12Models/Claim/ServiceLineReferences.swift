/// The reference numbers of a line: the REF segments of loop 2400, each up to 50 characters.
public struct ServiceLineReferences: ModelPart {
    /// The repricer's number for the line (`9B`).
    public var repricedLineNumber: String?
    /// The repricer's number for an adjusted line (`9D`).
    public var adjustedRepricedLineNumber: String?
    /// Prior authorizations, up to five, one a payer (`G1`).
    public var priorAuthorizations: [PayerSpecificNumber] = []
    /// The biller's own number for the line, returned on the remittance (`6R`).
    public var lineItemControlNumber: String?
    /// The certificate for mammography (`EW`).
    public var mammographyCertificationNumber: String?
    /// The laboratory's CLIA number (`X4`).
    public var laboratoryCertificationNumber: String?
    /// The CLIA number of the laboratory that referred (`F4`).
    public var referringLaboratoryCertificationNumber: String?
    /// The batch of a vaccine (`BT`).
    public var immunizationBatchNumber: String?
    /// Referrals, up to five, one a payer (`9F`).
    public var referrals: [PayerSpecificNumber] = []

    /// An empty set of references.
    public init() {}

    /// Walks the REF segments of loop 2400.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.reference("9B", "repricedLineNumber", &repricedLineNumber)
        visitor.reference("9D", "adjustedRepricedLineNumber", &adjustedRepricedLineNumber)
        visitor.segments(SegmentKey("REF", "G1"), "priorAuthorizations", &priorAuthorizations)
        visitor.reference("6R", "lineItemControlNumber", &lineItemControlNumber)
        visitor.reference("EW", "mammographyCertificationNumber", &mammographyCertificationNumber)
        visitor.reference("X4", "laboratoryCertificationNumber", &laboratoryCertificationNumber)
        visitor.reference(
            "F4", "referringLaboratoryCertificationNumber", &referringLaboratoryCertificationNumber)
        visitor.reference("BT", "immunizationBatchNumber", &immunizationBatchNumber)
        visitor.segments(SegmentKey("REF", "9F"), "referrals", &referrals)
    }
}
