import X12Diagnostics
import X12Parser
import X12TestSupport
import X12Text

extension Job {
    /// Reading, placing and gathering into blocks, findings included.
    static let blocks = Job(
        name: "blocks", summary: "every block through BlockReader, envelopes checked"
    ) { input in
        var reader = BlockReader(ByteSource(bytes: input.bytes))
        let total = try readBlocks(&reader)
        try WrongAnswer.unless(total.findings, is: 0, "findings", in: "blocks")
        try WrongAnswer.unless(total.segments, is: input.key.segments, "segments", in: "blocks")
        if input.kind != .eligibilityResponses {
            try WrongAnswer.unless(total.units, is: input.key.claims, "claims", in: "blocks")
        }
        return total.fingerprint
    }
}

private struct Total {
    var segments = 0
    var units = 0
    var findings = 0
    var fingerprint: UInt64 = 0
}

@inline(never)
private func readBlocks(_ reader: inout BlockReader) throws(X12Error) -> Total {
    var total = Total()
    var block = Block()
    while try reader.next(into: &block) {
        total.segments &+= block.count
        total.findings &+= block.findings.count
        if case .unit = block.kind { total.units &+= 1 }
        total.fingerprint = total.fingerprint &* 31 &+ UInt64(truncatingIfNeeded: block.byteCount)
    }
    return total
}
