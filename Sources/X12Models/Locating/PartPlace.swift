/// Where a property of a part stands in its block.
public struct PartPlace: Sendable, Equatable {
    /// The segment's index in the block, from 0.
    public var segment: Int
    /// The element's position, from 1; 0 for the segment as a whole.
    public var element = 0
    /// The component's position, from 1; 0 for an element that is not a composite.
    public var component = 0
    /// The repetition's number, from 1; 0 for an element that does not repeat.
    public var repetition = 0
    /// Whether the property's own segment was sent; else this is what comes nearest to it around.
    public var isExact = true
    /// The loops inside the block from the outside in, each with its number among its kind, counted from 1.
    public var loops: [Loop] = []

    /// A place by its positions.
    public init(segment: Int, element: Int = 0, component: Int = 0, repetition: Int = 0) {
        self.segment = segment
        self.element = element
        self.component = component
        self.repetition = repetition
    }

    /// A loop around a place: the index in the guide, and the number in its parent.
    public struct Loop: Sendable, Equatable {
        /// The index in the guide's loops.
        public var index: Int
        /// Its number among the loops of its kind in its parent, from 1.
        public var number: Int
    }
}
