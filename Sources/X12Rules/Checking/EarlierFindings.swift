internal import X12Diagnostics
internal import X12Parser

/// What was found in a block before rules were asked about it, put so that each finding of theirs is held against it at
/// once: a block may have ten thousand of both.
struct EarlierFindings {
    private let all: [Finding]
    /// The rules that were broken.
    let rules: Set<String>
    /// Those at elements, by the segment's number in the input.
    private let atElements: [Int: [Finding]]
    /// Whether something takes away what a rule relies on, by the rule's index.
    private var takenAway: [Int: Bool] = [:]

    /// Those of some findings that stand in a block.
    init(_ findings: [Finding], in block: borrowing Block) {
        let ordinals = Int(block[0].ordinal)...Int(block[block.count - 1].ordinal)
        all = findings.filter { ordinals.contains($0.location.segment) }
        rules = Set(all.map(\.rule.id))
        atElements = Dictionary(grouping: all.filter { $0.location.element > 0 }, by: \.location.segment)
    }

    /// Whether something takes away what a rule relies on, or one of what it adds up.
    mutating func takesAway(from rule: Rule, _ index: Int, in block: borrowing Block) -> Bool {
        if let known = takenAway[index] { return known }
        var isTaken = false
        for finding in all where !isTaken {
            isTaken = finding.isAbout(rule.reliesOn, in: block) || finding.takesAway(rule.addsUp, in: block)
        }
        takenAway[index] = isTaken
        return isTaken
    }

    /// Whether an error of level 1 or 2 is about the very value that a finding is about: what is no value of its element
    /// can break no rule about the value.
    func spoil(_ finding: Finding) -> Bool {
        atElements[finding.location.segment]?.contains { $0.spoils(finding) } ?? false
    }
}

extension Finding {
    /// Whether this, an error of level 1 or 2, is about the very value that another finding is about.
    fileprivate func spoils(_ other: Finding) -> Bool {
        rule.severity >= .error && rule.level <= 2 && location.segment == other.location.segment
            && location.element > 0 && location.element == other.location.element
            && (location.component == other.location.component || location.component == 0
                || other.location.component == 0)
    }
}
