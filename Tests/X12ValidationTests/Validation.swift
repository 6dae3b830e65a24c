import X12Diagnostics
import X12Parser
import X12Text
import X12Validation

/// Reads and validates, for tests: all findings in the order they were made.
enum Validation {
    /// What reading and validating finds in an input.
    static func findings(in bytes: [UInt8]) throws -> [Finding] {
        var validator = BlockValidator()
        return try findings(in: bytes, by: &validator)
    }

    /// What reading finds in an input, and a validator that may have seen others.
    static func findings(in bytes: [UInt8], by validator: inout BlockValidator) throws -> [Finding] {
        var reader = BlockReader(ByteSource(bytes: bytes))
        var block = Block()
        var findings: [Finding] = []
        while try reader.next(into: &block) {
            findings += block.findings
            validator.validate(block, into: &findings)
        }
        return findings
    }

    /// One line a finding, for messages of failing tests: rule, place, found.
    static func lines(_ findings: [Finding]) -> [String] {
        findings.map {
            let place = $0.location
            return "\($0.rule.id) \($0.context.segment)\(place.element)-\(place.component) #\(place.segment) "
                + "\($0.found?.text ?? "") \($0.expected) \($0.detail) in \($0.context.loopPath)"
        }
    }

    /// Rule and place of each finding: `GDE-CODE-BAD CLM05-2`.
    static func places(_ findings: [Finding]) -> [String] {
        findings.map { finding in
            var place = finding.context.segment
            let element = finding.location.element
            if element > 0 { place += element < 10 ? "0\(element)" : "\(element)" }
            if finding.location.component > 0 { place += "-\(finding.location.component)" }
            return "\(finding.rule.id) \(place)"
        }
    }
}
