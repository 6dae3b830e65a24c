internal import X12Models
internal import X12Specs
internal import X12Text

extension SentClaims {
    /// A claim and what became of it.
    func claim(at index: Int) -> FollowedClaim {
        let entry = entries[index]
        let sending = sendings[Int(entry.sending)]
        var claim = FollowedClaim()
        claim.number = entry.number
        claim.payerNumber = entry.payerNumber
        claim.payer = payers[Int(entry.payer)].shown
        claim.responsibility = entry.rank.code
        claim.frequency = entry.frequency.code
        claim.firstDay = entry.firstDay
        claim.lastDay = entry.lastDay
        claim.charge = entry.charge
        claim.sent = sending.date
        claim.place = entry.place.open
        claim.open = entry.charge
        claim.replaces = place(of: entry.replaces)
        claim.replacedBy = place(of: entry.replacedBy)
        claim.earlierPayerClaim = place(of: entry.earlierPayer)
        if entry.isAmbiguous { claim.remarks.insert(.ambiguous) }
        stand(&claim, by: answer(of: entry), isOwn: entry.answer != nil)
        if let decision = entry.decision { stand(&claim, by: decision, of: entry) }
        standBehind(&claim, entry)
        return claim
    }

    private func place(of entry: Int32) -> FollowedClaim.Place? {
        entry < 0 ? nil : entries[Int(entry)].place.open
    }

    // MARK: - Statuses

    private func stand(_ claim: inout FollowedClaim, by answer: SeenAnswer?, isOwn: Bool) {
        guard let answer else {
            claim.since = claim.sent
            return
        }
        claim.since = answer.since ?? answer.made
        claim.answer = FollowedClaim.Answer(kind: answer.kind, place: answer.place.open)
        claim.reasons = Self.reasons(answer)
        switch answer.verdict {
        case .accepted:
            claim.state = isOwn ? .accepted : .received
            if answer.kind != .set { claim.reasons = [] }
        case .rejected: claim.state = .rejected
        case .contradicted:
            claim.state = .rejected
            claim.remarks.insert(.contradicted)
        case .pending: claim.state = .pending
        case .wanted:
            claim.state = .pending
            claim.remarks.insert(.wanted)
        case .decided: claim.state = .decided
        case .denied: claim.state = .denied
        case .notFound: claim.state = .notFound
        }
    }

    private static func reasons(_ answer: SeenAnswer) -> [WorkItem.Reason] {
        answer.codes.split(separator: " ").map { code in
            switch answer.kind {
            case .interchange: return CodeWords.reason("TA105", String(code), dataElement: "I18")
            case .set:
                let parts = code.split(separator: "=").map(String.init)
                let element = parts.first ?? ""
                let data = element.hasPrefix("IK50") ? (element == "IK501" ? "717" : "618") : "716"
                return CodeWords.reason(element, parts.last ?? "", dataElement: data)
            case .claim, .status, .remittance:
                let parts = code.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
                var status = ClaimStatusCode()
                status.category = parts.first
                status.code = parts.count > 1 ? parts[1] : nil
                status.entity = parts.count > 2 ? parts[2] : nil
                return CodeWords.reason("STC", status)
            }
        }
    }

    // MARK: - Decisions

    private func stand(_ claim: inout FollowedClaim, by decision: Decision, of entry: SentEntry) {
        if decision.isForetold { claim.remarks.insert(.foretold) }
        guard decision.isDecided || decision.isTakenBack else {
            guard !claim.state.isFinal, claim.state != .decided else { return }
            claim.state = .pending
            return stand(&claim, on: decision, since: decision.last)
        }
        let own = decision.own.counted(of: entry.charge)
        addMoney(of: decision, own, to: &claim)
        if decision.isAnyMissing { claim.remarks.insert(.earlierPaymentMissing) }
        guard decision.isDecided else {
            claim.open = Self.open(of: claim, after: own)
            if isAskedAgain(entry, after: decision) { return }
            claim.state = .reversed
            return stand(&claim, on: decision, since: decision.own.lastReversal)
        }
        claim.open = open(&claim, of: decision, own)
        stand(&claim, on: decision, since: decision.own.lastDecision)
        claim.remarks.remove(.wanted)
        claim.remarks.remove(.contradicted)
        claim.reasons = Self.adjustments(decision)
        if decision.isAwaited { claim.remarks.insert(.passedOn) }
        claim.state = state(of: decision, own, &claim, entry)
    }

