internal import X12Diagnostics
internal import X12Models
internal import X12Parser

/// Blocks of a set of claims.
extension RuleEngine {
    mutating func claimHeader(
        _ block: borrowing Block, _ plan: RulePlan, into findings: inout [Finding]
    ) {
        let part = parts.read(ClaimHeader.self, from: block)
        claims = ClaimLevels(received: received, counterparts: counterparts).with(header: part)
        var found = RuleFindings()
        ask(plan.claimHeaders, part, claims, present(block, plan), &found)
        recall(&found) { $0.take(part, &$1) }
        report(found, on: part, block, "", into: &findings)
    }

    mutating func claimLevel(
        _ block: borrowing Block, _ loop: String, _ plan: RulePlan, into findings: inout [Finding]
    ) {
        let present = present(block, plan)
        var found = RuleFindings()
        switch loop {
        case "2000A":
            let part = parts.read(BillingProvider.self, from: block)
            claims = claims.with(billingProvider: part)
            ask(plan.billingProviders, part, claims, present, &found)
            recall(&found) { $0.take(part, &$1) }
            report(found, on: part, block, "billingProvider.", into: &findings)
        case "2000B":
            let part = parts.read(Subscriber.self, from: block)
            claims = claims.with(subscriber: part)
            ask(plan.subscribers, part, claims, present, &found)
            recall(&found) { $0.take(part, &$1) }
            report(found, on: part, block, "subscriber.", into: &findings)
        case "2000C":
            let part = parts.read(Patient.self, from: block)
            claims = claims.with(patient: part)
            ask(plan.patients, part, claims, present, &found)
            recall(&found) { $0.take(part, &$1) }
            report(found, on: part, block, "patient.", into: &findings)
        default: break
        }
    }

    mutating func claim(_ block: borrowing Block, _ plan: RulePlan, into findings: inout [Finding]) {
        let part = parts.read(Claim.self, from: block)
        let context = ClaimContext(part, under: claims)
        var found = RuleFindings()
        ask(plan.claims, part, context, present(block, plan), &found)
        recall(&found) { $0.take(part, context, &$1) }
        guard !found.isEmpty else { return }
        report(found, on: part, block, "claims[\(place.unit - 1)].", into: &findings) {
            part.serviceLines.indices.contains($0) ? part.serviceLines[$0].number : nil
        }
    }
}
