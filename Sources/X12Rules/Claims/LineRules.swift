internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Service lines: units, pointers, duplicates.
enum LineRules {
    static let all: [Rule] = [
        description, unit, unitFormat, pointers, span, duplicateLine, lineNumber,
    ]

    /// How many lines a claim may have (2400 comes 50 times); lines of one that has more are not held against each other, for that
    /// it has more is told (GDE-LOOP-MAX).
    private static let mostLines = 50

    static let description = Rule(
        "837P-SV101-DESC", level: 6, .claim,
        demand: "a code for what is not classified otherwise comes with a description (SV101-7)",
        reason: "the payer cannot price what it is not told",
        faults: [
            Fault(
                .error,
                "{at} ({name}) is {found}, which stands for whatever has no code of its own, but its description (SV101-7) is missing",
                help: "describe the service or drug in SV101-7, in up to 80 characters",
                statuses: ["A6:306"])
        ],
        source: RuleSource(
            .high, "Medicare and its front-end edits; HCPCS codes alone, CPT is a user's own list"),
        examples: [
            RuleExample(
                .drug, "HC:J3490:::::INFUSION*", "HC:J3490*", at: "SV101-2",
                preparing: [RuleExample.Change("HC:J3301*", "HC:J3490:::::INFUSION*")])
        ],
        check: .claim { claim, context, findings in
            guard context.services.contains(.notClassified) else { return }
            for index in claim.serviceLines.indices {
                guard let procedure = claim.serviceLines[index].procedure, procedure.description == nil,
                    ServiceKind(of: procedure).contains(.notClassified)
                else { continue }
                findings.add(at: "serviceLines[\(index)].procedure.code", found: .code(procedure.code ?? ""))
            }
        })

    static let unit = Rule(
        "837P-SV103-UNIT", level: 2, .claim,
        demand: "a line has more than no units (SV104), and counts minutes (MJ) for an anesthesia alone",
        reason: "the price is by the unit; a line of none, or of another unit than the code's, has no price",
        faults: [
            Fault(
                "zero", .error, "{at} ({name}) is 0, must be more",
                help: "send how many units were given, 1 as a rule", statuses: ["A7:476"],
                elementError: "I6"),
            Fault(
                "minutes", .error, "{at} ({name}) is MJ, minutes, for a procedure that is no anesthesia",
                help: "send UN and the number of units", statuses: ["A7:659"], elementError: "I6"),
        ],
        source: RuleSource(.high, "guide maps"),
        silentAfter: ["837P-SV101-CODE"],
        reliesOn: ["2400 SV1"],
        examples: [
            RuleExample(.officeVisit, "HC:99213*120*UN*1*", "HC:99213*120*UN*0*", at: "SV104", fault: "zero"),
            RuleExample(
                .officeVisit, "HC:99213*120*UN*1*", "HC:99213*120*MJ*15*", at: "SV103", fault: "minutes"),
        ],
        check: .claim { claim, context, findings in
            for index in claim.serviceLines.indices {
                if let count = claim.serviceLines[index].unitCount, count == .zero {
                    findings.add("zero", at: "serviceLines[\(index)].unitCount")
                }
                guard claim.serviceLines[index].unit == "MJ",
                    ServiceKind(of: claim.serviceLines[index].procedure)
                        .isDisjoint(with: [.timedAnesthesia, .dailyAnesthesia])
                else { continue }
                findings.add("minutes", at: "serviceLines[\(index)].unit")
            }
        })

    static let unitFormat = Rule(
        "837P-SV104-FORMAT", level: 5, .claim,
        demand: "minutes are whole, and units under Medicare have one decimal at most and are below 10,000",
        reason: "systems that keep fewer digits pay for other numbers than were sent",
        faults: [
            Fault(
                "minutes", .error, "{at} ({name}) is {found}, must be whole minutes",
                help: "round to the minute", statuses: ["A7:476"]),
            Fault(
                "units", .error,
                "{at} ({name}) is {found}, must have one decimal at most and be below 10,000 under Medicare",
                help: "round the units, or split the line", statuses: ["A7:476", "A7:697"]),
        ],
        source: RuleSource(
            .medium, "RFI-2033 by analogy, Medicare's practice; limits are the companion guide's"),
        examples: [
            RuleExample(.anesthesia, "*960*MJ*96*", "*960*MJ*96.5*", at: "SV104", fault: "minutes"),
            RuleExample(.chiropractic, "*55*UN*1*", "*55*UN*1.25*", at: "SV104", fault: "units"),
        ],
        check: .claim { claim, context, findings in
            for index in claim.serviceLines.indices {
                guard let count = claim.serviceLines[index].unitCount, count.scale > 0 || count >= 10_000
                else {
                    continue
                }
                if claim.serviceLines[index].unit == "MJ" {
                    guard count.scale > 0 else { continue }
                    findings.add("minutes", at: "serviceLines[\(index)].unitCount", found: .count(count))
                } else if context.levels.isMedicare, count.scale > 1 || count >= 10_000 {
                    findings.add("units", at: "serviceLines[\(index)].unitCount", found: .count(count))
                }
            }
        })

