/// A note with what it is about: NTE.
public struct Note: ModelPart {
    /// What the note is about (NTE01: `ADD` additional information, `DCP` goals of rehabilitation).
    public var reference: String?
    /// The note (NTE02, 1 to 80 characters).
    public var text: String?

    /// An empty note.
    public init() {}

    /// Walks the elements of an NTE that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "reference", &reference)
        visitor.text(2, "text", &text)
    }
}
