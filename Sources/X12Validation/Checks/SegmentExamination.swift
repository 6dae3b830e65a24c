internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Text

/// The slow look at a segment, which says in words what is wrong with it.
///
/// Used on segments that ``SegmentScan`` has doubts about. One root cause gives one fault: what is wrong with
/// a value's characters silences its length, a condition that names a missing element silences that it is
/// demanded.
struct SegmentExamination {
    let table: CheckTable
    let check: SegmentCheck
    let segment: RawSegment
    let delimiters: Delimiters
    /// The segment's identifier and name in words.
    let identifier: String
    let name: String
    var codes: BaseCodes
    private(set) var faults: [Fault] = []

    init(
        _ table: CheckTable, _ check: SegmentCheck, _ segment: RawSegment, _ delimiters: Delimiters,
        identifier: String, name: String, codes: BaseCodes
    ) {
        self.table = table
        self.check = check
        self.segment = segment
        self.delimiters = delimiters
        self.identifier = identifier
        self.name = name
        self.codes = codes
    }

    /// Looks at everything.
    mutating func examine() {
        let sent = segment.elementCount
        let lastFilled = (0..<sent).last { !segment.element($0 + 1).isEmpty }.map { $0 + 1 } ?? 0
        guard lastFilled > 0 else {
            faults.append(Fault(rule: .segmentEmpty, name: name))
            return
        }
        let count = Int(check.elementCount)
        let missing = conditions(
            present(upTo: min(lastFilled, 64)), Int(check.firstNote), Int(check.noteCount),
            among: Int(check.firstElement)..<Int(check.firstElement) + count
        ) {
            $0
        }
        for position in 1...max(1, min(count, max(lastFilled, Int(check.lastRequired)))) {
            element(position, isBlamed: missing.contains(position))
        }
        if check.isList { gap(before: lastFilled) }
        if lastFilled > count {
            let plural = count == 1 ? "element" : "elements"
            faults.append(
                Fault(
                    rule: .tooManyElements, element: count + 1, detail: "\(identifier) has \(count) \(plural)"
                ))
        }
        // Separators that stand for an element which is missed are no fault of their own.
        if lastFilled < sent, !faults.contains(where: { $0.element > lastFilled && $0.element <= sent }) {
            faults.append(Fault(rule: .trailingSeparator))
        }
        faults.sort { ($0.element, $0.component, $0.repetition) < ($1.element, $1.component, $1.repetition) }
    }

    /// Reports a hole in a list; an empty first element is missed by other checks, and what the guide does not
    /// have is no part of the list.
    private mutating func gap(before end: Int) {
        let lastFilled =
            (0..<min(end, Int(check.elementCount))).last {
                !segment.element($0 + 1).isEmpty
                    && table.elements[Int(check.firstElement) + $0].kind != .notUsed
            }.map { $0 + 1 } ?? 0
        guard lastFilled > 1, let hole = (1..<lastFilled).first(where: { segment.element($0).isEmpty }),
            hole > 1
        else {
            return
        }
        let index = Int(check.firstElement) + hole - 1
        let place = Fault(rule: .listGap, element: hole, name: table.rules[index].name)
        add(.listGap, at: place, detail: "\(identifier)\(String(lastFilled, digits: 2))")
    }

    /// Leaves out what was found about the code at a position.
    mutating func forget(codeAt element: Int, _ component: Int) {
        faults.removeAll {
            $0.element == element && $0.component == component
                && [.codeBad, .codeNotUsed, .codeSpelling].contains($0.rule)
        }
    }

    // MARK: - Elements

    private func present(upTo last: Int) -> UInt64 {
        guard last > 0 else { return 0 }
        return (1...last).reduce(UInt64(0)) {
            segment.element($1).isEmpty ? $0 : $0 | 1 << UInt64($1 - 1)
        }
    }

    private mutating func element(_ position: Int, isBlamed: Bool) {
        let index = Int(check.firstElement) + position - 1
        let check = table.elements[index]
        let value = segment.element(position)
        var place = Fault(rule: .elementRequired, element: position, name: table.rules[index].name)
        guard !value.isEmpty else {
            if check.isRequired, !isBlamed { demand(check, at: place) }
            return
        }
        if check.kind == .notUsed { return notUsed(index, value, at: place) }
        // Whoever holds it against something else says all there is to say.
        guard check.kind != .skipped else { return }
        let parts = parts(of: value, delimiters.repetition)
        guard parts.count > 1 else { return repetition(index, value, at: place) }
        for (offset, part) in parts.enumerated() {
            place.repetition = offset + 1
            guard offset < Int(check.repetitions) else {
                let times = check.repetitions == 1 ? "once" : "\(check.repetitions) times"
                return add(.tooManyRepetitions, at: place, detail: "it may come \(times)")
            }
            if !part.isEmpty { repetition(index, part, at: place) }
        }
    }

    private mutating func repetition(_ index: Int, _ value: UnsafeBufferPointer<UInt8>, at place: Fault) {
        let check = table.elements[index]
        let parts = parts(of: value, delimiters.component)
        guard check.kind == .composite else {
            guard parts.count == 1 else {
                var place = place
                place.component = 2
                return add(.tooManyComponents, at: place, detail: "\(place.name) has no components")
            }
            let before = check.qualifier > 0 ? segment.element(Int(check.qualifier)) : value
            return self.value(index, value, qualifier: before, at: place)
        }
        composite(index, parts, at: place)
    }

