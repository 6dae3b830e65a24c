/// One way to reach a contact: a pair of PER03/04, PER05/06, PER07/08.
public struct ContactNumber: ModelPart {
    /// The kind of number (PER03: `TE` telephone, `EM` mail, `FX` fax, `EX` extension, `UR` web address).
    public var qualifier: String?
    /// The number or address (PER04, 1 to 256 characters).
    public var value: String?

    /// An empty number.
    public init() {}

    /// Walks one pair of elements.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "qualifier", &qualifier)
        visitor.text(2, "value", &value)
    }
}
