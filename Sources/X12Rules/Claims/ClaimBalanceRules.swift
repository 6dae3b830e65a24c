internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Sums of a claim, and signs of its amounts.
enum ClaimBalanceRules {
    static let all: [Rule] = [chargeTotal, signs, patientPayment, taxAndPostage]

    static let chargeTotal = Rule(
        "837P-BAL-CLM02", level: 3, .claim,
        demand: "the claim's charge (CLM02) is the sum of its lines' charges (SV102), to the cent",
        reason:
            "a payer adds the lines up; where the claim says another total it cannot know which is right, and rejects",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, but the service lines add up to {expected}: {detail}",
                help: "correct the total, or the line that is missing, doubled or mistyped",
                statuses: ["A7:400", "A7:178"])
        ],
        source: RuleSource(
            .high, "two open validators, two public vendor edits; the pair of statuses is a judgement"),
        examples: [RuleExample(.officeVisit, "CLM*PCN0001*180*", "CLM*PCN0001*999*", at: "CLM02")],
        check: .claim { claim, context, findings in
            // A negative charge is for the rule on signs to report.
            guard let charge = claim.chargeAmount, !charge.isNegative, let total = context.lineTotal,
                !charge.isWithin(findings.tolerance, of: total)
            else { return }
            findings.add(at: "chargeAmount", found: charge, expected: total, detail: lineCharges(of: claim))
        })

    /// The most lines that a finding names.
    private static let mostLines = 12

    /// `line 1 120, line 2 60`
    private static func lineCharges(of claim: Claim) -> String {
        var parts: [String] = []
        for (index, line) in claim.serviceLines.prefix(mostLines).enumerated() {
            parts.append("line \(line.number ?? index + 1) \(line.chargeAmount ?? .zero)")
        }
        let more = claim.serviceLines.count - parts.count
        if more > 0 { parts.append("and \(more) more") }
        return parts.joined(separator: ", ")
    }

    static let signs = Rule(
        "837P-CLM02-SIGN", level: 4, .claim,
        demand: "charges and units are zero or more (CLM02, SV102, SV104, SVD05, HCP12)",
        reason: "a negative charge or unit means nothing; a claim is corrected by replacing or voiding it",
        faults: [
            negative("", "A7:178"), negative("units", "A7:476"), negative("paid", "A7:608"),
        ],
        source: RuleSource(.high, "RFI-2499, a payer's public guide"),
        examples: [
            RuleExample(
                .officeVisit, "CLM*PCN0001*60***", "CLM*PCN0001*-60***", at: "CLM02",
                preparing: [
                    RuleExample.Change("CLM*PCN0001*180***", "CLM*PCN0001*60***"),
                    RuleExample.Change("HC:99213*120*", "HC:99213*0*"),
                ]),
            RuleExample(
                .officeVisit, "HC:99213*120*UN*1*", "HC:99213*120*UN*-1*", at: "SV104", fault: "units"),
            RuleExample(
                .secondaryByLine, "SVD*PRIMID*80*HC:99213**1~", "SVD*PRIMID*80*HC:99213**-1~", at: "SVD05",
                fault: "paid"),
        ],
        check: .claim { claim, _, findings in
            if let charge = claim.chargeAmount, charge.isNegative {
                findings.add(at: "chargeAmount", found: .amount(charge))
            }
            for index in claim.serviceLines.indices {
                if let charge = claim.serviceLines[index].chargeAmount, charge.isNegative {
                    findings.add(at: "serviceLines[\(index)].chargeAmount", found: .amount(charge))
                }
                if let count = claim.serviceLines[index].unitCount, count.isNegative {
                    findings.add("units", at: "serviceLines[\(index)].unitCount", found: .count(count))
                }
                for place in claim.serviceLines[index].adjudications.indices {
                    guard let count = claim.serviceLines[index].adjudications[place].paidUnitCount,
                        count.isNegative
                    else { continue }
                    findings.add(
                        "paid", at: "serviceLines[\(index)].adjudications[\(place)].paidUnitCount",
                        found: .count(count))
                }
                if let count = claim.serviceLines[index].pricing?.unitCount, count.isNegative {
                    findings.add(
                        "units", at: "serviceLines[\(index)].pricing.unitCount", found: .count(count))
                }
            }
        })

    /// A number below zero; a 277CA says that it is, and of what.
    private static func negative(_ name: String, _ status: Finding.ClaimStatus) -> Fault {
        Fault(
            name, .error, "{at} ({name}) is {found}, must be zero or more",
            help:
                "send what was done and charged; take an earlier claim back with frequency code 8, replace it with 7",
            statuses: ["A7:693", status])
    }

    static let patientPayment = Rule(
        "837P-AMT-F5", level: 3, .claim,
        demand: "what the patient has paid (AMT*F5) is more than nothing and no more than the claim's charge",
        reason:
            "payers take it off what they pay; it is money received, never what the patient is thought to owe",
        faults: [
            Fault(
                "more", .warning, "{at} ({name}) is {found}, more than the claim's charge of {expected}",
                help: "send what the patient paid toward this claim alone", statuses: ["A7:183:QC"]),
            Fault(
                "none", .warning, "{at} ({name}) is {found}, must be more than 0",
                help: "leave AMT*F5 out when the patient has paid nothing", statuses: ["A7:183:QC"]),
        ],
        source: RuleSource(.high, "RFI-1634; the upper bound is a sanity check"),
        sent: ["2300 AMT F5"],
        examples: [
            RuleExample(
                .officeVisit, "AMT*F5*20~", "AMT*F5*200~", at: "AMT02", fault: "more", preparing: [payment]),
            RuleExample(
                .officeVisit, "AMT*F5*20~", "AMT*F5*0~", at: "AMT02", fault: "none", preparing: [payment]),
        ],
        check: .claim { claim, _, findings in
            guard let paid = claim.patientAmountPaid else { return }
            if paid <= .zero {
                findings.add("none", at: "patientAmountPaid", found: .amount(paid))
            } else if let charge = claim.chargeAmount, charge < paid {
                findings.add("more", at: "patientAmountPaid", found: paid, expected: charge)
            }
        })

    private static let payment = RuleExample.Change("HI*ABK:J020*", "AMT*F5*20~\nHI*ABK:J020*")

    static let taxAndPostage = Rule(
        "837P-TAX-POST", level: 3, .claim,
        demand: "sales tax and postage (AMT*T, AMT*F4) are parts of the line's charge",
        reason: "a charge that is less than its parts leaves nothing for the service",
        faults: [
            Fault(
                .info,
                "{at} ({name}) is {found}, less than the tax and postage of {expected} that are parts of it",
                help: "put tax and postage into SV102", statuses: ["A7:640"])
        ],
        source: RuleSource(.medium, "front matter of the guide"),
        sent: ["2400 AMT T", "2400 AMT F4"],
        examples: [
            RuleExample(
                .officeVisit, "AMT*T*5~", "AMT*T*150~", at: "SV102",
                preparing: [RuleExample.Change("REF*6R*L1~", "REF*6R*L1~\nAMT*T*5~")])
        ],
        check: .claim { claim, _, findings in
            for (index, line) in claim.serviceLines.enumerated() {
                guard let charge = line.chargeAmount, line.salesTaxAmount != nil || line.postageAmount != nil
                else {
                    continue
                }
                var sum = MoneySum()
                sum.add(line.salesTaxAmount ?? .zero)
                sum.add(line.postageAmount ?? .zero)
                guard let parts = sum.value, charge < parts else { continue }
                findings.add(at: "serviceLines[\(index)].chargeAmount", found: charge, expected: parts)
            }
        })
}
