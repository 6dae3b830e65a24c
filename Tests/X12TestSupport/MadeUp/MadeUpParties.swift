/// A person who does not exist.
package struct MadeUpPerson {
    package var last: String
    package var first: String
    package var middle: String
    /// `yyyymmdd`.
    package var birthDate: String
    /// `F` or `M`.
    package var gender: String
    package var memberID: String
}

/// An organisation or its address, as N3 and N4 have it.
package struct MadeUpAddress {
    package var street: String
    package var city: String
    package var state: String
    package var postalCode: String
}

/// A payer that does not exist.
package struct MadeUpPayer {
    package var name: String
    package var identifier: String
    /// SBR09 or CLP06.
    package var filingIndicator: String
    /// Whether people other than the subscriber are insured with it.
    package var coversDependents: Bool
}

private let lastNames = [
    "ABERNATHY", "BAINES", "CALLOWAY", "DEVRIES", "ELLERY", "FAIRCHILD", "GARZA", "HOLLOWAY", "ISAAC",
    "JANSEN",
    "KOWALCZYK", "LINDQVIST", "MERRIWEATHER", "NAKAMURA", "OKONKWO", "PELLETIER", "QUINTERO", "RAMASWAMY",
    "SANTOS",
    "THORNBURY", "UPTON", "VANDERBERG", "WHITLOCK", "XIONG", "YARROW", "ZELLER", "O BRIEN", "ST JOHN", "LI",
    "NG",
]
private let firstNames = [
    "ADA", "BRUNO", "CLEMENTINE", "DESMOND", "ESTHER", "FELIX", "GRETA", "HUGO", "INGRID", "JONAS", "KEZIA",
    "LEOPOLD",
    "MARISOL", "NADIA", "OTTO", "PRIYA", "QUENTIN", "ROSA", "SIMEON", "TABITHA", "ULYSSES", "VIOLA",
    "WENDELL", "YUSUF",
]
private let streets = [
    "ELM ST", "OAK AVE", "MILL RD", "HARBOR BLVD", "QUARRY LN", "ORCHARD WAY", "SUMMIT DR", "FERRY ST",
    "CANAL CT",
    "PROSPECT PL",
]
private let cities = [
    ("SPRINGFIELD", "IL", "62701"), ("MADISON", "WI", "53703"), ("TUCSON", "AZ", "85701"),
    ("DAYTON", "OH", "45402"),
    ("ALBANY", "NY", "12207"), ("EUGENE", "OR", "97401"), ("MACON", "GA", "31201"),
    ("LUBBOCK", "TX", "79401"),
    ("FRESNO", "CA", "93721"), ("BANGOR", "ME", "04401"),
]
private let practices = [
    "MAPLE CLINIC", "RIVERBEND FAMILY MEDICINE", "NORTH QUARRY PEDIATRICS", "HARBOR POINT ORTHOPEDICS",
    "SUMMIT INTERNAL MEDICINE", "CEDAR GROVE CARDIOLOGY", "ORCHARD WOMENS HEALTH", "OLD MILL DERMATOLOGY",
]
private let payers = [
    MadeUpPayer(name: "SAMPLE PAYER", identifier: "PAYER01", filingIndicator: "CI", coversDependents: true),
    MadeUpPayer(name: "EVERGREEN MUTUAL", identifier: "EVG22", filingIndicator: "CI", coversDependents: true),
    MadeUpPayer(
        name: "BLUE HERON HEALTH PLAN", identifier: "BHHP7", filingIndicator: "BL", coversDependents: true),
    MadeUpPayer(
        name: "PRAIRIE PREFERRED", identifier: "60310", filingIndicator: "12", coversDependents: true),
    MadeUpPayer(name: "LAKESHORE HMO", identifier: "77044", filingIndicator: "HM", coversDependents: true),
    MadeUpPayer(name: "STATE MEDICAID", identifier: "SKMED0", filingIndicator: "MC", coversDependents: false),
]

extension SplitMix64 {
    package mutating func person() -> MadeUpPerson {
        MadeUpPerson(
            last: pick(lastNames), first: pick(firstNames),
            middle: happens(percent: 25) ? pick(["A", "J", "M", "T"]) : "",
            birthDate: date(inYears: 1938...2012), gender: happens(percent: 53) ? "F" : "M",
            memberID: "W" + digits(number(in: 0...999_999_999), 9))
    }

    /// A street address; `isProvider` asks for the nine-digit postal code that billing providers need.
    package mutating func address(isProvider: Bool = false) -> MadeUpAddress {
        let city = pick(cities)
        let extra = isProvider ? digits(number(in: 1...9998), 4) : ""
        return MadeUpAddress(
            street: "\(number(in: 1...9899)) \(pick(streets))", city: city.0, state: city.1,
            postalCode: city.2 + extra)
    }

    package mutating func practiceName() -> String { pick(practices) }

    package mutating func payer() -> MadeUpPayer { pick(payers) }
}
