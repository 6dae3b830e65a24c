internal import X12Models
internal import X12Parser

/// Blocks of a set of claims.
extension RuleExaminer {
    mutating func claimHeader(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        let part = parts.read(ClaimHeader.self, from: block)
        claims = ClaimLevels(received: received, counterparts: counterparts).with(header: part)
        let found = ask(plan.claimHeaders, present(block, plan)) {
            if case .claimHeader(let check) = $0 { check(part, claims, &$1) }
        }
        return ExaminedBlock(plan, found, ClaimHeader.self, below: "") { $0.take(part, &$1) }
    }

    mutating func claimLevel(
        _ block: borrowing Block, _ loop: String, _ plan: RulePlan
    ) -> ExaminedBlock? {
        let present = present(block, plan)
        switch loop {
        case "2000A":
            let part = parts.read(BillingProvider.self, from: block)
            claims = claims.with(billingProvider: part)
            let found = ask(plan.billingProviders, present) {
                if case .billingProvider(let check) = $0 { check(part, claims, &$1) }
            }
            return ExaminedBlock(plan, found, BillingProvider.self, below: "billingProvider.") {
                $0.take(part, &$1)
            }
        case "2000B":
            let part = parts.read(Subscriber.self, from: block)
            claims = claims.with(subscriber: part)
            let found = ask(plan.subscribers, present) {
                if case .subscriber(let check) = $0 { check(part, claims, &$1) }
            }
            return ExaminedBlock(plan, found, Subscriber.self, below: "subscriber.") { $0.take(part, &$1) }
        case "2000C":
            let part = parts.read(Patient.self, from: block)
            claims = claims.with(patient: part)
            let found = ask(plan.patients, present) {
                if case .patient(let check) = $0 { check(part, claims, &$1) }
            }
            return ExaminedBlock(plan, found, Patient.self, below: "patient.") { $0.take(part, &$1) }
        default: return nil
        }
    }

    mutating func claim(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        let examined = ExaminedClaim(parts.read(Claim.self, from: block), under: claims)
        let found = ask(plan.claims, present(block, plan), about: examined.claim, examined.context)
        return ExaminedBlock(
            plan, found, Claim.self, below: "claims", isUnit: true,
            { $0.take(examined.claim, examined.context, &$1) }, lineNumber: examined.lineNumber)
    }

    /// What some rules find in a claim.
    ///
    /// A function of its own, as a parameter is passed on to each rule where it is; a property is copied for each.
    @inline(never)
    private func ask(
        _ rules: [RulePlan.Asked], _ present: UInt64, about claim: Claim, _ context: ClaimContext
    ) -> RuleFindings {
        ask(rules, present) {
            if case .claim(let check) = $0 { check(claim, context, &$1) }
        }
    }
}
