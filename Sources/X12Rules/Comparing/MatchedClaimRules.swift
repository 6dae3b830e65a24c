internal import X12Diagnostics
internal import X12Models

/// Whether the claim of a payment's number is the claim that was paid.
enum MatchedClaimRules {
    static let match = Rule(
        "X-MATCH-CLAIM", level: 4, .remittance,
        demand:
            "one claim that was sent has the payment's number, and it is of the same patient: last name or member number agree",
        reason: "numbers that a practice uses again lead a payment to another patient's account",
        faults: [
            Fault(
                "shared", .warning,
                "{at} ({name}) is the number of several claims that were sent, {detail}: the payment was compared with none",
                help: "compare with the one file that it answers, or look for the claim by date and charge"),
            Fault(
                "patient", .warning,
                "{at} is the payment of another patient than the claim of this number: neither last name nor member number agree",
                help:
                    "do not post it by its number; look for the claim by member number, date and charge, and ask the payer"
            ),
        ],
        source: RuleSource(
            .high,
            "follows from what both are; ruling: the table says how to match, and what cannot be matched is a warning"
        ), needsCounterparts: true,
        examples: [
            RuleExample(
                .takeback, "CLP*PCN0001*1*", "CLP*PCN0009*1*", at: "CLP01", fault: "shared",
                counterpart: .visitSentTwice),
            RuleExample(
                .takeback, "NM1*QC*1*ISAAC*ROSA****MI*W100200300~", "NM1*QC*1*XIONG*LEE****MI*W100200444~",
                at: "NM1", fault: "patient", counterpart: .officeVisit),
        ],
        check: .claimPayment { payment, levels, findings in
            guard let others = levels.counterparts, let number = payment.patientControlNumber else { return }
            if let places = others.placesSharing(number) {
                return findings.add("shared", at: "patientControlNumber", detail: places)
            }
            guard let claim = others.claim(number), claim.isOfAnotherPatient(than: payment) else { return }
            findings.add("patient", at: "patient")
        })
}

extension SentClaim {
    /// Whether neither a last name nor a member number of the payment is one of the claim's; where either cannot be compared,
    /// nobody can say.
    fileprivate func isOfAnotherPatient(than payment: ClaimPayment) -> Bool {
        hasNone(
            of: payment.toldLastNames.compactMap(Self.plain), payment.toldMemberNumbers.compactMap(Self.plain)
        )
    }

    /// The same for an answer's patient (2100D of a 277CA).
    func isOfAnotherPatient(than patient: AcknowledgedPatient?) -> Bool {
        hasNone(
            of: [patient?.lastName].compactMap(Self.plain), [patient?.identifier].compactMap(Self.plain))
    }

    private func hasNone(of names: [String], _ numbers: [String]) -> Bool {
        let sentNames = [patientName, subscriberName].compactMap(Self.plain)
        guard let member = Self.plain(memberIdentifier), !names.isEmpty, !numbers.isEmpty, !sentNames.isEmpty
        else { return false }
        return !numbers.contains(member) && !names.contains(where: sentNames.contains)
    }

    /// A name or number by its letters and digits: payers change case, blanks and hyphens.
    private static func plain(_ text: String?) -> String? {
        guard let plain = text?.uppercased().filter({ $0.isLetter || $0.isNumber }), !plain.isEmpty else {
            return nil
        }
        return plain
    }
}
