internal import X12Models
internal import X12Specs

/// Places: of service, and on the map.
enum Places {
    /// Whether a code is a CMS place of service.
    static func isService(_ code: String) -> Bool {
        guard IdentifierForms.isDigits(code, 2), let number = Int(code) else { return false }
        return services[number]
    }

    /// For each number of two digits, whether it is a place of service.
    private static let services: [Bool] = (0..<100).map { number in
        X12Specs.label(dataElement: "1331", code: number < 10 ? "0\(number)" : "\(number)") != nil
    }

    /// Places where a patient is admitted to a bed: a hospital, a psychiatric hospital, a rehabilitation facility.
    static let inpatient: Set<String> = ["21", "51", "61"]

    /// Places that have a provider of their own, who is named.
    static let facilities: Set<String> = ["21", "22", "23", "31", "32", "51", "61"]

    /// States, territories and military post of the United States.
    static let states: Set<String> = [
        "AA", "AE", "AK", "AL", "AP", "AR", "AS", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "FM", "GA", "GU",
        "HI", "IA", "ID", "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME", "MH", "MI", "MN", "MO", "MP", "MS",
        "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA", "PR", "PW", "RI", "SC",
        "SD", "TN", "TX", "UT", "VA", "VI", "VT", "WA", "WI", "WV", "WY",
    ]

    /// Provinces and territories of Canada, old codes of Newfoundland and Quebec included.
    static let provinces: Set<String> = [
        "AB", "BC", "MB", "NB", "NF", "NL", "NS", "NT", "NU", "ON", "PE", "PQ", "QC", "SK", "YT",
    ]

    /// Whether an address is of the United States: no country is sent for them.
    static func isUnitedStates(_ address: Address) -> Bool {
        address.country == nil && !provinces.contains(address.state ?? "")
    }

    /// Whether two addresses say the same, blanks and case aside.
    static func isSame(_ left: Address, _ right: Address) -> Bool {
        plain(left.line1) == plain(right.line1) && plain(left.line2) == plain(right.line2)
            && plain(left.city) == plain(right.city) && left.state == right.state
            && left.postalCode?.prefix(5) == right.postalCode?.prefix(5)
    }

    /// A text without case and blanks.
    static func plain(_ text: String?) -> String {
        (text ?? "").uppercased().replacing(" ", with: "").replacing(".", with: "").replacing(",", with: "")
    }
}
