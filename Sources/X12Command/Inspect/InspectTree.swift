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
    private var surroundings: [Surrounding] = []
    /// Segments passed over because they lie too deep, since the last one that was shown.
    private var passedOver = 0
    /// How far the last segment that was shown is indented.
    private var lastIndent = 0
    /// The loop of the last segment that was placed; what fits nowhere is shown with it.
    private var lastLoop = 0

    /// A level around claims, as it is to be printed.
    private struct Surrounding {
        let depth: Int
        var text: String
        /// Segments passed over behind the last one that is shown.
        var passedOver: Int
        /// How far that one is indented.
        let lastIndent: Int
    }

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
            surroundings.append(surrounding(depth, block))
        case .unit where block.view(0)[1].string == claim:
            let around = openSurroundings()
            hasShown = true
            return around + lines(of: block) + passOver()
        case .unit: break
        default: surroundings = []
        }
        return ""
    }

    // MARK: - Levels around a claim

    /// A level that is printed once a claim below it is; what is counted of it is kept with it, for most levels never are.
    private mutating func surrounding(_ depth: Int, _ block: borrowing Block) -> Surrounding {
        let indentBefore = lastIndent
        let text = lines(of: block)
        defer {
            passedOver = 0
            lastIndent = indentBefore
        }
        return Surrounding(depth: depth, text: text, passedOver: passedOver, lastIndent: lastIndent)
    }

    /// The lines of the levels around that were not printed yet; the next claim below them follows without them.
    private mutating func openSurroundings() -> String {
        var text = ""
        for index in surroundings.indices {
            let level = surroundings[index]
            if !level.text.isEmpty {
                text += passOver() + level.text
                lastIndent = level.lastIndent
            }
            passedOver += level.passedOver
            surroundings[index].text = ""
            surroundings[index].passedOver = 0
        }
        return text
    }

    // MARK: - Segments

    private mutating func lines(of block: borrowing Block) -> String {
        var text = ""
        if block.kind == .header { lastLoop = 0 }
        var findings = block.findings[...]
        for index in 0..<block.count {
            let ordinal = Int(block[index].ordinal)
            let shown = line(for: index, of: block)
            text += shown ?? ""
            while let finding = findings.first, finding.location.segment <= ordinal {
                findings.removeFirst()
                if shown != nil { text += style.remark(finding, depth: lastIndent) }
            }
        }
        if block.kind == .end { text += passOver() }
        // What is missing behind the last segment, or found behind the input's end.
        guard selection.loops.isEmpty else { return text }
        for finding in findings { text += style.remark(finding, depth: 0) }
        return text
    }

    /// A segment with the headings that go before it; `nil` when it is not to be shown.
    private mutating func line(for index: Int, of block: borrowing Block) -> String? {
        let segment = block.view(index)
        let placement = block[index].placement
        var rule: SegmentRule?
        var depth = 0
        if let guide = block.guide {
            if placement.rule >= 0 {
                rule = guide.segments[Int(placement.rule)]
                lastLoop = guide.segments[Int(placement.rule)].loop
            }
            guard isSelected(lastLoop, guide) else { return nil }
            depth = Self.depth(of: lastLoop, guide)
        } else if !selection.loops.isEmpty {
            return nil
        }
        if let deepest = selection.depth, depth > deepest {
            passedOver += 1
            return nil
        }
        var text = passOver()
        lastIndent = Self.indent(in: block.kind) + depth
        if depth == 0 {
            text += style.heading(segment)
        } else if let guide = block.guide, placement.remarks.contains(.opensLoop) {
            text += style.loop(guide.loops[lastLoop], depth: lastIndent - 1)
        }
        var location = segment.location
        location.segmentPosition = Int(block[index].position)
        return text
            + style.segment(SegmentRows(segment, rule, of: block.guide), at: location, depth: lastIndent)
    }

    /// A line that counts what was passed over since the last one shown.
    private mutating func passOver() -> String {
        defer { passedOver = 0 }
        return passedOver == 0 ? "" : style.gap(passedOver, depth: lastIndent)
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

    /// How far segments outside of loops are indented: ISA 1, GS 2, ST 3.
    private static func indent(in kind: Block.Kind) -> Int {
        switch kind {
        case .interchange, .acknowledgement, .interchangeEnd, .end: 1
        case .group, .groupEnd: 2
        default: 3
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
