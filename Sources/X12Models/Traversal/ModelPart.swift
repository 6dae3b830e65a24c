internal import X12Text

/// A part of a model: it can be empty, and it can be walked through in the guide's order.
///
/// ``walk(_:)`` is the only description of how a part and X12 belong together. Decoding, encoding, JSON
/// both ways and the outline (schema, coverage) are visitors of it, so they cannot drift apart.
public protocol ModelPart: Sendable, Equatable {
    /// An empty part.
    init()

    /// An empty part that stands for a loop, of which a few parts know two (``EligibilityInquiry``: 2000C, 2000D).
    init(standingFor loop: String)

    /// Whether a walk changes the part for its duration although nothing is filled in, as where it joins properties that
    /// stand apart. Such a part is copied before it is shown, since others may look at it at the same time.
    static var changesWhileShown: Bool { get }

    /// Shows the part to a visitor: segments and loops in the guide's order, elements by position.
    mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor)
}

extension ModelPart {
    /// An empty part, the same for every loop.
    public init(standingFor loop: String) { self.init() }

    /// A walk leaves the part as it is.
    public static var changesWhileShown: Bool { false }
}

/// What tells one segment of a loop from the others: its identifier, and the first of the codes that its
/// guide lists for its discriminating element (`REF`, `G1` for `REF[G1]`; `REF`, `0B` for `REF[0B|1G|G2]`).
public struct SegmentKey: Hashable, Sendable {
    /// Identifier in the low half, code in the high half, each packed as ``X12Text/SegmentIdentifier`` is.
    public let packed: UInt64

    /// Packs identifier and code; `code` is empty for a segment that its identifier alone tells apart.
    @inlinable
    @inline(__always)
    public init(_ identifier: StaticString, _ code: StaticString = "") {
        packed = UInt64(Self.pack(identifier)) | UInt64(Self.pack(code)) &<< 32
    }

    /// Joins an identifier and a code that are packed already.
    @inlinable
    public init(packedIdentifier: UInt32, packedCode: UInt32) {
        packed = UInt64(packedIdentifier) | UInt64(packedCode) &<< 32
    }

    /// The identifier as text, for words.
    var identifier: String { SegmentIdentifier(packed: UInt32(truncatingIfNeeded: packed)).description }

    @inlinable
    @inline(__always)
    static func pack(_ text: StaticString) -> UInt32 {
        // Without a loop, so that the compiler makes a number of a literal.
        let count = text.utf8CodeUnitCount
        let characters = text.utf8Start
        var packed: UInt32 = 0
        if count > 0 { packed |= UInt32(characters[0]) }
        if count > 1 { packed |= UInt32(characters[1]) &<< 8 }
        if count > 2 { packed |= UInt32(characters[2]) &<< 16 }
        if count > 3 { packed |= UInt32(characters[3]) &<< 24 }
        return packed
    }
}
