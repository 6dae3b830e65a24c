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
    private let codes: (any CodeSource)?

    /// Checks by rules, by a payer's profile, and with code sets beside those that come with the library.
    public init(
        rules: RuleConfiguration = RuleConfiguration(), profile: PayerProfile? = nil,
        codes: (any CodeSource)? = nil
    ) {
        self.rules = rules
        self.profile = profile
        self.codes = codes
    }

    /// Checks an interchange; not at all where the rules' highest level is 0.
    ///
    /// - Parameters:
    ///   - source: The interchange.
    ///   - findings: Are appended.
    /// - Throws: what reading the source throws.
    public func check(_ source: consuming ByteSource, into findings: inout [Finding]) throws(X12Error) {
        guard rules.highestLevel > 0 else { return }
        var reader = BlockReader(source)
        var validator = BlockValidator()
        var engine = RuleEngine(rules, codes: codes)
        var payer = ProfileEngine(profile ?? PayerProfile(), received: rules.received, codes: codes)
        var block = Block()
        while try reader.next(into: &block) {
            var found = block.findings
            validator.validate(block, into: &found)
            engine.check(block, into: &found)
            payer.check(block, into: &found)
            findings += found.compactMap { rules.adjusted($0) }
        }
        if let failure = engine.codes.failure { throw failure }
    }
}
