internal import X12Diagnostics
internal import X12Text

/// A number that tells what goes out from everything else: the same claims, written the same way for the same receiver,
/// come to the same, whenever they are written.
///
/// It guards against mistakes, not against anybody who wants two contents to have one digest (FNV-1a, 64 bits).
struct ContentDigest {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

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
            for byte in segment.identifier.description.utf8 { add(byte) }
            for position in 0..<segment.elementCount where moment?.contains(position + 1) != true {
                add(segment.delimiters.element)
                add(segment[position + 1])
            }
            add(segment.delimiters.segment)
        }
    }

    /// The digest as sixteen digits.
    var text: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private mutating func add(_ bytes: Span<UInt8>) { for index in bytes.indices { add(bytes[index]) } }

    private mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}
