/// A code set that is kept outside of the standard, and changes with the calendar.
///
/// Some come with the library; the others are loaded from the files of those who keep them.
public enum CodeSet: String, Sendable, CaseIterable, CustomStringConvertible {
    /// Claim adjustment reason codes (CAS02): X12 source 139.
    case adjustmentReason = "carc"
    /// Remittance advice remark codes (LQ02, MOA03 to MOA07): X12 source 411.
    case remark = "rarc"
    /// Claim status categories (STC01-1): X12 source 507.
    case statusCategory = "status-category"
    /// Claim status codes (STC01-2): X12 source 508.
    case status = "status"
    /// Places of service (CLM05-1, SV105): X12 source 237.
    case placeOfService = "pos"
    /// States and provinces (N402): X12 source 22.
    case state = "state"
    /// Countries (N404): X12 source 5.
    case country = "country"
    /// Diagnoses (HI with ABK, ABF): ICD-10-CM.
    case diagnosis = "icd10cm"
    /// Inpatient procedures: ICD-10-PCS. Professional claims carry none.
    case inpatientProcedure = "icd10pcs"
    /// Procedures and supplies of HCPCS level II (SV101-2), a letter and four digits; and its modifiers (SV101-3 to -6),
    /// which begin with a letter.
    case hcpcs = "hcpcs"
    /// Procedures of CPT (SV101-2), and its modifiers, which begin with a digit: never shipped, only a user's own list.
    case cpt = "cpt"
    /// Drugs (LIN03 with N4): eleven digits.
    case drug = "ndc"
    /// Provider taxonomy (PRV03): only a user's own copy.
    case taxonomy = "taxonomy"
    /// Condition codes of the NUBC (HI with BG): only a user's own list.
    case condition = "condition"
    /// Which adjustment reasons go with which group and remarks (CAS, LQ): CAQH CORE's table, only a user's own copy.
    ///
    /// Its codes are reasons that the table speaks of (`16`), and combinations: `16-CO-N290`, without a remark `45-CO`.
    case combination = "combinations"

    /// What people call it.
    public var title: String {
        switch self {
        case .adjustmentReason: "CARC"
        case .remark: "RARC"
        case .statusCategory: "claim status categories"
        case .status: "claim status codes"
        case .placeOfService: "the places of service of CMS"
        case .state: "states and provinces"
        case .country: "ISO 3166"
        case .diagnosis: "ICD-10-CM"
        case .inpatientProcedure: "ICD-10-PCS"
        case .hcpcs: "HCPCS"
        case .cpt: "CPT"
        case .drug: "the NDC directory"
        case .taxonomy: "the taxonomy list"
        case .condition: "the condition codes"
        case .combination: "the code combinations of CORE"
        }
    }

    /// The key of its list among those that come with the library; `nil` when none does.
    public var shippedList: String? {
        switch self {
        case .adjustmentReason: "1034"
        case .remark: "S411"
        case .statusCategory: "S507"
        case .status: "S508"
        case .placeOfService: "1331"
        case .state: "156"
        case .country: "26"
        default: nil
        }
    }

    /// Its place among all sets, from 0.
    package var ordinal: Int {
        switch self {
        case .adjustmentReason: 0
        case .remark: 1
        case .statusCategory: 2
        case .status: 3
        case .placeOfService: 4
        case .state: 5
        case .country: 6
        case .diagnosis: 7
        case .inpatientProcedure: 8
        case .hcpcs: 9
        case .cpt: 10
        case .drug: 11
        case .taxonomy: 12
        case .condition: 13
        case .combination: 14
        }
    }

    /// The name that it is loaded and shown by: `icd10cm`.
    public var description: String { rawValue }
}
