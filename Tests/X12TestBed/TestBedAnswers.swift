import X12Acknowledgements
import X12Diagnostics
import X12Parser
import X12Rules
import X12Text
import X12Validation

/// The payer's acknowledgements of a claim file, from what is found in it.
struct TestBedAnswers {
    let date: CalendarDate
    let time: ClockTime

    /// The 999 and the 277CA to a file.
    func answers(to file: [UInt8]) throws(X12Error) -> (implementation: [UInt8], claims: [UInt8]) {
        let options = AcknowledgementOptions(date: date, time: time)
        var implementation = AcknowledgementWriter(options)
        var claims = ClaimAcknowledgementWriter(options)
        var answers: (implementation: [UInt8], claims: [UInt8]) = ([], [])
        var reader = BlockReader(ByteSource(bytes: file))
        var validator = BlockValidator()
        var engine = RuleEngine()
        var block = Block()
        while try reader.next(into: &block) {
            var syntax = block.findings
            validator.validate(block, into: &syntax)
            var all = syntax
            engine.check(block, into: &all)
            try implementation.take(block, syntax) { answers.implementation += $0 }
            try claims.take(block, all) { answers.claims += $0 }
        }
        try implementation.finish { answers.implementation += $0 }
        try claims.finish { answers.claims += $0 }
        return answers
    }
}
