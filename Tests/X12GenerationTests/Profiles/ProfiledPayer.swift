import Testing

/// A payer with a sample profile, and how claims have to look that keep it.
struct ProfiledPayer: Sendable, CustomTestStringConvertible {
    /// What a member's number looks like.
    enum MemberNumber: Sendable {
        case any, medicare, digits(Int), prefixed(Int)
    }

    var profile: String
    var identifier: String
    var filingIndicator: String
    var member = MemberNumber.any
    var hasPatients = true
    var hasSecondClaims = true
    var frequencies = ["1"]
    /// Why Medicare pays second, where that has to be said.
    var secondPayerReason: String?
    /// Whether a note has to hold a benefit code.
    var wordsNotes = false

    var testDescription: String { profile }

    /// Every profile about claims that comes with the library.
    static let all: [ProfiledPayer] = [
        .init(
            profile: "medicare", identifier: "MEDICARE0", filingIndicator: "MB", member: .medicare,
            hasPatients: false, frequencies: ["1", "7"], secondPayerReason: "12"),
        .init(
            profile: "medicare-part-b", identifier: "MEDICARE", filingIndicator: "MB", member: .medicare,
            hasPatients: false, secondPayerReason: "13"),
        .init(
            profile: "medicare-dme", identifier: "MEDICARE-DME", filingIndicator: "MB", member: .medicare,
            hasPatients: false, secondPayerReason: "43"),
        .init(
            profile: "medicare-advantage-encounters", identifier: "80882", filingIndicator: "16",
            member: .medicare, hasPatients: false, frequencies: ["1", "7", "8"]),
        .init(
            profile: "medicaid", identifier: "SKMED0", filingIndicator: "MC", hasPatients: false,
            frequencies: ["1", "7", "8"]),
        .init(
            profile: "texas-medicaid", identifier: "617591011C21P", filingIndicator: "MC", member: .digits(9),
            hasPatients: false, frequencies: ["1", "7"], wordsNotes: true),
        .init(
            profile: "texas-managed-care", identifier: "TXPLAN1", filingIndicator: "MC", member: .digits(9),
            hasPatients: false, frequencies: ["1", "7"], wordsNotes: true),
        .init(
            profile: "blue-plan", identifier: "BLUE01", filingIndicator: "BL", member: .prefixed(12),
            frequencies: ["1", "7", "8"]),
        .init(
            profile: "blue-cross-nc", identifier: "BCBSNC", filingIndicator: "BL", member: .prefixed(14),
            frequencies: ["1", "7", "8"]),
        .init(
            profile: "blue-cross-michigan", identifier: "00710", filingIndicator: "BL", member: .prefixed(12),
            frequencies: ["1", "7", "8"]),
        .init(
            profile: "united-commercial", identifier: "87726", filingIndicator: "CI", member: .digits(9),
            frequencies: ["1", "7", "8"]),
        .init(
            profile: "tricare-west", identifier: "99726", filingIndicator: "CH", member: .digits(11),
            frequencies: ["1", "7"]),
        .init(
            profile: "behavioral-carrier", identifier: "BHCARR1", filingIndicator: "CI",
            hasSecondClaims: false,
            frequencies: ["1", "7"]),
    ]

    static func named(_ profile: String) -> ProfiledPayer? { all.first { $0.profile == profile } }
}
