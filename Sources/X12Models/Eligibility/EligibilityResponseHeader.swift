public import X12Text

/// How a transaction set of eligibility responses begins (271, ST and BHT).
///
/// 005010X279A1.
public struct EligibilityResponseHeader: BlockPart {
    /// The set's control number, unique in its functional group (ST02, 4 to 9 characters).
    public var controlNumber: String?
    /// The guide the set follows (ST03: `005010X279A1`).
    public var implementationGuide: String?
    /// What the set is (BHT02: `11` response, `06` confirmation).
    public var purpose: String?
    /// The name of the inquiry that is answered (BHT03, 1 to 50 characters).
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
        if visitor.enter("ST", "271") {
            visitor.constant(1, "271")
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
            visitor.leave()
        }
    }
}
