/// How a ``GrammarGenerator`` uses the freedom that a guide leaves.
public struct GrammarProfile: Sendable, Equatable {
    /// How much of what the guide leaves to the sender is sent.
    public enum Extent: Sendable, Equatable {
        /// What the guide demands and nothing else.
        case minimal
        /// A fifth to a third of what is situational, repeated as real files do.
        case typical
        /// All that can stand together; what may repeat comes twice, levels and claims once.
        case everything
    }

    /// How much is sent.
    public var extent: Extent
    /// Whether segments and loops that share a position come in any order, as the standard allows, instead of
    /// the listing's.
    public var isShuffled: Bool
    /// Whether what was not visited yet is preferred, until all was.
    public var isGuided: Bool

    /// A profile; in the listing's order and guided unless told otherwise.
    public init(_ extent: Extent, isShuffled: Bool = false, isGuided: Bool = true) {
        self.extent = extent
        self.isShuffled = isShuffled
        self.isGuided = isGuided
    }

    /// What the guide demands and nothing else.
    public static let minimal = GrammarProfile(.minimal, isGuided: false)
    /// The same, and one more segment in each set, until every segment came with nothing in it but what the guide demands.
    public static let bare = GrammarProfile(.minimal)
    /// As real files are, and over many sets all that the guide has.
    public static let typical = GrammarProfile(.typical)
    /// All that can stand together.
    public static let everything = GrammarProfile(.everything)
}
