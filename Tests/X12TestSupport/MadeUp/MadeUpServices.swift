/// A service as it is billed.
package struct MadeUpService {
    /// `HC:` with the procedure and perhaps modifiers, as SV101 and SVC01 have it.
    package var procedure: String
    /// What one unit costs, in cents.
    package var unitPrice: Int
    package var units: Int
    /// An eleven-digit drug code, for drugs.
    package var drugCode: String?
    /// Whether it is a laboratory test that needs the laboratory's certificate number.
    package var isLaboratory = false

    /// What the line costs, in cents.
    package var charge: Int { unitPrice * units }
}

/// Primary diagnoses by their code; the guide wants no decimal point.
private let allDiagnoses = [
    "J020", "E119", "I10", "M545", "Z0000", "R079", "J45909", "K219", "F411", "N390", "L309", "H6690",
    "S93401A", "M25561",
    "E785", "G43909", "R0602", "B349", "D649", "R5383",
]

private let visits: [(code: String, price: Int)] = [
    ("99213", 12_000), ("99214", 18_500), ("99203", 16_750), ("99204", 24_900), ("99212", 7_825),
    ("99396", 21_000),
    ("99283", 31_040),
]
private let procedures: [(code: String, price: Int, mostUnits: Int)] = [
    ("97110", 4_510, 4), ("97140", 4_290, 2), ("93000", 5_500, 1), ("71046", 8_675, 1), ("73030", 7_420, 1),
    ("20610", 16_333, 1), ("96372", 3_999, 2), ("11102", 19_805, 1), ("90471", 3_150, 1),
    ("G0439", 17_525, 1),
    ("94640", 2_875, 3), ("A6402", 1_110, 30),
]
private let tests: [(code: String, price: Int)] = [
    ("87880", 3_000), ("80053", 4_205), ("85025", 2_540), ("83036", 3_315), ("81002", 1_007),
    ("80061", 5_160),
]
private let drugs: [(code: String, price: Int, drug: String)] = [
    ("J1885", 1_250, "00409379501"), ("J3301", 1_875, "00003049320"), ("J0696", 2_205, "00409733801"),
]

extension SplitMix64 {
    /// Different diagnoses.
    package mutating func diagnoses(_ count: Int) -> [String] {
        var picked: [String] = []
        while picked.count < count {
            let diagnosis = pick(allDiagnoses)
            if !picked.contains(diagnosis) { picked.append(diagnosis) }
        }
        return picked
    }

    /// Different services; the first is mostly a visit.
    package mutating func services(_ count: Int) -> [MadeUpService] {
        var picked: [MadeUpService] = []
        while picked.count < count {
            let service = service(isFirst: picked.isEmpty)
            if !picked.contains(where: { $0.procedure == service.procedure }) { picked.append(service) }
        }
        return picked
    }

    /// A service; the first of a claim is mostly a visit.
    package mutating func service(isFirst: Bool) -> MadeUpService {
        if isFirst && happens(percent: 80) {
            let visit = pick(visits)
            let modifier = happens(percent: 20) ? ":25" : ""
            return MadeUpService(procedure: "HC:" + visit.code + modifier, unitPrice: visit.price, units: 1)
        }
        switch number(in: 1...10) {
        case 1:
            let drug = pick(drugs)
            return MadeUpService(
                procedure: "HC:" + drug.code, unitPrice: drug.price, units: number(in: 1...4),
                drugCode: drug.drug)
        case 2...4:
            let test = pick(tests)
            return MadeUpService(
                procedure: "HC:" + test.code + (happens(percent: 15) ? ":QW" : ""), unitPrice: test.price,
                units: 1,
                isLaboratory: true)
        default:
            let procedure = pick(procedures)
            let modifier = happens(percent: 15) ? ":" + pick(["59", "GP", "RT", "LT", "76"]) : ""
            return MadeUpService(
                procedure: "HC:" + procedure.code + modifier, unitPrice: procedure.price,
                units: number(in: 1...procedure.mostUnits))
        }
    }

    /// Splits `charge` as a payer does; the parts add up to it.
    package mutating func adjudication(of charge: Int) -> MadeUpAdjudication {
        var result = MadeUpAdjudication()
        result.contractual = happens(percent: 90) ? charge * number(in: 15...55) / 100 : 0
        var rest = charge - result.contractual
        if happens(percent: 15) {
            result.deductible = min(rest, number(in: 500...15_000))
            rest -= result.deductible
        }
        if happens(percent: 35) {
            result.coinsurance = rest * 20 / 100
            rest -= result.coinsurance
        }
        if happens(percent: 30) {
            result.copayment = min(rest, number(in: 2...10) * 500)
            rest -= result.copayment
        }
        result.paid = rest
        return result
    }
}

/// What became of a charge, in cents.
package struct MadeUpAdjudication {
    package var paid = 0
    /// CO 45.
    package var contractual = 0
    /// PR 1.
    package var deductible = 0
    /// PR 2.
    package var coinsurance = 0
    /// PR 3.
    package var copayment = 0
    /// CO or PI with a reason of its own, for a line that is denied as a whole.
    package var denial: (group: String, reason: String, amount: Int)?

    package var patientResponsibility: Int { deductible + coinsurance + copayment }

    /// The CAS segments it takes: the group and its triplets, without zero amounts.
    package var adjustments: [(group: String, reasons: [(code: String, amount: Int)])] {
        var groups: [(group: String, reasons: [(code: String, amount: Int)])] = []
        if let denial { groups.append((denial.group, [(denial.reason, denial.amount)])) }
        if contractual != 0 { groups.append(("CO", [("45", contractual)])) }
        let patient = [("1", deductible), ("2", coinsurance), ("3", copayment)].filter { $0.1 != 0 }
        if !patient.isEmpty { groups.append(("PR", patient.map { (code: $0.0, amount: $0.1) })) }
        return groups
    }

    /// The same with every sign turned: a reversal.
    package var reversed: MadeUpAdjudication {
        MadeUpAdjudication(
            paid: -paid, contractual: -contractual, deductible: -deductible, coinsurance: -coinsurance,
            copayment: -copayment, denial: denial.map { ($0.group, $0.reason, -$0.amount) })
    }
}

extension MadeUpAdjudication {
    /// Nothing decided yet.
    package static var undecided: Self { Self() }
}

extension SegmentComposer {
    /// One CAS a group; returns how many triplets were written.
    mutating func adjustments(_ adjudication: MadeUpAdjudication) -> Int {
        var count = 0
        for (group, reasons) in adjudication.adjustments {
            count += reasons.count
            switch reasons.count {
            case 1:
                segment("CAS", group, reasons[0].code, money(reasons[0].amount))
            case 2:
                segment(
                    "CAS", group, reasons[0].code, money(reasons[0].amount), "", reasons[1].code,
                    money(reasons[1].amount))
            default:
                segment(
                    "CAS", group, reasons[0].code, money(reasons[0].amount), "", reasons[1].code,
                    money(reasons[1].amount), "", reasons[2].code, money(reasons[2].amount))
            }
        }
        return count
    }
}
