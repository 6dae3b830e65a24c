internal import X12Diagnostics
internal import X12Models
internal import X12Parser

/// Blocks of answers: to claims (277CA), to a functional group (999).
extension RuleEngine {
    mutating func acknowledgementLevel(
        _ block: borrowing Block, _ loop: String, _ plan: RulePlan, into findings: inout [Finding]
    ) {
        let present = present(block, plan)
        var found = RuleFindings()
        switch loop {
        case "2000B":
            let part = parts.read(AcknowledgementReceiver.self, from: block)
            acknowledgement = AcknowledgementLevels(
                received: received, counterparts: counterparts, batchIdentifier: part.batch?.batchIdentifier)
            ask(plan.acknowledgementReceivers, part, acknowledgement, present, &found)
            recall(&found) { $0.take(part, &$1) }
            report(found, on: part, block, "receiver.", into: &findings)
        case "2000C":
            let part = parts.read(AcknowledgedProvider.self, from: block)
            ask(plan.acknowledgedProviders, part, acknowledgement, present, &found)
            recall(&found) { $0.take(part, &$1) }
            report(found, on: part, block, "provider.", into: &findings)
        default: break
        }
    }

    mutating func patientAcknowledgement(
        _ block: borrowing Block, _ plan: RulePlan, into findings: inout [Finding]
    ) {
        let part = parts.read(PatientAcknowledgement.self, from: block)
        var found = RuleFindings()
        ask(plan.patientAcknowledgements, part, acknowledgement, present(block, plan), &found)
        recall(&found) { $0.take(part, &$1) }
        guard !found.isEmpty else { return }
        report(found, on: part, block, "patients[\(place.unit - 1)].", into: &findings)
    }

    mutating func groupAnswerHeader(
        _ block: borrowing Block, _ plan: RulePlan, into findings: inout [Finding]
    ) {
        acknowledgement = AcknowledgementLevels(received: received, counterparts: counterparts)
        let part = parts.read(ImplementationAcknowledgementHeader.self, from: block)
        var found = RuleFindings()
        ask(plan.groupAnswerHeaders, part, acknowledgement, present(block, plan), &found)
        recall(&found) { $0.take(part, &$1) }
        report(found, on: part, block, "", into: &findings)
    }

    mutating func setAnswer(_ block: borrowing Block, _ plan: RulePlan, into findings: inout [Finding]) {
        let part = parts.read(TransactionSetResponse.self, from: block)
        var found = RuleFindings()
        ask(plan.setAnswers, part, acknowledgement, present(block, plan), &found)
        recall(&found) { $0.take(part, &$1) }
        guard !found.isEmpty else { return }
        report(found, on: part, block, "responses[\(place.unit - 1)].", into: &findings)
    }

    mutating func groupAnswerTrailer(
        _ block: borrowing Block, _ plan: RulePlan, into findings: inout [Finding]
    ) {
        let part = parts.read(ImplementationAcknowledgementTrailer.self, from: block)
        var found = RuleFindings()
        ask(plan.groupAnswerTrailers, part, acknowledgement, present(block, plan), &found)
        recall(&found) { $0.take(part, &$1) }
        report(found, on: part, block, "", into: &findings)
    }
}
