/// Where a level stands in the hierarchy: HL. Which kind of level it is (HL03) follows from the model part.
public struct HierarchicalLevel: ModelPart {
    /// The level's own number, counted from 1 in its transaction set (HL01, 1 to 12 characters).
    public var identifier: String?
    /// The number of the level above (HL02); nil at the top.
    public var parentIdentifier: String?
    /// Whether a level below follows (HL04: `1` yes, `0` no).
    public var childCode: String?

    /// An empty level.
    public init() {}

    /// Walks the elements of an HL that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "identifier", &identifier)
        visitor.text(2, "parentIdentifier", &parentIdentifier)
        visitor.text(4, "childCode", &childCode)
    }
}
