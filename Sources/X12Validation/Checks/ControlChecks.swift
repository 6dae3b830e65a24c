internal import X12Grammar
internal import X12Specs
internal import X12Text

/// The checks of the control segments that no guide describes: GS and TA1.
///
/// ISA has its fixed layout and rules of its own; the trailers' counts are the reader's business.
final class ControlChecks: Sendable {
    static let shared = ControlChecks()

    /// The checks, GS at index 0, TA1 at index 1.
    let table: CheckTable

    private init() {
        let dictionary = X12Specs.dictionary
        var rules: [ElementRule] = []
        var lists: [[String]] = []
        var sources: [CheckTable.Source] = []
        for identifier: SegmentIdentifier in ["GS", "TA1"] {
            let start = rules.count
            for (offset, slot) in (dictionary.segment(identifier)?.elements ?? []).enumerated() {
                var rule = ElementRule(
                    position: offset + 1, dataElement: slot.dataElement, name: slot.name,
                    usage: slot.requirement == .mandatory ? .required : .situational, type: .text,
                    minimumLength: 1, maximumLength: .max)
                if let element = dictionary.element(slot.dataElement) {
                    rule.type = element.type
                    rule.minimumLength = element.minimumLength
                    rule.maximumLength = element.maximumLength
                }
                if !slot.codes.isEmpty {
                    rule.codes = lists.count
                    lists.append(slot.codes)
                }
                rules.append(rule)
            }
            sources.append(
                CheckTable.Source(
                    identifier: identifier, elements: start..<rules.count, syntaxNotes: 0..<0))
        }
        table = CheckTable(
            sources, elements: rules, notes: [], codeLists: lists, dictionary: dictionary)
    }
}
