public import X12Text

/// A functional group's header: GS.
public struct FunctionalGroup: BlockPart {
    /// What kind of transaction sets the group holds (GS01: `HC` claims, `HP` remittances).
    public var functionalIdentifier: String?
    /// The sender's code (GS02, 2 to 15 characters).
    public var sender: String?
    /// The receiver's code (GS03, 2 to 15 characters).
    public var receiver: String?
    /// The date (GS04).
    public var date: CalendarDate?
    /// The time (GS05).
    public var time: ClockTime?
    /// The group control number, 1 to 9 digits (GS06).
    public var controlNumber: String?
    /// Who wrote the standard (GS07: `X` the X12 committee).
    public var responsibleAgency: String?
    /// The implementation guide (GS08: `005010X222A1`).
    public var guide: String?
    /// What came with the header and has no place above.
    @Boxed public var carried: Carried?

    /// An empty header.
    public init() {}

    /// Walks GS.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("GS") else { return }
        visitor.text(1, "functionalIdentifier", &functionalIdentifier)
        visitor.text(2, "sender", &sender)
        visitor.text(3, "receiver", &receiver)
        visitor.date(4, "date", &date)
        visitor.time(5, "time", &time)
        visitor.text(6, "controlNumber", &controlNumber)
        visitor.text(7, "responsibleAgency", &responsibleAgency)
        visitor.text(8, "guide", &guide)
        visitor.leave()
    }
}
