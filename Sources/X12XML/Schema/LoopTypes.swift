internal import X12Grammar
internal import X12Text

/// The types of a guide's loops: content by ``LoopContent``, and what stands out of it between any two items.
struct LoopTypes {
    private let guide: Guide
    private let root: String
    /// The type of each loop; loops of the same content share one.
    private var types: [Int: String] = [:]
    private var texts: [(name: String, text: SchemaText)] = []

    init(_ guide: Guide) {
        self.guide = guide
        root = LoopContent.elementName(of: guide.loops[0])
    }

    /// Writes the types of the set and all its loops.
    mutating func write(to schema: inout SchemaText, _ segments: inout SegmentTypes) {
        // Inner loops have higher numbers, and their types are needed first.
        for loop in guide.loops.indices.reversed() where loop > 0 {
            types[loop] = type(of: loop, &segments)
        }
        writeSet(to: &schema, &segments)
        var written: Set<String> = []
        for loop in guide.loops.indices where loop > 0 {
            guard let name = types[loop], written.insert(name).inserted else { continue }
            schema.element("complexType", ("name", name)) { content(of: loop, &$0, &segments) }
        }
        writeStrays(to: &schema, &segments)
    }

    /// The name of a loop's type: that of a loop with the same content, if there is one.
    private mutating func type(of loop: Int, _ segments: inout SegmentTypes) -> String {
        var text = SchemaText()
        content(of: loop, &text, &segments)
        if let known = texts.first(where: { $0.text.text == text.text }) { return known.name }
        let base = "\(root).\(guide.loops[loop].identifier)"
        let same = texts.count { $0.name == base || $0.name.hasPrefix(base + ".") }
        let name = same == 0 ? base : "\(base).\(same + 1)"
        texts.append((name, text))
        return name
    }

    private func writeSet(to schema: inout SchemaText, _ segments: inout SegmentTypes) {
        schema.element("complexType", ("name", root)) { type in
            if !guide.name.isEmpty { type.note("\(guide.identifier): \(guide.name)") }
            type.element("sequence") { content in
                items(of: 0, &content, &segments)
                GenericXMLSchema.orMissing("SE", &content)
            }
            type.element(
                "attribute", ("name", "guide"), ("type", "xs:string"), ("use", "required"),
                ("fixed", guide.identifier))
            type.element("attribute", ("name", "name"), ("type", "xs:string"))
        }
    }

    private func content(of loop: Int, _ type: inout SchemaText, _ segments: inout SegmentTypes) {
        type.note("Loop \(guide.loops[loop].identifier): \(guide.loops[loop].name)")
        type.element("sequence") { items(of: loop, &$0, &segments) }
        type.element("attribute", ("name", "name"), ("type", "xs:string"))
    }

    /// The opener and the slots behind it. Strays stand behind an item, so that a schema is never in doubt.
    private func items(of loop: Int, _ content: inout SchemaText, _ segments: inout SegmentTypes) {
        let order = LoopContent(of: loop, in: guide)
        if let opener = guide.loops[loop].segments.first {
            _ = segments.add(guide.segments[opener], of: guide)
        }
        for rule in guide.loops[loop].segments { _ = segments.add(guide.segments[rule], of: guide) }
        if loop == 0 {
            content.element("element", ("name", order.opener), ("type", order.opener))
        } else {
            GenericXMLSchema.orMissing(order.opener, &content)
        }
        strays(&content)
        for slot in order.slots {
            content.element("sequence", ("minOccurs", "0"), ("maxOccurs", "unbounded")) { content in
                if slot.count == 1 {
                    item(slot[0], &content)
                } else {
                    content.element("choice") { choice in for entry in slot { item(entry, &choice) } }
                }
                strays(&content)
            }
        }
    }

    private func item(_ item: LoopContent.Item, _ content: inout SchemaText) {
        switch item {
        case .segment(let identifier):
            content.element("element", ("name", identifier), ("type", identifier))
        case .loop(let loop):
            content.element(
                "element", ("name", LoopContent.elementName(of: guide.loops[loop])),
                ("type", types[loop] ?? ""))
        }
    }

    private func strays(_ content: inout SchemaText) {
        content.element(
            "group", ("ref", "\(root).strays"), ("minOccurs", "0"), ("maxOccurs", "unbounded"))
    }

    // MARK: - What stands elsewhere than the guide has it

    private func writeStrays(to schema: inout SchemaText, _ segments: inout SegmentTypes) {
        schema.element("group", ("name", "\(root).strays")) { group in
            group.element("choice") { choice in
                choice.element("element", ("name", "misplaced"), ("type", "\(root).misplaced"))
                choice.element("element", ("name", "unexpected"), ("type", "\(root).unexpected"))
            }
        }
        var names: [String] = []
        for rule in guide.segments {
            let name = segments.add(rule, of: guide)
            if !names.contains(name) { names.append(name) }
        }
        schema.element("complexType", ("name", "\(root).misplaced")) { type in
            type.element("choice") { choice in
                for name in names { choice.element("element", ("name", name), ("type", name)) }
                writeLoops(to: &choice)
            }
        }
        schema.element("complexType", ("name", "\(root).unexpected")) { type in
            type.element("choice", ("maxOccurs", "unbounded")) { choice in
                for name in names { choice.element("element", ("name", name), ("type", name)) }
                choice.element("element", ("name", "segment"), ("type", "segment"))
            }
        }
    }

    /// Each loop once. Where loops of one name have different content, no schema can tell them apart here, and
    /// their content is not looked at.
    private func writeLoops(to choice: inout SchemaText) {
        var written: Set<String> = []
        for loop in guide.loops.indices where loop > 0 {
            let name = LoopContent.elementName(of: guide.loops[loop])
            guard written.insert(name).inserted else { continue }
            let kinds = Set(
                guide.loops.indices.filter {
                    $0 > 0 && guide.loops[$0].identifier == guide.loops[loop].identifier
                }.compactMap { types[$0] })
            choice.element(
                "element", ("name", name), ("type", kinds.count == 1 ? types[loop] ?? "" : "anySegments"))
        }
    }
}
