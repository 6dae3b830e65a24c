public import X12Diagnostics
public import X12Grammar
internal import X12Parser
public import X12Rules
public import X12Text
internal import X12Validation

/// Checks something as it will go out: as an interchange of its own, at all levels unless the rules are configured
/// otherwise, and by what a payer asks for where a profile says so.
public struct SubmissionCheck: Sendable {
    private let rules: RuleConfiguration
    private let profile: PayerProfile?

    /// Checks by rules, and by a payer's profile.
    public init(rules: RuleConfiguration = RuleConfiguration(), profile: PayerProfile? = nil) {
        self.rules = rules
        self.profile = profile
    }

    /// Checks an interchange.
    ///
    /// - Parameters:
    ///   - source: The interchange.
    ///   - findings: Are appended.
    /// - Throws: what reading the source throws.
    public func check(_ source: consuming ByteSource, into findings: inout [Finding]) throws(X12Error) {
        var reader = BlockReader(source)
        var validator = BlockValidator()
        var engine = RuleEngine(rules)
        var payer = ProfileEngine(profile ?? PayerProfile(), received: rules.received)
        var block = Block()
        while try reader.next(into: &block) {
            var found = block.findings
            validator.validate(block, into: &found)
            engine.check(block, into: &found)
            payer.check(block, into: &found)
            findings += found.compactMap { rules.adjusted($0) }
        }
    }
}
