/// Changes of what opens a loop that are found to be more than one thing, each with the reason.
///
/// In all of them a segment fits where it stands, by its identifier and its telling value, so that nothing makes anyone
/// look ahead before it is placed; that it was another loop's shows only further on.
enum KnownCascades {
    /// Changes that are like each other.
    struct Kind {
        let guide: String
        let change: Mutation.Kind
        let loops: Set<String>
        /// Why a reader who knows the field would not say it in one sentence either.
        let reason: String
    }

    /// The kind that a change of a loop's opener is of, if it is a known one.
    static func kind(_ guide: String, _ change: Mutation.Kind, _ loop: String) -> Kind? {
        all.first { $0.guide == guide && $0.change == change && $0.loops.contains(loop) }
    }

    static let all = [
        Kind(
            guide: "005010X279A1-271", change: .swapWithNext, loops: ["2110C", "2110D"],
            reason: """
                an EB behind the LS that it should be in front of leaves one benefit an LS without LE, and the next one \
                an LE without LS
                """)
    ]
}