    private func stand(_ claim: inout FollowedClaim, on decision: Decision, since: CalendarDate?) {
        claim.since = since
        claim.answer = FollowedClaim.Answer(kind: .remittance, place: decision.place.open)
        claim.reasons = []
    }

    /// Whether a status that came after a reversal says that the payer works on it.
    private func isAskedAgain(_ entry: SentEntry, after decision: Decision) -> Bool {
        guard let answer = entry.answer, let made = answer.made, let reversed = decision.own.lastReversal
        else {
            return false
        }
        return made > reversed && (answer.verdict == .pending || answer.verdict == .wanted)
    }

    private func addMoney(of decision: Decision, _ own: PaymentSum, to claim: inout FollowedClaim) {
        claim.paid = own.paid
        claim.paidByNextPayers = decision.paidByNext
        // What a payer behind left to the patient stands on what the first one decided.
        var others: ExactDecimal? = .zero
        claim.patientShare = own.share
        if decision.isDecided {
            if !decision.behind.isEmpty { others = decision.paidByNext }
            if let last = decision.lastBehind { claim.patientShare = last.counted(of: nil).share }
        }
        claim.adjusted = [own.paid, others, claim.patientShare].reduce(own.charged) { left, amount in
            amount.flatMap { left?.subtracting($0) }
        }
    }

    /// What is open of a claim whose payer took back what it decided: what it did not take back, and what others paid, is not.
    private static func open(of claim: FollowedClaim, after own: PaymentSum) -> ExactDecimal? {
        guard let charge = claim.charge else { return nil }
        let left = own.charged.map { max($0, .zero) } ?? .zero
        guard let open = charge.subtracting(left)?.subtracting(claim.paidByNextPayers ?? .zero) else {
            return nil
        }
        return min(max(open, .zero), charge)
    }

    private func open(_ claim: inout FollowedClaim, of decision: Decision, _ own: PaymentSum) -> ExactDecimal?
    {
        guard !decision.own.isEarlierMissing else { return .zero }
        guard let charged = own.charged, let open = claim.charge?.subtracting(charged) else { return nil }
        guard open.isNegative else { return open }
        claim.remarks.insert(.decidedTwice)
        return .zero
    }

    private func state(
        of decision: Decision, _ own: PaymentSum, _ claim: inout FollowedClaim, _ entry: SentEntry
    ) -> ClaimState {
        let isOpen = claim.open.map { $0 > .zero } ?? false
        let isEarlierMissing = decision.own.isEarlierMissing
        if isOpen { claim.remarks.insert(.partOpen) }
        if decision.isDenied, own.paid == .zero || isEarlierMissing { return .denied }
        if isEarlierMissing { return .paid }
        if own.unpaidServices > 0 { claim.remarks.insert(.serviceUnpaid) }
        if own.paid == .zero, own.share == .zero, !decision.own.manner.isSettledOtherwise,
            entry.rank.number <= 1
        {
            return .denied
        }
        return isOpen || own.unpaidServices > 0 ? .paidInPart : .paid
    }

    private static func adjustments(_ decision: Decision) -> [WorkItem.Reason] {
        decision.own.manner.codes.split(separator: " ").map { code in
            let parts = code.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            let group = X12Specs.label(dataElement: "1033", code: parts[0]) ?? "group \(parts[0])"
            let number = parts.count > 1 ? parts[1] : ""
            let reason =
                X12Specs.label(dataElement: "1034", code: number) ?? "reason \(number) of X12 source 139"
            return WorkItem.Reason(element: "CAS", code: String(code), meaning: "\(group): \(reason)")
        }
    }

    // MARK: - Later claims

    /// A later claim in its place, or a claim that takes back another and did so.
    private func standBehind(_ claim: inout FollowedClaim, _ entry: SentEntry) {
        if entry.replacedBy >= 0 {
            let later = entries[Int(entry.replacedBy)]
            claim.state = later.frequency == .void ? .voided : .replaced
            claim.since = sent(entry.replacedBy)
            claim.open = .zero
            claim.remarks.subtract([.wanted, .partOpen, .serviceUnpaid, .passedOn, .contradicted])
        } else if entry.frequency == .void, entry.replaces >= 0,
            let decision = entries[Int(entry.replaces)].decision, decision.isTakenBack
        {
            claim.state = .voided
            claim.since = decision.own.lastReversal
            claim.open = .zero
            claim.answer = FollowedClaim.Answer(kind: .remittance, place: decision.place.open)
        }
    }
}
