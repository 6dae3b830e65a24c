internal import X12Diagnostics
internal import X12Models
internal import X12Parser

/// Blocks of inquiries about coverage, and of the answers.
extension RuleEngine {
    mutating func eligibilityLevel(
        _ block: borrowing Block, _ loop: String, _ plan: RulePlan, into findings: inout [Finding]
    ) {
        let present = present(block, plan)
        var found = RuleFindings()
        switch loop {
        case "2000A":
            let part = parts.read(InformationSource.self, from: block)
            eligibility = eligibility.with(source: part)
            ask(plan.informationSources, part, eligibility, present, &found)
            report(found, on: part, block, "informationSource.", into: &findings)
        case "2000B":
            let part = parts.read(InformationReceiver.self, from: block)
            eligibility = eligibility.with(receiver: part)
            ask(plan.informationReceivers, part, eligibility, present, &found)
            report(found, on: part, block, "informationReceiver.", into: &findings)
        default: break
        }
    }

    mutating func inquiry(_ block: borrowing Block, _ plan: RulePlan, into findings: inout [Finding]) {
        let part = parts.read(EligibilityInquiry.self, from: block)
        if part.dependent == nil { eligibility = eligibility.with(inquirySubscriber: part.subscriber) }
        var found = RuleFindings()
        ask(plan.inquiries, part, eligibility, present(block, plan), &found)
        guard !found.isEmpty else { return }
        report(found, on: part, block, "eligibilityInquiries[\(place.unit - 1)].", into: &findings)
    }

    mutating func response(_ block: borrowing Block, _ plan: RulePlan, into findings: inout [Finding]) {
        let part = parts.read(EligibilityResponse.self, from: block)
        if part.dependent == nil { eligibility = eligibility.with(responseSubscriber: part.subscriber) }
        var found = RuleFindings()
        ask(plan.responses, part, eligibility, present(block, plan), &found)
        guard !found.isEmpty else { return }
        report(found, on: part, block, "eligibilityResponses[\(place.unit - 1)].", into: &findings)
    }
}
