public import X12Text

/// How a transaction set of eligibility inquiries begins (270, ST and BHT).
///
/// 005010X279A1.
public struct EligibilityInquiryHeader: BlockPart {
    /// The set's control number, unique in its functional group (ST02, 4 to 9 characters).
    public var controlNumber: String?
    /// The guide the set follows (ST03: `005010X279A1`).
    public var implementationGuide: String?
    /// What the set is for (BHT02: `13` request, `01` take back an earlier request).
    public var purpose: String?
    /// The sender's own name for the set, given back in the answer (BHT03, 1 to 50 characters).
    public var referenceIdentifier: String?
    /// The day the set was made (BHT04).
    public var creationDate: CalendarDate?
    /// The time of day it was made (BHT05).
    public var creationTime: ClockTime?
    /// That it is about spend-down for Medicaid (BHT06: `RT`); nil for any other inquiry.
    public var transactionType: String?
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?

    /// An empty header.
    public init() {}

    /// Walks ST and BHT.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("ST", "270") {
            visitor.constant(1, "270")
            visitor.text(2, "controlNumber", &controlNumber)
            visitor.text(3, "implementationGuide", &implementationGuide)
            visitor.leave()
        }
        if visitor.enter("BHT", "0022") {
            visitor.constant(1, "0022")
            visitor.text(2, "purpose", &purpose)
            visitor.text(3, "referenceIdentifier", &referenceIdentifier)
            visitor.date(4, "creationDate", &creationDate)
            visitor.time(5, "creationTime", &creationTime)
            visitor.text(6, "transactionType", &transactionType)
            visitor.leave()
        }
    }
}
