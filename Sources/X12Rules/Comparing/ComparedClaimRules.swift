internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// A claim to the next payer against the remittance of the payer before.
enum ComparedClaimRules {
    static let all: [Rule] = [units]

    static let units = Rule(
        "837P-COB-SVD05", level: 4, .claim,
        demand:
            "units that a payer before paid (SVD05) are those of its remittance (SVC05), or 1 where it has none",
        reason: "the next payer prices what is left by the units that were paid",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, but the remittance says {expected}",
                help: "copy the units of the remittance, not those that were billed",
                statuses: ["A7:608"])
        ],
        source: RuleSource(.high, "RFI-2163"), sent: ["2430"], needsCounterparts: true,
        examples: [
            RuleExample(
                .secondaryByLine, "SVD*PRIMID*30*HC:85025**1~", "SVD*PRIMID*30*HC:85025**3~", at: "SVD05",
                counterpart: .correction)
        ],
        check: .claim { claim, context, findings in
            // The remittance of one payer can be told from another's only where there is no other.
            guard claim.otherSubscribers.count == 1,
                let paid = context.levels.counterparts?.payments(claim.patientControlNumber).last(where: {
                    $0.status != .reversal && $0.status != .predetermination
                })
            else { return }
            for index in claim.serviceLines.indices {
                guard claim.serviceLines[index].adjudications.count == 1,
                    let sent = claim.serviceLines[index].adjudications[0].paidUnitCount,
                    let line = paid.line(of: claim.serviceLines[index]), line.units != sent
                else { continue }
                findings.add(
                    at: "serviceLines[\(index)].adjudications[0].paidUnitCount", found: .count(sent),
                    expected: [line.units.description])
            }
        })
}

extension PaidClaim {
    /// The line that paid a claim's line: the one of its number, else the only one of its procedure and charge.
    fileprivate func line(of service: ServiceLine) -> Line? {
        if let number = service.references?.lineItemControlNumber {
            let named = lines.filter { $0.controlNumber == number }
            if !named.isEmpty { return named.count == 1 ? named[0] : nil }
        }
        let alike = lines.filter { $0.code == service.procedure?.code && $0.charge == service.chargeAmount }
        return alike.count == 1 ? alike[0] : nil
    }
}
