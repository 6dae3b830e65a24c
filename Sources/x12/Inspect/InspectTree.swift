internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Text

/// Blocks as an indented tree, one block after the other.
///
///     Interchange 000000101
///       ISA  Interchange Control Header
///            06     Interchange Sender ID          CLINIC01
///       Group 101: 005010X222A1
///         Transaction set 0001: 837
///           Loop 2000A  Billing Provider
struct InspectTree {
    /// What is to be shown.
    struct Selection {
        /// The claim's number; `nil` for everything.
        var claim: String?
        /// Identifiers of loops, in capitals; empty for all.
        var loops: Set<String>
        /// How deep inside the transaction set; `nil` for all.
        var depth: Int?
    }

    /// Whether anything that was asked for came up.
    private(set) var hasShown = false

    private let selection: Selection
    private let style: InspectStyle
    /// The levels around the claims to come, which are printed with a claim that is shown.
    private var surroundings: [(depth: Int, text: String)] = []
    /// Segments passed over because they lie too deep, since the last one that was shown.
    private var passedOver = 0

    init(_ selection: Selection, usesColour: Bool) {
        self.selection = selection
        style = InspectStyle(usesColour: usesColour)
    }

    /// The lines of a block, as far as they are to be shown.
    mutating func text(of block: borrowing Block) -> String {
        guard let claim = selection.claim else {
            let text = lines(of: block)
            if !text.isEmpty { hasShown = true }
            return text
        }
        switch block.kind {
        case .level(let loop):
            let depth = block.guide.map { Self.depth(of: loop, $0) } ?? 0
            surroundings.removeAll { $0.depth >= depth }
            surroundings.append((depth, lines(of: block)))
        case .unit where block.view(0)[1].string == claim:
            let around = surroundings.map(\.text).joined()
            // The next claim of the same patient follows without printing them again.
            for index in surroundings.indices { surroundings[index].text = "" }
            hasShown = true
            return around + lines(of: block) + passOver(indent: indent(of: 0, in: block))
        case .unit: break
        default: surroundings = []
        }
        return ""
    }

    // MARK: - Segments

    private mutating func lines(of block: borrowing Block) -> String {
        var text = ""
        var findings = block.findings[...]
        for index in 0..<block.count {
            let ordinal = Int(block[index].ordinal)
            let shown = line(for: index, of: block)
            text += shown ?? ""
            while let finding = findings.first, finding.location.segment <= ordinal {
                findings.removeFirst()
                if shown != nil { text += style.remark(finding, depth: indent(of: index, in: block)) }
            }
        }
        if block.kind == .end { text += passOver(indent: 0) }
        // What is missing behind the last segment, or found behind the input's end.
        guard selection.loops.isEmpty else { return text }
        for finding in findings { text += style.remark(finding, depth: 0) }
        return text
    }

    /// A segment with the headings that go before it; `nil` when it is not to be shown.
    private mutating func line(for index: Int, of block: borrowing Block) -> String? {
        let segment = block.view(index)
        let placement = block[index].placement
        guard let guide = block.guide, placement.rule >= 0 else {
            guard selection.loops.isEmpty else { return nil }
            let indent = indent(of: index, in: block)
            return passOver(indent: indent) + style.heading(segment)
                + style.segment(SegmentRows(segment, nil, of: nil), at: segment.location, depth: indent)
        }
        let rule = guide.segments[Int(placement.rule)]
        guard isSelected(rule.loop, guide) else { return nil }
        let depth = Self.depth(of: rule.loop, guide)
        if let deepest = selection.depth, depth > deepest {
            passedOver += 1
            return nil
        }
        let indent = indent(of: index, in: block)
        var text = passOver(indent: indent)
        if depth == 0 {
            text += style.heading(segment)
        } else if placement.remarks.contains(.opensLoop) {
            text += style.loop(guide.loops[rule.loop], depth: indent - 1)
        }
        var location = segment.location
        location.segmentPosition = Int(block[index].position)
        return text + style.segment(SegmentRows(segment, rule, of: guide), at: location, depth: indent)
    }

    /// A line that counts what was passed over since the last one shown.
    private mutating func passOver(indent: Int) -> String {
        defer { passedOver = 0 }
        return passedOver == 0 ? "" : style.gap(passedOver, depth: indent)
    }

    private func isSelected(_ loop: Int, _ guide: Guide) -> Bool {
        guard !selection.loops.isEmpty else { return true }
        var loop = loop
        while loop >= 0 {
            if selection.loops.contains(guide.loops[loop].identifier) { return true }
            loop = guide.loops[loop].parent
        }
        return false
    }

    /// How far a segment is indented: ISA 1, GS 2, ST 3, its loops deeper.
    private func indent(of index: Int, in block: borrowing Block) -> Int {
        switch block.kind {
        case .interchange, .acknowledgement, .interchangeEnd, .end: return 1
        case .group, .groupEnd: return 2
        default:
            let rule = block[index].placement.rule
            guard let guide = block.guide, rule >= 0 else { return 3 }
            return 3 + Self.depth(of: guide.segments[Int(rule)].loop, guide)
        }
    }

    /// How many loops are around a loop: 0 for the transaction set itself.
    private static func depth(of loop: Int, _ guide: Guide) -> Int {
        var depth = 0
        var parent = guide.loops[loop].parent
        while parent >= 0 {
            depth += 1
            parent = guide.loops[parent].parent
        }
        return depth
    }
}
