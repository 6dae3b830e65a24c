internal import X12Models
internal import X12Parser

/// Blocks of answers: to claims (277CA), to a functional group (999).
extension RuleExaminer {
    mutating func acknowledgementLevel(
        _ block: borrowing Block, _ loop: String, _ plan: RulePlan
    ) -> ExaminedBlock? {
        let present = present(block, plan)
        switch loop {
        case "2000B":
            let part = parts.read(AcknowledgementReceiver.self, from: block)
            acknowledgement = AcknowledgementLevels(
                received: received, counterparts: counterparts, batchIdentifier: part.batch?.batchIdentifier)
            let found = ask(plan.acknowledgementReceivers, part, acknowledgement, present)
            return ExaminedBlock(plan, found, part, below: "receiver.") { $0.take(part, &$1) }
        case "2000C":
            let part = parts.read(AcknowledgedProvider.self, from: block)
            let found = ask(plan.acknowledgedProviders, part, acknowledgement, present)
            return ExaminedBlock(plan, found, part, below: "provider.") { $0.take(part, &$1) }
        default: return nil
        }
    }

    mutating func patientAcknowledgement(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        let part = parts.read(PatientAcknowledgement.self, from: block)
        let found = ask(plan.patientAcknowledgements, part, acknowledgement, present(block, plan))
        return ExaminedBlock(plan, found, part, below: "patients", isUnit: true) { $0.take(part, &$1) }
    }

    mutating func groupAnswerHeader(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        acknowledgement = AcknowledgementLevels(received: received, counterparts: counterparts)
        let part = parts.read(ImplementationAcknowledgementHeader.self, from: block)
        let found = ask(plan.groupAnswerHeaders, part, acknowledgement, present(block, plan))
        return ExaminedBlock(plan, found, part, below: "") { $0.take(part, &$1) }
    }

    mutating func setAnswer(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        let part = parts.read(TransactionSetResponse.self, from: block)
        let found = ask(plan.setAnswers, part, acknowledgement, present(block, plan))
        return ExaminedBlock(plan, found, part, below: "responses", isUnit: true) { $0.take(part, &$1) }
    }

    mutating func groupAnswerTrailer(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        let part = parts.read(ImplementationAcknowledgementTrailer.self, from: block)
        let found = ask(plan.groupAnswerTrailers, part, acknowledgement, present(block, plan))
        return ExaminedBlock(plan, found, part, below: "") { $0.take(part, &$1) }
    }
}
