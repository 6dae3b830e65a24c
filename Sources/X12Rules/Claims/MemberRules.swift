internal import X12Diagnostics
internal import X12Models

/// Patients who have a number of their own with the payer, and contracts.
enum MemberRules {
    static let all: [Rule] = [ownNumber, contract]

    static let ownNumber = Rule(
        "837P-UNIQUE-MEMBER-ID", level: 4, .claim,
        demand:
            "a patient who has a number of their own with the payer is sent as the subscriber, not as a dependent",
        reason: "the payer looks for the subscriber's number and finds somebody else",
        faults: [
            Fault(
                .warning,
                "{at} is a dependent of a subscriber of {found}, where everybody has a number of their own",
                help: "send the patient as the subscriber, with the patient's own number and SBR02 18",
                statuses: ["A7:164:IL"])
        ],
        source: RuleSource(
            .medium,
            "general knowledge of the guide; asked of Medicare and Medicaid, which number every person"),
        examples: [RuleExample(.dependentVisit, "SBR*P********CI~", "SBR*P********MC~", at: "HL")],
        check: .patient { _, levels, findings in
            guard let indicator = levels.filingIndicator, numbering.contains(indicator)
            else {
                return
            }
            findings.add(at: "hierarchicalLevel", found: .code(indicator.rawValue))
        })

    /// Payers that give everybody a number of their own.
    private static let numbering: Set<ClaimFilingIndicator> = [.medicarePartA, .medicarePartB, .medicaid]

    static let contract = Rule(
        "837P-CN1", level: 4, .claim,
        demand:
            "a contract (CN1) stands in what is reported (BHT06 is RP), or in what a payer has decided on",
        reason:
            "it is for payments that were made by contract, and a payer that is asked to pay ignores or refuses it",
        faults: [
            Fault(
                .warning,
                "{at} is in a claim that asks to be paid (BHT06 is CH), on which no payer has decided",
                help: "leave CN1 out unless the payer's guide asks for it", statuses: ["A7:548"])
        ],
        source: RuleSource(.medium, "general knowledge of the guide"), sent: ["2300 CN1", "2400 CN1"],
        examples: [
            RuleExample(.officeVisit, "HI*ABK:J020*", "CN1*05~\nHI*ABK:J020*", at: "CN1"),
            RuleExample(
                .officeVisit, "DTP*472*D8*20260220~\nREF*6R*L1~", "DTP*472*D8*20260220~\nCN1*05~\nREF*6R*L1~",
                at: "CN1"),
        ],
        check: .claim { claim, context, findings in
            guard context.levels.claimType == "CH",
                !claim.otherSubscribers.contains(where: \.hasDecidedOnClaim)
            else { return }
            if claim.contract != nil {
                findings.add(at: "contract")
            } else if let index = claim.serviceLines.firstIndex(where: { $0.contract != nil }) {
                findings.add(at: "serviceLines[\(index)].contract")
            }
        })
}
