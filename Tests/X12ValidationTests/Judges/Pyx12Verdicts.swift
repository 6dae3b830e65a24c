/// A verdict of pyx12 on a file of the corpus that we do not share near the place it names, and why.
struct Pyx12Verdict: Sendable {
    /// What its words hold.
    let words: String
    /// The finding of ours that names the cause, rule and place; empty where there is nothing to find.
    let cause: String
    let reason: String

    /// All of them, by file; a name that ends in `*` stands for all files that begin like it.
    static let byFile: [String: [Pyx12Verdict]] = [
        "277CA/*": [
            Pyx12Verdict(
                words: "Mandatory segment \"Billing Provider Status Information\" (STC) missing", cause: "",
                reason: "the guide has STC of 2200C as situational, in both tables of it that we have"),
            Pyx12Verdict(
                words: "invalid date (10010101)", cause: "", reason: "the first of January 1001 is a day"),
        ],
        "837I/Inteligenz__Spec_3.1.4_OutOfNetworkRepricedClaim.x12": [
            Pyx12Verdict(
                words: "Segment HI*BK>53081 not found", cause: "ENV-DELIM-OTHER ISA16",
                reason: "pyx12 believes ISA16, so it finds no HI whose first component is BK")
        ],
        "837I/imsweb__x223-test.x12": [
            Pyx12Verdict(
                words: "with a value of (20705) failed to", cause: "",
                reason: "a ZIP of nine digits is asked for above level 2, and for professional claims"),
            Pyx12Verdict(
                words: "Segment contains a leading space", cause: "",
                reason: "a blank between a terminator and the line end belongs to no segment"),
        ],
        "835/Inteligenz__*": [
            Pyx12Verdict(
                words: " not found. Started at", cause: "GDE-CODE-BAD SVC01-1",
                reason: "SVC01-1 is masked, so pyx12 finds no SVC, nor what belongs to it")
        ],
        "835/woliver13__835.x12": [
            Pyx12Verdict(
                words: "Identification\" (1000", cause: "GDE-LOOP-MIN ",
                reason: "said where the loops should have come, behind TRN, not at SE")
        ],
        "837P/Inteligenz__M*": [
            Pyx12Verdict(
                words: " not found. Started at", cause: "GDE-CODE-BAD BHT01",
                reason: "BHT01 is wrong, so pyx12 finds no BHT and nothing of the header behind it"),
            Pyx12Verdict(
                words: "(HEADER) missing", cause: "GDE-CODE-BAD BHT01", reason: "the same"),
        ],
        "837P/Inteligenz__UnbundlingTester.cs_L79.x12": [
            Pyx12Verdict(
                words: "HL HL", cause: "GDE-HL01-SEQ HL01",
                reason:
                    "levels are numbered 4, 5, 6, each under the right one: the first is wrong, the others follow it"
            )
        ],
        "837P/imsweb__x12_bad_valid_code.x12": [
            Pyx12Verdict(
                words: "", cause: "ENV-TXN-UNKNOWN-LOOP NM101",
                reason: "NM101 is wrong, so pyx12 finds no NM1, nor what belongs to it")
        ],
        "837P/imsweb__x12_complex.x12": [
            Pyx12Verdict(
                words: "State or Province Code (N402)", cause: "",
                reason: "states are a code set of somebody else's, asked about at level 5"),
            Pyx12Verdict(
                words: "HL HL", cause: "GDE-HL01-SEQ HL01",
                reason: "one level before it has the wrong number; said once, there"),
        ],
        "837P/imsweb__x12_loop_errors3_missing_loops.x12": [
            Pyx12Verdict(
                words: "(2010AA) missing", cause: "GDE-LOOP-MIN ",
                reason: "said where the loop should have come, not at the next one")
        ],
        "999/woliver13__*": [
            Pyx12Verdict(
                words: "(HEADER) missing", cause: "GDE-CODE-NOTUSED AK101",
                reason: "AK101 is wrong, so pyx12 finds no AK1")
        ],
    ]

    /// The verdicts that are ruled on for a file.
    static func on(_ file: String) -> [Pyx12Verdict] {
        byFile.filter { $0.key == file || ($0.key.hasSuffix("*") && file.hasPrefix($0.key.dropLast())) }
            .flatMap(\.value)
    }
}
