internal import X12Grammar
internal import X12Text

/// The values of HL04 that a guide allows for a level: 1 where levels stand under it, 0 where none does.
struct LevelChildren: BitwiseCopyable {
    /// Whether 0 is allowed, and whether 1 is; neither where the guide has no HL04.
    private let isAllowed: (none: Bool, some: Bool)

    init(_ segment: SegmentRule, _ guide: Guide) {
        guard segment.identifier == "HL", segment.elements.count >= 4 else {
            isAllowed = (false, false)
            return
        }
        let list = guide.elements[segment.elements.lowerBound + 3].codes
        let codes = list >= 0 ? guide.codeLists[list] : ["0", "1"]
        isAllowed = (codes.contains("0"), codes.contains("1"))
    }

    /// HL04 as a number, if it is a value that the guide allows; else -1, and another rule speaks.
    @inline(__always)
    func child(_ value: UnsafeBufferPointer<UInt8>) -> Int8 {
        guard value.count == 1 else { return -1 }
        return switch value[0] {
        case UInt8(ascii: "0") where isAllowed.none: 0
        case UInt8(ascii: "1") where isAllowed.some: 1
        default: -1
        }
    }
}
