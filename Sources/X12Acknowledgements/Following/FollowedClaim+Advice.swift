internal import X12Diagnostics
internal import X12Text

extension FollowedClaim {
    /// What to do next, in one sentence; empty where nothing is.
    public var advice: String {
        if remarks.contains(.ambiguous) {
            return
                "its number is also another patient's: look for the answers by member, date and charge, and give each claim a number of its own"
        }
        if remarks.contains(.decidedTwice) {
            return
                "more was decided on than was charged: look whether it was paid twice, and pay back what is not yours"
        }
        switch state {
        case .notAnswered:
            return "find out whether it arrived: ask for the TA1 and 999; if there is none, send it again"
        case .received:
            return isLeftOut
                ? "the 277CA of its batch does not name it: ask what became of it"
                : "wait for the 277CA; if none comes, ask the payer for the claim's status (276)"
        case .accepted: return acceptedAdvice
        case .rejected: return rejectedAdvice
        case .notFound:
            return "check member, payer and dates; if they are right, send it again as a new claim"
        case .pending: return pendingAdvice
        case .decided: return "get the remittance (835) of this payment: without it nothing can be posted"
        case .denied:
            return "look at the reason: mend it and send a replacement, appeal in time, or bill whom it names"
        case .paid: return paidAdvice
        case .paidInPart: return partAdvice
        case .reversed:
            return "wait for the correction; if none comes, ask the payer why the payment was taken back"
        case .replaced, .voided: return ""
        }
    }

    private var acceptedAdvice: String {
        frequency == "8"
            ? "wait for the payment to be taken back (CLP02 of 22)"
            : "wait for the remittance (835); when it is late, ask the payer for the claim's status (276)"
    }

    private var rejectedAdvice: String {
        guard !remarks.contains(.contradicted) else {
            return
                "it was taken and refused at once: ask the payer whether it has it before anything is sent again"
        }
        var item = WorkItem(rejectedSubject, at: Location())
        item.answered.kind = "837"
        item.reasons = reasons
        return item.advice
    }

    private var rejectedSubject: WorkItem.Subject {
        switch answer?.kind {
        case .interchange: .interchange
        case .set: reasons.first?.element.hasPrefix("AK9") == true ? .group : .transactionSet
        default: .claim
        }
    }

    private var pendingAdvice: String {
        if remarks.contains(.wanted) { return "send what the payer asks for: it waits for that" }
        if remarks.contains(.foretold) {
            return "nothing is paid yet, only foretold: wait for the remittance of the claim itself"
        }
        if answer?.kind == .remittance {
            return
                "the payer passed it on as another's claim: find out whose, and wait for that payer's answer"
        }
        return "wait; when it is late, ask the payer what it waits for"
    }

    private var paidAdvice: String {
        if remarks.contains(.earlierPaymentMissing) {
            return "find the remittance of the payment that was taken back: the sums here are without it"
        }
        if remarks.contains(.passedOn) {
            return "the payer passed it on: wait for the next payer, and bill nobody before it answers"
        }
        if let patientShare, patientShare > .zero { return "bill the patient, or the next payer" }
        return ""
    }

    private var partAdvice: String {
        remarks.contains(.partOpen)
            ? "ask the payer for what is open: a part of the charge is in no remittance"
            : "look at the services that were paid nothing: mend and send a replacement, or appeal in time"
    }
}
