import X12Diagnostics
import X12Grammar
import X12Text

/// Builds a guide from its XML: expands what is referred to, takes from the dictionary what is not said.
struct GuideBuilder {
    /// The most loops and segments of an expanded guide, which stops references upon references.
    static let maximumRules = 20_000

    let dictionary: BaseDictionary
    private(set) var guide: Guide
    var attributes = SpecAttributes()
    private var segmentBuilder: SegmentBuilder
    private var loopsWritten: [String: XMLElement] = [:]
    private var loopsOpen: [String] = []

    init(dictionary: BaseDictionary) {
        self.dictionary = dictionary
        guide = Guide(identifier: "", transactionSet: "", functionalIdentifier: "", name: "")
        segmentBuilder = SegmentBuilder(dictionary: dictionary)
    }

    /// The guide of a root element; throws all faults at once.
    static func guide(
        _ root: XMLElement, path: String, dictionary: BaseDictionary
    ) throws(SpecFaults) -> Guide {
        guard root.name == "guide" else {
            throw SpecFaults(path: path, line: root.line, "'\(root.name)' is not a guide")
        }
        var builder = GuideBuilder(dictionary: dictionary)
        builder.build(root)
        guard builder.attributes.faults.isEmpty else {
            throw SpecFaults(path: path, builder.attributes.faults)
        }
        return builder.guide
    }

    private mutating func build(_ root: XMLElement) {
        guide.identifier = attributes.text("id", of: root)
        guide.transactionSet = attributes.text("set", of: root)
        guide.functionalIdentifier = attributes.text("group", of: root)
        guide.variant = root.attribute("variant") ?? ""
        guide.name = attributes.text("name", of: root)
        guide.loops.append(
            LoopRule(
                identifier: guide.setName, name: guide.name, parent: -1, usage: .required,
                maximumUse: .max, order: 0, position: 0, block: .inside))
        content(of: root, in: 0)
        guide.elements = segmentBuilder.elements
        guide.syntaxNotes = segmentBuilder.syntaxNotes
        guide.codeLists = segmentBuilder.codeLists
    }

    /// Adds the segments and loops inside an element to a loop.
    private mutating func content(of element: XMLElement, in loop: Int) {
        var order = 0
        var lastPosition = -1
        for child in element.children {
            guard guide.segments.count + guide.loops.count < Self.maximumRules else {
                return attributes.fault(child, "more than \(Self.maximumRules) loops and segments")
            }
            let position = attributes.number("position", of: child)
            if position != lastPosition { order += 1 }
            lastPosition = position
            if child.name == "loop" {
                add(loop: child, to: loop, order: order, position: position)
            } else {
                add(segment: child, to: loop, order: order, position: position)
            }
        }
        checkOpener(of: loop, element)
        bracket(loop, element)
    }

    private mutating func add(loop element: XMLElement, to parent: Int, order: Int, position: Int) {
        guard let (identifier, content) = loopContent(element) else { return }
        let index = guide.loops.count
        guide.loops.append(
            LoopRule(
                identifier: identifier,
                name: element.attribute("name") ?? attributes.text("name", of: content),
                parent: parent, usage: attributes.value("usage", of: element, otherwise: .notUsed),
                maximumUse: attributes.times("repeat", of: element), order: order, position: position,
                block: attributes.value("block", of: content, otherwise: .inside)))
        guide.loops[parent].children.append(index)
        loopsOpen.append(identifier)
        self.content(of: content, in: index)
        loopsOpen.removeLast()
    }

    /// The identifier of a loop and the element that holds its content: itself, or what it refers to.
    private mutating func loopContent(_ element: XMLElement) -> (identifier: String, content: XMLElement)? {
        switch (element.attribute("id"), element.attribute("ref")) {
        case (let identifier?, nil):
            if let written = loopsWritten[identifier], written != element {
                attributes.fault(element, "loop \(identifier) is written twice; use 'ref' for the second")
            }
            loopsWritten[identifier] = element
            return (identifier, element)
        case (nil, let identifier?):
            if !element.children.isEmpty {
                attributes.fault(element, "a loop with 'ref' has no content of its own")
            }
            guard !loopsOpen.contains(identifier), let written = loopsWritten[identifier] else {
                attributes.fault(element, "no loop \(identifier) is written before this one and outside it")
                return nil
            }
            return (identifier, written)
        default:
            attributes.fault(element, "a loop has either 'id' or 'ref'")
            return nil
        }
    }

    private mutating func add(segment element: XMLElement, to loop: Int, order: Int, position: Int) {
        guard let parts = segmentBuilder.parts(of: element, &attributes) else { return }
        guide.loops[loop].segments.append(guide.segments.count)
        guide.segments.append(
            SegmentRule(
                identifier: SegmentIdentifier(attributes.text("id", of: element)), loop: loop,
                name: attributes.text("name", of: element),
                usage: attributes.value("usage", of: element, otherwise: .notUsed),
                maximumUse: attributes.times("repeat", of: element), order: order, position: position,
                discriminator: parts.discriminator, elements: parts.elements, syntaxNotes: parts.syntaxNotes))
    }

    /// Notes which loops the segments of a loop bracket, now that all of them are known.
    private mutating func bracket(_ loop: Int, _ element: XMLElement) {
        let segments = element.children.filter { $0.name != "loop" }
        for (index, segment) in zip(guide.loops[loop].segments, segments) {
            guard let identifier = segment.attribute("brackets") else { continue }
            let inner = guide.loops[loop].children.first { guide.loops[$0].identifier == identifier }
            guard let inner, guide.segments[index].usage == .situational else {
                attributes.fault(
                    segment, "a situational segment brackets a loop beside it, and \(identifier) is none")
                continue
            }
            guide.segments[index].bracketed = inner
        }
    }

    private mutating func checkOpener(of loop: Int, _ element: XMLElement) {
        guard let first = guide.loops[loop].segments.first, guide.segments[first].order == 1 else {
            return attributes.fault(element, "loop \(guide.loops[loop].identifier) has no first segment")
        }
        if guide.segments[first].usage != .required || guide.segments[first].maximumUse != 1 {
            attributes.fault(element, "the first segment of a loop is required and stands once")
        }
    }
}
