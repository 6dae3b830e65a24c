public import X12Text

/// How the answer to a batch of claims begins (277CA, ST and BHT).
public struct ClaimAcknowledgementHeader: BlockPart {
    /// The set's control number (ST02, 4 to 9 characters).
    public var controlNumber: String?
    /// The guide the set follows (ST03: `005010X214`).
    public var implementationGuide: String?
    /// The sender's own name for the set (BHT03, up to 30 characters).
    public var referenceIdentifier: String?
    /// The day the set was made (BHT04).
    public var creationDate: CalendarDate?
    /// The time of day it was made (BHT05).
    public var creationTime: ClockTime?
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?

    /// An empty header.
    public init() {}

    /// Walks ST and BHT.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("ST", "277") {
            visitor.constant(1, "277")
            visitor.text(2, "controlNumber", &controlNumber)
            visitor.text(3, "implementationGuide", &implementationGuide)
            visitor.leave()
        }
        if visitor.enter("BHT", "0085") {
            visitor.constant(1, "0085")
            visitor.constant(2, "08")
            visitor.text(3, "referenceIdentifier", &referenceIdentifier)
            visitor.date(4, "creationDate", &creationDate)
            visitor.time(5, "creationTime", &creationTime)
            visitor.constant(6, "TH")
            visitor.leave()
        }
    }
}
