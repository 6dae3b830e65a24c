import X12Grammar
import X12Specs
import X12TestSupport
import X12Text

extension Mutation {
    /// The set with the change made; `nil` where it cannot be made or would change nothing.
    func applied(to set: GeneratedSet) -> GeneratedSet? {
        var changed = set
        switch kind {
        case .delete: changed.segments.remove(at: segment)
        case .duplicate: changed.segments.insert(set.segments[segment], at: segment)
        case .swapWithNext:
            guard segment + 1 < set.segments.count, set.segments[segment + 1].identifier != "SE" else {
                return nil
            }
            changed.segments.swapAt(segment, segment + 1)
        case .emptySegment: changed.segments[segment].elements = []
        case .addElement:
            let count = set.guide.segments[set.segments[segment].rule].elements.count
            var elements = set.segments[segment].elements
            while elements.count < count { elements.append([[""]]) }
            changed.segments[segment].elements = elements + [[["X"]]]
        default:
            guard let elements = changedElements(in: set) else { return nil }
            changed.segments[segment].elements = elements
            // ST02 and SE02 are changed together, so that only the value is wrong.
            if segment == 0, element == 2, var trailer = changed.segments.last {
                let isSent = elements.count > 1 && elements[1] != [[""]]
                trailer.elements = [trailer.elements[0]] + (isSent ? [elements[1]] : [])
                changed.segments[changed.segments.count - 1] = trailer
            }
        }
        return changed.segments == set.segments ? nil : changed
    }

    private func changedElements(in set: GeneratedSet) -> [[[String]]]? {
        var elements = set.segments[segment].elements
        let index = set.guide.segments[set.segments[segment].rule].elements.lowerBound + element - 1
        while elements.count < element { elements.append([[""]]) }
        switch kind {
        case .repeatValue:
            let value = elements[element - 1][0]
            let most = set.guide.elements[index].maximumRepeat
            guard most < 20 else { return nil }
            while elements[element - 1].count <= most { elements[element - 1].append(value) }
        case .addComponent:
            var count = set.guide.elements[index].components.count
            if count == 0 { count = 1 }
            while elements[element - 1][repetition].count < count {
                elements[element - 1][repetition].append("")
            }
            elements[element - 1][repetition].append("X")
        case .blankValue where component == 0: elements[element - 1][repetition] = [""]
        default:
            let rule =
                component == 0
                ? set.guide.elements[index]
                : set.guide.elements[set.guide.elements[index].components.lowerBound + component - 1]
            let part = max(0, component - 1)
            while elements[element - 1][repetition].count <= part {
                elements[element - 1][repetition].append("")
            }
            let old = elements[element - 1][repetition][part]
            guard let value = value(old, rule, set) else { return nil }
            elements[element - 1][repetition][part] = value
            while elements[element - 1][repetition].count > 1, elements[element - 1][repetition].last == "" {
                elements[element - 1][repetition].removeLast()
            }
        }
        while elements.last == [[""]] { elements.removeLast() }
        return elements
    }

    /// The value that takes the place of another.
    private func value(_ old: String, _ rule: ElementRule, _ set: GeneratedSet) -> String? {
        switch kind {
        case .blankValue: return ""
        case .fillUnused: return "X"
        case .smallLetters: return old.lowercased()
        case .padWithBlanks: return old + "  "
        case .codeOfOthers: return foreignCode(rule, set)
        case .otherCode: return set.guide.codeLists[rule.codes].first { $0 != old }
        case .codeOfNobody: return String(repeating: "Q", count: max(1, rule.minimumLength - 1)) + "9"
        case .lengthen: return longer(old, than: rule.maximumLength, rule)
        case .lengthenPastGuide: return longer(old, than: rule.guideMaximumLength, rule)
        case .wrongType:
            switch rule.type {
            case .integer, .implied2: return "1X"
            case .decimal: return "1,5"
            case .date: return "20261332"
            case .time: return "2561"
            case .identifier: return rule.codes < 0 ? nil : " "
            case .text, .binary, .composite: return rule.dataElement == "1251" ? "20260230" : " "
            }
        default: return nil
        }
    }

    /// A code that the base standard lists and the guide does not, and that tells no other segment.
    private func foreignCode(_ rule: ElementRule, _ set: GeneratedSet) -> String? {
        let identifier = set.guide.segments[set.segments[segment].rule].identifier
        let telling = set.guide.segments.filter { $0.identifier == identifier }
            .flatMap { $0.discriminator?.values ?? [] }
        let allowed = set.guide.codeLists[rule.codes] + telling
        return X12Specs.dictionary.codes(of: rule.dataElement)?.first { !allowed.contains(String($0)) }
            .map(String.init)
    }

    private func longer(_ old: String, than most: Int, _ rule: ElementRule) -> String? {
        guard most < 300 else { return nil }
        let isNumber = [.integer, .implied2, .decimal, .date, .time].contains(rule.type)
        var text = rule.type == .date || rule.type == .time ? old : isNumber ? "1" : old
        while text.count <= most { text += isNumber ? "1" : "X" }
        return text
    }
}
