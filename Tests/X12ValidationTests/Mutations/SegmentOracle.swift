import X12Grammar
import X12Specs
import X12TestSupport
import X12Text

/// What is wrong inside of one segment, told from the guide's rows and the base standard: slow and plain.
struct SegmentOracle {
    let guide: Guide
    let rule: Int
    /// The segment's position in its transaction set.
    let position: Int

    /// All that should be found in a segment of these elements.
    func predictions(_ elements: [[[String]]]) -> [Prediction] {
        guard elements.contains(where: Self.isFilled) else {
            return [Prediction("ENV-EMPTY-SEG", at: position)]
        }
        let segment = guide.segments[rule]
        let base = X12Specs.dictionary.segment(segment.identifier)?.elements ?? []
        var found: [Prediction] = []
        let filled = elements.map(Self.isFilled)
        let missing = conditions(
            Array(guide.syntaxNotes[segment.syntaxNotes]), filled, among: segment.elements
        ) { rule, blamed in
            found.append(Prediction(rule, at: position, element: blamed))
        }
        for (offset, index) in segment.elements.enumerated() {
            let isMandatory = offset < base.count && base[offset].requirement == .mandatory
            let element = offset < elements.count ? elements[offset] : [[""]]
            found += self.element(
                guide.elements[index], offset + 1, element, isMandatory: isMandatory,
                isNamed: missing.contains(offset + 1), before: Array(elements.prefix(offset)))
        }
        if filled.lastIndex(of: true).map({ $0 >= segment.elements.count }) == true {
            found.append(
                Prediction("ENV-TOO-MANY-ELEM", at: position, element: segment.elements.count + 1))
        }
        if let hole = hole(filled) { found.append(Prediction("837P-HI-REQ", at: position, element: hole)) }
        if filled.last == false { found.append(Prediction("ENV-SEG-TRAIL-SEP", at: position)) }
        return found
    }

    /// The first hole in the list that an HI is, among the elements that the guide uses.
    private func hole(_ filled: [Bool]) -> Int? {
        let rule = guide.segments[rule]
        guard guide.transactionSet == "837", rule.identifier == "HI",
            rule.discriminator?.values.contains("ABK") == true
        else { return nil }
        let used = zip(rule.elements, filled).map { guide.elements[$0].usage != .notUsed && $1 }
        guard let last = used.lastIndex(of: true), let first = used.firstIndex(of: false) else { return nil }
        return first > 0 && first < last ? first + 1 : nil
    }

    private static func isFilled(_ element: [[String]]) -> Bool {
        element.count > 1 || element.contains { $0.count > 1 || $0.contains { !$0.isEmpty } }
    }

    // MARK: - Elements

    private func element(
        _ rule: ElementRule, _ number: Int, _ element: [[String]], isMandatory: Bool, isNamed: Bool,
        before: [[[String]]]
    ) -> [Prediction] {
        guard Self.isFilled(element) else {
            guard !isNamed else { return [] }
            return demand(rule, isMandatory, number, 0)
        }
        if rule.usage == .notUsed { return [Prediction("GDE-ELEM-NOTUSED", at: position, element: number)] }
        var found: [Prediction] = []
        for repetition in element.prefix(rule.maximumRepeat) where repetition != [""] {
            if rule.type == .composite {
                found += composite(rule, number, repetition)
            } else if repetition.count > 1 {
                found.append(Prediction("ENV-TOO-MANY-ELEM", at: position, element: number, component: 2))
            } else if let broken = ValueOracle(guide: guide, rule: rule, format: format(before)).broken(
                by: repetition[0])
            {
                found.append(Prediction(broken, at: position, element: number))
            }
        }
        if element.count > rule.maximumRepeat {
            found.append(Prediction("ENV-TOO-MANY-ELEM", at: position, element: number))
        }
        return found
    }

