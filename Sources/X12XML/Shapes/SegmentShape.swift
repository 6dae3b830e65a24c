internal import X12Grammar
internal import X12Specs
internal import X12Text

/// How a segment is built up: which elements are composites, and which repeat.
///
/// That is the base standard's to say, so a segment has one shape wherever it stands and whichever guide is
/// followed; guides only give its parts other names. A guide of one's own may have a segment that the base
/// dictionary lacks; that has the shape of its first rule.
struct SegmentShape: Equatable {
    /// One position of a segment, or of a composite.
    struct Slot: Equatable {
        /// The data element number, or the composite's.
        var dataElement: String
        /// What it is called, in words.
        var name: String
        /// Whether it may repeat.
        var repeats = false
        /// The components of a composite; empty otherwise.
        var components: [Slot] = []
    }

    /// The segment identifier.
    var identifier: String
    /// What it is called, in words.
    var name: String
    /// Its elements, the first at index 0.
    var slots: [Slot]

    /// The shape in the base standard; `nil` for a segment that is not defined there.
    init?(base identifier: SegmentIdentifier) {
        guard let definition = X12Specs.dictionary.segment(identifier) else { return nil }
        self.identifier = definition.identifier
        name = definition.name
        slots = definition.elements.map(Self.slot)
    }

    /// The shape of a rule's segment, with the names that the guide gives its parts.
    init(_ rule: SegmentRule, of guide: Guide) {
        let elements = guide.elements[rule.elements]
        if var shape = SegmentShape(base: rule.identifier) {
            for (index, element) in zip(shape.slots.indices, elements) {
                shape.slots[index].name = element.name
                for (inner, component) in zip(
                    shape.slots[index].components.indices, guide.elements[element.components])
                {
                    shape.slots[index].components[inner].name = component.name
                }
            }
            shape.name = rule.name
            self = shape
        } else {
            identifier = rule.identifier.description
            name = rule.name
            slots = elements.map { Self.slot($0, guide) }
        }
    }

    private static func slot(_ slot: ElementSlot) -> Slot {
        let composite = X12Specs.dictionary.composite(slot.dataElement)
        return Slot(
            dataElement: slot.dataElement, name: slot.name, repeats: slot.maximumRepeat > 1,
            components: composite?.elements.map(Self.slot) ?? [])
    }

    private static func slot(_ rule: ElementRule, _ guide: Guide) -> Slot {
        Slot(
            dataElement: rule.dataElement, name: rule.name, repeats: rule.maximumRepeat > 1,
            components: guide.elements[rule.components].map { slot($0, guide) })
    }

    /// The name of the element at a position, as X12 refers to it: `CLM05`.
    static func reference(_ identifier: String, _ position: Int) -> String {
        position < 10 ? "\(identifier)0\(position)" : "\(identifier)\(position)"
    }

    /// Whether a text can be the identifier of a segment, and so the name of an element of XML.
    static func isIdentifier(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (2...3).contains(bytes.count), Self.isLetter(bytes[0]) else { return false }
        return bytes.allSatisfy { isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}
