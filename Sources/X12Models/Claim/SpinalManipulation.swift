/// Chiropractic treatment of the spine: CR2.
public struct SpinalManipulation: ModelPart {
    /// The patient's condition (CR208: `A` acute, `C` chronic, `D` not acute, `E` not life threatening, `F`
    /// routine, `G` symptomatic, `M` acute manifestation of a chronic condition).
    public var condition: String?
    /// One or two lines about the condition (CR210, CR211, 1 to 80 characters each).
    public var descriptions: [String] = []

    /// An empty treatment.
    public init() {}

    /// Walks CR2.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("CR2") {
            visitor.text(8, "condition", &condition)
            visitor.texts(10...11, "descriptions", &descriptions)
            visitor.leave()
        }
    }
}
