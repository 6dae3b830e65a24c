internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Anesthesia, chiropractic, children's screening, care plans, mammography, purchased tests.
enum MedicalRules {
    static let all: [Rule] = [
        anesthesia, chiropractic, screening, carePlan, mammography, purchasedService, deviceExemption,
        redBloodCells,
    ]

    static let anesthesia = Rule(
        "837P-ANES", level: 6, .claim,
        demand:
            "an anesthesia is counted in minutes (MJ), its daily management (01996) in units, and a modifier says who gave it",
        reason:
            "base units and minutes make the price; minutes sent as units are paid as so many anesthesias",
        faults: [
            Fault(
                "unit", .error, "{at} ({name}) is {found}, must be {expected} for this anesthesia",
                help: "send MJ and the minutes; UN and days for 01996", statuses: ["A7:251"]),
            Fault(
                "modifier", .warning,
                "{at} ({name}) is {found}, an anesthesia, but no modifier says who gave it",
                help: "send AA, AD, QK, QX, QY, QZ, or another of the payer's list", statuses: ["A7:453"]),
        ],
        source: RuleSource(.high, "guide maps; the modifiers are Medicare's"),
        reliesOn: ["2400 SV1"],
        examples: [
            RuleExample(.anesthesia, "*960*MJ*96*", "*960*UN*6*", at: "SV103", fault: "unit"),
            RuleExample(.anesthesia, "HC:00790:AA:P2*", "HC:00790:P2*", at: "SV101-2", fault: "modifier"),
        ],
        check: .claim { claim, context, findings in
            guard !context.services.isDisjoint(with: [.timedAnesthesia, .dailyAnesthesia]) else { return }
            for (index, line) in claim.serviceLines.enumerated() {
                let kind = ServiceKind(of: line.procedure)
                let right =
                    kind.contains(.timedAnesthesia) ? "MJ" : kind.contains(.dailyAnesthesia) ? "UN" : nil
                guard let right, let procedure = line.procedure else { continue }
                if let unit = line.unit, unit != right {
                    findings.add(
                        "unit", at: "serviceLines[\(index)].unit", found: .code(unit), expected: [right])
                }
                if !procedure.modifiers.contains(where: anesthetists.contains) {
                    findings.add(
                        "modifier", at: "serviceLines[\(index)].procedure.code",
                        found: .code(procedure.code ?? ""))
                }
            }
        })

    /// Modifiers that say who gave an anesthesia, and under what care.
    private static let anesthetists: Set<String> = ["AA", "AD", "GC", "QK", "QS", "QX", "QY", "QZ"]

    static let chiropractic = Rule(
        "837P-CHIRO", level: 6, .claim,
        demand:
            "chiropractic treatment under Medicare comes with the day on which it began (DTP*454), and with AT where it is active",
        reason: "Medicare counts the course of treatment from the day, and pays active treatment alone",
        faults: [
            Fault(
                .warning,
                "{at} ({name}) is {found}, chiropractic treatment, but the day on which it began (DTP*454) is missing",
                help: "send DTP*454 with the claim or the line", statuses: ["A6:192"]),
            Fault(
                "modifier", .warning,
                "{at} ({name}) is {found}, chiropractic treatment, but no modifier says whether it is active (AT)",
                help:
                    "send AT for active treatment; GA, GX, GY or GZ for what Medicare is not expected to pay",
                statuses: ["A6:453"]),
        ],
        source: RuleSource(.high, "Medicare"),
        examples: [
            RuleExample(.chiropractic, "DTP*454*D8*20260105~\n", "", at: "SV101-2"),
            RuleExample(.chiropractic, "HC:98941:AT*", "HC:98941*", at: "SV101-2", fault: "modifier"),
        ],
        check: .claim { claim, context, findings in
            guard context.services.contains(.chiropractic), context.levels.isMedicare else { return }
            var isDateTold = claim.dates?.initialTreatment != nil
            for (index, line) in claim.serviceLines.enumerated()
            where ServiceKind(of: line.procedure).contains(.chiropractic) {
                let path = "serviceLines[\(index)].procedure.code"
                let code = line.procedure?.code ?? ""
                if !isDateTold, line.dates?.initialTreatment == nil {
                    isDateTold = true
                    findings.add(at: path, found: .code(code))
                }
                if line.procedure?.modifiers.contains(where: activities.contains) != true {
                    findings.add("modifier", at: path, found: .code(code))
                }
            }
        })

    /// Modifiers that say whether a treatment of the spine is active, or not expected to be paid.
    private static let activities: Set<String> = ["AT", "GA", "GX", "GY", "GZ"]

