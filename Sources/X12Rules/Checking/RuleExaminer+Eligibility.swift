internal import X12Models
internal import X12Parser

/// Blocks of inquiries about coverage, and of the answers.
extension RuleExaminer {
    mutating func eligibilityLevel(
        _ block: borrowing Block, _ loop: String, _ plan: RulePlan
    ) -> ExaminedBlock? {
        let present = present(block, plan)
        switch loop {
        case "2000A":
            let part = parts.read(InformationSource.self, from: block)
            eligibility = eligibility.with(source: part)
            let found = ask(plan.informationSources, present) {
                if case .informationSource(let check) = $0 { check(part, eligibility, &$1) }
            }
            return ExaminedBlock(plan, found, InformationSource.self, below: "informationSource.")
        case "2000B":
            let part = parts.read(InformationReceiver.self, from: block)
            eligibility = eligibility.with(receiver: part)
            let found = ask(plan.informationReceivers, present) {
                if case .informationReceiver(let check) = $0 { check(part, eligibility, &$1) }
            }
            return ExaminedBlock(plan, found, InformationReceiver.self, below: "informationReceiver.")
        default: return nil
        }
    }

    mutating func inquiry(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        let part = parts.read(EligibilityInquiry.self, from: block)
        if part.dependent == nil { eligibility = eligibility.with(inquirySubscriber: part.subscriber) }
        let found = ask(plan.inquiries, present(block, plan)) {
            if case .inquiry(let check) = $0 { check(part, eligibility, &$1) }
        }
        return ExaminedBlock(
            plan, found, EligibilityInquiry.self, below: "eligibilityInquiries", isUnit: true
        ) {
            $0.take(part, &$1)
        }
    }

    mutating func response(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        let part = parts.read(EligibilityResponse.self, from: block)
        if part.dependent == nil { eligibility = eligibility.with(responseSubscriber: part.subscriber) }
        let found = ask(plan.responses, present(block, plan)) {
            if case .response(let check) = $0 { check(part, eligibility, &$1) }
        }
        return ExaminedBlock(
            plan, found, EligibilityResponse.self, below: "eligibilityResponses", isUnit: true)
    }
}