    static let pointers = Rule(
        "837P-SV107-PTR", level: 2, .claim,
        demand: "a line points at diagnoses that are there, from the left on without a gap, each once",
        reason: "whether a service is covered hangs on its diagnosis; a pointer to none covers nothing",
        faults: [
            Fault(
                "beyond", .error, "{at} ({name}) is {found}, but the claim has {detail}",
                help: "point at a diagnosis of the claim, or send the one that is meant", statuses: ["A7:477"]
            ),
            Fault(
                "twice", .error, "{at} ({name}) is {found}, as an earlier pointer of the line",
                help: "leave the copy out", statuses: ["A7:477"]),
            Fault(
                "gap", .error, "{at} is empty, though a pointer follows",
                help: "move the pointers behind it to the left", statuses: ["A7:477"]),
        ],
        source: RuleSource(.high, "RFI-433, guide maps; the status was verified"),
        silentAfter: ["837P-HI-REQ", "GDE-SEG-MISSING"],
        reliesOn: ["2300 HI BK"],
        examples: [
            RuleExample(
                .officeVisit, "HC:87880*60*UN*1***1~", "HC:87880*60*UN*1***3~", at: "SV107-1", fault: "beyond"
            ),
            RuleExample(
                .officeVisit, "HC:87880*60*UN*1***1~", "HC:87880*60*UN*1***1:1~", at: "SV107-2",
                fault: "twice"),
            RuleExample(
                .officeVisit, "HC:87880*60*UN*1***1:2~", "HC:87880*60*UN*1***1::2~", at: "SV107-2",
                fault: "gap",
                preparing: [RuleExample.Change("HC:87880*60*UN*1***1~", "HC:87880*60*UN*1***1:2~")]),
        ],
        check: .claim { claim, _, findings in
            let most = claim.diagnoses.count
            for index in claim.serviceLines.indices {
                // Nearly all lines have the one pointer that is always right.
                if most > 0, claim.serviceLines[index].diagnosisPointers.count == 1,
                    claim.serviceLines[index].diagnosisPointers[0] == "1"
                {
                    continue
                }
                check(claim.serviceLines[index].diagnosisPointers, index, most, &findings)
            }
        })

    private static func check(
        _ pointers: [String], _ line: Int, _ most: Int, _ findings: inout RuleFindings
    ) {
        func path(_ place: Int) -> String { "serviceLines[\(line)].diagnosisPointers[\(place)]" }
        for place in pointers.indices {
            let pointer = pointers[place]
            if pointer.isEmpty {
                findings.add("gap", at: path(place))
            } else if let number = Int(pointer), number > most, number <= 12 {
                let count = most == 1 ? "1 diagnosis" : "\(most) diagnoses"
                findings.add("beyond", at: path(place), found: .code(pointer), detail: count)
            } else if pointers[..<place].contains(pointer) {
                findings.add("twice", at: path(place), found: .code(pointer))
            }
        }
    }

