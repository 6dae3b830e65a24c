/// Changes of what opens a loop that are still found to be more than one thing.
///
/// Two kinds are left. A level (HL) that is lost, where the name behind it could begin a loop of the level before.
/// And an opener that changes places with the segment behind it: two segments stand wrong, and which of them is the
/// cause is not looked for.
enum KnownCascades {
    /// The loops whose openers are meant, by guide and kind of change.
    static func loops(_ guide: String, _ kind: Mutation.Kind) -> Set<String> {
        Set((table[guide]?[kind] ?? "").split(separator: " ").map(String.init))
    }

    private static let table: [String: [Mutation.Kind: String]] = [
        "005010X214": [
            .delete: "2000C 2000D",
            .swapWithNext: "2000A 2000B 2000C 2000D 2100A 2100B 2100C 2100D 2200A 2200B 2200C 2200D 2220D",
        ],
        "005010X221A1": [.delete: "2000", .swapWithNext: "1000A 1000B 2000 2100 2110"],
        "005010X222A1": [
            .delete: "2330F",
            .swapWithNext: """
            1000A 1000B 2000A 2000B 2000C 2010AA 2010AB 2010AC 2010BA 2010BB 2010CA 2300 2310A 2310B 2310C \
            2310D 2310E 2310F 2320 2330A 2330B 2330C 2330D 2330E 2330F 2330G 2400 2410 2420A 2420B 2420C \
            2420D 2420E 2420F 2420G 2420H 2430 2440
            """,
        ],
        "005010X231A1": [.delete: "2000", .swapWithNext: "2000 2100 2110"],
        "005010X279A1-270": [
            .delete: "2000A 2000B 2000C 2000D 2110C 2110D",
            .swapWithNext: "2000A 2000B 2000C 2000D 2100A 2100B 2100C 2100D 2110C 2110D",
        ],
        "005010X279A1-271": [
            .delete: "2000A 2000B 2000C 2000D 2100A", .codeOfNobody: "2000A", .emptySegment: "2000A",
            .swapWithNext: """
            2000A 2000B 2000C 2000D 2100A 2100B 2100C 2100D 2110C 2110D 2115C 2115D 2120C 2120D
            """,
        ],
    ]
}
