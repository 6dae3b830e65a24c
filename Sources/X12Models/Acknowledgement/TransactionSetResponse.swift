/// What became of one transaction set of the answered group, and why: loop 2000 of the 999.
public struct TransactionSetResponse: BlockPart {
    /// What the set was (AK201, its ST01: `837`).
    public var transactionSetIdentifier: String?
    /// Its control number (AK202, its ST02).
    public var controlNumber: String?
    /// The guide it named (AK203, its ST03); nil when it named none, as an 835.
    public var implementationGuide: String?
    /// Its segments in error (loop 2100).
    public var segmentErrors: [SegmentError] = []
    /// Whether the set was accepted (IK501).
    public var status: AcknowledgementStatus?
    /// Why not, or with what errors, up to five codes (IK502 to IK506: `5` segments in error, `4` the count is off).
    public var errorCodes: [String] = []
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?

    /// An empty response.
    public init() {}

    /// Walks AK2, the loops 2100, and IK5.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("AK2") {
            visitor.text(1, "transactionSetIdentifier", &transactionSetIdentifier)
            visitor.text(2, "controlNumber", &controlNumber)
            visitor.text(3, "implementationGuide", &implementationGuide)
            visitor.leave()
        }
        visitor.loops("2100", "segmentErrors", &segmentErrors)
        if visitor.enter("IK5") {
            visitor.code(1, "status", &status)
            visitor.texts(2...6, "errorCodes", &errorCodes)
            visitor.leave()
        }
    }
}
