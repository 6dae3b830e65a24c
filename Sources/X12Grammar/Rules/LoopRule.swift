/// One loop of a guide.
public struct LoopRule: Sendable, Equatable {
    /// The guide's loop identifier (`2010AA`); the transaction set itself has its ST01 (`837`).
    public var identifier: String
    /// What the loop holds, in words (`Billing Provider Name`).
    public var name: String
    /// The index of the enclosing loop; the transaction set's own is -1.
    public var parent: Int
    /// Whether the guide asks for it.
    public var usage: Usage
    /// The most instances in one parent; `Int.max` when the guide sets no limit.
    public var maximumUse: Int
    /// The place among its parent's segments and loops: items that share a number may come in any order.
    public var order: Int
    /// The position number printed in the guide's table (`0150`), for people.
    public var position: Int
    /// How readers cut the stream here.
    public var block: BlockRole
    /// The indices of its own segments (not those of loops inside), the opener first.
    public var segments: [Int]
    /// The indices of the loops directly inside.
    public var children: [Int]

    /// Creates a loop rule.
    public init(
        identifier: String, name: String, parent: Int, usage: Usage, maximumUse: Int, order: Int,
        position: Int,
        block: BlockRole, segments: [Int] = [], children: [Int] = []
    ) {
        self.identifier = identifier
        self.name = name
        self.parent = parent
        self.usage = usage
        self.maximumUse = maximumUse
        self.order = order
        self.position = position
        self.block = block
        self.segments = segments
        self.children = children
    }
}
