import X12Diagnostics
import X12Grammar
import X12Parser
import X12Rules
import X12Text
import X12Validation

/// Reads and checks at all levels, for tests.
enum Checked {
    /// All findings, a block after the other.
    static func findings(
        in bytes: [UInt8], _ configuration: RuleConfiguration = RuleConfiguration(), adding own: [Rule] = [],
        codes: (any CodeSource)? = nil, against other: String? = nil
    ) throws -> [Finding] {
        var reader = BlockReader(ByteSource(bytes: bytes))
        var validator = BlockValidator()
        var rules = RuleEngine(configuration, adding: own, codes: codes, against: try counterparts(other))
        var block = Block()
        var all: [Finding] = []
        while try reader.next(into: &block) {
            var findings = block.findings
            validator.validate(block, into: &findings)
            rules.check(block, into: &findings)
            all += findings
        }
        return all
    }

    /// All findings, blocks being looked at ahead by several workers.
    static func findings(in bytes: [UInt8], workers: Int) throws -> [Finding] {
        var validator = BlockValidator()
        var rules = RuleEngine()
        var side = SideBySide(
            BlockReader(ByteSource(bytes: bytes)), workers: (0..<workers).map { _ in rules.worker() })
        var all: [Finding] = []
        while let (examined, batch) = side.next() {
            for (held, examined) in zip(batch.blocks, examined) {
                var findings = held.block.findings
                validator.validate(held.block, into: &findings)
                rules.conclude(examined, held.block, into: &findings)
                all += findings
            }
            if let failure = batch.failure { throw failure }
        }
        return all
    }

    /// What rules find alone, without levels 1 and 2.
    static func ruleFindings(
        in text: String, _ configuration: RuleConfiguration, codes: (any CodeSource)? = nil,
        against other: String? = nil
    ) throws -> [Finding] {
        var reader = BlockReader(ByteSource(bytes: Array(text.utf8)))
        var rules = RuleEngine(configuration, codes: codes, against: try counterparts(other))
        var block = Block()
        var findings: [Finding] = []
        while try reader.next(into: &block) { rules.check(block, into: &findings) }
        return findings
    }

    static func findings(
        in text: String, _ configuration: RuleConfiguration = RuleConfiguration(), adding own: [Rule] = [],
        codes: (any CodeSource)? = nil, against other: String? = nil
    ) throws -> [Finding] {
        try findings(in: Array(text.utf8), configuration, adding: own, codes: codes, against: other)
    }

    /// What a text holds, to be compared with.
    static func counterparts(_ text: String?) throws -> Counterparts? {
        guard let text else { return nil }
        var counterparts = Counterparts()
        try counterparts.add(ByteSource(bytes: Array(text.utf8)))
        return counterparts
    }

    /// Rule and place of each finding: `837P-BAL-CLM02 CLM02`.
    static func places(_ findings: [Finding]) -> [String] {
        findings.map { "\($0.rule.id) \(place($0))" }
    }

    /// Where a finding points: `CLM05-3`.
    static func place(_ finding: Finding) -> String {
        var place = finding.context.segment
        let element = finding.location.element
        if element > 0 { place += element < 10 ? "0\(element)" : "\(element)" }
        if finding.location.component > 0 { place += "-\(finding.location.component)" }
        return place
    }

    /// One line a finding, for messages of failing tests.
    static func lines(_ findings: [Finding]) -> [String] {
        findings.map {
            "\($0.rule.id) \(place($0)) #\($0.location.segmentPosition) \($0.found?.text ?? "") \($0.expected) "
                + "\($0.detail) in \($0.context.loopPath) \($0.path)"
        }
    }
}
