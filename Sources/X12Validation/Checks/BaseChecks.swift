internal import X12Grammar
internal import X12Specs
internal import X12Text

/// The checks of every segment that the base dictionary defines, for transaction sets whose guide is not known
/// here: types, lengths, mandatory elements, relational conditions, and codes that X12 lists.
///
/// Made when the first such set comes. Sets of another release than 005010 are checked by the same definitions but
/// for codes, since lists grow from release to release; a definition seldom shrinks.
final class BaseChecks: Sendable {
    /// Release 005010.
    static let release = BaseChecks(withCodes: true)
    /// Other releases.
    static let other = BaseChecks(withCodes: false)

    let table: CheckTable
    /// The names of the segments, at the indices of the table.
    let names: [String]
    private let places: [UInt32: Int]

    private init(withCodes: Bool) {
        let dictionary = X12Specs.dictionary
        var rules = BaseRules(dictionary, withCodes: withCodes)
        var sources: [CheckTable.Source] = []
        var places: [UInt32: Int] = [:]
        var names: [String] = []
        let segments = dictionary.segments.sorted { $0.value.identifier < $1.value.identifier }
        for (identifier, definition) in segments {
            places[identifier.packed] = sources.count
            names.append(definition.name)
            sources.append(rules.source(definition))
        }
        self.names = names
        self.places = places
        table = CheckTable(
            sources, elements: rules.elements, notes: rules.notes, codeLists: rules.codeLists,
            dictionary: dictionary)
    }

    /// Where the checks of a segment stand; `nil` where the dictionary has no definition of it.
    func place(of identifier: SegmentIdentifier) -> Int? { places[identifier.packed] }
}

/// Makes element rules, such as guides have, of what the base dictionary says.
private struct BaseRules {
    private let dictionary: BaseDictionary
    private let withCodes: Bool
    private(set) var elements: [ElementRule] = []
    private(set) var notes: [SyntaxNote] = []
    private(set) var codeLists: [[String]] = []
    private var lists: [String: Int] = [:]

    init(_ dictionary: BaseDictionary, withCodes: Bool) {
        self.dictionary = dictionary
        self.withCodes = withCodes
    }

    /// Adds the rules of a segment; components stand behind all elements.
    mutating func source(_ definition: SegmentDefinition) -> CheckTable.Source {
        let start = elements.count
        for (offset, slot) in definition.elements.enumerated() {
            elements.append(rule(slot, offset + 1))
        }
        let end = elements.count
        for index in start..<end where elements[index].type == .composite {
            let first = elements.count
            let slots = dictionary.composite(elements[index].dataElement)?.elements ?? []
            for (offset, slot) in slots.enumerated() { elements.append(rule(slot, offset + 1)) }
            elements[index].components = first..<elements.count
        }
        let firstNote = notes.count
        notes += definition.syntaxNotes
        return CheckTable.Source(
            identifier: SegmentIdentifier(definition.identifier), elements: start..<end,
            syntaxNotes: firstNote..<notes.count)
    }

    private mutating func rule(_ slot: ElementSlot, _ position: Int) -> ElementRule {
        var rule = ElementRule(
            position: position, dataElement: slot.dataElement, name: slot.name,
            usage: slot.requirement == .mandatory ? .required : .situational, type: .composite,
            minimumLength: 1, maximumLength: .max, maximumRepeat: slot.maximumRepeat)
        guard let element = dictionary.element(slot.dataElement) else { return rule }
        rule.type = element.type
        rule.minimumLength = element.minimumLength
        rule.maximumLength = element.maximumLength
        if withCodes, element.type == .identifier { rule.codes = list(of: slot.dataElement) }
        return rule
    }

    private mutating func list(of dataElement: String) -> Int {
        if let known = lists[dataElement] { return known }
        guard let codes = dictionary.codes(of: dataElement) else { return -1 }
        lists[dataElement] = codeLists.count
        codeLists.append(codes.map(String.init))
        return codeLists.count - 1
    }
}
