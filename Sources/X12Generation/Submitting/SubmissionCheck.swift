internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Rules
internal import X12Text

/// Checks one thing after the other as it will go out: as an interchange of its own, at all levels unless the rules are
/// configured otherwise, and by what a payer asks for where a profile says so.
///
/// What rules, guides and profiles come to is worked out once; nothing of an interchange is remembered for the next.
final class SubmissionCheck {
    private var validator: Validator
    private let properties = FindingProperty()
    private var block = Block()

    /// Checks by rules, by a payer's profile, and with code sets beside those that come with the library.
    ///
    /// - Throws: ``X12Error/Code/malformedSetting`` for a setting of the profile that is none.
    init(rules: RuleConfiguration, profile: PayerProfile?, codes: (any CodeSource)?) throws(X12Error) {
        validator = try Validator(rules, profile: profile.map { .named($0) } ?? .none, codes: codes)
    }

    /// Checks an interchange and names the properties that findings are about; not at all where the rules' highest level is 0.
    ///
    /// - Parameters:
    ///   - source: The interchange.
    ///   - findings: Are appended.
    /// - Throws: what reading the source throws.
    func check(_ source: consuming ByteSource, into findings: inout [Finding]) throws(X12Error) {
        guard validator.highestLevel > 0 else { return }
        var reader = BlockReader(source)
        validator.restart()
        while try reader.next(into: &block) {
            let found = validator.findings(of: block)
            properties.enter(block)
            var chart: BlockChart?
            for var finding in found {
                if finding.path.isEmpty { finding.path = properties.path(of: finding, in: block, &chart) }
                findings.append(finding)
            }
        }
        if let failure = validator.codeFailure { throw failure }
    }
}
