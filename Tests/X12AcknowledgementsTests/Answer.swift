import Testing
import X12Acknowledgements
import X12Diagnostics
import X12Parser
import X12Rules
import X12Text
import X12Validation

/// Answers inputs, for tests.
enum Answer {
    /// The first minute of 2 March 2026.
    static var options: AcknowledgementOptions {
        get throws {
            AcknowledgementOptions(
                date: try #require(CalendarDate(year: 2026, month: 3, day: 2)),
                time: try #require(ClockTime(hour: 0, minute: 1, precision: .minutes)))
        }
    }

    /// What an input is answered with, and what could not be answered.
    static func answer(
        _ input: [UInt8], _ options: AcknowledgementOptions, chunk: Int = .max,
        adding more: (borrowing Block) -> [Finding] = { _ in [] }
    ) throws -> (bytes: [UInt8], counts: AcknowledgementCounts, remarks: [Finding], numbers: AnswerNumbers) {
        var reader = BlockReader(source(input, chunk: chunk))
        var validator = BlockValidator()
        var block = Block()
        var writer = AcknowledgementWriter(options)
        var bytes: [UInt8] = []
        var remarks: [Finding] = []
        while try reader.next(into: &block) {
            var findings = block.findings
            validator.validate(block, into: &findings)
            findings += more(block)
            try writer.take(block, findings) { (part: UnsafeRawBufferPointer) throws(X12Error) in
                bytes += Array(part)
            }
            remarks += writer.takeRemarks()
        }
        try writer.finish { (part: UnsafeRawBufferPointer) throws(X12Error) in bytes += Array(part) }
        return (bytes, writer.counts, remarks, writer.numbers)
    }

    /// The answer's segments, one a text.
    static func segments(_ input: String, _ options: AcknowledgementOptions? = nil) throws -> [String] {
        let answer = try answer(Array(input.utf8), options ?? Self.options)
        return lines(answer.bytes)
    }

    /// The segments of bytes in the usual delimiters.
    static func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "~").map {
            String($0.drop { $0.isNewline })
        }.filter { !$0.isEmpty }
    }

    /// The segments that say what became of what: TA1, AK2 to AK9 but for AK2 itself.
    static func verdict(_ input: String, _ options: AcknowledgementOptions? = nil) throws -> [String] {
        try segments(input, options).filter { line in
            ["TA1", "IK3", "IK4", "IK5", "CTX", "AK9"].contains { line.hasPrefix("\($0)*") }
        }
    }

    /// What reading and validating finds in an input, warnings and worse.
    static func findings(in bytes: [UInt8], withRules: Bool = false) throws -> [Finding] {
        var reader = BlockReader(ByteSource(bytes: bytes))
        var validator = BlockValidator()
        var rules = RuleEngine()
        var block = Block()
        var findings: [Finding] = []
        while try reader.next(into: &block) {
            var found = block.findings
            validator.validate(block, into: &found)
            if withRules { rules.check(block, into: &found) }
            findings += found
        }
        return findings.filter { $0.rule.severity >= .warning }
    }

    private static func source(_ bytes: [UInt8], chunk: Int) -> ByteSource {
        var position = 0
        return ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int in
            let count = min(chunk, buffer.count, bytes.count - position)
            bytes.withUnsafeBytes {
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
            }
            position += count
            return count
        }
    }
}
