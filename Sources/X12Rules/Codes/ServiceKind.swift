internal import X12Models

/// Lines of business, as procedure codes tell them. Ranges and single codes are facts of their code sets.
struct ServiceKind: OptionSet, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Ground and air ambulance, mileage included (A0425 to A0436).
    static let ambulance = ServiceKind(rawValue: 1)
    /// Mileage of an ambulance (A0425, A0435, A0436).
    static let mileage = ServiceKind(rawValue: 1 << 1)
    /// Anesthesia that is counted in minutes (00100 to 01999 without 01996).
    static let timedAnesthesia = ServiceKind(rawValue: 1 << 2)
    /// Daily management of an anesthesia (01996), counted in days.
    static let dailyAnesthesia = ServiceKind(rawValue: 1 << 3)
    /// Chiropractic manipulation of the spine (98940 to 98942).
    static let chiropractic = ServiceKind(rawValue: 1 << 4)
    /// Mammography (77063, 77065 to 77067).
    static let mammography = ServiceKind(rawValue: 1 << 5)
    /// Oversight of a care plan (G0181, G0182).
    static let carePlanOversight = ServiceKind(rawValue: 1 << 6)
    /// Drugs that make red blood cells (J0881, J0882, J0885, J0887, J0888, Q4081).
    static let redBloodCells = ServiceKind(rawValue: 1 << 7)
    /// A code that stands for whatever has no code of its own.
    static let notClassified = ServiceKind(rawValue: 1 << 8)
    /// Visits, counted by the day in a hospital or nursing home (99221 to 99239, 99304 to 99316).
    static let dailyVisit = ServiceKind(rawValue: 1 << 9)

    /// What a line's procedure is.
    init(of procedure: Procedure?) {
        self.init(of: procedure?.code ?? "")
    }

    /// What a code of HCPCS or CPT is.
    init(of code: String) { self = Self.kind(of: code) }

    private static func kind(of code: String) -> ServiceKind {
        var letter: UInt8 = 0
        var number = 0
        guard code.utf8.count == 5 else { return [] }
        for (position, byte) in code.utf8.enumerated() {
            if 0x30...0x39 ~= byte {
                number = number * 10 + Int(byte &- 0x30)
            } else {
                guard position == 0 else { return [] }
                letter = byte
            }
        }
        guard letter != 0 else { return kind(ofNumber: number) }
        let kind = kind(ofLetter: letter, number)
        return notClassifiedCodes.contains(code) ? kind.union(.notClassified) : kind
    }

    private static func kind(ofNumber number: Int) -> ServiceKind {
        switch number {
        case 1996: .dailyAnesthesia
        case 100...1999: .timedAnesthesia
        case 98940...98942: .chiropractic
        case 77063, 77065...77067: .mammography
        case 99221...99239, 99304...99316: .dailyVisit
        default: []
        }
    }

    private static func kind(ofLetter letter: UInt8, _ number: Int) -> ServiceKind {
        switch (letter, number) {
        case (UInt8(ascii: "A"), 425), (UInt8(ascii: "A"), 435...436): [.ambulance, .mileage]
        case (UInt8(ascii: "A"), 425...436): .ambulance
        case (UInt8(ascii: "G"), 181...182): .carePlanOversight
        case (UInt8(ascii: "J"), 881...882), (UInt8(ascii: "J"), 885), (UInt8(ascii: "J"), 887...888),
            (UInt8(ascii: "Q"), 4081):
            .redBloodCells
        default: []
        }
    }

    /// HCPCS codes for what is not classified otherwise; those of CPT are for a user's own list.
    private static let notClassifiedCodes: Set<String> = [
        "A0999", "A4421", "A4649", "A6261", "A6262", "A9698", "A9699", "A9999", "B9998", "B9999", "C9399",
        "E0769", "E0770", "E1399", "E1699", "J1599", "J3490", "J3590", "J7199", "J7599", "J7699", "J7799",
        "J7999", "J8498", "J8499", "J8597", "J8999", "J9999", "K0108", "K0812", "K0898", "L0999", "L1499",
        "L2999", "L3649", "L3999", "L5999", "L7499", "L8039", "L8499", "L8699", "Q0507", "Q0508",
        "Q0509", "Q4050", "Q4051", "Q4082", "Q4100", "T5999", "V2199", "V2399", "V2499", "V2799", "V5298",
        "V5299",
    ]
}

extension Procedure {
    /// Whether the code is of CPT or HCPCS (C003-1 is `HC`).
    var isHCPCS: Bool { qualifier == "HC" }

    /// Whether it has a modifier.
    func has(_ modifier: String) -> Bool { modifiers.contains(modifier) }
}
