import X12Grammar
import X12Specs
import X12TestSupport
import X12Text

/// One change that makes a valid transaction set faulty, or leaves it valid.
struct Mutation: Hashable, CustomStringConvertible {
    /// What is done.
    enum Kind: String, CaseIterable {
        // To a value: an element, one of its repetitions, or a component.
        case blankValue, lengthen, lengthenPastGuide, codeOfOthers, codeOfNobody, wrongType, smallLetters
        case padWithBlanks, repeatValue, fillUnused, addComponent, otherCode
        // To a segment.
        case addElement, emptySegment, delete, duplicate, swapWithNext
    }

    let kind: Kind
    /// The segment, as an index into the set's.
    let segment: Int
    /// The element and the component from 1, the repetition from 0; 0 for what the change is not about.
    var element = 0
    var component = 0
    var repetition = 0

    var description: String {
        kind.rawValue + " #\(segment + 1)" + (element > 0 ? " element \(element)" : "")
            + (component > 0 ? "-\(component)" : "") + (repetition > 0 ? " repetition \(repetition + 1)" : "")
    }

    /// Whether the number of segments changes.
    var changesCount: Bool { kind == .delete || kind == .duplicate }

    /// All changes that can be made to a segment.
    static func all(of segment: Int, in set: GeneratedSet) -> [Mutation] {
        let rules = set.guide.segments[set.segments[segment].rule].elements
        let elements = set.segments[segment].elements
        var all = [Kind.addElement, .emptySegment, .delete, .duplicate, .swapWithNext].map {
            Mutation(kind: $0, segment: segment)
        }
        func add(_ place: Mutation, _ rule: ElementRule) {
            all += values(of: rule).map {
                Mutation(
                    kind: $0, segment: segment, element: place.element, component: place.component,
                    repetition: place.repetition)
            }
        }
        for (offset, index) in rules.enumerated() {
            let rule = set.guide.elements[index]
            var place = Mutation(kind: .delete, segment: segment, element: offset + 1)
            let isSent = offset < elements.count && elements[offset] != [[""]]
            if rule.usage == .notUsed { all.append(place.with(.fillUnused)) }
            guard isSent else { continue }
            all.append(place.with(.repeatValue))
            place.repetition = elements[offset].count - 1
            if rule.type != .composite {
                add(place, rule)
                all.append(place.with(.addComponent))
                continue
            }
            if place.repetition == 0 { all.append(place.with(.blankValue)) }
            all.append(place.with(.addComponent))
            let parts = elements[offset][place.repetition]
            for (offset, index) in rule.components.enumerated() {
                place.component = offset + 1
                let component = set.guide.elements[index]
                if component.usage == .notUsed { all.append(place.with(.fillUnused)) }
                if offset < parts.count, !parts[offset].isEmpty { add(place, component) }
            }
        }
        return all
    }

    /// The changes of a segment that opens a loop.
    static func ofOpener(_ segment: Int, in set: GeneratedSet) -> [Mutation] {
        var all = [Kind.delete, .duplicate, .swapWithNext, .emptySegment].map {
            Mutation(kind: $0, segment: segment)
        }
        if let telling = set.guide.segments[set.segments[segment].rule].discriminator {
            all.append(
                Mutation(
                    kind: .codeOfNobody, segment: segment, element: telling.element,
                    component: telling.component))
        }
        return all
    }

    /// The changes that make sense for a value.
    private static func values(of rule: ElementRule) -> [Kind] {
        var kinds: [Kind] = [.blankValue, .lengthen, .wrongType]
        if rule.codes >= 0 { kinds += [.codeOfOthers, .codeOfNobody, .otherCode] }
        if rule.codes >= 0 || rule.type == .identifier { kinds.append(.smallLetters) }
        if rule.type == .text, rule.codes < 0, rule.dataElement != "1251" { kinds.append(.padWithBlanks) }
        if rule.guideMaximumLength > 0, rule.guideMaximumLength < rule.maximumLength {
            kinds.append(.lengthenPastGuide)
        }
        return kinds
    }

    private func with(_ kind: Kind) -> Mutation {
        Mutation(
            kind: kind, segment: segment, element: element, component: component, repetition: repetition)
    }
}
