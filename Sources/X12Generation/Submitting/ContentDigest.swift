internal import X12Diagnostics
internal import X12Text

/// A number that tells what goes out from everything else: the same claims, written the same way for the same receiver,
/// come to the same, whenever they are written.
///
/// The ledger compares it with that of earlier runs, so what is taken in, and in which order, has to stay.
struct ContentDigest {
    private var digest = Digest()

    /// Takes in interchanges, but for what belongs to the moment and not to the content: dates and times of the envelope
    /// (ISA09, ISA10, GS04, GS05) and of the set (BHT04, BHT05).
    init(of source: consuming ByteSource) throws(X12Error) {
        var reader = SegmentReader(source)
        while let segment = try reader.next() {
            let moment: ClosedRange<Int>? =
                switch segment.identifier {
                case "ISA": 9...10
                case "GS", "BHT": 4...5
                default: nil
                }
            digest.add(segment.identifier.description)
            for position in 0..<segment.elementCount where moment?.contains(position + 1) != true {
                digest.add(segment.delimiters.element)
                digest.add(segment[position + 1])
            }
            digest.add(segment.delimiters.segment)
        }
    }

    /// The digest as sixteen digits.
    var text: String {
        let digits = String(digest.value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
