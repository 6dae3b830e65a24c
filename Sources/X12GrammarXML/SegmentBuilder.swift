import X12Grammar
import X12Text

/// Builds the elements of a guide's segments, each segment of the XML once, however often its loop is used.
struct SegmentBuilder {
    /// Where the parts of a segment stand in the guide's tables.
    struct Parts {
        var elements: Range<Int>
        var syntaxNotes: Range<Int>
        var discriminator: Discriminator?
    }

    let dictionary: BaseDictionary
    private(set) var elements: [ElementRule] = []
    private(set) var syntaxNotes: [SyntaxNote] = []
    private(set) var codeLists: [[String]] = []
    private var known: [XMLElement: Parts] = [:]
    private var codeListPlaces: [[String]: Int] = [:]
    private var notePlaces: [(notes: [SyntaxNote], place: Range<Int>)] = []

    init(dictionary: BaseDictionary) { self.dictionary = dictionary }

    /// The parts of a segment; `nil`, and a fault, when the dictionary does not know the segment.
    mutating func parts(of segment: XMLElement, _ attributes: inout SpecAttributes) -> Parts? {
        if let parts = known[segment] { return parts }
        let identifier = attributes.text("id", of: segment)
        guard let definition = dictionary.segment(SegmentIdentifier(identifier)) else {
            attributes.fault(segment, "no segment \(identifier) in the dictionary")
            return nil
        }
        let range = add(segment.children, definition, owner: segment, &attributes)
        for (index, child) in segment.children.enumerated() where index < range.count {
            addComponents(of: range.lowerBound + index, child, owner: identifier, &attributes)
        }
        var notes = definition.syntaxNotes
        if segment.attribute("syntax") != nil { notes = attributes.notes(of: segment, elements: range.count) }
        var parts = Parts(elements: range, syntaxNotes: place(notes), discriminator: nil)
        parts.discriminator = discriminator(of: segment, range, &attributes)
        known[segment] = parts
        return parts
    }

    // MARK: - Elements

    /// Adds a row of elements or components and says where they stand.
    private mutating func add(
        _ children: [XMLElement], _ definition: SegmentDefinition, owner: XMLElement,
        _ attributes: inout SpecAttributes
    ) -> Range<Int> {
        let start = elements.count
        if children.count != definition.elements.count {
            attributes.fault(
                owner,
                "\(definition.identifier) has \(definition.elements.count) positions, not \(children.count)")
        }
        for (index, (child, slot)) in zip(children, definition.elements).enumerated() {
            attributes.check(child, standsAt: index + 1, of: definition.identifier)
            let dataElement = attributes.text("data", of: child)
            if dataElement != slot.dataElement {
                attributes.fault(
                    child,
                    "\(definition.identifier) has data element \(slot.dataElement) here, not \(dataElement)")
            }
            elements.append(rule(child, slot, at: index + 1, &attributes))
        }
        return start..<elements.count
    }

    private mutating func rule(
        _ child: XMLElement, _ slot: ElementSlot, at position: Int, _ attributes: inout SpecAttributes
    ) -> ElementRule {
        var rule = ElementRule(
            position: position, dataElement: slot.dataElement, name: child.attribute("name") ?? slot.name,
            usage: attributes.value("usage", of: child, otherwise: .notUsed), type: .composite,
            minimumLength: 0, maximumLength: 0, maximumRepeat: attributes.times("repeat", of: child),
            externalCodes: child.attribute("source") ?? "")
        guard dictionary.composite(slot.dataElement) == nil else { return rule }
        guard let element = dictionary.element(slot.dataElement) else {
            attributes.fault(child, "no data element \(slot.dataElement) in the dictionary")
            return rule
        }
        rule.type = attributes.value("type", of: child, otherwise: element.type)
        rule.minimumLength = attributes.number("min", of: child, otherwise: element.minimumLength)
        rule.maximumLength = attributes.number("max", of: child, otherwise: element.maximumLength)
        rule.guideMaximumLength = attributes.number("most", of: child, otherwise: 0)
        if rule.guideMaximumLength > rule.maximumLength {
            attributes.fault(child, "'most' is more than the data element's \(rule.maximumLength)")
        }
        if rule.externalCodes.isEmpty { rule.externalCodes = element.externalCodes }
        rule.codes = codes(of: child, rule, &attributes)
        return rule
    }

    private mutating func addComponents(
        of index: Int, _ element: XMLElement, owner: String, _ attributes: inout SpecAttributes
    ) {
        let components = element.children
        guard !components.isEmpty else { return }
        guard let composite = dictionary.composite(elements[index].dataElement) else {
            return attributes.fault(
                element, "\(elements[index].dataElement) is no composite, it has no components")
        }
        elements[index].components = add(components, composite, owner: element, &attributes)
    }

    // MARK: - Codes, notes, discriminators

    private mutating func codes(
        of element: XMLElement, _ rule: ElementRule, _ attributes: inout SpecAttributes
    ) -> Int {
        guard let codes = attributes.codes(of: element) else { return -1 }
        for code in codes
        where !(rule.minimumLength...max(rule.minimumLength, rule.maximumLength)).contains(code.utf8.count) {
            attributes.fault(
                element, "code '\(code)' has not the length that data element \(rule.dataElement) asks for")
        }
        if let place = codeListPlaces[codes] { return place }
        codeListPlaces[codes] = codeLists.count
        codeLists.append(codes)
        return codeLists.count - 1
    }

    private mutating func place(_ notes: [SyntaxNote]) -> Range<Int> {
        if let known = notePlaces.first(where: { $0.notes == notes }) { return known.place }
        let place = syntaxNotes.count..<syntaxNotes.count + notes.count
        syntaxNotes += notes
        notePlaces.append((notes, place))
        return place
    }

    private func discriminator(
        of segment: XMLElement, _ range: Range<Int>, _ attributes: inout SpecAttributes
    ) -> Discriminator? {
        guard let text = segment.attribute("by") else { return nil }
        let path = text.split(separator: "-").map { Int($0) ?? 0 }
        guard let rule = rule(at: path, in: range), rule.codes >= 0 else {
            attributes.fault(segment, "element \(text) has no codes to tell the segment by")
            return nil
        }
        return Discriminator(
            element: path[0], component: path.count > 1 ? path[1] : 0, values: codeLists[rule.codes])
    }

    /// The rule at a position, or at a position and a component.
    private func rule(at path: [Int], in range: Range<Int>) -> ElementRule? {
        var place = range
        var found: ElementRule?
        for number in path {
            guard number >= 1, number <= place.count else { return nil }
            let rule = elements[place.lowerBound + number - 1]
            place = rule.components
            found = rule
        }
        return found
    }
}
