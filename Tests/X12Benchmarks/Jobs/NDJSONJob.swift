import X12Diagnostics
import X12Models
import X12TestSupport
import X12Text

extension Job {
    /// X12 to models to NDJSON; the answer is the number of lines.
    static let ndjson = Job(
        name: "ndjson", summary: "every claim and payment written as a line of JSON",
        kinds: [.professionalClaims, .remittances]
    ) { input in
        var reader = ModelReader(ByteSource(bytes: input.bytes))
        let lines = try write(&reader)
        // One line for each claim or payment, two for each set, four for the envelope around them.
        let expected = input.key.claims + 2 * input.key.transactionSets + 4
        try WrongAnswer.unless(lines, is: expected, "lines", in: "ndjson")
        return UInt64(lines)
    }
}

/// How many lines an input comes to.
@inline(never)
private func write(_ reader: inout ModelReader) throws(X12Error) -> Int {
    var writer = NDJSONWriter()
    var lines = 0
    let count = { (bytes: UnsafeRawBufferPointer) throws(X12Error) in lines &+= lineEnds(in: bytes) }
    while let item = try reader.next() {
        writer.write(item)
        try writer.drain(over: 64 << 10, into: count)
    }
    writer.finish()
    try writer.drain(into: count)
    return lines
}

/// How many lines end in some bytes; a loop of its own, which the compiler turns into vectors.
@inline(never)
private func lineEnds(in bytes: UnsafeRawBufferPointer) -> Int {
    var count = 0
    for byte in bytes { count &+= byte == UInt8(ascii: "\n") ? 1 : 0 }
    return count
}
