/// How the answer to a functional group begins, and which group it answers (999, ST and AK1).
public struct ImplementationAcknowledgementHeader: BlockPart {
    /// The control number of the acknowledgement itself (ST02, 4 to 9 characters).
    public var controlNumber: String?
    /// The guide the acknowledgement follows (ST03: `005010X231A1`).
    public var implementationGuide: String?
    /// What kind of transaction sets the answered group held (AK101, the group's GS01: `HC` claims).
    public var functionalIdentifier: String?
    /// The control number of the answered group (AK102, its GS06).
    public var groupControlNumber: String?
    /// The guide of the answered group (AK103, its GS08).
    public var groupGuide: String?
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?

    /// An empty header.
    public init() {}

    /// Walks ST and AK1.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("ST", "999") {
            visitor.constant(1, "999")
            visitor.text(2, "controlNumber", &controlNumber)
            visitor.text(3, "implementationGuide", &implementationGuide)
            visitor.leave()
        }
        if visitor.enter("AK1") {
            visitor.text(1, "functionalIdentifier", &functionalIdentifier)
            visitor.text(2, "groupControlNumber", &groupControlNumber)
            visitor.text(3, "groupGuide", &groupGuide)
            visitor.leave()
        }
    }
}
