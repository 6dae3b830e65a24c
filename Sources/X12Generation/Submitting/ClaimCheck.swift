public import X12Diagnostics
public import X12Grammar
internal import X12Ledger
public import X12Models
internal import X12Parser
public import X12Rules
internal import X12Text
internal import X12Validation

/// Checks a claim as it will go out: written as an interchange of its own, read again, and validated.
public struct ClaimCheck: Sendable {
    private let settings: SubmissionSettings
    private let rules: RuleConfiguration
    private let profile: PayerProfile?
    private let codes: (any CodeSource)?

    /// A claim that was checked.
    public struct Result: Sendable {
        /// The claim as an interchange of its own; empty when it cannot be written.
        public var bytes: [UInt8] = []
        /// What is wrong with it.
        public var findings: [Finding] = []
        /// Whether the claim may go out: nothing found is an error.
        public var isAcceptable: Bool { !bytes.isEmpty && findings.allSatisfy { $0.rule.severity < .error } }
    }

    /// Checks with the settings that files are written with, at all levels unless the rules are configured otherwise,
    /// what a payer asks for where a profile says so, and code sets beside those that come with the library.
    public init(
        _ settings: SubmissionSettings, rules: RuleConfiguration = RuleConfiguration(),
        profile: PayerProfile? = nil, codes: (any CodeSource)? = nil
    ) {
        self.codes = codes
        self.settings = settings
        self.rules = rules
        self.profile = profile
    }

    /// Checks a claim; its texts are written as the settings have them.
    public func check(_ claim: Claim, for destination: Destination) -> Result {
        var claim = claim
        var result = Result()
        let number = claim.patientControlNumber ?? ""
        for property in claim.applyToAll(settings.texts, settings.reserved) {
            result.findings.append(Self.finding(.characterUnwritable, number, "'\(property)'"))
        }
        guard result.findings.isEmpty else { return result }
        do {
            result.bytes = try write(claim, destination)
            try validate(result.bytes, into: &result.findings)
        } catch {
            result.bytes = []
            result.findings.append(Self.finding(.claimUnwritable, number, error.description))
        }
        return result
    }

    private static func finding(_ rule: Finding.Rule, _ claim: String, _ detail: String) -> Finding {
        var context = Finding.Context()
        context.claim = claim
        return Finding(rule, at: Location(), in: context, detail: detail)
    }

    private func write(_ claim: Claim, _ destination: Destination) throws(X12Error) -> [UInt8] {
        var writer = try SubmissionWriter(destination, settings, .trial)
        try writer.write(claim)
        try writer.finish()
        return writer.takeBytes()
    }

    private func validate(_ bytes: [UInt8], into findings: inout [Finding]) throws(X12Error) {
        var reader = BlockReader(ByteSource(bytes: bytes))
        var validator = BlockValidator()
        var engine = RuleEngine(rules, codes: codes)
        var payer = ProfileEngine(profile ?? PayerProfile(), received: rules.received)
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

extension Claim {
    /// Writes the texts of the claim and its levels as a policy has them; the properties that cannot be written.
    fileprivate mutating func applyToAll(_ policy: TextPolicy, _ delimiters: Set<UInt8>) -> [String] {
        var unwritable: [String] = []
        if let property = billingProvider?.apply(policy, delimiters) {
            unwritable.append("billingProvider." + property)
        }
        if let property = subscriber?.apply(policy, delimiters) {
            unwritable.append("subscriber." + property)
        }
        if let property = patient?.apply(policy, delimiters) { unwritable.append("patient." + property) }
        if let property = apply(policy, delimiters) { unwritable.append(property) }
        return unwritable
    }
}
