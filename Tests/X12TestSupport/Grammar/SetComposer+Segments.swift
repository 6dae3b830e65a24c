internal import X12Grammar
internal import X12Text

/// Segments, elements and components.
extension SetComposer {
    /// The code sent last, which may say what the value behind it is.
    struct Qualifier {
        var code: [UInt8] = []
        var dataElement = ""
    }

    /// Makes a segment; returns the code that tells it from others, as an index into that element's list.
    ///
    /// Codes in `taken` were sent before it in the same place, and are avoided.
    mutating func segment(_ index: Int, _ place: Place, taken: Set<Int>) -> Int? {
        let rule = plan.guide.segments[index]
        let segment = plan.segments[index]
        segmentCount += 1
        var text = segment.name
        text.reserveCapacity(80)
        var telling: Int?
        var qualifier = Qualifier()
        var rest = positions(rule.elements, segment.conditions)
        // The diagnoses are a list, filled from the left.
        if segment.identifier == "HI" { rest = UInt64.max >> UInt64(rest.leadingZeroBitCount) }
        for (offset, element) in rule.elements.enumerated() where rest != 0 {
            text.append(GeneratedSegment.Separator.element)
            let isSent = rest & 1 != 0
            rest >>= 1
            guard isSent else { continue }
            coverage.visit(element: element, times: 1)
            if let value = structural(segment.identifier, offset + 1, place) {
                text += value
                if let code = plan.elements[element].codes.firstIndex(of: value) {
                    coverage.visit(code: code, of: element)
                }
                continue
            }
            let tells = rule.discriminator?.element == offset + 1
            let code = self.element(element, &qualifier, taken: tells ? taken : [], to: &text)
            if tells { telling = code }
        }
        coverage.visit(segment: index, times: 1)
        byteCount += text.count + 1
        piece.append(
            GeneratedSegment(
                rule: index, loopInstance: place.instance, opensLoop: plan.loops[rule.loop].opener == index,
                text: text))
        return telling
    }

    /// The values that follow from where a segment stands.
    private func structural(_ segment: SegmentIdentifier, _ position: Int, _ place: Place) -> [UInt8]? {
        switch (segment, position) {
        case ("ST", 2), ("SE", 2): setNumber
        case ("SE", 1): Array(String(segmentCount).utf8)
        case ("HL", 1): Array(String(place.level).utf8)
        case ("HL", 2): Array(String(place.parentLevel).utf8)
        case ("HL", 4): [place.hasChild ? UInt8(ascii: "1") : UInt8(ascii: "0")]
        case ("LX", 1): Array(String(place.ordinal).utf8)
        default: nil
        }
    }

    // MARK: - Elements

    /// Makes an element with its repetitions, or a component; returns the code that it begins with.
    private mutating func element(
        _ index: Int, _ qualifier: inout Qualifier, taken: Set<Int> = [], to text: inout [UInt8]
    ) -> Int? {
        let times = times(index)
        var first: Int?
        for repetition in 0..<times {
            if repetition > 0 { text.append(GeneratedSegment.Separator.repetition) }
            let code = value(index, &qualifier, taken: taken, to: &text)
            if repetition == 0 { first = code }
        }
        coverage.visit(element: index, times: times)
        return first
    }

    private mutating func times(_ index: Int) -> Int {
        let maximum = plan.guide.elements[index].maximumRepeat
        guard maximum > 1 else { return 1 }
        if goal.repeated == .element(index) {
            goal.repeated = nil
            return GrammarCoverage.goal(maximum)
        }
        switch profile.extent {
        case .minimal: return 1
        case .everything: return 2
        case .typical:
            return maker.random.happens(percent: 70) ? 1 : maker.random.number(in: 2...min(maximum, 6))
        }
    }

    private mutating func value(
        _ index: Int, _ qualifier: inout Qualifier, taken: Set<Int>, to text: inout [UInt8]
    ) -> Int? {
        let element = plan.elements[index]
        switch element.source {
        case .composite: return composite(index, taken: taken, to: &text)
        case .code:
            let code = code(index, taken: taken)
            coverage.visit(code: code, of: index)
            qualifier.code = element.codes[code]
            qualifier.dataElement = plan.guide.elements[index].dataElement
            text += qualifier.code
            return code
        default:
            maker.append(
                element, qualifier: qualifier.code, qualifies: qualifier.dataElement, to: &text)
            return nil
        }
    }

    /// Makes the components of a composite; returns the code that the first one is.
    private mutating func composite(_ index: Int, taken: Set<Int>, to text: inout [UInt8]) -> Int? {
        let components = plan.guide.elements[index].components
        let conditions = plan.elements[index].conditions
        var rest = positions(components, conditions)
        var qualifier = Qualifier()
        var first: Int?
        for (offset, component) in components.enumerated() where rest != 0 {
            if offset > 0 { text.append(GeneratedSegment.Separator.component) }
            if rest & 1 != 0 {
                let code = element(component, &qualifier, taken: offset == 0 ? taken : [], to: &text)
                if offset == 0 { first = code }
            }
            rest >>= 1
        }
        return first
    }

    private mutating func code(_ index: Int, taken: Set<Int>) -> Int {
        let count = plan.elements[index].codes.count
        if isGuided, coverage.codesLeft[index] > 0 {
            let new = (0..<count).filter {
                !coverage.hasVisited(code: $0, of: index) && !taken.contains($0)
            }
            if !new.isEmpty { return maker.random.pick(new) }
        }
        guard !taken.isEmpty, taken.count < count else { return maker.random.number(in: 0...count - 1) }
        return maker.random.pick((0..<count).filter { !taken.contains($0) })
    }

    // MARK: - Which are sent

    /// Which of the elements of a segment, or components of a composite, are sent; one at least.
    private mutating func positions(_ elements: Range<Int>, _ conditions: RelationalConditions) -> UInt64 {
        var wanted: UInt64 = 0
        var liked: UInt64 = 0
        for (offset, element) in elements.enumerated() {
            let bit: UInt64 = 1 << UInt64(offset)
            guard conditions.usable & bit != 0 else { continue }
            if goal.elements.contains(element) { wanted |= bit }
            switch profile.extent {
            case .minimal: break
            case .everything: liked |= bit
            case .typical:
                let isNew = isGuided && !coverage.isComplete(element: element)
                if maker.random.happens(percent: isNew ? 60 : 35) { liked |= bit }
            }
        }
        let chosen =
            conditions.choose(wanted: wanted, liked: liked, &maker.random)
            ?? conditions.choose(wanted: 0, liked: liked, &maker.random) ?? conditions.required
        return chosen == 0 ? conditions.one(&maker.random) : chosen
    }
}
