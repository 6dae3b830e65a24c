internal import X12Grammar
internal import X12Text

/// The types of segments, one for each identifier: a segment has one shape wherever it stands.
struct SegmentTypes {
    private var shapes: [String: SegmentShape] = [:]

    /// Adds a guide's segment; returns the name of its type.
    mutating func add(_ rule: SegmentRule, of guide: Guide) -> String {
        let name = rule.identifier.description
        if shapes[name] == nil {
            shapes[name] = SegmentShape(base: rule.identifier) ?? SegmentShape(rule, of: guide)
        }
        return name
    }

    /// Adds control segments.
    mutating func add(envelopeOf identifiers: [String]) {
        for identifier in identifiers where shapes[identifier] == nil {
            shapes[identifier] = SegmentShape(base: SegmentIdentifier(identifier))
        }
    }

    /// Writes the types, by name.
    func write(to schema: inout SchemaText) {
        for shape in shapes.values.sorted(by: { $0.identifier < $1.identifier }) {
            schema.element("complexType", ("name", shape.identifier)) { type in
                type.element("sequence") { content in
                    for (index, slot) in shape.slots.enumerated() {
                        let name = SegmentShape.reference(shape.identifier, index + 1)
                        Self.write(slot, name, to: &content)
                    }
                    content.repeated("element", type: "element")
                    content.findings()
                }
                type.element("attributeGroup", ("ref", "segment"))
            }
        }
    }

    private static func write(_ slot: SegmentShape.Slot, _ name: String, to content: inout SchemaText) {
        let most = slot.repeats ? "unbounded" : "1"
        guard !slot.components.isEmpty else {
            content.element(
                "element", ("name", name), ("type", "value"), ("minOccurs", "0"), ("maxOccurs", most))
            return
        }
        content.element("element", ("name", name), ("minOccurs", "0"), ("maxOccurs", most)) { element in
            element.element("complexType") { type in
                type.element("sequence") { components in
                    for number in 1...slot.components.count {
                        components.element(
                            "element", ("name", "\(name)-\(number)"), ("type", "value"), ("minOccurs", "0"))
                    }
                    components.repeated("component", type: "element")
                }
                type.element("attribute", ("name", "name"), ("type", "xs:string"))
            }
        }
    }
}
