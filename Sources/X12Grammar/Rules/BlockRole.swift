/// How a reader cuts a transaction set into blocks at a loop.
public enum BlockRole: String, Sendable, Equatable {
    /// The loop's segments belong to the block that is open.
    case inside
    /// The loop's own segments are a block, which is context for the units below it: 2000A, 2000B, 835 2000.
    case level
    /// The loop and all inside it is one block, the unit of work: a claim (2300), a claim payment (2100).
    case unit
}
