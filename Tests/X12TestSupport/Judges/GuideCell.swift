internal import X12Grammar
internal import X12Text

/// A place in a guide, by the names that people use: loop, segment, element, component.
public struct GuideCell: Sendable, CustomStringConvertible {
    /// The loop's identifier; the set's own (`835`) for what stands in no loop.
    public var loop: String
    /// The segment's identifier; `nil` for the loop itself.
    public var segment: String?
    /// A code, or the words, that tell the segment from others of its identifier.
    public var telling: String?
    /// The element's position; `nil` for the segment itself.
    public var element: Int?
    /// The component's position; `nil` for the element itself.
    public var component: Int?

    /// A place in a loop.
    public init(
        _ loop: String, _ segment: String? = nil, _ telling: String? = nil, _ element: Int? = nil,
        _ component: Int? = nil
    ) {
        self.loop = loop
        self.segment = segment
        self.telling = telling
        self.element = element
        self.component = component
    }

    /// The place as people write it: `2010BA NM108`.
    public var description: String {
        guard let segment else { return loop }
        var text = loop + " " + segment
        if let element { text += element < 10 ? "0\(element)" : "\(element)" }
        if let component { text += "-\(component)" }
        return telling.map { text + " (\($0))" } ?? text
    }

    /// The loops of a guide that this is about, as indices.
    func loops(in guide: Guide) -> [Int] { guide.loops.indices.filter { guide.loops[$0].identifier == loop } }

    /// The segments, as indices.
    func segments(in guide: Guide) -> [Int] {
        let loops = loops(in: guide)
        return guide.segments.indices.filter {
            let rule = guide.segments[$0]
            guard loops.contains(rule.loop), rule.identifier.description == segment else { return false }
            return telling.map { rule.name == $0 || rule.discriminator?.values.contains($0) == true } ?? true
        }
    }

    /// The elements or components, as indices; each once, however many segments share it.
    func elements(in guide: Guide) -> Set<Int> {
        guard let element else { return [] }
        return Set(
            segments(in: guide).map { segment in
                let index = guide.segments[segment].elements.lowerBound + element - 1
                return component.map { guide.elements[index].components.lowerBound + $0 - 1 } ?? index
            })
    }
}
