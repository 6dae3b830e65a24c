/// A part that stands for a whole block: an envelope segment, a header, a level, a claim, a trailer.
public protocol BlockPart: ModelPart {
    /// What came with the part and has no place in it; `nil` when everything has.
    var carried: Carried? { get set }
}
