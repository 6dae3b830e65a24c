/// Segments that no model speaks of: transaction sets of guides that are not known here, and what stands
/// outside of any envelope. All of it is carried.
public struct CarriedSegments: BlockPart {
    /// The segments.
    @Boxed public var carried: Carried?

    /// No segments.
    public init() {}

    /// Walks nothing.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {}
}
