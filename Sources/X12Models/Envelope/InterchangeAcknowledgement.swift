/// The receipt for an interchange: TA1, between ISA and GS.
public struct InterchangeAcknowledgement: BlockPart {
    /// The control number of the interchange that is acknowledged (TA101).
    public var controlNumber: String?
    /// That interchange's date, YYMMDD (TA102).
    public var date: String?
    /// That interchange's time, HHMM (TA103).
    public var time: String?
    /// Whether it was accepted (TA104: `A` accepted, `E` accepted with errors, `R` rejected).
    public var status: String?
    /// Why not, or with what errors (TA105: `000` to `031`).
    public var note: String?
    /// What came with the segment and has no place above.
    @Boxed public var carried: Carried?

    /// An empty receipt.
    public init() {}

    /// Walks TA1.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("TA1") else { return }
        visitor.text(1, "controlNumber", &controlNumber)
        visitor.text(2, "date", &date)
        visitor.text(3, "time", &time)
        visitor.text(4, "status", &status)
        visitor.text(5, "note", &note)
        visitor.leave()
    }
}
