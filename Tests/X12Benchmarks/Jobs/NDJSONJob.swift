import Foundation
import X12Diagnostics
import X12Models
import X12TestSupport
import X12Text

extension Job {
    /// X12 to NDJSON; the answer is the number of lines.
    static let ndjson = Job(
        name: "ndjson", summary: "every claim and payment written as a line of JSON, through NDJSONLines",
        kinds: [.professionalClaims, .remittances]
    ) { input in
        let lines = try write(NDJSONLines(ByteSource(bytes: input.bytes)))
        // One line for each claim or payment, two for each set, four for the envelope around them.
        let expected = input.key.claims + 2 * input.key.transactionSets + 4
        try WrongAnswer.unless(lines, is: expected, "lines", in: "ndjson")
        return UInt64(lines)
    }
}

/// How many lines an input comes to.
@inline(never)
private func write(_ lines: consuming NDJSONLines) throws(X12Error) -> Int {
    var count = 0
    let take = { (bytes: UnsafeRawBufferPointer) throws(X12Error) in count &+= lineEnds(in: bytes) }
    while try lines.next() { try lines.drain(into: take) }
    try lines.drain(into: take)
    return count
}

/// How many lines end in some bytes, by the C library's search, which is no part of what is measured.
@inline(never)
private func lineEnds(in bytes: UnsafeRawBufferPointer) -> Int {
    var count = 0
    var rest = bytes
    while let start = rest.baseAddress, let found = memchr(start, Int32(UInt8(ascii: "\n")), rest.count) {
        count &+= 1
        rest = UnsafeRawBufferPointer(rebasing: rest[(UnsafeRawPointer(found) - start + 1)...])
    }
    return count
}
