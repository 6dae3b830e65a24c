internal import X12Models

/// Places: of service, and on the map.
enum Places {
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
        left.state == right.state && isSame(left.line1, right.line1) && isSame(left.city, right.city)
            && isSame(left.line2, right.line2) && left.postalCode?.prefix(5) == right.postalCode?.prefix(5)
    }

    /// Whether two texts say the same, case, blanks and points aside; an absent one says nothing.
    static func isSame(_ left: String?, _ right: String?) -> Bool {
        guard let left, let right, left.utf8.allSatisfy({ $0 < 0x80 }), right.utf8.allSatisfy({ $0 < 0x80 })
        else { return (left ?? "").uppercased().filter(counts) == (right ?? "").uppercased().filter(counts) }
        var others = right.utf8.makeIterator()
        for byte in left.utf8 where counts(byte) {
            guard let other = next(&others), upperCase(byte) == upperCase(other) else { return false }
        }
        return next(&others) == nil
    }

    private static func next(_ bytes: inout String.UTF8View.Iterator) -> UInt8? {
        while let byte = bytes.next() {
            if counts(byte) { return byte }
        }
        return nil
    }

    private static func counts(_ character: Character) -> Bool {
        character.asciiValue.map { counts($0) } ?? true
    }

    private static func counts(_ byte: UInt8) -> Bool {
        byte != UInt8(ascii: " ") && byte != UInt8(ascii: ".") && byte != UInt8(ascii: ",")
    }

    private static func upperCase(_ byte: UInt8) -> UInt8 { 0x61...0x7A ~= byte ? byte & 0xDF : byte }
}
