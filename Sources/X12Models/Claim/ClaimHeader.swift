public import X12Text

/// How a transaction set of claims begins: what it is, who sends it, who receives it (837P).
public struct ClaimHeader: BlockPart {
    /// The set's control number, unique in its functional group (ST02, 4 to 9 characters).
    public var controlNumber: String?
    /// The guide the set follows (ST03: `005010X222A1`).
    public var implementationGuide: String?
    /// Whether the set is sent for the first time (BHT02: `00` original, `18` sent again).
    public var purpose: String?
    /// The sender's own name for the set (BHT03, 1 to 50 characters, 30 in this guide).
    public var referenceIdentifier: String?
    /// The day the set was made (BHT04).
    public var creationDate: CalendarDate?
    /// The time of day it was made (BHT05).
    public var creationTime: ClockTime?
    /// What the set holds (BHT06: `CH` charges, `RP` reports of encounters, `31` subrogation demands).
    public var claimType: String?
    /// Who sends the set (1000A).
    public var submitter: Submitter?
    /// Who receives it (1000B).
    public var receiver: Receiver?
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?

    /// An empty header.
    public init() {}

    /// Walks ST, BHT and the loops 1000A and 1000B.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("ST", "837") {
            visitor.constant(1, "837")
            visitor.text(2, "controlNumber", &controlNumber)
            visitor.text(3, "implementationGuide", &implementationGuide)
            visitor.leave()
        }
        if visitor.enter("BHT", "0019") {
            visitor.constant(1, "0019")
            visitor.text(2, "purpose", &purpose)
            visitor.text(3, "referenceIdentifier", &referenceIdentifier)
            visitor.date(4, "creationDate", &creationDate)
            visitor.time(5, "creationTime", &creationTime)
            visitor.text(6, "claimType", &claimType)
            visitor.leave()
        }
        visitor.loop("1000A", "submitter", &submitter)
        visitor.loop("1000B", "receiver", &receiver)
    }
}
