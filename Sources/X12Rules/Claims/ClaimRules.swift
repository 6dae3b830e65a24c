internal import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Text

/// What CLM says, and what follows from it: place, frequency, related causes, references.
enum ClaimRules {
    static let all: [Rule] = [
        controlNumber, placeOfService, linePlace, placeAndFacility, frequency, frequencyAndNumber,
        assignment, attachments, lineAuthorization, authorizationPayer,
    ]

    static let controlNumber = Rule(
        "837P-CLM01", level: 2, .claim,
        demand: "each claim that a submitter sends in a file has a number of its own (CLM01)",
        reason:
            "the payment comes back under this number; of two claims that share one, the wrong one may be posted",
        faults: [
            Fault(
                .warning, "{at} ({name}) is used by an earlier claim of the same submitter in this file",
                help: "number the claims apart, or find out whether the claim was sent twice",
                statuses: ["A7:478"])
        ],
        source: RuleSource(
            .high,
            "RFI-525; uniqueness is a sanity check; submitters (1000A NM109) number by themselves; the length is the grammar's (ENV-MIN-MAX-LEN). Looked for among the last 196,608 claims of an input, at least"
        ),
        examples: [RuleExample(.twoBatches, "CLM*PCN0009*", "CLM*PCN0001*", at: "CLM01")],
        check: .accumulated(ControlNumbers.self))

    static let placeOfService = Rule(
        "837P-POS-CODE", level: 5, .claim,
        demand: "a place of service (CLM05-1, SV105) is one of the CMS list, valid on the day of service",
        reason: "prices differ by place; a place that is none has no price",
        faults: Fault.membership(
            in: "the CMS list of places of service", .error, dates: .warning,
            [Fault.unlisted, Fault.unsure, Fault.early], statuses: ["A7:249"]),
        source: RuleSource(
            .high, "the CMS list; a place that is too early is a warning, as some first days have one source"),
        examples: [
            RuleExample(.officeVisit, "***11:B:1*", "***98:B:1*", at: "CLM05-1", fault: Fault.unlisted),
            RuleExample(
                .officeVisit, "*60*UN*1*22**1~", "*60*UN*1*97**1~", at: "SV105", fault: Fault.unlisted,
                preparing: [RuleExample.Change("*60*UN*1***1~", "*60*UN*1*22**1~")]),
            RuleExample(
                .officeVisit, "***11:B:1*", "***98:B:1*", at: "CLM05-1", fault: Fault.unsure,
                codes: .example(.placeOfService, last: "2025-12-31", "11")),
            RuleExample(
                .officeVisit, "***11:B:1*", "***49:B:1*", at: "CLM05-1", fault: Fault.early,
                codes: .example(.placeOfService, from: ("49", "2026-03-01"), "11")),
        ],
        check: .claim { claim, context, findings in
            if let place = claim.placeOfService {
                findings.ask(
                    place, in: .placeOfService, from: context.firstServiceDay, to: context.lastServiceDay,
                    at: "placeOfService")
            }
            for index in claim.serviceLines.indices {
                guard let place = claim.serviceLines[index].placeOfService else { continue }
                let date = claim.serviceLines[index].serviceDate
                findings.ask(
                    place, in: .placeOfService, from: date?.firstDay, to: date?.lastDay,
                    at: "serviceLines[\(index)].placeOfService")
            }
        })

