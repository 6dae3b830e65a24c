package import X12Grammar
import X12Text

/// Reads the base dictionary from its XML files, and puts them together.
package enum DictionaryFile {
    /// Reads the files of a dictionary, those of data elements and of segments in any order.
    ///
    /// A definition that stands twice is a fault.
    package static func dictionary(
        _ sources: [SpecSource], schema: String
    ) throws(SpecFaults) -> BaseDictionary {
        var dictionary = BaseDictionary()
        for source in sources {
            let tree = try XMLTree(source, schema: schema)
            dictionary = try tree.read { (root) throws(SpecFaults) in
                var attributes = SpecAttributes()
                var result = dictionary
                if root.name == "identifiers" { add(identifiers: root, to: &result, &attributes) }
                for child in root.children { add(child, to: &result, &attributes) }
                guard attributes.faults.isEmpty else {
                    throw SpecFaults(path: source.path, attributes.faults)
                }
                return result
            }
        }
        return dictionary
    }

    private static func add(
        identifiers root: XMLElement, to dictionary: inout BaseDictionary, _ attributes: inout SpecAttributes
    ) {
        for text in attributes.text("list", of: root).split(separator: " ") {
            if !dictionary.identifiers.insert(SegmentIdentifier(text)).inserted {
                attributes.fault(root, "segment identifier \(text) stands twice")
            }
        }
    }

    private static func add(
        _ child: XMLElement, to dictionary: inout BaseDictionary, _ attributes: inout SpecAttributes
    ) {
        switch child.name {
        case "element":
            let element = element(child, &attributes)
            if dictionary.elements.updateValue(element, forKey: element.number) != nil {
                attributes.fault(child, "data element \(element.number) is defined twice")
            }
        case "list":
            let number = attributes.text("element", of: child)
            let codes = "|" + (attributes.codes(of: child) ?? []).joined(separator: "|") + "|"
            if dictionary.codeLists.updateValue(codes, forKey: number) != nil {
                attributes.fault(child, "the codes of data element \(number) are listed twice")
            }
        case "set":
            let set = transactionSet(child, &attributes)
            if dictionary.transactionSets.updateValue(set, forKey: set.identifier) != nil {
                attributes.fault(child, "transaction set \(set.identifier) is described twice")
            }
        case "composite":
            let composite = definition(child, &attributes)
            if dictionary.composites.updateValue(composite, forKey: composite.identifier) != nil {
                attributes.fault(child, "composite \(composite.identifier) is defined twice")
            }
        default:
            let segment = definition(child, &attributes)
            let identifier = SegmentIdentifier(segment.identifier)
            if dictionary.segments.updateValue(segment, forKey: identifier) != nil {
                attributes.fault(child, "segment \(segment.identifier) is defined twice")
            }
        }
    }

    private static func element(
        _ child: XMLElement, _ attributes: inout SpecAttributes
    ) -> ElementDefinition {
        let element = ElementDefinition(
            number: attributes.text("number", of: child), name: attributes.text("name", of: child),
            type: attributes.value("type", of: child, otherwise: .text),
            minimumLength: attributes.number("min", of: child),
            maximumLength: attributes.number("max", of: child),
            externalCodes: child.attribute("source") ?? "")
        if element.minimumLength > element.maximumLength {
            attributes.fault(
                child, "data element \(element.number) has more characters at least than at most")
        }
        return element
    }

    private static func definition(
        _ child: XMLElement, _ attributes: inout SpecAttributes
    ) -> SegmentDefinition {
        let identifier = attributes.text("id", of: child)
        var slots: [ElementSlot] = []
        for (index, slot) in child.children.enumerated() {
            attributes.check(slot, standsAt: index + 1, of: identifier)
            slots.append(
                ElementSlot(
                    dataElement: attributes.text("data", of: slot), name: attributes.text("name", of: slot),
                    requirement: attributes.value("requirement", of: slot, otherwise: .optional),
                    maximumRepeat: attributes.times("repeat", of: slot),
                    codes: attributes.codes(of: slot) ?? []))
        }
        return SegmentDefinition(
            identifier: identifier, name: attributes.text("name", of: child), elements: slots,
            syntaxNotes: attributes.notes(of: child, elements: slots.count))
    }

    private static func transactionSet(
        _ child: XMLElement, _ attributes: inout SpecAttributes
    ) -> BaseTransactionSet {
        let whole = BaseTransactionSet.Loop(
            identifier: "", parent: -1, requirement: .mandatory, maximumUse: 1)
        var set = BaseTransactionSet(
            identifier: attributes.text("id", of: child), group: attributes.text("group", of: child),
            name: attributes.text("name", of: child), loops: [whole], segments: [])
        add(child.children, inside: 0, to: &set, &attributes)
        return set
    }

    /// Takes in the segments and loops of a loop, in the order they stand in.
    private static func add(
        _ children: [XMLElement], inside loop: Int, to set: inout BaseTransactionSet,
        _ attributes: inout SpecAttributes
    ) {
        for child in children {
            let requirement = attributes.value("requirement", of: child, otherwise: Requirement.optional)
            let most = attributes.times("max", of: child)
            let identifier = attributes.text("id", of: child)
            if child.name == "loop" {
                set.loops.append(
                    BaseTransactionSet.Loop(
                        identifier: identifier, parent: loop, requirement: requirement, maximumUse: most))
                add(child.children, inside: set.loops.count - 1, to: &set, &attributes)
            } else {
                set.segments.append(
                    BaseTransactionSet.Segment(
                        identifier: SegmentIdentifier(identifier), loop: loop, requirement: requirement,
                        maximumUse: most))
            }
        }
    }
}
