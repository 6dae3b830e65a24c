public import X12Diagnostics
internal import X12Grammar
internal import X12Specs
internal import X12Text

/// Tells which box of the paper form CMS-1500 a finding on a professional claim is about.
///
/// Billers know the boxes; the guide's loops and elements they have to look up. Most of what an 837P holds has
/// no box, and then there is none. Where one box takes what several elements say, each of them leads to it.
public enum ClaimFormBox {
    /// The box (`24B`), or an empty text; only findings by guide 005010X222A1 have one.
    public static func box(of finding: Finding) -> String {
        box(of: finding, placedBy: nil)
    }

    /// The box of a finding on a segment that a rule placed; of a subscriber who is the patient (SBR02 is 18), the patient's
    /// boxes.
    static func box(
        of finding: Finding, placedBy rule: SegmentRule?, isSubscriberPatient: Bool = false
    ) -> String {
        let context = finding.context
        guard let guide = guide(of: finding) else { return "" }
        let rule = rule ?? guide.segments.first { isAbout(finding, $0, guide) }
        let loops = isSubscriberPatient && context.loop == "2010BA" ? ["2010CA", "2010BA"] : [context.loop]
        let boxes = loops.lazy.map {
            box(
                loop: $0, segment: context.segment, code: rule?.discriminator?.values.first ?? "",
                element: finding.location.element, component: finding.location.component)
        }
        return boxes.first { !$0.isEmpty } ?? ""
    }

    private static func guide(of finding: Finding) -> Guide? {
        finding.context.guide == "005010X222A1" ? X12Specs.guide(finding.context.guide) : nil
    }

    /// The box of an element; `code` is the qualifier that tells references, dates and amounts apart.
    static func box(loop: String, segment: String, code: String, element: Int, component: Int) -> String {
        let keys = [
            "\(loop) \(segment) \(element)-\(component)", "\(loop) \(segment) \(element)",
            "\(loop) \(segment) \(code)", "\(loop) \(segment)",
        ]
        return keys.lazy.compactMap { boxes[$0] }.first ?? ""
    }

    /// Whether a finding is about segments of a rule, as far as its words tell.
    private static func isAbout(_ finding: Finding, _ rule: SegmentRule, _ guide: Guide) -> Bool {
        let context = finding.context
        guard rule.identifier.description == context.segment,
            guide.loops[rule.loop].identifier == context.loop
        else { return false }
        if rule.name == context.name { return true }
        guard let element = rule.element(finding.location.element, in: guide) else { return false }
        return element.name == context.name
            || element.components.contains { guide.elements[$0].name == context.name }
    }

    /// Loop and segment, then the element, its component, or the qualifier, where these matter.
    static let boxes: [String: String] = [
        "2000A PRV 3": "33b",
        "2000B SBR 2": "6", "2000B SBR 3": "11", "2000B SBR 4": "11c", "2000B SBR 9": "1",
        "2000C PAT 1": "6",
        "2010AA NM1 3": "33", "2010AA NM1 4": "33", "2010AA NM1 5": "33", "2010AA NM1 7": "33",
        "2010AA NM1 9": "33a", "2010AA N3": "33", "2010AA N4": "33", "2010AA REF EI": "25",
        "2010AA REF 0B": "33b", "2010AA PER": "33",
        "2010BA NM1 3": "4", "2010BA NM1 4": "4", "2010BA NM1 5": "4", "2010BA NM1 7": "4",
        "2010BA NM1 9": "1a", "2010BA N3": "7", "2010BA N4": "7",
        "2010BA DMG 2": "11a", "2010BA DMG 3": "11a", "2010BA REF Y4": "11b",
        "2010CA NM1 3": "2", "2010CA NM1 4": "2", "2010CA NM1 5": "2", "2010CA NM1 7": "2",
        "2010CA N3": "5", "2010CA N4": "5", "2010CA DMG 2": "3", "2010CA DMG 3": "3",
        "2010CA REF Y4": "11b",
        "2300 CLM 1": "26", "2300 CLM 2": "28", "2300 CLM 5-1": "24B", "2300 CLM 5-2": "24B",
        "2300 CLM 5-3": "22", "2300 CLM 6": "31", "2300 CLM 7": "27", "2300 CLM 8": "13", "2300 CLM 9": "12",
        "2300 CLM 10": "12", "2300 CLM 11-1": "10", "2300 CLM 11-2": "10", "2300 CLM 11-4": "10b",
        "2300 DTP 431": "14", "2300 DTP 484": "14", "2300 DTP 439": "14",
        "2300 DTP 454": "15", "2300 DTP 304": "15", "2300 DTP 453": "15", "2300 DTP 455": "15",
        "2300 DTP 471": "15", "2300 DTP 090": "15", "2300 DTP 444": "15",
        "2300 DTP 314": "16", "2300 DTP 297": "16", "2300 DTP 296": "16",
        "2300 DTP 435": "18", "2300 DTP 096": "18",
        "2300 PWK": "19", "2300 NTE": "19", "2300 AMT F5": "29",
        "2300 REF F8": "22", "2300 REF G1": "23", "2300 REF 9F": "23", "2300 REF X4": "23",
        "2300 REF EW": "23",
        "2300 HI": "21", "2300 HI BG": "10d", "2300 HI BP": "",
        "2310A NM1 1": "17", "2310A NM1 3": "17", "2310A NM1 4": "17", "2310A NM1 5": "17",
        "2310A NM1 9": "17b", "2310A REF": "17a",
        "2310B NM1 9": "24J", "2310B PRV 3": "24J", "2310B REF": "24I",
        "2310C NM1 3": "32", "2310C NM1 9": "32a", "2310C N3": "32", "2310C N4": "32", "2310C REF": "32b",
        "2310D NM1 3": "17", "2310D NM1 4": "17", "2310D NM1 5": "17", "2310D NM1 9": "17b",
        "2310D REF": "17a",
        "2310E N3": "32", "2310E N4": "32", "2310F N3": "32", "2310F N4": "32",
        "2320 SBR 3": "9a", "2320 SBR 4": "9d", "2320 AMT D": "29",
        "2330A NM1 3": "9", "2330A NM1 4": "9", "2330A NM1 5": "9", "2330A NM1 7": "9",
        "2400 SV1 1": "24D", "2400 SV1 2": "24F", "2400 SV1 3": "24G", "2400 SV1 4": "24G",
        "2400 SV1 5": "24B", "2400 SV1 7": "24E", "2400 SV1 9": "24C", "2400 SV1 11": "24H",
        "2400 SV1 12": "24H", "2400 PS1 2": "20", "2400 DTP 472": "24A",
        "2420A NM1 9": "24J", "2420A PRV 3": "24J", "2420A REF": "24I",
        "2420D NM1 9": "17b", "2420D REF": "17a",
        "2420E NM1 3": "17", "2420E NM1 4": "17", "2420E NM1 5": "17", "2420E NM1 9": "17b",
        "2420E REF": "17a",
    ]
}
