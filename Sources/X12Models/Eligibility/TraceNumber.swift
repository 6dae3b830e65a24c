/// A number by which an inquiry is found again: TRN of level 2000C or 2000D.
public struct TraceNumber: ModelPart {
    /// Whose number it is (TRN01: `1` set by who sends this set, `2` given back from the inquiry).
    public var type: TraceType?
    /// The number (TRN02, 1 to 50 characters).
    public var number: String?
    /// Who set it (TRN03, ten characters: `9` before a number of the sender's own choice, `1` before a tax
    /// number, `3` before a DUNS number).
    public var assigningEntityIdentifier: String?
    /// A part of that organization (TRN04, 1 to 50 characters).
    public var assigningEntityAdditionalIdentifier: String?

    /// An empty number.
    public init() {}

    /// Walks the elements of a TRN that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.code(1, "type", &type)
        visitor.text(2, "number", &number)
        visitor.text(3, "assigningEntityIdentifier", &assigningEntityIdentifier)
        visitor.text(4, "assigningEntityAdditionalIdentifier", &assigningEntityAdditionalIdentifier)
    }
}
