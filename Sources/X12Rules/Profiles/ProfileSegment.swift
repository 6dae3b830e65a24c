internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Text

/// A segment that a profile looks at, kept while levels or claims below it are read.
struct ProfileSegment {
    /// The rule of the guide; -1 in the envelope.
    let rule: Int
    let identifier: String
    let elements: [String]
    let location: Location
    let componentSeparator: Character
    let repetitionSeparator: Character?
    /// The loop of the block it came in.
    let owner: Int
    /// The loop right inside that, and which instance of it.
    let inner: Int
    let innerInstance: Int

    init(
        _ view: borrowing SegmentView, rule: Int, owner: Int, inner: Int, innerInstance: Int, position: Int
    ) {
        self.rule = rule
        identifier = view.identifier.description
        elements = view.elementCount > 0 ? (1...view.elementCount).map { view[$0].string } : []
        var place = view.location
        place.segmentPosition = position
        location = place
        componentSeparator = Character(UnicodeScalar(view.delimiters.component))
        repetitionSeparator = view.delimiters.repetition.map { Character(UnicodeScalar($0)) }
        self.owner = owner
        self.inner = inner
        self.innerInstance = innerInstance
    }

    /// The value at a path's element and component, without blanks at its end; empty when there is none.
    func value(at path: ProfilePath) -> String {
        guard path.element > 0 else { return identifier }
        guard path.element <= elements.count else { return "" }
        return value(Substring(elements[path.element - 1]), path.component)
    }

    /// The values at a path's element and component: one for each repetition that says something.
    func values(at path: ProfilePath) -> [String] {
        guard path.element > 0, path.element <= elements.count, rule >= 0, let repetitionSeparator else {
            let value = value(at: path)
            return value.isEmpty ? [] : [value]
        }
        return elements[path.element - 1].split(separator: repetitionSeparator)
            .map { value($0, path.component) }.filter { !$0.isEmpty }
    }

    private func value(_ element: Substring, _ component: Int) -> String {
        var text = element
        if component > 0 {
            let parts = text.split(separator: componentSeparator, omittingEmptySubsequences: false)
            text = component <= parts.count ? parts[component - 1] : ""
        }
        return String(text).trimmedEnd
    }

    /// Whether a path's code stands in the segment's first or second element, or in the first component of one.
    func carries(_ code: String) -> Bool {
        elements.prefix(2).contains { element in
            element == code || element.prefix { $0 != componentSeparator } == code
        }
    }
}
