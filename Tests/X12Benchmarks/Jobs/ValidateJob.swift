import X12Diagnostics
import X12Parser
import X12Rules
import X12TestSupport
import X12Text
import X12Validation

extension Job {
    /// Reading, blocks, and every check of levels 1 and 2, on a file that has nothing wrong.
    static let validate = Job(
        name: "validate", summary: "V: every block checked at levels 1 and 2, nothing wrong"
    ) { input in
        let total = try findingsOf(input.bytes)
        try WrongAnswer.unless(total.findings, is: 0, "findings", in: "validate")
        try WrongAnswer.unless(total.segments, is: input.key.segments, "segments", in: "validate")
        return UInt64(total.segments)
    }

    /// The same with a wrong date in one of a hundred claims.
    static let validateFaulty = Job(
        name: "validate-faulty", summary: "V with a wrong date in 1 of 100 claims or people"
    ) { input in
        let faulty = FaultyInput.of(input)
        let total = try findingsOf(faulty.bytes)
        try WrongAnswer.unless(total.findings, is: faulty.faults, "findings", in: "validate-faulty")
        return UInt64(total.segments) << 32 | UInt64(total.findings)
    }
}

extension Job {
    /// Every rule that the library has beside levels 1 and 2: sums, situations, codes.
    static let validateAll = Job(
        name: "validate-all", summary: "V: every block checked at levels 1 to 6, no error found"
    ) { input in
        var reader = BlockReader(ByteSource(bytes: input.bytes))
        var validator = BlockValidator()
        var rules = RuleEngine()
        var block = Block()
        var (segments, errors) = (0, 0)
        while try reader.next(into: &block) {
            segments &+= block.count
            var findings = block.findings
            validator.validate(block, into: &findings)
            rules.check(block, into: &findings)
            for finding in findings where finding.rule.severity >= .error { errors &+= 1 }
        }
        try WrongAnswer.unless(errors, is: 0, "errors", in: "validate-all")
        try WrongAnswer.unless(segments, is: input.key.segments, "segments", in: "validate-all")
        return UInt64(segments)
    }
}

@inline(never)
private func findingsOf(_ bytes: [UInt8]) throws(X12Error) -> (segments: Int, findings: Int) {
    var reader = BlockReader(ByteSource(bytes: bytes))
    var validator = BlockValidator()
    var block = Block()
    var findings: [Finding] = []
    var segments = 0
    while try reader.next(into: &block) {
        segments &+= block.count
        if !block.findings.isEmpty { findings += block.findings }
        validator.validate(block, into: &findings)
    }
    return (segments, findings.count)
}

/// An input with faults put in, made once.
private final class FaultyInput: Sendable {
    let bytes: [UInt8]
    let faults: Int
    private let original: BenchmarkInput

    // Rounds run one after the other on one thread.
    nonisolated(unsafe) private static var last: FaultyInput?

    static func of(_ input: BenchmarkInput) -> FaultyInput {
        if let last, last.original === input { return last }
        let made = FaultyInput(input)
        last = made
        return made
    }

    /// Gives the first date behind every hundredth claim (CLM, CLP) or person (TRN of a 271) the month 13.
    private init(_ input: BenchmarkInput) {
        original = input
        var bytes = input.bytes
        var faults = 0
        var (units, start) = (0, 0)
        var isDue = false
        for end in bytes.indices where bytes[end] == input.format.terminator {
            let text = bytes[start..<end]
            if ["CLM", "CLP", "TRN"].contains(where: { text.starts(with: $0.utf8) }) {
                units += 1
                isDue = units % 100 == 0
            }
            let isDate = text.starts(with: "DTP".utf8) || text.starts(with: "DTM".utf8)
            if isDue, isDate, text.suffix(8).allSatisfy({ (0x30...0x39).contains($0) }) {
                bytes.replaceSubrange(end - 4..<end - 2, with: "13".utf8)
                faults += 1
                isDue = false
            }
            start = end + 1 + input.format.lineEnd.rawValue.utf8.count
        }
        self.bytes = bytes
        self.faults = faults
    }
}
