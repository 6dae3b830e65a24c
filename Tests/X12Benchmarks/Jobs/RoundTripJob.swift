import X12Diagnostics
import X12Models
import X12TestSupport
import X12Text

extension Job {
    /// X12 to models to X12; that the bytes are the same is part of the job.
    static let roundTrip = Job(
        name: "roundtrip", summary: "every model read and written again, the bytes compared",
        kinds: [.professionalClaims, .remittances]
    ) { input in
        var reader = ModelReader(ByteSource(bytes: input.bytes))
        let same = try readAndWrite(&reader, input.bytes)
        try WrongAnswer.unless(same, is: input.bytes.count, "bytes that are the same", in: "roundtrip")
        return UInt64(same)
    }
}

/// How many bytes come back the same before the first that does not.
@inline(never)
private func readAndWrite(_ reader: inout ModelReader, _ original: [UInt8]) throws(X12Error) -> Int {
    var writer = ModelWriter()
    var same = 0
    while let item = try reader.next() {
        try writer.write(item)
        guard writer.pendingBytes >= 64 << 10 else { continue }
        let bytes = writer.takeBytes()
        guard isSame(bytes, original, at: same) else { return same }
        same += bytes.count
    }
    try writer.finish()
    let bytes = writer.takeBytes()
    guard isSame(bytes, original, at: same) else { return same }
    return same + bytes.count
}
