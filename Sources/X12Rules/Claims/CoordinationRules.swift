internal import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Text

/// Coordination of benefits: who the other payers are, when they decided, and what has to be sent of it.
enum CoordinationRules {
    static let all: [Rule] = [
        payerOnce, paidAmount, decisionDate, linePayer, subscriberName, remarks, priorDecision,
    ]

    static let payerOnce = Rule(
        "837P-PAYER-ID", level: 4, .claim,
        demand: "each other payer of a claim has an identifier of its own (2330B NM109)",
        reason: "lines name by it which payer decided; two payers with one identifier cannot be told apart",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, as for another payer of the claim",
                help: "send the identifier of each payer, or one made up for the claim where there is none",
                statuses: ["A7:153:PR"])
        ],
        source: RuleSource(.medium, "front matter of the guide"),
        sent: ["2330B"],
        examples: [
            RuleExample(
                .secondaryByClaim, "PI*SECOND9~", "PI*PRIMID~", at: "NM109",
                preparing: [
                    RuleExample.Change(
                        "DTP*573*D8*20260115~",
                        "DTP*573*D8*20260115~\nSBR*T*18*******CI~\nOI***Y***Y~\nNM1*IL*1*ISAAC*ROSA****MI*S777~\nNM1*PR*2*THIRD PAYER*****PI*SECOND9~"
                    )
                ])
        ],
        check: .claim { claim, _, findings in
            guard claim.otherSubscribers.count > 1 else { return }
            for index in claim.otherSubscribers.indices.dropFirst() {
                guard let payer = claim.otherSubscribers[index].payer?.identifier,
                    claim.otherSubscribers[..<index].contains(where: { $0.payer?.identifier == payer })
                else { continue }
                findings.add(at: "otherSubscribers[\(index)].payer.identifier", found: .identifier(payer))
            }
        })

    static let paidAmount = Rule(
        "837P-COB-AMTD-REQ", level: 4, .claim,
        demand: "a payer that has decided has what it paid (AMT*D), also when that is 0",
        reason: "a payment that is not sent may have been 0, or may have been forgotten",
        faults: [
            Fault(
                .error, "another payer has decided, but what it paid (AMT*D) is missing",
                help: "send AMT*D with the payment, 0 when nothing was paid",
                statuses: ["A6:286", "A6:183:PR"])
        ],
        source: RuleSource(.medium, "front matter of the guide"),
        sent: ["2320"],
        silentAfter: ["837P-COB-A8"],
        reliesOn: ["2320 AMT D"],
        examples: [RuleExample(.secondaryByLine, "AMT*D*110~\n", "", at: "SBR")],
        check: .claim { claim, _, findings in
            for index in claim.otherSubscribers.indices
            where claim.otherSubscribers[index].payerPaidAmount == nil
                && (claim.otherSubscribers[index].hasDecidedOnClaim
                    || claim.hasDecisionOnLines(ofOther: index))
            {
                findings.add(at: "otherSubscribers[\(index)]")
            }
        })

    static let decisionDate = Rule(
        "837P-COB-573-ONE", level: 4, .claim,
        demand:
            "the day of a payer's decision (DTP*573) is sent once: with its lines (2430) or, without any, with the payer (2330B)",
        reason: "time limits of the next payer run from it",
        faults: [
            Fault(
                "missing", .error,
                "a payer has decided on the claim, but the day of its decision (DTP*573) is missing",
                help: "send DTP*573 in loop 2330B", statuses: ["A6:516:PR"]),
            Fault(
                "both", .error, "{at} ({name}) is sent with the payer, and with its lines too",
                help: "leave DTP*573 out of loop 2330B", statuses: ["A7:516:PR"]),
            Fault(
                "future", .error, "{at} ({name}) is {found}, later than the file was received",
                help: "correct the date of the decision", statuses: ["A7:516:PR"]),
            Fault(
                "early", .error, "{at} ({name}) is {found}, before the service",
                help: "correct the date of the decision or of the service", statuses: ["A7:516:PR"]),
        ],
        source: RuleSource(.high, "front matter of the guide; the status was verified"),
        sent: ["2320"],
        silentAfter: ["837P-COB-A8", "837P-COB-SVD01"],
        reliesOn: ["2320 SBR", "2330B NM1", "2330B DTP 573"],
        examples: [
            RuleExample(
                .secondaryByClaim, "PI*PRIMID~\nDTP*573*D8*20260115~", "PI*PRIMID~", at: "NM1",
                fault: "missing"),
            RuleExample(
                .secondaryByLine, "PI*PRIMID~", "PI*PRIMID~\nDTP*573*D8*20260115~", at: "DTP03", fault: "both"
            ),
            RuleExample(
                .secondaryByClaim, "DTP*573*D8*20260115~", "DTP*573*D8*20260315~", at: "DTP03",
                fault: "future"),
            RuleExample(
                .secondaryByLine, "CAS*CO*45*50~\nDTP*573*D8*20260115~",
                "CAS*CO*45*50~\nDTP*573*D8*20260101~", at: "DTP03", fault: "early"),
        ],
        check: .claim { claim, context, findings in
            for index in claim.otherSubscribers.indices {
                var path: String { "otherSubscribers[\(index)].payer" }
                let hasLines = claim.hasDecisionOnLines(ofOther: index)
                guard let date = claim.otherSubscribers[index].payer?.paymentDate?.firstDay else {
                    if !hasLines, claim.otherSubscribers[index].payer?.paymentDate == nil,
                        claim.otherSubscribers[index].hasDecidedOnClaim
                    {
                        findings.add("missing", at: path)
                    }
                    continue
                }
                if hasLines { findings.add("both", at: path + ".paymentDate") }
                check(
                    date, after: context.firstServiceDay, context.received, path + ".paymentDate", &findings)
            }
            for index in claim.serviceLines.indices {
                for place in claim.serviceLines[index].adjudications.indices {
                    guard let date = claim.serviceLines[index].adjudications[place].paymentDate?.firstDay
                    else { continue }
                    check(
                        date, after: claim.serviceLines[index].serviceDate?.firstDay, context.received,
                        "serviceLines[\(index)].adjudications[\(place)].paymentDate", &findings)
                }
            }
        })

    private static func check(
        _ date: CalendarDate, after service: CalendarDate?, _ received: CalendarDate?,
        _ path: @autoclosure () -> String, _ findings: inout RuleFindings
    ) {
        if let received, received < date {
            findings.add("future", at: path(), found: .date(date))
        } else if let service, date < service {
            findings.add("early", at: path(), found: .date(date))
        }
    }

    static let linePayer = Rule(
        "837P-COB-SVD01", level: 2, .claim,
        demand:
            "a line's decision names a payer of the claim (SVD01); bundling (SVD06) points at another line; parts of a split add up",
        reason: "a decision of nobody is left out of account, and the line looks unpaid",
        faults: [
            Fault(
                "payer", .error,
                "{at} ({name}) is {found}, which is no other payer of this claim (2330B NM109)",
                help: "send the payer's identifier as in its loop 2330B", statuses: ["A7:479"],
                elementError: "I12"),
            Fault(
                "self", .error, "{at} ({name}) is {found}, the line itself",
                help:
                    "send the number (LX01) of the line that this one was bundled into, on that line nothing",
                statuses: ["A7:526"]),
            Fault(
                "nowhere", .error, "{at} ({name}) is {found}, which is no line of the claim",
                help: "send the number (LX01) of the line that this one was bundled into",
                statuses: ["A7:526"]),
            Fault(
                "split", .error,
                "the units of this payer's decisions on the line come to {found}, but the line has {expected}",
                help:
                    "send several loops 2430 of one payer and one procedure only for a line that it split, with the units of each part",
                statuses: ["A7:608"]),
        ],
        source: RuleSource(.high, "RFI-1814, guide maps"),
        sent: ["2430"],
        reliesOn: ["2320 SBR", "2330B NM1"],
        examples: [
            RuleExample(.secondaryByLine, "SVD*PRIMID*80*", "SVD*NOBODY*80*", at: "SVD01", fault: "payer"),
            RuleExample(
                .secondaryByLine, "SVD*PRIMID*30*HC:85025**1*1~", "SVD*PRIMID*30*HC:85025**1*2~", at: "SVD06",
                fault: "self", preparing: [bundled]),
            RuleExample(
                .secondaryByLine, "SVD*PRIMID*30*HC:85025**1*1~", "SVD*PRIMID*30*HC:85025**1*7~", at: "SVD06",
                fault: "nowhere", preparing: [bundled]),
            RuleExample(
                .secondaryByLine, "SVD*PRIMID*50*HC:99213**1~", "SVD*PRIMID*50*HC:99213**2~", at: "SVD05",
                fault: "split",
                preparing: [
                    RuleExample.Change("HC:99213*120*UN*1*", "HC:99213*120*UN*2*"),
                    RuleExample.Change(
                        "SVD*PRIMID*80*HC:99213**1~\nCAS*CO*45*20~",
                        "SVD*PRIMID*30*HC:99213**1~\nCAS*CO*45*20~\nDTP*573*D8*20260115~\nSVD*PRIMID*50*HC:99213**1~"
                    ),
                ]),
        ],
        check: .claim { claim, _, findings in
            let payers = claim.otherSubscribers.map { $0.payer?.identifier }
            let numbers = claim.serviceLines.map { $0.number }
            // All lines of a payer have its identifier; one that is wrong is told once.
            var strangers: [String] = []
            for index in claim.serviceLines.indices where !claim.serviceLines[index].adjudications.isEmpty {
                var path: String { "serviceLines[\(index)]" }
                for place in claim.serviceLines[index].adjudications.indices {
                    if let payer = claim.serviceLines[index].adjudications[place].payerIdentifier,
                        !payers.contains(payer), !strangers.contains(payer)
                    {
                        strangers.append(payer)
                        findings.add(
                            "payer", at: path + ".adjudications[\(place)].payerIdentifier",
                            found: .identifier(payer))
                    }
                    guard let other = claim.serviceLines[index].adjudications[place].bundledLineNumber
                    else { continue }
                    let fault = other == numbers[index] ? "self" : numbers.contains(other) ? nil : "nowhere"
                    guard let fault else { continue }
                    findings.add(
                        fault, at: path + ".adjudications[\(place)].bundledLineNumber", found: .count(other))
                }
                checkSplit(claim.serviceLines[index], path, &findings)
            }
        })

    private static let bundled = RuleExample.Change(
        "SVD*PRIMID*30*HC:85025**1~", "SVD*PRIMID*30*HC:85025**1*1~")

    /// Checks that the parts of a line that a payer split add up to its units.
    ///
    /// Parts have one procedure; those of a line that was unbundled have one each, with units of its own.
    private static func checkSplit(
        _ line: ServiceLine, _ path: @autoclosure () -> String, _ findings: inout RuleFindings
    ) {
        guard let units = line.unitCount, line.unit == "UN" else { return }
        for first in line.adjudications.indices {
            let payer = line.adjudications[first].payerIdentifier
            let parts = line.adjudications.indices.filter { line.adjudications[$0].payerIdentifier == payer }
            let code = line.adjudications[first].procedure?.code
            guard payer != nil, parts.first == first, parts.count > 1,
                parts.allSatisfy({ line.adjudications[$0].procedure?.code == code })
            else { continue }
            var sum = MoneySum()
            for part in parts { sum.add(line.adjudications[part].paidUnitCount) }
            guard let sum = sum.value, sum != units, let last = parts.last else { continue }
            findings.add(
                "split", at: path() + ".adjudications[\(last)].paidUnitCount", found: .count(sum),
                expected: [units.description])
        }
    }

    static let subscriberName = Rule(
        "837P-COB-2330-IDS", level: 4, .claim,
        demand:
            "the subscriber of another insurance who is the patient (2320 SBR02 is 18) has the patient's name",
        reason: "the next payer compares; another name is another person's insurance",
        faults: [
            Fault(
                .warning,
                "{at} ({name}) is {found}, another name than the patient's, though SBR02 says that they are the same",
                help: "correct the name, or what the patient is to the subscriber (SBR02)",
                statuses: ["A7:164:GB"])
        ],
        source: RuleSource(.medium, "front matter of the guide"),
        sent: ["2330A"],
        examples: [
            RuleExample(
                .secondaryByClaim, "NM1*IL*1*ISAAC*ROSA****MI*P555~", "NM1*IL*1*BAINES*ROSA****MI*P555~",
                at: "NM103")
        ],
        check: .claim { claim, context, findings in
            let name =
                context.levels.patient.map { $0.person?.lastName }
                ?? context.levels.subscriber?.person?.lastOrOrganizationName
            guard let name else { return }
            for index in claim.otherSubscribers.indices
            where claim.otherSubscribers[index].relationship == .subscriber {
                guard let other = claim.otherSubscribers[index].person?.lastOrOrganizationName,
                    other != name, !Names.isSame(other, name)
                else { continue }
                findings.add(
                    at: "otherSubscribers[\(index)].person.lastOrOrganizationName", found: .text(other))
            }
        })

    static let remarks = Rule(
        "837P-COB-MOA", level: 5, .claim,
        demand:
            "a remark of another payer (MOA03 to MOA07) is a remark code of the list, valid when that payer decided",
        reason: "the next payer reads why the first paid as it did",
        faults: [
            Fault(
                "form", .warning, "{at} ({name}) is {found}, which has not the form of a remark code",
                help: "copy the remark from MOA of the payer's remittance", statuses: ["A7:634"])
        ] + Fault.membership(in: "RARC", .warning, dates: .warning, statuses: ["A7:634"]),
        source: RuleSource(.high, "guide maps; the list of remark codes"),
        sent: ["2320 MOA"],
        examples: [
            RuleExample(
                .secondaryByClaim, "MOA***MA01~", "MOA***ZZ99~", at: "MOA03", fault: "form",
                preparing: [remark]),
            RuleExample(
                .secondaryByClaim, "MOA***MA01~", "MOA***N999~", at: "MOA03", fault: Fault.unlisted,
                preparing: [remark], codes: .example(.remark, "MA01")),
            RuleExample(
                .secondaryByClaim, "MOA***MA01~", "MOA***N999~", at: "MOA03", fault: Fault.unsure,
                preparing: [remark], codes: .example(.remark, last: "2025-07-01", "MA01")),
            RuleExample(
                .secondaryByClaim, "MOA***MA01~", "MOA***N999~", at: "MOA03", fault: Fault.early,
                preparing: [remark], codes: .example(.remark, from: ("N999", "2027-03-01"), "MA01")),
            RuleExample(
                .secondaryByClaim, "MOA***MA01~", "MOA***N14~", at: "MOA03", fault: Fault.ended,
                preparing: [remark]),
        ],
        check: .claim { claim, context, findings in
            for index in claim.otherSubscribers.indices {
                let other = claim.otherSubscribers[index]
                guard let codes = other.outpatientAdjudication?.remarkCodes else { continue }
                let day = other.payer?.paymentDate?.firstDay ?? context.received
                for (place, code) in codes.enumerated() where !code.isEmpty {
                    func path() -> String {
                        "otherSubscribers[\(index)].outpatientAdjudication.remarkCodes[\(place)]"
                    }
                    guard CodeForms.isRemark(code) else {
                        findings.add("form", at: path(), found: .code(code))
                        continue
                    }
                    findings.ask(code, in: .remark, from: day, at: path())
                }
            }
        })

    /// A remark that a sound set is given first.
    private static let remark = RuleExample.Change("OI***Y***Y~", "OI***Y***Y~\nMOA***MA01~")

    static let priorDecision = Rule(
        "837P-COB-SEQ-PAY", level: 4, .claim,
        demand: "a claim to a later payer has what each payer before it decided",
        reason:
            "the later payer decides on what the earlier ones left; some reject the claim until they have",
        faults: [
            Fault(
                .warning,
                "the claim goes to payer {found}, but {detail}, which pays before it, has not decided yet",
                help:
                    "send the claim when the earlier payer has decided, with AMT*D, its adjustments and their date",
                statuses: ["A7:795"])
        ],
        source: RuleSource(.medium, "the status was verified; payers differ"),
        sent: ["2320"],
        silentAfter: ["837P-SBR01-UNIQUE", "837P-COB-AMTD-REQ"],
        examples: [
            RuleExample(
                .secondaryByClaim,
                "CAS*CO*45*70~\nCAS*PR*2*20~\nAMT*D*110~\nOI***Y***Y~\nNM1*IL*1*ISAAC*ROSA****MI*P555~\nNM1*PR*2*FIRST PAYER*****PI*PRIMID~\nDTP*573*D8*20260115~",
                "OI***Y***Y~\nNM1*IL*1*ISAAC*ROSA****MI*P555~\nNM1*PR*2*FIRST PAYER*****PI*PRIMID~",
                at: "SBR01")
        ],
        check: .claim { claim, context, findings in
            guard let own = context.levels.subscriber?.payerResponsibility,
                let last = SubscriberRules.order.firstIndex(of: own)
            else { return }
            for index in claim.otherSubscribers.indices {
                guard let place = claim.otherSubscribers[index].payerResponsibility,
                    let rank = SubscriberRules.order.firstIndex(of: place), rank < last,
                    !claim.otherSubscribers[index].hasDecidedOnClaim,
                    claim.otherSubscribers[index].nonCoveredAmount == nil,
                    !claim.hasDecisionOnLines(ofOther: index)
                else { continue }
                findings.add(
                    at: "otherSubscribers[\(index)].payerResponsibility", found: .code(own.rawValue),
                    detail: place.rawValue)
            }
        })
}

extension Claim {
    /// Whether a line has a decision of one of the other payers.
    func hasDecisionOnLines(ofOther index: Int) -> Bool {
        guard let payer = otherSubscribers[index].payer?.identifier else { return false }
        return serviceLines.indices.contains { line in
            serviceLines[line].adjudications.indices.contains {
                serviceLines[line].adjudications[$0].payerIdentifier == payer
            }
        }
    }
}
