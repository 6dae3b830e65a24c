import X12Diagnostics
import X12TestSupport
import X12Text

extension Job {
    /// What a program sees that only wants segments and elements, through the public interface.
    static let tokenise = Job(
        name: "tokenise", summary: "T: every segment, and every element's length, through SegmentReader"
    ) { input in
        var reader = SegmentReader(ByteSource(bytes: input.bytes))
        let total = try readSegments(&reader)
        try WrongAnswer.unless(total.segments, is: input.key.segments, "segments", in: "tokenise")
        return total.fingerprint
    }
}

private struct Total {
    var segments = 0
    var elements = 0
    var bytes = 0
    var claims = 0
    var fingerprint: UInt64 { UInt64(segments &+ 3 &* elements &+ 7 &* bytes &+ 11 &* claims) }
}

// A loop of its own: expanded inside a large closure it runs at half the speed.
@inline(never)
private func readSegments(_ reader: inout SegmentReader) throws(X12Error) -> Total {
    var total = Total()
    while let segment = try reader.next() {
        total.segments &+= 1
        let identifier = segment.identifier
        if identifier == "CLM" || identifier == "CLP" { total.claims &+= 1 }
        let count = segment.elementCount
        total.elements &+= count
        var position = 1
        while position <= count {
            total.bytes &+= segment[position].count
            position &+= 1
        }
    }
    return total
}