    private func composite(_ rule: ElementRule, _ number: Int, _ parts: [String]) -> [Prediction] {
        let base = X12Specs.dictionary.composite(rule.dataElement)
        var found: [Prediction] = []
        let missing = conditions(
            base?.syntaxNotes ?? [], parts.map { !$0.isEmpty }, among: rule.components
        ) { rule, blamed in
            found.append(Prediction(rule, at: position, element: number, component: blamed))
        }
        for (offset, index) in rule.components.enumerated() {
            let component = guide.elements[index]
            let value = offset < parts.count ? parts[offset] : ""
            guard !value.isEmpty else {
                let isMandatory = base.map { $0.elements[offset].requirement == .mandatory } ?? false
                if !missing.contains(offset + 1) {
                    found += demand(component, isMandatory, number, offset + 1)
                }
                continue
            }
            if component.usage == .notUsed {
                found.append(
                    Prediction("GDE-ELEM-NOTUSED", at: position, element: number, component: offset + 1))
                continue
            }
            let format = format(parts.prefix(offset).map { [[$0]] }, in: rule.components)
            if let broken = ValueOracle(guide: guide, rule: component, format: format).broken(by: value) {
                found.append(Prediction(broken, at: position, element: number, component: offset + 1))
            }
        }
        if parts.lastIndex(where: { !$0.isEmpty }).map({ $0 >= rule.components.count }) == true {
            found.append(
                Prediction(
                    "ENV-TOO-MANY-ELEM", at: position, element: number, component: rule.components.count + 1))
        }
        if parts.last?.isEmpty == true {
            found.append(Prediction("ENV-SEG-TRAIL-SEP", at: position, element: number))
        }
        return found
    }

    private func demand(
        _ rule: ElementRule, _ isMandatory: Bool, _ element: Int, _ component: Int
    ) -> [Prediction] {
        if rule.usage == .notUsed { return [] }
        if isMandatory {
            return [Prediction("ENV-REQ-ELEM", at: position, element: element, component: component)]
        }
        guard rule.usage == .required else { return [] }
        return [Prediction("GDE-ELEM-REQ", at: position, element: element, component: component)]
    }

    /// The date format that the nearest qualifier (element 1250) before a value names.
    private func format(_ before: [[[String]]], in rules: Range<Int>? = nil) -> String {
        let rules = rules ?? guide.segments[rule].elements
        let qualifier = zip(rules, before).reversed().first { guide.elements[$0.0].dataElement == "1250" }
        return qualifier?.1.first?.first ?? ""
    }

    // MARK: - Conditions

    /// Says which conditions are broken, each by the first position that would mend it; returns those named as
    /// missing. A condition that asks for what another one asked for already says nothing new, and what the guide does not
    /// use at all is said by another rule.
    private func conditions(
        _ notes: [SyntaxNote], _ filled: [Bool], among rules: Range<Int>, _ report: (String, Int) -> Void
    ) -> Set<Int> {
        func isFilled(_ position: Int) -> Bool { position <= filled.count && filled[position - 1] }
        var missing: Set<Int> = []
        for note in notes {
            let sent = note.positions.filter(isFilled)
            let empty = note.positions.filter { !isFilled($0) }
            let isFirstSent = note.positions.first.map(isFilled) ?? false
            let isBroken =
                switch note.kind {
                case .paired: !sent.isEmpty && !empty.isEmpty
                case .required: sent.isEmpty
                case .exclusion: sent.count > 1
                case .conditional: isFirstSent && !empty.isEmpty
                case .listConditional: isFirstSent && sent.count == 1
                }
            let isUnused = sent.contains { position in
                position <= rules.count && guide.elements[rules.lowerBound + position - 1].usage == .notUsed
            }
            guard isBroken, !isUnused else { continue }
            if note.kind == .exclusion {
                if let last = sent.last { report("ENV-SYN-E", last) }
            } else if missing.isDisjoint(with: empty) {
                missing.formUnion(empty)
                report("ENV-SYN-\(note.kind.rawValue)", empty[0])
            }
        }
        return missing
    }
}
