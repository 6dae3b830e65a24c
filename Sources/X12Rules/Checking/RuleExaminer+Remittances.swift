internal import X12Models
internal import X12Parser
internal import X12Text

/// Blocks of a remittance.
extension RuleExaminer {
    mutating func remittanceHeader(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        let part = parts.read(RemittanceHeader.self, from: block)
        remittance = RemittanceLevels(received: received, counterparts: counterparts).with(header: part)
        let found = ask(plan.remittanceHeaders, present(block, plan)) {
            if case .remittanceHeader(let check) = $0 { check(part, remittance, &$1) }
        }
        return ExaminedBlock(plan, found, RemittanceHeader.self, below: "") { $0.take(part, &$1) }
    }

    mutating func remittanceGroup(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        let part = parts.read(RemittanceGroup.self, from: block)
        remittance = remittance.with(group: part)
        let found = ask(plan.remittanceGroups, present(block, plan)) {
            if case .remittanceGroup(let check) = $0 { check(part, remittance, &$1) }
        }
        return ExaminedBlock(plan, found, RemittanceGroup.self, below: "group.") { $0.take(part, &$1) }
    }

    mutating func claimPayment(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        let part = parts.read(ClaimPayment.self, from: block)
        let levels = remittance
        let found = ask(plan.claimPayments, present(block, plan)) {
            if case .claimPayment(let check) = $0 { check(part, levels, &$1) }
        }
        return ExaminedBlock(plan, found, ClaimPayment.self, below: "claimPayments", isUnit: true) {
            $0.take(part, levels, &$1)
        }
    }

    mutating func remittanceTrailer(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        let part = parts.read(RemittanceTrailer.self, from: block)
        var found = ask(plan.remittanceTrailers, present(block, plan)) {
            if case .remittanceTrailer(let check) = $0 { check(part, remittance, &$1) }
        }
        found.isEndOfSet = block.count > 0 && block.view(block.count - 1).identifier == "SE"
        return ExaminedBlock(plan, found, RemittanceTrailer.self, below: "") { $0.take(part, &$1) }
    }
}