    static let span = Rule(
        "837P-472-SPAN", level: 6, .claim,
        demand:
            "visits by the day in a hospital or nursing home are no more than the days of the line's range",
        reason: "one visit a day is paid; more units than days are refused or cut",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, more than the {detail} of the line's dates",
                help: "correct the units, or the range of dates", statuses: ["A7:258"])
        ],
        source: RuleSource(.medium, "Medicare's practice"),
        examples: [
            RuleExample(.hospitalVisit, "HC:99232*120*UN*2*", "HC:99232*120*UN*3*", at: "SV104"),
            RuleExample(.hospitalVisit, "HC:99222*180*UN*1*", "HC:99222*180*UN*2*", at: "SV104"),
        ],
        check: .claim { claim, context, findings in
            guard context.services.contains(.dailyVisit) else { return }
            for index in claim.serviceLines.indices {
                guard let date = claim.serviceLines[index].serviceDate, let first = date.firstDay,
                    let last = date.lastDay, first <= last,
                    let count = claim.serviceLines[index].unitCount,
                    ServiceKind(of: claim.serviceLines[index].procedure).contains(.dailyVisit)
                else { continue }
                let days = first.days(until: last) + 1
                guard let most = ExactDecimal(exactly: days), most < count else { continue }
                findings.add(
                    at: "serviceLines[\(index)].unitCount", found: .count(count),
                    detail: days == 1 ? "1 day" : "\(days) days")
            }
        })

    static let duplicateLine = Rule(
        "837P-DUP-LINE", level: 5, .claim,
        demand: "two lines that are the same say why (modifier 76, 77, 91, 59 or one of XE, XP, XS, XU)",
        reason: "the second of two same lines is refused as a duplicate",
        faults: [
            Fault(
                .warning,
                "the line is the same as line {found}: procedure, modifiers, date, place and charge",
                help: "send one line with more units, or the modifier that says why the service was repeated",
                statuses: ["A7:54", "A7:78"])
        ],
        source: RuleSource(.medium, "Medicare's practice"),
        silentAfter: ["GDE-LOOP-MAX"],
        examples: [
            RuleExample(
                .officeVisit, "HC:99213:76*120*UN*1***1~", "HC:99213*120*UN*1***1~", at: "LX",
                preparing: [
                    RuleExample.Change("*180***", "*240***"),
                    RuleExample.Change("HC:87880*60*UN*1***1~", "HC:99213:76*120*UN*1***1~"),
                ]),
            RuleExample(
                .officeVisit, "HC:99213:76*120*UN*1***1~\nDTP*472*RD8*20260220-20260220~",
                "HC:99213*120*UN*1***1~\nDTP*472*RD8*20260220-20260220~", at: "LX",
                preparing: [
                    RuleExample.Change("*180***", "*240***"),
                    RuleExample.Change(
                        "HC:87880*60*UN*1***1~\nDTP*472*D8*20260220~",
                        "HC:99213:76*120*UN*1***1~\nDTP*472*RD8*20260220-20260220~"),
                ]),
        ],
        check: .claim { claim, _, findings in
            guard 2...mostLines ~= claim.serviceLines.count else { return }
            for index in claim.serviceLines.indices.dropFirst() {
                guard let earlier = (0..<index).first(where: { claim.isSameLine($0, index) }) else {
                    continue
                }
                let number = claim.serviceLines[earlier].number ?? earlier + 1
                findings.add(at: "serviceLines[\(index)]", found: .count(number))
            }
        })

    static let lineNumber = Rule(
        "837P-REF-6R", level: 4, .claim,
        demand: "each line of a claim has a control number of its own (REF*6R)",
        reason:
            "the payer returns the number with what it paid for the line; of two lines that share one, the wrong one may be posted",
        faults: [
            Fault(
                .warning, "{at} ({name}) is that of an earlier line of the claim",
                help: "number the lines apart", statuses: ["A7:584"])
        ],
        source: RuleSource(
            .high,
            "guide maps; info in the catalogue: a number that comes again is a warning here, by ruling, as payments are posted by it"
        ),
        sent: ["2400 REF 6R"],
        silentAfter: ["GDE-LOOP-MAX"],
        examples: [RuleExample(.officeVisit, "REF*6R*L2~", "REF*6R*L1~", at: "REF02")],
        check: .claim { claim, _, findings in
            guard 2...mostLines ~= claim.serviceLines.count else { return }
            var seen: [String] = []
            for index in claim.serviceLines.indices {
                guard let number = claim.serviceLines[index].references?.lineItemControlNumber else {
                    continue
                }
                if seen.contains(number) {
                    findings.add(
                        at: "serviceLines[\(index)].references.lineItemControlNumber",
                        found: .identifier(number))
                }
                seen.append(number)
            }
        })
}

extension Claim {
    /// Modifiers that say why a service was given again.
    private static let repeats: Set<String> = ["76", "77", "91", "59", "XE", "XP", "XS", "XU"]

    /// Whether two lines are for the same service, day, place and charge, and neither says why.
    ///
    /// Lines are compared where they are: to take one out would copy all of it.
    fileprivate func isSameLine(_ one: Int, _ other: Int) -> Bool {
        guard serviceLines[one].chargeAmount == serviceLines[other].chargeAmount,
            serviceLines[one].serviceDate?.firstDay == serviceLines[other].serviceDate?.firstDay,
            serviceLines[one].serviceDate?.lastDay == serviceLines[other].serviceDate?.lastDay,
            serviceLines[one].placeOfService ?? placeOfService
                == serviceLines[other].placeOfService ?? placeOfService,
            let procedure = serviceLines[one].procedure, procedure.code != nil,
            procedure == serviceLines[other].procedure,
            serviceLines[one].renderingProvider?.npi == serviceLines[other].renderingProvider?.npi
        else { return false }
        return serviceLines[one].drug?.code == serviceLines[other].drug?.code
            && !procedure.modifiers.contains(where: Self.repeats.contains)
    }
}