    static let linePlace = Rule(
        "837P-POS-LINE", level: 4, .claim,
        demand: "a line says its place of service (SV105) only where it is another than the claim's",
        reason: "what a line says again has to be kept right twice",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, as for the whole claim",
                help: "leave SV105 out", statuses: ["A8:249"], elementError: "I13")
        ],
        source: RuleSource(.medium, "front matter of the guide"),
        examples: [RuleExample(.officeVisit, "*60*UN*1***1~", "*60*UN*1*11**1~", at: "SV105")],
        check: .claim { claim, _, findings in
            guard let place = claim.placeOfService else { return }
            for index in claim.serviceLines.indices where claim.serviceLines[index].placeOfService == place {
                findings.add(at: "serviceLines[\(index)].placeOfService", found: .code(place))
            }
        })

    static let placeAndFacility = Rule(
        "837P-POS-HOME-FAC", level: 6, .claim,
        demand:
            "a hospital or nursing home (place 21, 22, 23, 31, 32, 51, 61) is named in 2310C; the patient's home (12) is not",
        reason: "payers price a service in a facility by the facility, and at home by the home",
        faults: [
            Fault(
                "missing", .warning, "{at} ({name}) is {found}, but the facility (2310C) is not named",
                help:
                    "send name and address of the facility in loop 2310C, unless the place is the billing provider's own",
                statuses: ["A8:249"]),
            Fault(
                "home", .warning, "{at} ({name}) is 12, the patient's home, but a facility (2310C) is named",
                help: "leave loop 2310C out, or correct the place of service", statuses: ["A8:249"]),
        ],
        source: RuleSource(.medium, "RFI-423, front matter of the guide"),
        reliesOn: ["2310C NM1"],
        examples: [
            RuleExample(
                .hospitalVisit,
                "NM1*77*2*COUNTY HOSPITAL*****XX*1555000334~\nN3*1 HOSPITAL DR~\nN4*SPRINGFIELD*IL*627040002~\n",
                "", at: "CLM05-1", fault: "missing"),
            RuleExample(
                .equipment, "HI*ABK:J449~",
                "HI*ABK:J449~\nNM1*77*2*COUNTY HOSPITAL~\nN3*1 HOSPITAL DR~\nN4*SPRINGFIELD*IL*627040002~",
                at: "CLM05-1", fault: "home"),
        ],
        check: .claim { claim, context, findings in
            guard let place = claim.placeOfService else { return }
            if place == "12" {
                if claim.serviceFacility != nil { findings.add("home", at: "placeOfService") }
            } else if Places.facilities.contains(place), claim.serviceFacility == nil,
                !isFacility(context.levels.billingProvider)
            {
                findings.add("missing", at: "placeOfService", found: .code(place))
            }
        })

    /// Words of which one is in the name of most hospitals and nursing homes.
    private static let facilityWords: Set<Substring> = [
        "HOSPITAL", "HOSPITALS", "INFIRMARY", "NURSING", "SNF",
    ]

    /// Whether who bills is a hospital or nursing home itself, by taxonomy (27, 28, 31) or by name: its own address is the
    /// place then, and must not be sent again.
    private static func isFacility(_ provider: BillingProvider?) -> Bool {
        if let taxonomy = provider?.taxonomyCode, ["27", "28", "31"].contains(taxonomy.prefix(2)) {
            return true
        }
        guard let name = provider?.provider?.lastOrOrganizationName else { return false }
        return name.uppercased().split { " ,.-/".contains($0) }.contains(where: facilityWords.contains)
    }

    static let frequency = Rule(
        "837P-FREQ-CODE", level: 5, .claim,
        demand: "a professional claim is an original (1), a replacement (7) or a void (8)",
        reason: "other codes belong to hospitals' claims; 6 is taken by few payers",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, must be {expected}",
                help:
                    "send 1 for a new claim, 7 to replace one, 8 to take one back; 6 only where the payer asks for it",
                statuses: ["A7:535"])
        ],
        source: RuleSource(.medium, "the guide's external list; 6 is a warning by ruling"),
        examples: [RuleExample(.officeVisit, "***11:B:1*", "***11:B:4*", at: "CLM05-3")],
        check: .claim { claim, _, findings in
            guard let code = claim.claimFrequency, code != .original, code != .replacement, code != .void
            else {
                return
            }
            findings.add(at: "claimFrequency", found: .code(code.rawValue), expected: ["1", "7", "8"])
        })

    static let frequencyAndNumber = Rule(
        "837P-FREQ-F8", level: 4, .claim,
        demand:
            "a replacement or void has the payer's number of the claim it is about (REF*F8), an original has none",
        reason:
            "without the number the payer cannot find the claim to be replaced, and takes the new one for a duplicate",
        faults: [
            Fault(
                "missing", .error,
                "{at} ({name}) is {found}, but the payer's number of the earlier claim (REF*F8) is missing",
                help: "send the number from the remittance (CLP07) in REF*F8", statuses: ["A6:464"],
                segmentError: "I6"),
            Fault(
                "extra", .error,
                "{at} ({name}) is {found}, an original claim, but REF*F8 names an earlier one",
                help: "send 7 to replace that claim, or leave REF*F8 out", statuses: ["A8:535", "A8:464"],
                segmentError: "I9"),
        ],
        source: RuleSource(.high, "RFI-2110"),
        silentAfter: ["837P-FREQ-CODE"],
        reliesOn: ["2300 REF F8"],
        examples: [
            RuleExample(.officeVisit, "***11:B:1*", "***11:B:7*", at: "CLM05-3", fault: "missing"),
            RuleExample(
                .officeVisit, "HI*ABK:J020*", "REF*F8*ICN555~\nHI*ABK:J020*", at: "CLM05-3", fault: "extra"),
        ],
        check: .claim { claim, _, findings in
            guard let code = claim.claimFrequency else { return }
            let number = claim.references?.payerClaimControlNumber
            if code == .replacement || code == .void {
                if number == nil {
                    findings.add("missing", at: "claimFrequency", found: .code(code.rawValue))
                }
            } else if number != nil, code == .original {
                findings.add("extra", at: "claimFrequency", found: .code(code.rawValue))
            }
        })

    static let assignment = Rule(
        "837P-ASSIGN-PAR", level: 6, .claim,
        demand: "a provider who does not accept assignment (CLM07 is C) is not paid directly (CLM08 is Y)",
        reason:
            "it is allowed, but odd: as a rule the patient is paid then, and one of the two was meant otherwise",
        faults: [
            Fault(
                .warning, "{at} ({name}) is Y, though assignment is not accepted (CLM07 is C)",
                help: "send A in CLM07 if assignment is accepted, N in CLM08 if the patient is to be paid",
                statuses: ["A7:589"])
        ],
        source: RuleSource(.medium, "front matter of the guide"),
        examples: [RuleExample(.officeVisit, "11:B:1*Y*A*Y*Y~", "11:B:1*Y*C*Y*Y~", at: "CLM08")],
        check: .claim { claim, _, findings in
            if claim.planParticipation == "C", claim.benefitsAssignment == "Y" {
                findings.add(at: "benefitsAssignment")
            }
        })

    static let attachments = Rule(
        "837P-PWK", level: 4, .claim,
        demand:
            "papers sent along (PWK02 is BM, EL, EM, FT, FX) have a control number (PWK06), each its own; papers kept (AA) have none",
        reason: "the number is all that ties a fax or letter to its claim",
        faults: [
            Fault(
                "missing", .error,
                "{at} ({name}) is {found}, but the number of the attachment (PWK05, PWK06) is missing",
                help: "send AC and the number that the attachment carries", statuses: ["A6:489"],
                elementError: "I9"),
            Fault(
                "extra", .error,
                "{at} ({name}) is AA, nothing is sent along, but an attachment's number is given",
                help: "leave PWK05 and PWK06 out, or say how the attachment is sent", statuses: ["A8:489"],
                elementError: "I13"),
            Fault(
                "twice", .error, "{at} ({name}) is that of an earlier attachment of the claim",
                help: "give each attachment a number of its own", statuses: ["A7:489"]),
        ],
        source: RuleSource(.high, "guide maps"),
        sent: ["2300 PWK", "2400 PWK"],
        examples: [
            RuleExample(
                .officeVisit, "PWK*OZ*FX***AC*DOC1~", "PWK*OZ*FX~", at: "PWK02", fault: "missing",
                preparing: [paper]),
            RuleExample(
                .officeVisit, "PWK*OZ*FX***AC*DOC1~", "PWK*OZ*AA***AC*DOC1~", at: "PWK02", fault: "extra",
                preparing: [paper]),
            RuleExample(
                .officeVisit, "AC*DOC2~", "AC*DOC1~", at: "PWK06", fault: "twice",
                preparing: [paper, RuleExample.Change("AC*DOC1~", "AC*DOC1~\nPWK*OZ*BM***AC*DOC2~")]),
        ],
        check: .claim { claim, _, findings in
            var numbers: [String] = []
            check(claim.attachments, "attachments", &numbers, &findings)
            for index in claim.serviceLines.indices {
                check(
                    claim.serviceLines[index].attachments, "serviceLines[\(index)].attachments", &numbers,
                    &findings)
            }
        })

    private static let paper = RuleExample.Change("HI*ABK:J020*", "PWK*OZ*FX***AC*DOC1~\nHI*ABK:J020*")

    private static func check(
        _ attachments: [Attachment], _ path: @autoclosure () -> String, _ numbers: inout [String],
        _ findings: inout RuleFindings
    ) {
        for (index, attachment) in attachments.enumerated() {
            guard let way = attachment.transmission else { continue }
            if way == "AA" {
                if attachment.controlNumber != nil {
                    findings.add("extra", at: path() + "[\(index)].transmission")
                }
                continue
            }
            guard let number = attachment.controlNumber else {
                // One half of the pair is for the pair's own rule (ENV-SYN-P) to ask for.
                guard attachment.controlNumberQualifier == nil else { continue }
                findings.add("missing", at: path() + "[\(index)].transmission", found: .code(way))
                continue
            }
            if numbers.contains(number) { findings.add("twice", at: path() + "[\(index)].controlNumber") }
            numbers.append(number)
        }
    }

    static let lineAuthorization = Rule(
        "837P-REF-AUTH", level: 4, .claim,
        demand:
            "a line has an authorization or referral (REF*G1, 9F) only where it is another than the claim's",
        reason: "what a line says again has to be kept right twice",
        faults: [
            Fault(
                .warning, "{at} ({name}) is the same as for the whole claim",
                help: "leave it out at the line", statuses: ["A7:252"], segmentError: "I9")
        ],
        source: RuleSource(.high, "guide maps"),
        sent: ["2400 REF G1", "2400 REF 9F"],
        examples: [
            RuleExample(
                .officeVisit, "REF*G1*AUTH2~", "REF*G1*AUTH1~", at: "REF02",
                preparing: [
                    RuleExample.Change("HI*ABK:J020*", "REF*G1*AUTH1~\nHI*ABK:J020*"),
                    RuleExample.Change("REF*6R*L1~", "REF*G1*AUTH2~\nREF*6R*L1~"),
                ])
        ],
        check: .claim { claim, _, findings in
            guard let references = claim.references else { return }
            for index in claim.serviceLines.indices {
                guard let line = claim.serviceLines[index].references else { continue }
                check(
                    line.priorAuthorizations, references.priorAuthorizationNumber,
                    "serviceLines[\(index)].references.priorAuthorizations", &findings)
                check(
                    line.referrals, references.referralNumber, "serviceLines[\(index)].references.referrals",
                    &findings)
            }
        })

    private static func check(
        _ numbers: [PayerSpecificNumber], _ own: String?, _ path: @autoclosure () -> String,
        _ findings: inout RuleFindings
    ) {
        guard let own else { return }
        for (index, number) in numbers.enumerated() where number.otherPayer == nil && number.value == own {
            findings.add(at: path() + "[\(index)].value")
        }
    }

    static let authorizationPayer = Rule(
        "837P-REF-G1-PAYERID", level: 4, .claim,
        demand:
            "an authorization or referral of another payer (REF04) names a payer of the claim (2330B NM109)",
        reason: "a number that belongs to nobody on the claim helps nobody",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, which is no other payer of this claim",
                help: "send the payer's identifier as in its loop 2330B", statuses: ["A7:479"])
        ],
        source: RuleSource(.high, "guide maps"),
        sent: ["2400 REF G1", "2400 REF 9F"],
        examples: [
            RuleExample(
                .secondaryByLine, "AUTH2**2U:PRIMID~", "AUTH2**2U:NOBODY~", at: "REF04-2",
                preparing: [RuleExample.Change("SVD*PRIMID*80*", "REF*G1*AUTH2**2U:PRIMID~\nSVD*PRIMID*80*")])
        ],
        check: .claim { claim, _, findings in
            let payers = claim.otherSubscribers.compactMap { $0.payer?.identifier }
            for index in claim.serviceLines.indices {
                guard let line = claim.serviceLines[index].references else { continue }
                check(
                    line.priorAuthorizations, payers, "serviceLines[\(index)].references.priorAuthorizations",
                    &findings)
                check(line.referrals, payers, "serviceLines[\(index)].references.referrals", &findings)
            }
        })

    private static func check(
        _ numbers: [PayerSpecificNumber], _ payers: [String], _ path: @autoclosure () -> String,
        _ findings: inout RuleFindings
    ) {
        for (index, number) in numbers.enumerated() {
            guard let payer = number.otherPayer?.identifier, !payers.contains(payer) else { continue }
            findings.add(at: path() + "[\(index)].otherPayer.identifier", found: .identifier(payer))
        }
    }
}

/// Control numbers of claims that come again in one input, from the same submitter.
///
/// Others, whose claims a clearing house has put into the same input, number theirs by themselves. Billing providers are
/// not told apart: answers come to the submitter, from whose system the numbers of all that it bills for come.
struct ControlNumbers: RuleAccumulator {
    static let span = RuleSpan.input

    private var seen = SeenKeys()

    init() {}

    static func excerpt(of claim: Claim, _ context: ClaimContext) -> UInt64? {
        guard let number = claim.patientControlNumber else { return nil }
        var key = SeenKeys.Key()
        key.add(number)
        key.add(context.levels.submitterIdentifier ?? "")
        return key.value
    }

    mutating func add(_ excerpt: UInt64, to findings: inout RuleFindings) {
        if !seen.insert(excerpt) { findings.add(at: "patientControlNumber") }
    }
}