    private mutating func composite(_ index: Int, _ parts: [UnsafeBufferPointer<UInt8>], at place: Fault) {
        let check = table.elements[index]
        let count = Int(check.componentCount)
        let lastFilled = parts.lastIndex { !$0.isEmpty } ?? -1
        var present: UInt64 = 0
        for (offset, part) in parts.prefix(64).enumerated() where !part.isEmpty {
            present |= 1 << UInt64(offset)
        }
        let components = Int(check.firstComponent)..<Int(check.firstComponent) + count
        let missing = conditions(
            present, Int(check.firstNote), Int(check.noteCount), among: components
        ) { fault in
            var fault = fault
            fault.component = fault.element
            fault.element = place.element
            fault.repetition = place.repetition
            fault.name = ""
            return fault
        }
        for offset in 0..<count {
            let index = Int(check.firstComponent) + offset
            var place = place
            place.component = offset + 1
            place.name = table.rules[index].name
            guard offset < parts.count, !parts[offset].isEmpty else {
                let check = table.elements[index]
                if check.isRequired, !missing.contains(offset + 1) { demand(check, at: place) }
                continue
            }
            if table.elements[index].kind == .notUsed {
                notUsed(index, parts[offset], at: place)
            } else {
                let qualifier = Int(table.elements[index].qualifier)
                let before = qualifier > 0 ? parts[qualifier - 1] : parts[offset]
                value(index, parts[offset], qualifier: before, at: place)
            }
        }
        if lastFilled >= count {
            var place = place
            place.component = count + 1
            add(.tooManyComponents, at: place, detail: "\(place.name) has \(count) components")
        }
        let isMissed = faults.contains {
            $0.element == place.element && $0.repetition == place.repetition && $0.component > lastFilled + 1
                && $0.component <= parts.count
        }
        if lastFilled < parts.count - 1, !isMissed { add(.trailingSeparator, at: place) }
    }

    /// Reports the conditions that do not hold among elements or components, whose checks are given; returns the positions
    /// they say are missing.
    private mutating func conditions(
        _ present: UInt64, _ first: Int, _ count: Int, among checks: Range<Int>, _ place: (Fault) -> Fault
    ) -> Set<Int> {
        var missing: Set<Int> = []
        for index in first..<first + count where !table.notes[index].holds(present) {
            let note = table.noteRules[index]
            let filled = note.positions.filter { present & 1 << UInt64($0 - 1) != 0 }
            let empty = note.positions.filter { !filled.contains($0) }
            let blamed = note.kind == .exclusion ? filled.last : empty.first
            guard let blamed, note.kind == .exclusion || missing.isDisjoint(with: empty) else { continue }
            // What the guide does not use, and was told so, asks for nothing and forbids nothing.
            guard !isNotUsed(filled, among: checks) else { continue }
            missing.formUnion(note.kind == .exclusion ? [] : empty)
            let rule = Int(check.firstElement) + blamed - 1
            let name = blamed <= Int(check.elementCount) ? table.rules[rule].name : ""
            faults.append(
                place(
                    Fault(
                        rule: Self.rule(note), element: blamed, detail: Self.words(note, filled), name: name))
            )
        }
        return missing
    }

    private func isNotUsed(_ positions: [Int], among checks: Range<Int>) -> Bool {
        positions.contains {
            $0 <= checks.count && table.elements[checks.lowerBound + $0 - 1].kind == .notUsed
        }
    }

    private static func rule(_ note: SyntaxNote) -> Finding.Rule {
        switch note.kind {
        case .paired: .syntaxPaired
        case .required: .syntaxRequired
        case .exclusion: .syntaxExclusion
        case .conditional: .syntaxConditional
        case .listConditional: .syntaxList
        }
    }

    private static func words(_ note: SyntaxNote, _ filled: [Int]) -> String {
        func list(_ positions: [Int], _ word: String) -> String {
            let texts = positions.map { String($0, digits: 2) }
            guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
            return texts.dropLast().joined(separator: ", ") + " \(word) " + last
        }
        return switch note.kind {
        case .paired: "positions \(list(note.positions, "and")) are sent together"
        case .required: "one of the positions \(list(note.positions, "or")) is sent"
        case .exclusion: "only one of the positions \(list(note.positions, "and")) is sent"
        case .conditional:
            "position \(list([note.positions[0]], "")) needs \(list(Array(note.positions.dropFirst()), "and"))"
        case .listConditional:
            "position \(list([note.positions[0]], "")) needs \(list(Array(note.positions.dropFirst()), "or"))"
        }
    }

    // MARK: - Faults

    private mutating func demand(_ check: ElementCheck, at place: Fault) {
        add(check.isMandatory ? .elementMandatory : .elementRequired, at: place)
    }

    private mutating func notUsed(_ index: Int, _ value: UnsafeBufferPointer<UInt8>, at place: Fault) {
        add(.elementNotUsed, at: place, found: ValueFact.fact(value, table.rules[index]))
    }

    mutating func add(
        _ rule: Finding.Rule, at place: Fault, found: Fact? = nil, expected: [String] = [],
        detail: String = ""
    ) {
        faults.append(
            Fault(
                rule: rule, element: place.element, component: place.component, repetition: place.repetition,
                found: found, expected: expected, detail: detail, name: place.name))
    }

    private func parts(
        of value: UnsafeBufferPointer<UInt8>, _ separator: UInt8?
    ) -> [UnsafeBufferPointer<UInt8>] {
        guard let separator, value.contains(separator) else { return [value] }
        return value.split(separator: separator, omittingEmptySubsequences: false).map {
            UnsafeBufferPointer(rebasing: $0)
        }
    }
}
