internal import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Text

/// Equipment, drugs and laboratories.
enum SupplyRules {
    static let all: [Rule] = [
        equipmentCode, certificate, ordering, drugCode, drugLink, laboratory, referredTest,
    ]

    static let equipmentCode = Rule(
        "837P-SV5-DME", level: 6, .claim,
        demand: "equipment (SV5) has the code of its line (SV101-2)",
        reason: "rent and purchase price belong to what is charged for, or to nothing",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, but the line is for {expected}",
                help: "send the same code in SV101-2 and SV501-2", statuses: ["A7:185"])
        ],
        source: RuleSource(.high, "guide maps; that SV504, SV505 and SV506 are there is the grammar's"),
        sent: ["2400 SV5"],
        silentAfter: ["837P-SV101-CODE"],
        examples: [RuleExample(.equipment, "SV5*HC:E1390*", "SV5*HC:E0431*", at: "SV501-2")],
        check: .claim { claim, _, findings in
            for (index, line) in claim.serviceLines.enumerated() {
                guard let code = line.equipment?.procedureCode, let own = line.procedure?.code, code != own
                else {
                    continue
                }
                findings.add(
                    at: "serviceLines[\(index)].equipment.procedureCode", found: .code(code), expected: [own])
            }
        })

    static let certificate = Rule(
        "837P-DME-CERT", level: 6, .claim,
        demand:
            "a certificate of equipment (CR3) has the day from which it holds (DTP*463), a renewed one the day of renewal (607); forms ended in 2022",
        reason:
            "months are paid for as long as a certificate covers them; Medicare has refused its forms since 2023",
        faults: [
            Fault(
                "begin", .warning, "a certificate is sent, but not the day from which it holds (DTP*463)",
                help: "send DTP*463 with the line", statuses: ["A7:335"]),
            Fault(
                "renewal", .warning,
                "{at} ({name}) is {found}, a renewed certificate, but the day of renewal (DTP*607) is missing",
                help: "send DTP*607 with the line", statuses: ["A7:335"]),
            Fault(
                "form", .warning,
                "a form of medical necessity is sent for a service of 2023 or later, which Medicare refuses",
                help: "leave the loop 2440 out", statuses: ["A7:698"]),
            Fault(
                "paper", .warning,
                "a certificate of medical necessity (PWK01 is CT) is announced for a service of 2023 or later, which Medicare refuses",
                help: "leave the PWK out", statuses: ["A7:698"]),
        ],
        source: RuleSource(.high, "the public list of Medicare front-end edits"),
        sent: ["2400 CR3", "2400 PWK AB", "2440"],
        reliesOn: ["2400 DTP 463", "2400 DTP 607"],
        examples: [
            RuleExample(.equipment, "DTP*463*D8*20260201~\n", "", at: "CR3", fault: "begin"),
            RuleExample(.equipment, "DTP*607*D8*20260201~\n", "", at: "CR301", fault: "renewal"),
            RuleExample(
                .equipment, "PER*IC*DR XIONG*TE*2175550142~",
                "PER*IC*DR XIONG*TE*2175550142~\nLQ*UT*484.3~\nFRM*1A**58~", at: "LQ", fault: "form"),
            RuleExample(.equipment, "CR3*R*MO*99~", "PWK*CT*AB~\nCR3*R*MO*99~", at: "PWK02", fault: "paper"),
        ],
        check: .claim { claim, context, findings in
            for (index, line) in claim.serviceLines.enumerated() {
                let path = "serviceLines[\(index)]"
                if let certificate = line.equipmentCertification {
                    if line.dates?.beginTherapy == nil {
                        findings.add("begin", at: path + ".equipmentCertification")
                    }
                    if let kind = certificate.certificationType, kind != "I",
                        line.dates?.certificationRevision == nil
                    {
                        findings.add(
                            "renewal", at: path + ".equipmentCertification.certificationType",
                            found: .code(kind))
                    }
                }
                guard context.levels.isMedicare, let day = line.serviceDate?.firstDay, day.year >= 2023 else {
                    continue
                }
                if !line.forms.isEmpty { findings.add("form", at: path + ".forms[0]") }
                if line.equipmentCertificationTransmission != nil {
                    findings.add("paper", at: path + ".equipmentCertificationTransmission")
                }
            }
        })

    static let ordering = Rule(
        "837P-ORDERING", level: 4, .claim,
        demand: "equipment names who ordered it (2420E)",
        reason: "equipment is paid on the order of somebody who may order it",
        faults: [
            Fault(
                .warning, "equipment is sent, but not who ordered it (2420E)",
                help: "send loop 2420E with name and NPI", statuses: ["A6:562:DK"])
        ],
        source: RuleSource(
            .high, "Medicare; for laboratories and images the file does not tell whether it is needed"),
        sent: ["2400 SV5", "2400 CR3"],
        reliesOn: ["2420E NM1"],
        examples: [
            RuleExample(
                .equipment,
                "NM1*DK*1*XIONG*PRIYA****XX*1555000441~\nN3*77 FERRY ST~\nN4*SPRINGFIELD*IL*62701~\nPER*IC*DR XIONG*TE*2175550142~",
                "NTE*ADD*MONTHLY~", at: "LX")
        ],
        check: .claim { claim, _, findings in
            for (index, line) in claim.serviceLines.enumerated()
            where line.orderingProvider == nil
                && (line.equipment != nil || line.equipmentCertification != nil)
            {
                findings.add(at: "serviceLines[\(index)]")
            }
        })

    static let drugCode = Rule(
        "837P-DRUG-LIN", level: 6, .claim,
        demand:
            "a drug's national code (LIN03 with N4) has eleven digits, and its quantity (CTP04) is more than nothing",
        reason: "rebates and prices go by the code; one of ten digits is another drug, or none",
        faults: [
            Fault(
                "code", .error, "{at} ({name}) is {found}, must be eleven digits without hyphens",
                help:
                    "fill the three parts of the package's number up to 5, 4 and 2 digits with zeros on the left",
                statuses: ["A7:218"]),
            Fault(
                "quantity", .error, "{at} ({name}) is {found}, must be more than 0",
                help: "send how much of the drug was used, in the unit of CTP05", statuses: ["A7:724"]),
        ]
            + Fault.membership(
                in: "the NDC directory", .warning, dates: .warning, statuses: ["A7:218"]),
        source: RuleSource(
            .high,
            "guide maps; the directory is asked where it was loaded, and as it drops what is sold no more, it only warns: x12 codes load ndc"
        ),
        sent: ["2410"],
        examples: [
            RuleExample(.drug, "LIN**N4*00003029320~", "LIN**N4*0003-0293-20~", at: "LIN03", fault: "code"),
            RuleExample(.drug, "CTP****1.5*ML~", "CTP****0*ML~", at: "CTP04", fault: "quantity"),
            RuleExample(
                .drug, "LIN**N4*00003029320~", "LIN**N4*00003029399~", at: "LIN03", fault: Fault.unlisted,
                codes: .example(.drug, "00003029320")),
            RuleExample(
                .drug, "LIN**N4*00003029320~", "LIN**N4*00003029399~", at: "LIN03", fault: Fault.unsure,
                codes: .example(.drug, last: "2025-12-31", "00003029320")),
            RuleExample(
                .drug, "LIN**N4*00003029320~", "LIN**N4*00003029399~", at: "LIN03", fault: Fault.early,
                codes: .example(.drug, from: ("00003029399", "2027-01-01"), "00003029320")),
            RuleExample(
                .drug, "LIN**N4*00003029320~", "LIN**N4*00003029399~", at: "LIN03", fault: Fault.ended,
                codes: .example(.drug, until: ("00003029399", "2025-01-01"), "00003029320")),
        ],
        check: .claim { claim, _, findings in
            for index in claim.serviceLines.indices {
                guard let drug = claim.serviceLines[index].drug else { continue }
                if drug.qualifier == "N4", let code = drug.code {
                    let date = claim.serviceLines[index].serviceDate
                    if IdentifierForms.isDigits(code, 11) {
                        findings.ask(
                            code, in: .drug, from: date?.firstDay, to: date?.lastDay,
                            at: "serviceLines[\(index)].drug.code")
                    } else {
                        findings.add("code", at: "serviceLines[\(index)].drug.code", found: .code(code))
                    }
                }
                if let quantity = drug.quantity, quantity <= .zero {
                    findings.add(
                        "quantity", at: "serviceLines[\(index)].drug.quantity", found: .count(quantity))
                }
            }
        })

    static let drugLink = Rule(
        "837P-DRUG-LINK", level: 6, .claim,
        demand: "a number that links drugs given together (REF*VY) is on two lines at least",
        reason: "a link with one end links nothing: a part of the compound is missing or has another number",
        faults: [
            Fault(
                .warning, "{at} ({name}) links this drug with no other line",
                help: "send the same number with each drug of the compound, or leave it out",
                statuses: ["A7:219"])
        ],
        source: RuleSource(.medium, "guide maps"),
        sent: ["2410"],
        examples: [
            RuleExample(.drug, "REF*XZ*RX4471~", "REF*VY*LINK1~", at: "REF02")
        ],
        check: .claim { claim, _, findings in
            let links = claim.serviceLines.map { line in
                line.drug?.prescription.flatMap { $0.qualifier == "VY" ? $0.value : nil }
            }
            for (index, link) in links.enumerated() {
                guard let link, links.count(where: { $0 == link }) == 1 else { continue }
                findings.add(at: "serviceLines[\(index)].drug.prescription.value", found: .identifier(link))
            }
        })

    static let laboratory = Rule(
        "837P-CLIA", level: 6, .claim,
        demand:
            "tests in a laboratory (place 81, modifier 90 or QW) come with its certificate (REF*X4): two digits, D, seven digits",
        reason: "a test is paid to a certified laboratory alone",
        faults: [
            Fault(
                "missing", .error,
                "{detail} says that a laboratory made the test, but its certificate (REF*X4) is missing",
                help: "send the laboratory's CLIA number in REF*X4", statuses: ["A6:544"]),
            Fault(
                "form", .error, "{at} ({name}) is {found}, must be two digits, a D and seven digits",
                help: "send the CLIA number as the certificate has it", statuses: ["A7:544"]),
            Fault(
                "same", .warning, "{at} ({name}) is the same as for the whole claim",
                help: "leave REF*X4 out at the line", statuses: ["A7:544"], segmentError: "I9"),
        ],
        source: RuleSource(
            .high,
            "Medicare's form of the number; which tests need it, by ruling: no list of tests is shipped"),
        reliesOn: ["2300 REF X4", "2400 REF X4"],
        examples: [
            RuleExample(.laboratory, "REF*X4*14D0000208~\n", "", at: "CLM05-1", fault: "missing"),
            RuleExample(
                .officeVisit, "REF*X4*14D0000208~\n", "", at: "SV101-3", fault: "missing",
                preparing: [
                    RuleExample.Change("HC:87880*", "HC:87880:QW*"),
                    RuleExample.Change("HI*ABK:J020*", "REF*X4*14D0000208~\nHI*ABK:J020*"),
                ]),
            RuleExample(.laboratory, "REF*X4*14D0000208~", "REF*X4*14D208~", at: "REF02", fault: "form"),
            RuleExample(
                .laboratory, "REF*X4*14D0000209~", "REF*X4*14D0000208~", at: "REF02", fault: "same",
                preparing: [
                    RuleExample.Change(
                        "33.15*UN*1***1~\nDTP*472*D8*20260224~",
                        "33.15*UN*1***1~\nDTP*472*D8*20260224~\nREF*X4*14D0000209~")
                ]),
        ],
        check: .several([
            .claim { claim, _, findings in checkCertificate(of: claim, &findings) },
            .whereSent(
                ["2300 REF X4", "2400 REF X4"],
                .claim { claim, _, findings in
                    if let number = claim.references?.laboratoryCertificationNumber,
                        !CodeForms.isLaboratoryNumber(number)
                    {
                        findings.add(
                            "form", at: "references.laboratoryCertificationNumber", found: .identifier(number)
                        )
                    }
                    for index in claim.serviceLines.indices {
                        guard
                            let number = claim.serviceLines[index].references?.laboratoryCertificationNumber
                        else { continue }
                        let isRight = CodeForms.isLaboratoryNumber(number)
                        guard !isRight || number == claim.references?.laboratoryCertificationNumber else {
                            continue
                        }
                        findings.add(
                            isRight ? "same" : "form",
                            at: "serviceLines[\(index)].references.laboratoryCertificationNumber",
                            found: .identifier(number))
                    }
                }),
        ]))

    private static func checkCertificate(of claim: Claim, _ findings: inout RuleFindings) {
        for index in claim.serviceLines.indices {
            guard let procedure = claim.serviceLines[index].procedure else { continue }
            let modifier = procedure.modifiers.firstIndex { $0 == "QW" || $0 == "90" }
            let isLaboratory = (claim.serviceLines[index].placeOfService ?? claim.placeOfService) == "81"
            guard modifier != nil || isLaboratory else { continue }
            guard claim.references?.laboratoryCertificationNumber == nil else { return }
            guard claim.serviceLines[index].references?.laboratoryCertificationNumber == nil else { continue }
            if let modifier {
                findings.add(
                    "missing", at: "serviceLines[\(index)].procedure.modifiers[\(modifier)]",
                    detail: "modifier \(procedure.modifiers[modifier])")
            } else {
                let isLine = claim.serviceLines[index].placeOfService != nil
                findings.add(
                    "missing", at: isLine ? "serviceLines[\(index)].placeOfService" : "placeOfService",
                    detail: "the place of service 81")
            }
            return
        }
    }

    static let referredTest = Rule(
        "837P-LAB-REFER", level: 6, .claim,
        demand:
            "a test sent on to another laboratory (modifier 90) names the one that made it (2420C), and its certificate (REF*F4)",
        reason: "both laboratories must be certified",
        faults: [
            Fault(
                .warning,
                "modifier 90 says that another laboratory made the test, but its certificate (REF*F4) is missing",
                help: "send the CLIA number of the other laboratory in REF*F4 of the line",
                statuses: ["A6:630"]),
            Fault(
                "place", .warning,
                "modifier 90 says that another laboratory made the test, but it is not named (2420C, or 2310C for all lines)",
                help: "send name and address of the other laboratory in loop 2420C",
                statuses: ["A6:125:77"]),
        ],
        source: RuleSource(.medium, "Medicare"),
        reliesOn: ["2310C NM1", "2420C NM1"],
        examples: [
            RuleExample(.laboratory, "\nREF*F4*14D9999208~", "", at: "SV101-3"),
            RuleExample(
                .laboratory,
                "\nNM1*77*2*REFERENCE LABORATORY~\nN3*9 RIVER RD~\nN4*PEORIA*IL*616020001~", "",
                at: "SV101-3",
                fault: "place"),
        ],
        check: .claim { claim, _, findings in
            for index in claim.serviceLines.indices {
                guard let modifiers = claim.serviceLines[index].procedure?.modifiers, !modifiers.isEmpty,
                    let place = modifiers.firstIndex(of: "90")
                else { continue }
                let path = "serviceLines[\(index)].procedure.modifiers[\(place)]"
                if claim.serviceLines[index].references?.referringLaboratoryCertificationNumber == nil {
                    findings.add(at: path)
                }
                if claim.serviceFacility == nil, claim.serviceLines[index].serviceFacility == nil {
                    findings.add("place", at: path)
                }
            }
        })
}
