internal import X12Diagnostics
internal import X12Grammar
internal import X12Specs
internal import X12Text

/// One segment with its elements, each with name, value and what the value means.
struct SegmentRows {
    /// One value of the segment.
    struct Row {
        /// The position: `02`, `05-1`, `03 (2)` for a second repetition.
        var position: String
        var name: String
        var value: String
        /// The words for a code, a date as people write it; empty when the value speaks for itself.
        var meaning: String
    }

    /// The segment identifier.
    let identifier: String
    /// What the segment is at its place, or in the base standard; empty when neither knows it.
    let name: String
    /// Its values, empty elements left out.
    private(set) var rows: [Row] = []

    /// What is known of an element or component.
    private struct Slot {
        var dataElement = ""
        var name = ""
        var type = DataType.text
        var components: [Slot] = []
    }

    /// Describes a segment by its rule in a guide, or by the base dictionary where there is none.
    init(_ segment: borrowing SegmentView, _ rule: SegmentRule?, of guide: Guide?) {
        identifier = segment.identifier.description
        let definition = X12Specs.dictionary.segment(segment.identifier)
        name = rule?.name ?? definition?.name ?? ""
        let slots: [Slot] =
            if let rule, let guide {
                guide.elements[rule.elements].map { Self.slot($0, guide) }
            } else {
                definition?.elements.map(Self.slot) ?? []
            }
        // ISA11 and ISA16 are separators themselves.
        let isHeader = segment.identifier == "ISA"
        var format = ""
        for position in 1..<(segment.elementCount + 1) where segment.length(of: position) > 0 {
            let slot = position <= slots.count ? slots[position - 1] : Slot()
            let label = String(position, digits: 2)
            if isHeader {
                let value = segment[position].string.trimmedEnd
                if !value.isEmpty { rows.append(Self.row(label, slot, value, "")) }
                continue
            }
            let element = segment.element(position)
            let repetitions = element.repetitionCount
            for number in 1..<(repetitions + 1) {
                let suffix = repetitions > 1 ? " (\(number))" : ""
                append(element.repetition(number), slot, label, suffix, &format)
            }
        }
    }

    // MARK: - Rows

    /// Appends an element, or its components; `format` is the date format that an earlier element named.
    private mutating func append(
        _ element: borrowing ElementView, _ slot: Slot, _ label: String, _ suffix: String,
        _ format: inout String
    ) {
        let parts = element.componentCount
        guard parts > 1 || !slot.components.isEmpty else {
            let value = element.bytes.string
            rows.append(Self.row(label + suffix, slot, value, format))
            if slot.dataElement == "1250" { format = value }
            return
        }
        for part in 1..<(parts + 1) {
            let value = element.component(part).string
            guard !value.isEmpty else { continue }
            let inner = part <= slot.components.count ? slot.components[part - 1] : Slot()
            rows.append(Self.row("\(label)-\(part)\(suffix)", inner, value, format))
            if inner.dataElement == "1250" { format = value }
        }
    }

    private static func row(_ label: String, _ slot: Slot, _ value: String, _ format: String) -> Row {
        Row(
            position: label, name: slot.name, value: Printable.text(value),
            meaning: meaning(of: value, slot, format))
    }

    private static func meaning(of value: String, _ slot: Slot, _ format: String) -> String {
        switch slot.type {
        case .date:
            // ISA09 leaves the century out.
            return CalendarDate(x12: value.utf8.count == 6 ? "20" + value : value)?.description ?? ""
        case .time: return ClockTime(x12: value)?.description ?? ""
        case .decimal, .integer, .implied2: return ""
        default: break
        }
        if slot.dataElement == "1251" {
            return DateTimePeriod(qualifier: format, x12: value)?.description ?? ""
        }
        return X12Specs.label(dataElement: slot.dataElement, code: value) ?? ""
    }

    private static func slot(_ rule: ElementRule, _ guide: Guide) -> Slot {
        Slot(
            dataElement: rule.dataElement, name: rule.name, type: rule.type,
            components: guide.elements[rule.components].map { slot($0, guide) })
    }

    private static func slot(_ slot: ElementSlot) -> Slot {
        let type = X12Specs.dictionary.element(slot.dataElement)?.type ?? .text
        let composite = X12Specs.dictionary.composite(slot.dataElement)
        return Slot(
            dataElement: slot.dataElement, name: slot.name, type: type,
            components: composite?.elements.map(Self.slot) ?? [])
    }
}