    static let screening = Rule(
        "837P-EPSDT", level: 6, .claim,
        demand:
            "the referral after a child's screening (CRC*ZZ) says N with NU, or Y with what was done (AV, S2, ST)",
        reason: "states count how many children were referred; a yes that says no counts for neither",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, which does not go with {detail} in CRC02",
                help: "send NU with N, and AV, S2 or ST with Y", statuses: ["A7:564"])
        ],
        source: RuleSource(.high, "guide maps"),
        sent: ["2300 CRC ZZ"],
        examples: [
            RuleExample(
                .dependentVisit, "CRC*ZZ*N*NU~", "CRC*ZZ*N*AV~", at: "CRC03",
                preparing: [RuleExample.Change("HI*ABK:J020~", "CRC*ZZ*N*NU~\nHI*ABK:J020~")])
        ],
        check: .claim { claim, _, findings in
            guard let referral = claim.screeningReferral, let indicator = referral.indicator else { return }
            for (index, condition) in referral.conditions.enumerated() where !condition.isEmpty {
                guard (condition == "NU") != (indicator == "N") else { continue }
                findings.add(
                    at: "screeningReferral.conditions[\(index)]", found: .code(condition), detail: indicator)
                return
            }
        })

    static let carePlan = Rule(
        "837P-CPO", level: 6, .claim,
        demand: "oversight of a care plan (G0181, G0182) names the home health agency or hospice (REF*1J)",
        reason: "Medicare pays it only for patients of the agency that is named",
        faults: [
            Fault(
                .warning,
                "{at} ({name}) is {found}, oversight of a care plan, but the agency's NPI (REF*1J) is missing",
                help: "send the NPI of the home health agency or hospice in REF*1J", statuses: ["A6:714"])
        ],
        source: RuleSource(.medium, "Medicare"),
        examples: [
            RuleExample(
                .officeVisit, "REF*1J*1555000334~\n", "", at: "SV101-2",
                preparing: [
                    RuleExample.Change("HC:99213*", "HC:G0181*"),
                    RuleExample.Change("HI*ABK:J020*", "REF*1J*1555000334~\nHI*ABK:J020*"),
                ])
        ],
        check: .claim { claim, context, findings in
            guard context.services.contains(.carePlanOversight),
                claim.references?.carePlanOversightNumber == nil
            else { return }
            report("", .carePlanOversight, in: claim, &findings)
        })

    static let mammography = Rule(
        "837P-MAMMO", level: 6, .claim,
        demand: "a mammography comes with the certificate of the facility (REF*EW), six characters",
        reason: "payers pay certified facilities alone",
        faults: [
            Fault(
                "missing", .warning,
                "{at} ({name}) is {found}, a mammography, but the facility's certificate (REF*EW) is missing",
                help: "send the certificate's number in REF*EW", statuses: ["A6:142:77"]),
            Fault(
                "form", .warning, "{at} ({name}) is {found}, must have six characters",
                help: "send the number of the certificate", statuses: ["A7:142:77"]),
        ],
        source: RuleSource(.medium, "Medicare"),
        examples: [
            RuleExample(
                .officeVisit, "REF*EW*A12345~\n", "", at: "SV101-2", fault: "missing", preparing: mammogram),
            RuleExample(
                .officeVisit, "REF*EW*A12345~", "REF*EW*A123~", at: "REF02", fault: "form",
                preparing: mammogram),
            RuleExample(
                .officeVisit, "REF*EW*B12345~", "REF*EW*B123~", at: "REF02", fault: "form",
                preparing: mammogram + [
                    RuleExample.Change("REF*6R*L1~", "REF*EW*B12345~\nREF*6R*L1~")
                ]),
        ],
        check: .several([
            .claim { claim, context, findings in
                guard context.services.contains(.mammography),
                    claim.references?.mammographyCertificationNumber == nil,
                    !claim.serviceLines.contains(where: {
                        $0.references?.mammographyCertificationNumber != nil
                    })
                else { return }
                report("missing", .mammography, in: claim, &findings)
            },
            .whereSent(
                ["2300 REF EW", "2400 REF EW"],
                .claim { claim, _, findings in
                    check(claim.references?.mammographyCertificationNumber, "", &findings)
                    for index in claim.serviceLines.indices {
                        check(
                            claim.serviceLines[index].references?.mammographyCertificationNumber,
                            "serviceLines[\(index)].", &findings)
                    }
                }),
        ]))

    private static func check(
        _ certificate: String?, _ path: @autoclosure () -> String, _ findings: inout RuleFindings
    ) {
        guard let certificate, certificate.utf8.count != 6 else { return }
        findings.add(
            "form", at: path() + "references.mammographyCertificationNumber", found: .identifier(certificate))
    }

    private static let mammogram = [
        RuleExample.Change("HC:99213*", "HC:77067*"),
        RuleExample.Change("HI*ABK:J020*", "REF*EW*A12345~\nHI*ABK:J020*"),
    ]

    /// Reports the first line of a kind.
    private static func report(
        _ fault: String, _ kind: ServiceKind, in claim: Claim, _ findings: inout RuleFindings
    ) {
        for (index, line) in claim.serviceLines.enumerated()
        where ServiceKind(of: line.procedure).contains(kind) {
            findings.add(
                fault, at: "serviceLines[\(index)].procedure.code", found: .code(line.procedure?.code ?? ""))
            return
        }
    }

    static let purchasedService = Rule(
        "837P-PS1", level: 6, .claim,
        demand:
            "a test bought from another (PS1) names from whom (2420B), and cost no more than is charged for it",
        reason: "the payer pays no more than the test cost, and must know who gave it",
        faults: [
            Fault(
                "provider", .warning, "a purchased service is sent, but not from whom it was bought (2420B)",
                help: "send loop 2420B with the provider's identifier", statuses: ["A7:469"]),
            Fault(
                "cost", .warning, "{at} ({name}) is {found}, more than the line's charge of {expected}",
                help: "correct the cost, or the charge", statuses: ["A7:470"]),
        ],
        source: RuleSource(.medium, "guide maps"),
        sent: ["2400 PS1"],
        examples: [
            RuleExample(
                .officeVisit, "\nNM1*QB*2******XX*1555000334~", "", at: "PS1", fault: "provider",
                preparing: purchase),
            RuleExample(
                .officeVisit, "PS1*LAB7*40~", "PS1*LAB7*140~", at: "PS102", fault: "cost", preparing: purchase
            ),
        ],
        check: .claim { claim, _, findings in
            for (index, line) in claim.serviceLines.enumerated() {
                guard let purchase = line.purchasedService else { continue }
                if line.purchasedServiceProvider == nil {
                    findings.add("provider", at: "serviceLines[\(index)].purchasedService")
                }
                guard let cost = purchase.chargeAmount, let charge = line.chargeAmount, charge < cost else {
                    continue
                }
                findings.add(
                    "cost", at: "serviceLines[\(index)].purchasedService.chargeAmount", found: cost,
                    expected: charge)
            }
        })

    private static let purchase = [
        RuleExample.Change("REF*6R*L2~", "REF*6R*L2~\nPS1*LAB7*40~\nNM1*QB*2******XX*1555000334~")
    ]

    static let deviceExemption = Rule(
        "837P-IDE", level: 6, .claim,
        demand: "the number of a device under investigation (REF*LX) is a letter and six digits",
        reason: "the device is covered under its number alone",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, must be a letter and six digits",
                help: "send the exemption's number: G and six digits as a rule", statuses: ["A7:579"])
        ],
        source: RuleSource(.medium, "Medicare"),
        sent: ["2300 REF LX"],
        examples: [
            RuleExample(
                .officeVisit, "REF*LX*G123456~", "REF*LX*123456~", at: "REF02",
                preparing: [RuleExample.Change("HI*ABK:J020*", "REF*LX*G123456~\nHI*ABK:J020*")])
        ],
        check: .claim { claim, _, findings in
            guard let number = claim.references?.deviceExemptionNumber,
                !(number.first?.isUppercase ?? false) || !IdentifierForms.isDigits(number.dropFirst(), 6)
            else { return }
            findings.add(at: "references.deviceExemptionNumber", found: .identifier(number))
        })

    static let redBloodCells = Rule(
        "837P-MEA", level: 6, .claim,
        demand:
            "a drug that makes red blood cells comes with the hemoglobin or hematocrit (MEA with R1 or R2)",
        reason: "Medicare pays it by how few the patient has",
        faults: [
            Fault(
                .warning,
                "{at} ({name}) is {found}, a drug that makes red blood cells, but no hemoglobin or hematocrit (MEA) is sent",
                help: "send MEA with TR and R1 or R2, and the latest value", statuses: ["A7:731"])
        ],
        source: RuleSource(.medium, "guide maps, Medicare; the codes of MEA are the grammar's"),
        examples: [
            RuleExample(
                .drug, "MEA*TR*R1*10.2~\n", "", at: "SV101-2",
                preparing: [
                    RuleExample.Change("HC:J3301*", "HC:J0885*"),
                    RuleExample.Change("LIN**N4*", "MEA*TR*R1*10.2~\nLIN**N4*"),
                ])
        ],
        check: .claim { claim, context, findings in
            guard context.services.contains(.redBloodCells) else { return }
            for (index, line) in claim.serviceLines.enumerated()
            where ServiceKind(of: line.procedure).contains(.redBloodCells)
                && !line.testResults.contains(where: { $0.qualifier == "R1" || $0.qualifier == "R2" })
            {
                findings.add(
                    at: "serviceLines[\(index)].procedure.code", found: .code(line.procedure?.code ?? ""))
            }
        })
}
