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
            let found = ask(plan.acknowledgementReceivers, present) {
                if case .acknowledgementReceiver(let check) = $0 { check(part, acknowledgement, &$1) }
            }
            return ExaminedBlock(plan, found, AcknowledgementReceiver.self, below: "receiver.") {
                $0.take(part, &$1)
            }
        case "2000C":
            let part = parts.read(AcknowledgedProvider.self, from: block)
            let found = ask(plan.acknowledgedProviders, present) {
                if case .acknowledgedProvider(let check) = $0 { check(part, acknowledgement, &$1) }
            }
            return ExaminedBlock(plan, found, AcknowledgedProvider.self, below: "provider.") {
                $0.take(part, &$1)
            }
        default: return nil
        }
    }

    mutating func patientAcknowledgement(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        let part = parts.read(PatientAcknowledgement.self, from: block)
        let found = ask(plan.patientAcknowledgements, present(block, plan)) {
            if case .patientAcknowledgement(let check) = $0 { check(part, acknowledgement, &$1) }
        }
        return ExaminedBlock(plan, found, PatientAcknowledgement.self, below: "patients", isUnit: true) {
            $0.take(part, &$1)
        }
    }

    mutating func groupAnswerHeader(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        acknowledgement = AcknowledgementLevels(received: received, counterparts: counterparts)
        let part = parts.read(ImplementationAcknowledgementHeader.self, from: block)
        let found = ask(plan.groupAnswerHeaders, present(block, plan)) {
            if case .groupAnswerHeader(let check) = $0 { check(part, acknowledgement, &$1) }
        }
        return ExaminedBlock(plan, found, ImplementationAcknowledgementHeader.self, below: "") {
            $0.take(part, &$1)
        }
    }

    mutating func setAnswer(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        let part = parts.read(TransactionSetResponse.self, from: block)
        let found = ask(plan.setAnswers, present(block, plan)) {
            if case .setAnswer(let check) = $0 { check(part, acknowledgement, &$1) }
        }
        return ExaminedBlock(plan, found, TransactionSetResponse.self, below: "responses", isUnit: true) {
            $0.take(part, &$1)
        }
    }

    mutating func groupAnswerTrailer(_ block: borrowing Block, _ plan: RulePlan) -> ExaminedBlock {
        let part = parts.read(ImplementationAcknowledgementTrailer.self, from: block)
        let found = ask(plan.groupAnswerTrailers, present(block, plan)) {
            if case .groupAnswerTrailer(let check) = $0 { check(part, acknowledgement, &$1) }
        }
        return ExaminedBlock(plan, found, ImplementationAcknowledgementTrailer.self, below: "") {
            $0.take(part, &$1)
        }
    }
}
