internal import X12Diagnostics
internal import X12Models
internal import X12Parser

/// Blocks of a remittance.
extension RuleEngine {
    mutating func remittanceHeader(
        _ block: borrowing Block, _ plan: RulePlan, into findings: inout [Finding]
    ) {
        let part = parts.read(RemittanceHeader.self, from: block)
        remittance = RemittanceLevels(received: received, counterparts: counterparts).with(header: part)
        var found = RuleFindings()
        ask(plan.remittanceHeaders, part, remittance, present(block, plan), &found)
        recall(&found) { $0.take(part, &$1) }
        report(found, on: part, block, "", into: &findings)
    }

    mutating func remittanceGroup(
        _ block: borrowing Block, _ plan: RulePlan, into findings: inout [Finding]
    ) {
        let part = parts.read(RemittanceGroup.self, from: block)
        remittance = remittance.with(group: part)
        var found = RuleFindings()
        ask(plan.remittanceGroups, part, remittance, present(block, plan), &found)
        recall(&found) { $0.take(part, &$1) }
        report(found, on: part, block, "group.", into: &findings)
    }

    mutating func claimPayment(
        _ block: borrowing Block, _ plan: RulePlan, into findings: inout [Finding]
    ) {
        let part = parts.read(ClaimPayment.self, from: block)
        let levels = remittance
        var found = RuleFindings()
        ask(plan.claimPayments, part, levels, present(block, plan), &found)
        recall(&found) { $0.take(part, levels, &$1) }
        guard !found.isEmpty else { return }
        report(found, on: part, block, "claimPayments[\(place.unit - 1)].", into: &findings)
    }

    mutating func remittanceTrailer(
        _ block: borrowing Block, _ plan: RulePlan, into findings: inout [Finding]
    ) {
        let part = parts.read(RemittanceTrailer.self, from: block)
        var found = RuleFindings()
        ask(plan.remittanceTrailers, part, remittance, present(block, plan), &found)
        recall(&found) { $0.take(part, &$1) }
        report(found, on: part, block, "", into: &findings)
    }
}
