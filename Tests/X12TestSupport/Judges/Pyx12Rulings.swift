internal import X12Grammar

/// Where pyx12 4.0.0 refuses what our guides allow, found by giving it generated sets, and who is right.
///
/// The table is complete: of guides narrowed by it, pyx12 accepts every generated set
/// (`x12-benchmarks generate --guide 005010X222A1 --judge pyx12 > sets.837`, then `x12valid sets.837` of pyx12 in
/// an environment of its own). pyx12 has no maps for 005010X279A1 (270, 271). Three points are not about guides:
/// its currencies are those of the 1990s (MXP, not MXN); it writes no 999 for an 835 without ST03 and stops,
/// although its own map says that ST03 is not used there, so an 835 is judged by what it reports before; and it
/// takes the PLB segments of an 835 together for one loop which may come once.
public enum Pyx12Rulings {
    /// All rulings.
    public static let all = claims + remittances + acknowledgements + claimAcknowledgements

    private static let claims = [
        JudgeRuling(
            "005010X222A1", [GuideCell("837", "BHT", nil, 6)], .without(["31"]), verdict: .ours,
            because: "31 is for subrogation demands, which the guide has (2010AC is their pay-to plan); "
                + "stupidedi and LinuxForHealth list it"),
        JudgeRuling(
            "005010X222A1", [GuideCell("2010BA", "NM1", nil, 8), GuideCell("2010BA", "NM1", nil, 9)],
            .usage(.required), verdict: .ours,
            because: "situational in four of six sources: a subscriber who is no person has no member number"),
        JudgeRuling(
            "005010X222A1",
            [
                GuideCell(
                    "2400", "PWK", "DME Medical Necessity Certificate")
            ],
            .usage(.notUsed), verdict: .ours,
            because: "pyx12 tells the two PWK of a line by PWK01, which both may have as CT; PWK02 tells them"
        ),
    ]

    private static let remittances = [
        JudgeRuling(
            "005010X221A1", [GuideCell("2110", "SVC", nil, 6, 1)], .without(["N6", "UI"]), verdict: .wider,
            because: "stupidedi has both, as SVC01-1 has; a code billed with them must be able to come back"),
        JudgeRuling(
            "005010X221A1", [GuideCell("835", "PLB")], .maximumUse(1), verdict: .ours,
            because: "PLB repeats without limit, also by pyx12's own map, which counts its loop instead"),
    ]

    private static let acknowledgements = [
        JudgeRuling(
            "005010X231A1",
            [
                GuideCell("2100", "IK3", nil, 2), GuideCell("2100", "CTX", "SITUATIONAL TRIGGER", 3),
                GuideCell("2110", "CTX", nil, 3),
            ], .maximumLength(6), verdict: .ours,
            because: "element 719 has up to ten digits in 005010; six were its length in 004010"),
        JudgeRuling(
            "005010X231A1",
            [
                GuideCell("2100", "CTX", "SITUATIONAL TRIGGER", 1), GuideCell("2100", "CTX", "CLM01", 1),
                GuideCell("2110", "CTX", nil, 1),
            ], .maximumRepeat(1), verdict: .ours,
            because: "CTX01 repeats ten times, also by pyx12's own map; its reading does not split it"),
        JudgeRuling(
            "005010X231A1", [GuideCell("2100", "CTX", "CLM01")], .usage(.notUsed), verdict: .ours,
            because: "nine contexts and one business unit, also by pyx12's own map, which counts both as one"),
    ]

    private static let claimAcknowledgements = [
        JudgeRuling(
            "005010X214", [GuideCell("2000C"), GuideCell("2000D"), GuideCell("2200C")], .usage(.required),
            verdict: .ours,
            because:
                "a batch refused as a whole has no providers below, a provider refused as a whole has no "
                + "patients, and a provider is only counted where there is something to count (RFI 2145)"),
        JudgeRuling(
            "005010X214", [GuideCell("2000C", "HL", nil, 4), GuideCell("2000B", "HL", nil, 4)],
            .without(["0"]),
            verdict: .ours, because: "follows from the loops below, which may be missing"),
        JudgeRuling(
            "005010X214", [GuideCell("2200C", "STC")], .usage(.required), verdict: .ours,
            because: "counts may stand alone"),
        JudgeRuling(
            "005010X214", [GuideCell("2200C", "REF")], .maximumUse(1), verdict: .wider,
            because: "the base segment has 3, and six kinds share the place"),
        JudgeRuling(
            "005010X214", [GuideCell("2220D", "STC")], .maximumUse(1), verdict: .wider,
            because: "a line may be refused for several reasons, as a claim may"),
        JudgeRuling(
            "005010X214", [GuideCell("2220D", "STC", nil, 2)], .usage(.required), verdict: .wider,
            because: "stupidedi has it not used, pyx12 required; both are accepted"),
        JudgeRuling(
            "005010X214", [GuideCell("2220D", "STC", nil, 12)], .usage(.notUsed), verdict: .wider,
            because: "stupidedi has it, and the claim's STC too"),
        JudgeRuling(
            "005010X214",
            [GuideCell("2200B", "STC", nil, 10, 3), GuideCell("2200B", "STC", nil, 11, 3)],
            .without(["41", "AY", "PR"]), verdict: .ours,
            because:
                "pyx12 holds STC10-3 against a list of entities that lacks these, but allows them in STC01-3"),
        JudgeRuling(
            "005010X214",
            [GuideCell("2200C", "STC", nil, 10, 3), GuideCell("2200C", "STC", nil, 11, 3)],
            .without(["41", "AY", "PR"]), verdict: .ours, because: "as in 2200B"),
        JudgeRuling(
            "005010X214",
            [
                GuideCell("2200D", "STC", nil, 10, 3), GuideCell("2200D", "STC", nil, 11, 3),
            ], .without(["03", "41", "AY", "HK", "MSC", "PR", "PRP", "SEP", "TL", "TTP"]), verdict: .ours,
            because: "as in 2200B"),
        JudgeRuling(
            "005010X214",
            [
                GuideCell("2220D", "STC", nil, 10, 3), GuideCell("2220D", "STC", nil, 11, 3),
            ], .without(["03", "41", "HK", "MSC", "PR", "PRP", "SEP", "TL", "TTP"]), verdict: .ours,
            because: "as in 2200B"),
    ]
}
