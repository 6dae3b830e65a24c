internal import X12Grammar

/// Where the values of an element come from.
enum ValueSource: Sendable, Equatable {
    /// A code of the guide's list.
    case code
    /// One of some values of an outside list.
    case outside([[UInt8]])
    /// A whole number, up to a largest one.
    case integer(most: Int)
    /// A decimal number, with so many digits before and behind the point at most.
    case decimal(whole: Int, fraction: Int)
    /// A date, CCYYMMDD.
    case date
    /// A time.
    case time
    /// A date or period in the format that the code before it names.
    case period
    /// Components.
    case composite
    /// Text of a kind.
    case text(Text)

    /// The kinds of text.
    enum Text: Sendable, Equatable {
        /// An identifier: capitals, digits, hyphens.
        case token
        /// Words for people.
        case words
        case digits(Int)
        case lastName, firstName, middleName, street, city, postalCode
        /// An identifier of the kind that the code before it names (elements 66, 128, 235, 365, 1270).
        case qualified
    }

    init(_ rule: ElementRule) {
        if rule.type == .composite {
            self = .composite
        } else if rule.codes >= 0 {
            self = .code
        } else if let list = Self.list(rule) {
            self = .outside(list.map { Array($0.utf8) })
        } else {
            self = Self.typed(rule)
        }
    }

    private static func typed(_ rule: ElementRule) -> ValueSource {
        switch rule.type {
        // A pointer names one of at most twelve diagnoses.
        case .integer, .implied2: .integer(most: rule.dataElement == "1328" ? 12 : Self.largest(rule))
        // Dollars and cents, below 100 million; more than 18 digits no model of ours holds.
        case .decimal where rule.dataElement == "782": .decimal(whole: 8, fraction: 2)
        case .decimal: .decimal(whole: min(18, Self.longest(rule)), fraction: 4)
        case .date: .date
        case .time: .time
        case .text, .identifier, .binary, .composite:
            rule.dataElement == "1251" ? .period : .text(Self.text(rule))
        }
    }

    private static func longest(_ rule: ElementRule) -> Int {
        rule.guideMaximumLength > 0 ? rule.guideMaximumLength : rule.maximumLength
    }

    private static func largest(_ rule: ElementRule) -> Int {
        (0..<min(18, longest(rule))).reduce(1) { power, _ in power * 10 } - 1
    }

    private static func text(_ rule: ElementRule) -> Text {
        switch rule.dataElement {
        case "127", "67", "364", "234", "1271": .qualified
        case "1035": .lastName
        case "1036": .firstName
        case "1037": .middleName
        case "166": .street
        case "19": .city
        case "116": .postalCode
        case "329": .digits(4)
        case "507", "510": .digits(9)
        case "509": .digits(10)
        case "1354": .digits(3)
        case "352", "933", "93", "1204", "449", "724": .words
        default: .token
        }
    }

    /// Some values of the outside list that an element's codes come from, each in use.
    private static func list(_ rule: ElementRule) -> [String]? {
        switch rule.externalCodes.split(separator: " ").first.map(String.init) ?? "" {
        case "claim_status": return ["1", "3", "16", "19", "20", "21", "33", "116", "187", "562"]
        case "claim_status_cat": return ["A0", "A1", "A2", "A3", "A4", "A6", "A7", "A8"]
        case "remark_code": return ["M15", "M51", "MA01", "MA130", "N130", "N290", "N362"]
        default: break
        }
        switch rule.dataElement {
        case "26": return ["US", "CA", "MX", "DE"]
        case "100": return ["USD", "CAD", "EUR", "GBP"]
        case "156": return ["CA", "GA", "IL", "ME", "NY", "OH", "OR", "TX", "WI"]
        case "447": return ["2000", "2010", "2300", "2310", "2400", "2420", "2430"]
        case "480": return ["005010X222A1", "005010X221A1", "005010X279A1", "005010X214"]
        case "721": return ["NM1", "CLM", "REF", "DTP", "SV1", "N3", "HI", "CAS"]
        case "1034": return ["1", "2", "3", "16", "18", "45", "96", "97", "253", "B7"]
        case "1325": return ["1", "6", "7", "8"]
        case "1331": return ["11", "12", "21", "22", "23", "31", "41", "65", "81"]
        case "1339": return ["25", "26", "59", "76", "GT", "KX", "LT", "RT", "TC"]
        case "1361": return ["00", "01", "02", "10", "20", "30", "40"]
        case "1705": return ["005010X222A1", "005010X223A2", "005010X279A1", "005010X220A1"]
        case "1715": return ["AB", "BC", "ON", "QC"]
        default: return nil
        }
    }
}
