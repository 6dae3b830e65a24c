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
    /// Which rules are asked, and how, those of the profile included.
    private var settings: RuleConfiguration
    private var block = Block()
    /// The payer's profile with no more than what it asks of sets, groups and interchanges, and not every file of ours keeps.
    private let wholes: PayerProfile?

    /// Checks by rules, by a payer's profile, and with code sets beside those that come with the library.
    ///
    /// - Throws: ``X12Error/Code/malformedSetting`` for a setting of the profile that is none.
    init(rules: RuleConfiguration, profile: PayerProfile?, codes: (any CodeSource)?) throws(X12Error) {
        // A least is not asked for of one claim alone.
        var single = profile
        single?.constraints.removeAll { $0.isOfMany && !$0.minimum.isEmpty }
        validator = try Validator(rules, profile: single.map { .named($0) } ?? .none, codes: codes)
        var wholes = profile
        wholes?.constraints.removeAll { !$0.isOfMany || $0.isKeptByWriting }
        self.wholes = rules.highestLevel < 7 || wholes?.constraints.isEmpty != false ? nil : wholes
        settings = rules
        try settings.follow(profile.map { .named($0) } ?? .none)
    }

    /// What the payer asks about code sets that are not at hand, in sets of a guide.
    func unasked(of guide: String) -> [(set: CodeSet, ids: [String])] { validator.unasked(of: [guide]) }

    /// Whether the payer asks for something that is seen in a whole file only.
    var asksOfWholes: Bool { wholes != nil }

    /// What the payer objects to in a whole file.
    ///
    /// - Throws: what reading the source throws.
    func findings(onWhole source: consuming ByteSource) throws(X12Error) -> [Finding] {
        guard let wholes else { return [] }
        var reader = BlockReader(source)
        var engine = ProfileEngine(wholes, received: settings.received)
        var findings: [Finding] = []
        while try reader.next(into: &block) { engine.check(block, into: &findings) }
        return findings.compactMap { settings.adjusted($0) }
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
