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
            guide: "005010X279A1-270", change: .delete, loops: ["2110C", "2110D"],
            reason: """
                without EQ, its dates stand behind the person's, which are of the same kinds, and are the person's \
                until there are too many
                """),
        Kind(
            guide: "005010X279A1-270", change: .swapWithNext, loops: ["2110C", "2110D"],
            reason: """
                an EQ behind the HL of the next person, of whom one may be asked too, does not say whose it is
                """),
        Kind(
            guide: "005010X279A1-271", change: .delete, loops: ["2000A", "2000B", "2100A"],
            reason: """
                without HL, the next receiver's NM1 and address stand behind a benefit, and are those of an entity \
                related to it (2120) until a segment comes that such a loop does not have; without NM1, what it could \
                not answer (AAA) is what the source could not
                """),
        Kind(
            guide: "005010X279A1-271", change: .emptySegment, loops: ["2000A", "2000B"],
            reason: """
                an HL without a value begins no level, and the HL behind it names as its parent one that there is not
                """),
        Kind(
            guide: "005010X279A1-271", change: .codeOfNobody, loops: ["2000A"],
            reason: """
                an HL of no kind behind a dependent may be any level, and the HL behind it names it as its parent
                """),
        Kind(
            guide: "005010X221A1", change: .swapWithNext, loops: ["2110"],
            reason: """
                an SVC behind the LX of the next group stands in no claim, and that group's summary (TS2) behind a line
                """),
        Kind(
            guide: "005010X222A1", change: .swapWithNext, loops: ["2330B"],
            reason: """
                the subscriber and the payer of other coverage share a position, so that either may come first, and \
                the payer behind the SBR of the next coverage is that one's
                """),
        Kind(
            guide: "005010X222A1", change: .delete,
            loops: [
                "2330C", "2330D", "2330E", "2330F", "2330G", "2420A", "2420B", "2420C", "2420D", "2420E",
                "2420F",
            ],
            reason: """
                without NM1, a provider's numbers (REF) stand behind those of the provider before, which are of the \
                same kinds, and are that one's until there are too many
                """),
    ]
}
