extension SegmentRule {
    /// The element at a position, counted from 1, or the component of it; `nil` where the segment has none.
    ///
    /// An element without components is its own first one, and any further.
    package func element(_ position: Int, _ component: Int = 0, in guide: Guide) -> ElementRule? {
        guard position >= 1, position <= elements.count else { return nil }
        let element = guide.elements[elements.lowerBound + position - 1]
        guard component > 0, !element.components.isEmpty else { return element }
        guard component <= element.components.count else { return nil }
        return guide.elements[element.components.lowerBound + component - 1]
    }
}
