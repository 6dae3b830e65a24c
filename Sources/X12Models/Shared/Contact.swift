/// Whom to call: PER. What the contact is for (PER01) follows from where the contact stands.
public struct Contact: ModelPart {
    /// Name of a person or department (PER02, 1 to 60 characters).
    public var name: String?
    /// Up to three numbers (PER03 to PER08).
    public var numbers: [ContactNumber] = []

    /// An empty contact.
    public init() {}

    /// Walks the elements of a PER that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(2, "name", &name)
        visitor.groups(3, stride: 2, count: 3, "numbers", &numbers)
    }
}
