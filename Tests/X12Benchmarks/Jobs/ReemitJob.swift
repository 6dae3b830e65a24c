import X12Diagnostics
import X12Parser
import X12Text

extension Job {
    /// Every block read, placed, checked for its envelopes, and written as it was received.
    static let reemit = Job(
        name: "reemit", summary: "every block read and its bytes written again, compared"
    ) { input in
        var reader = BlockReader(ByteSource(bytes: input.bytes))
        let same = try readAndWrite(&reader, input.bytes)
        try WrongAnswer.unless(same, is: input.bytes.count, "bytes that are the same", in: "reemit")
        return UInt64(same)
    }
}

/// How many bytes come back the same before the first that does not.
@inline(never)
private func readAndWrite(_ reader: inout BlockReader, _ original: [UInt8]) throws(X12Error) -> Int {
    var block = Block()
    var output: [UInt8] = []
    output.reserveCapacity(128 << 10)
    var same = 0
    while try reader.next(into: &block) {
        block.appendReceived(to: &output)
        guard output.count >= 64 << 10 else { continue }
        guard isSame(output, original, at: same) else { return same }
        same += output.count
        output.removeAll(keepingCapacity: true)
    }
    guard isSame(output, original, at: same) else { return same }
    return same + output.count
}
