public import X12Diagnostics

/// Tells which box of the paper form CMS-1500 a finding on a professional claim is about.
///
/// Billers know the boxes; the guide's loops and elements they have to look up. Most of what an 837P holds has
/// no box, and then there is none. Where one box takes what several elements say, each of them leads to it.
public enum ClaimFormBox {
    /// The box (`24B`), or an empty text; only findings by guide 005010X222A1 have one.
    public static func box(of finding: Finding) -> String {
        guard finding.context.guide == "005010X222A1" else { return "" }
        let location = finding.location
        return box(
            loop: finding.context.loop, segment: finding.context.segment, element: location.element,
            component: location.component, name: finding.context.name)
    }

    /// The box of an element; `name` is the element's or segment's in words, which tells references and dates
    /// apart.
    static func box(loop: String, segment: String, element: Int, component: Int, name: String) -> String {
        let keys = [
            "\(loop) \(segment) \(element)-\(component)", "\(loop) \(segment) \(element)",
            "\(loop) \(segment) \(name)", "\(loop) \(segment)",
        ]
        return keys.lazy.compactMap { boxes[$0] }.first ?? ""
    }

    /// Loop and segment, then element, element and component, or name, where these matter.
    static let boxes: [String: String] = [
        "2000B SBR 2": "6", "2000B SBR 3": "11", "2000B SBR 4": "11c", "2000B SBR 9": "1",
        "2010BA NM1 3": "4", "2010BA NM1 4": "4", "2010BA NM1 5": "4", "2010BA NM1 7": "4",
        "2010BA NM1 9": "1a", "2010BA N3": "7", "2010BA N4": "7",
        "2010BA DMG 2": "11a", "2010BA DMG 3": "11a",
        "2010BA REF Property and Casualty Claim Number": "11b",
        "2000C PAT 1": "6",
        "2010CA NM1 3": "2", "2010CA NM1 4": "2", "2010CA NM1 5": "2", "2010CA NM1 7": "2",
        "2010CA N3": "5", "2010CA N4": "5", "2010CA DMG 2": "3", "2010CA DMG 3": "3",
        "2300 CLM 1": "26", "2300 CLM 2": "28", "2300 CLM 5-1": "24B", "2300 CLM 5-2": "24B",
        "2300 CLM 5-3": "22", "2300 CLM 6": "31", "2300 CLM 7": "27", "2300 CLM 8": "13", "2300 CLM 9": "12",
        "2300 CLM 11-1": "10", "2300 CLM 11-2": "10", "2300 CLM 11-4": "10b",
        "2300 DTP Onset of Current Illness or Injury Date": "14", "2300 DTP Last Menstrual Period Date": "14",
        "2300 DTP Accident Date": "14", "2300 DTP Initial Treatment Date": "15",
        "2300 DTP Disability from Date": "16", "2300 DTP Disability Dates": "16",
        "2300 DTP Last Worked Date": "16", "2300 DTP Related Hospitalization Admission Date": "18",
        "2300 DTP Related Hospitalization Discharge Date": "18", "2300 DTP Admission Date": "18",
        "2300 AMT Patient Amount Paid": "29", "2300 NTE": "19", "2300 HI": "21",
        "2300 REF Payer Claim Control Number": "22", "2300 REF Prior Authorization": "23",
        "2300 REF Prior Authorization Number": "23", "2300 REF Referral Number": "23",
        "2300 REF CLIA Number": "23",
        "2310A NM1 3": "17", "2310A NM1 4": "17", "2310A NM1 5": "17", "2310A NM1 9": "17b",
        "2310A REF": "17a",
        "2310B NM1 9": "24J", "2420A NM1 9": "24J",
        "2310C NM1 3": "32", "2310C NM1 9": "32a", "2310C N3": "32", "2310C N4": "32", "2310C REF": "32b",
        "2320 SBR 3": "9a", "2330A NM1 3": "9", "2330A NM1 4": "9", "2330A NM1 5": "9", "2330B NM1 3": "9d",
        "2400 SV1 1": "24D", "2400 SV1 2": "24F", "2400 SV1 4": "24G", "2400 SV1 5": "24B",
        "2400 SV1 7": "24E",
        "2400 SV1 9": "24C", "2400 SV1 11": "24H", "2400 SV1 12": "24H", "2400 PS1 2": "20",
        "2400 DTP Service Date": "24A",
        "2010AA NM1 3": "33", "2010AA NM1 4": "33", "2010AA NM1 5": "33", "2010AA NM1 9": "33a",
        "2010AA N3": "33", "2010AA N4": "33",
        "2010AA REF Billing Provider Tax Identification": "25",
        "2010AA REF Billing Provider Tax Identification Number": "25",
    ]
}
