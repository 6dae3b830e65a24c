internal import X12Diagnostics
internal import X12Grammar
internal import X12Text

/// How the lines of an inspected file look.
struct InspectStyle {
    private let usesColour: Bool
    private let renderer = FindingRenderer(file: "", showsValues: true)
    private static let nameWidth = 40
    private static let positionWidth = 5
    private static let valueWidth = 12

    init(usesColour: Bool) { self.usesColour = usesColour }

    /// The heading before an ISA, GS or ST; empty before any other segment.
    func heading(_ segment: borrowing SegmentView) -> String {
        switch segment.identifier {
        case "ISA": line("Interchange \(value(segment, 13))", depth: 0, .heading)
        case "GS": line("Group \(value(segment, 6)): \(value(segment, 8))", depth: 1, .heading)
        case "ST": line("Transaction set \(value(segment, 2)): \(value(segment, 1))", depth: 2, .heading)
        default: ""
        }
    }

    /// The heading of a loop.
    func loop(_ loop: LoopRule, depth: Int) -> String {
        line("Loop \(loop.identifier)  \(loop.name)", depth: depth, .heading)
    }

    /// A segment and its values; the number behind its name counts from ST, as findings do.
    func segment(_ rows: SegmentRows, at location: Location, depth: Int) -> String {
        let identifier = Printable.text(rows.identifier)
        let number = location.segmentPosition > 0 ? "  (segment \(location.segmentPosition))" : ""
        let name = rows.name.isEmpty ? "not a segment that is known here" : rows.name
        var text = line(Self.padded(identifier, 3) + "  \(name)\(number)", depth: depth, .segment)
        for row in rows.rows {
            let value = row.meaning.isEmpty ? row.value : Self.padded(row.value, Self.valueWidth)
            let meaning = row.meaning.isEmpty ? "" : "  \(row.meaning)"
            let position = Self.padded(row.position, Self.positionWidth)
            let name = Self.padded(row.name, Self.nameWidth)
            text += line(
                "     \(position)  \(name)  \(value)\(styled(meaning, .meaning))", depth: depth, .plain)
        }
        return text
    }

    /// A finding, below the segment it is about.
    func remark(_ finding: Finding, depth: Int) -> String {
        let severity = finding.rule.severity
        let words = "\(severity.rawValue): \(renderer.message(finding)) [\(finding.rule.id)]"
        return line("  ^  \(words)", depth: depth, severity >= .error ? .error : .warning)
    }

    /// What stands for segments that are not shown.
    func gap(_ count: Int, depth: Int) -> String {
        line("... \(Figures.count(count, "segment")) deeper inside", depth: depth, .plain)
    }

    // MARK: - Text

    /// A way to stand out on a terminal: the number of an ANSI attribute.
    private enum Attribute: String {
        case plain = ""
        case heading = "1;36"
        case segment = "1"
        case meaning = "32"
        case error = "1;31"
        case warning = "1;33"
    }

    private func line(_ text: String, depth: Int, _ attribute: Attribute) -> String {
        String(repeating: "  ", count: depth) + styled(text, attribute) + "\n"
    }

    private func styled(_ text: String, _ attribute: Attribute) -> String {
        guard usesColour, attribute != .plain, !text.isEmpty else { return text }
        return "\u{1B}[\(attribute.rawValue)m\(text)\u{1B}[0m"
    }

    private func value(_ segment: borrowing SegmentView, _ position: Int) -> String {
        Printable.text(segment[position].string)
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
