internal import X12Grammar
internal import X12Text

/// What coders know of one rule of a guide.
struct RuleFacts: BitwiseCopyable {
    /// The key that walks name the segment by.
    let key: UInt64
    /// The packed identifier of the segment's loop.
    let loopIdentifier: UInt64
    /// The inner parts that a walk goes through to come to the segment, the outer one first; none where they stand
    /// empty.
    var parts = (PartIdentity.none, PartIdentity.none)
    /// The index of the segment's loop.
    let loop: Int32
    /// The index of the loop around that one; -1 when there is none.
    let parent: Int32
    /// Whether the segment is the one that opens its loop.
    let opensLoop: Bool
    /// The value of the telling element where the guide lists just one.
    let constant: Constant
    /// Where the facts of its elements begin, and how many elements it has.
    let firstElement: Int32
    let elementCount: Int32
    /// Whether who writes a part finds this very rule by loop and key, and not another one with the same.
    var isWritten = false

    /// A value that follows from the rule.
    struct Constant: BitwiseCopyable {
        /// The element's position; 0 when no value follows.
        var element: Int16 = 0
        /// The component's position; 0 for an element that is no composite.
        var component: Int16 = 0
        /// How many characters there are.
        var count: Int32 = 0
        /// Up to eight characters, the first in the lowest byte; of a longer value the guide has to be asked.
        var value: UInt64 = 0
    }

    /// What is known of the segment at an index of a guide's.
    init(_ index: Int, in guide: Guide) {
        let rule = guide.segments[index]
        let code = rule.discriminator.map { SegmentIdentifier($0.values[0]).packed } ?? 0
        key = SegmentKey(packedIdentifier: rule.identifier.packed, packedCode: code).packed
        loop = Int32(rule.loop)
        loopIdentifier = ModelMap.pack(guide.loops[rule.loop].identifier)
        parent = Int32(guide.loops[rule.loop].parent)
        opensLoop = guide.loops[rule.loop].segments.first == index
        var constant = Constant()
        if let told = rule.discriminator, told.values.count == 1 {
            constant.element = Int16(told.element)
            constant.component = Int16(told.component)
            constant.count = Int32(told.values[0].utf8.count)
            constant.value = ModelMap.pack(told.values[0])
        }
        self.constant = constant
        firstElement = Int32(rule.elements.lowerBound)
        elementCount = Int32(rule.elements.count)
    }
}

/// Which type a part is of: two parts of one type are of the same identity.
struct PartIdentity: BitwiseCopyable, Equatable {
    private let type: UnsafeRawPointer?

    /// No part.
    static var none: PartIdentity { PartIdentity(type: nil) }
    /// Any part: where parts are nested deeper than is kept.
    static var any: PartIdentity { PartIdentity(type: UnsafeRawPointer(bitPattern: 1)) }

    private init(type: UnsafeRawPointer?) { self.type = type }

    @inline(__always)
    init<Part: ModelPart>(_ part: Part.Type) { type = unsafeBitCast(part, to: UnsafeRawPointer.self) }

    /// A number that tells types apart in a table.
    @inline(__always)
    var hash: Int {
        Int(truncatingIfNeeded: (UInt64(UInt(bitPattern: type)) &* 0x9E37_79B9_7F4A_7C15) &>> 44)
    }
}
