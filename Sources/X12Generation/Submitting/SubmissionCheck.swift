internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Rules
internal import X12Text
internal import X12Validation

/// Checks one thing after the other as it will go out: as an interchange of its own, at all levels unless the rules are
/// configured otherwise, and by what a payer asks for where a profile says so.
///
/// What rules, guides and profiles come to is worked out once; nothing of an interchange is remembered for the next.
final class SubmissionCheck {
    private let rules: RuleConfiguration
    private var validator = BlockValidator()
    private var engine: RuleEngine
    private var payer: ProfileEngine
    private let properties = FindingProperty()
    private var block = Block()

    /// Checks by rules, by a payer's profile, and with code sets beside those that come with the library.
    init(rules: RuleConfiguration, profile: PayerProfile?, codes: (any CodeSource)?) {
        self.rules = rules
        engine = RuleEngine(rules, codes: codes)
        payer = ProfileEngine(profile ?? PayerProfile(), received: rules.received, codes: codes)
    }

    /// Checks an interchange and names the properties that findings are about; not at all where the rules' highest level is 0.
    ///
    /// - Parameters:
    ///   - source: The interchange.
    ///   - findings: Are appended.
    /// - Throws: what reading the source throws.
    func check(_ source: consuming ByteSource, into findings: inout [Finding]) throws(X12Error) {
        guard rules.highestLevel > 0 else { return }
        var reader = BlockReader(source)
        validator.restart()
        engine.restart()
        while try reader.next(into: &block) {
            var found = block.findings
            validator.validate(block, into: &found)
            engine.check(block, into: &found)
            payer.check(block, into: &found)
            properties.enter(block)
            var chart: BlockChart?
            for finding in found {
                guard var finding = rules.adjusted(finding) else { continue }
                if finding.path.isEmpty { finding.path = properties.path(of: finding, in: block, &chart) }
                findings.append(finding)
            }
        }
        if let failure = engine.codes.failure { throw failure }
    }
}
