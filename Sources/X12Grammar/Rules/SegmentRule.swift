public import X12Text

/// One segment at one place of a guide.
public struct SegmentRule: Sendable, Equatable {
    /// The segment identifier.
    public var identifier: SegmentIdentifier
    /// The index of its loop.
    public var loop: Int
    /// What the segment is here, in words (`Billing Provider Tax Identification`).
    public var name: String
    /// Whether the guide asks for it.
    public var usage: Usage
    /// The most occurrences in one instance of its loop; `Int.max` when the guide sets no limit.
    public var maximumUse: Int
    /// The place among its loop's segments and loops: items that share a number may come in any order.
    public var order: Int
    /// The position number printed in the guide's table (`0350`), for people.
    public var position: Int
    /// What tells it from other segments of the same identifier; `nil` when the identifier is enough.
    public var discriminator: Discriminator?
    /// Its elements, positions 1 to n without a gap, as indices into ``Guide/elements``.
    public var elements: Range<Int>
    /// Its relational conditions, as indices into ``Guide/syntaxNotes``.
    public var syntaxNotes: Range<Int>

    /// The loop that it brackets, one beside it in its loop (`LS` and `LE` around 2120C): it is sent when that loop or
    /// another of its brackets is; -1 for none.
    public var bracketed = -1

    /// Creates a segment rule.
    public init(
        identifier: SegmentIdentifier, loop: Int, name: String, usage: Usage, maximumUse: Int, order: Int,
        position: Int, discriminator: Discriminator?, elements: Range<Int>, syntaxNotes: Range<Int>
    ) {
        self.identifier = identifier
        self.loop = loop
        self.name = name
        self.usage = usage
        self.maximumUse = maximumUse
        self.order = order
        self.position = position
        self.discriminator = discriminator
        self.elements = elements
        self.syntaxNotes = syntaxNotes
    }
}
