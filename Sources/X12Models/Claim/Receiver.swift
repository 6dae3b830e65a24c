/// Who receives the claims: loop 1000B.
public struct Receiver: ModelPart {
    /// The receiver's name (NM103, 1 to 60 characters).
    public var organizationName: String?
    /// The receiver's electronic address (NM109, 2 to 80 characters).
    public var identifier: String?

    /// An empty receiver.
    public init() {}

    /// Walks loop 1000B.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "40") {
            visitor.constant(1, "40")
            visitor.constant(2, "2")
            visitor.text(3, "organizationName", &organizationName)
            visitor.constant(8, "46")
            visitor.text(9, "identifier", &identifier)
            visitor.leave()
        }
    }
}
