internal import X12Grammar
internal import X12Text

/// Makes checks out of rules and of what the base standard adds to them.
struct CheckBuilder {
    let rules: [ElementRule]
    var notes: [SyntaxNote]
    let codes: CodeTables
    let dictionary: BaseDictionary
    private(set) var checks: [ElementCheck]
    /// Where the relational conditions of a composite stand, by its number.
    private var compositeNotes: [String: Range<Int>] = [:]

    init(rules: [ElementRule], notes: [SyntaxNote], codes: CodeTables, dictionary: BaseDictionary) {
        self.rules = rules
        self.notes = notes
        self.codes = codes
        self.dictionary = dictionary
        checks = Array(repeating: ElementCheck(), count: rules.count)
    }

    /// The check of a segment; those of its elements are put in their places.
    mutating func segment(_ source: CheckTable.Source) -> SegmentCheck {
        let slots = dictionary.segment(source.identifier)?.elements ?? []
        var lastRequired = 0
        var required: UInt64 = 0
        for (offset, index) in source.elements.enumerated() {
            let isMandatory = offset < slots.count && slots[offset].requirement == .mandatory
            var check = element(index, isMandatory: isMandatory, among: source.elements)
            if Self.isCheckedElsewhere(source.identifier, offset + 1) {
                check.kind = .skipped
                check.isRequired = false
            }
            checks[index] = check
            if check.isRequired {
                lastRequired = offset + 1
                required |= Self.bit(offset + 1)
            }
        }
        return SegmentCheck(
            firstElement: Int32(source.elements.lowerBound), elementCount: Int32(source.elements.count),
            lastRequired: Int32(lastRequired), required: required,
            firstNote: Int32(source.syntaxNotes.lowerBound),
            noteCount: Int32(source.syntaxNotes.count), isList: source.isList)
    }

    /// The flat form of a condition.
    static func check(_ note: SyntaxNote) -> NoteCheck {
        let kind: NoteCheck.Kind =
            switch note.kind {
            case .paired: .paired
            case .required: .required
            case .exclusion: .exclusion
            case .conditional: .conditional
            case .listConditional: .listConditional
            }
        let mask = note.positions.reduce(UInt64(0)) { $0 | bit($1) }
        return NoteCheck(kind: kind, mask: mask, first: bit(note.positions.first ?? 0))
    }

    // MARK: - Elements

    private mutating func element(
        _ index: Int, isMandatory: Bool, among siblings: Range<Int>
    ) -> ElementCheck {
        let rule = rules[index]
        var check = ElementCheck()
        check.isMandatory = isMandatory && rule.usage != .notUsed
        check.isRequired = rule.usage == .required || check.isMandatory
        check.minimum = Int32(clamping: rule.minimumLength)
        check.maximum = Int32(clamping: rule.maximumLength)
        let supported = rule.guideMaximumLength > 0 ? rule.guideMaximumLength : rule.maximumLength
        check.supported = Int32(clamping: supported)
        check.repetitions = Int32(clamping: rule.maximumRepeat)
        check.kind = Self.kind(rule)
        switch check.kind {
        case .composite:
            check.firstComponent = Int32(rule.components.lowerBound)
            check.componentCount = Int32(rule.components.count)
            components(of: rule)
            let notes = noteRange(rule.dataElement)
            check.firstNote = Int32(notes.lowerBound)
            check.noteCount = Int32(notes.count)
        case .code:
            check.codes = Int32(codes.starts[rule.codes])
            check.codeMask = Int32(codes.masks[rule.codes])
            check.hasLongCodes = codes.hasLongCodes[rule.codes]
        case .period:
            let before = siblings.prefix { $0 < index }
            let qualifier = before.last { rules[$0].dataElement == "1250" && rules[$0].usage != .notUsed }
            check.qualifier = Int32(qualifier.map { $0 - siblings.lowerBound + 1 } ?? 0)
            if qualifier == nil { check.kind = .text }
        default: break
        }
        return check
    }

    private mutating func components(of rule: ElementRule) {
        let slots = dictionary.composite(rule.dataElement)?.elements ?? []
        for (offset, index) in rule.components.enumerated() {
            let isMandatory = offset < slots.count && slots[offset].requirement == .mandatory
            checks[index] = element(index, isMandatory: isMandatory, among: rule.components)
        }
    }

    private mutating func noteRange(_ composite: String) -> Range<Int> {
        if let known = compositeNotes[composite] { return known }
        let start = notes.count
        notes += dictionary.composite(composite)?.syntaxNotes ?? []
        compositeNotes[composite] = start..<notes.count
        return start..<notes.count
    }

    private static func kind(_ rule: ElementRule) -> ElementCheck.Kind {
        if rule.usage == .notUsed { return .notUsed }
        if rule.type == .composite { return .composite }
        if rule.codes >= 0 { return .code }
        return switch rule.type {
        case .identifier: .outsideCode
        case .integer, .implied2: .wholeNumber
        case .decimal: rule.dataElement == "782" ? .money : .decimal
        case .date: rule.maximumLength == 8 ? .date : .shortDate
        case .time: .time
        case .text, .binary, .composite: rule.dataElement == "1251" ? .period : .text
        }
    }

    /// Counts and control numbers of trailers and what ST01 says are the reader's business, ST03 is held against
    /// GS08.
    private static func isCheckedElsewhere(_ segment: SegmentIdentifier, _ position: Int) -> Bool {
        switch segment {
        case "SE", "GE", "IEA": true
        case "ST": position != 2
        default: false
        }
    }

    private static func bit(_ position: Int) -> UInt64 {
        (1...64).contains(position) ? 1 << UInt64(position - 1) : 0
    }
}
