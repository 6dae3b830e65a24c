internal import X12Diagnostics
internal import X12Parser
internal import X12Rules
internal import X12Validation

/// What is wrong with the blocks of one input, up to a level.
struct Validation: ~Copyable {
    /// The highest level that there are checks for so far; what partners agree on beyond is level 7.
    static let highestLevel = 6

    private let configuration: RuleConfiguration
    private var validator = BlockValidator()
    private var rules: RuleEngine
    private let asksRules: Bool

    init(_ configuration: RuleConfiguration) {
        self.configuration = configuration
        rules = RuleEngine(configuration)
        asksRules = configuration.highestLevel > 1
    }

    /// The findings on a block, in the order of its segments.
    mutating func findings(of block: borrowing Block) -> [Finding] {
        var findings = block.findings
        validator.validate(block, into: &findings)
        if asksRules { rules.check(block, into: &findings) }
        guard !findings.isEmpty else { return findings }
        findings = findings.compactMap { configuration.adjusted($0) }
        guard findings.count > 1 else { return findings }
        let placed = findings.enumerated().sorted { left, right in
            (left.element.location.segment, left.offset) < (right.element.location.segment, right.offset)
        }
        return placed.map(\.element)
    }
}
