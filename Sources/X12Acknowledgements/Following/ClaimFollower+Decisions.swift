internal import X12Diagnostics
internal import X12Models
internal import X12Parser
internal import X12Text

extension ClaimFollower {
    // MARK: - 835

    /// Takes a block of a remittance (835).
    mutating func takePayments() throws(X12Error) {
        switch block.kind {
        case .header:
            let header = parts.read(RemittanceHeader.self, from: block)
            open = OpenSet()
            open.made = header.payment.date ?? around.date
            open.payerName = PayerName(
                name: PlainDigest(header.payer.name), number: PlainDigest(header.payer.identifier))
        case .unit where block.count > 0 && block.view(0).identifier == "CLP": try takePayment()
        default: break
        }
    }

    private mutating func takePayment() throws(X12Error) {
        let payment = ToldPayment(
            parts.read(ClaimPayment.self, from: block), payer: open.payerName, date: open.made,
            place: around.place(block, 0))
        guard let found = find(payment) else { return }
        let entry = claims.entries[Int(found)]
        // What takes something back, and what may be another payer's, waits for what was decided before.
        guard payment.kind != .reversal, !mayBeNext(payment, of: entry) else {
            guard held.count < Self.most else {
                throw X12Error(
                    .limitPassed, at: block[0].location,
                    "more than \(Self.most) payments that change or follow others: follow them in parts")
            }
            return held.append(payment)
        }
        add(payment, to: found, isNext: false)
    }

    /// The claim that a payment is of; where there is none, that is written down.
    private mutating func find(_ payment: ToldPayment) -> Int32? {
        var wanted = SentClaims.Wanted()
        wanted.number = payment.number
        wanted.payerNumber = payment.payerNumber
        wanted.charge = payment.charge
        wanted.days = payment.days
        wanted.date = payment.date
        wanted.rank = payment.rank
        wanted.frequency = payment.frequency
        wanted.payer = payment.payer
        wanted.people = payment.people
        wanted.isNamedByPayer = !payment.isNumbered
        if payment.kind == .reversal { wanted.takenBack = payment }
        switch claims.find(wanted) {
        case .one(let found): return found
        case .none(let reason):
            miss(.remittance, payment.number, reason, at: payment.place, paid: payment.paid)
            return nil
        }
    }

    private func mayBeNext(_ payment: ToldPayment, of entry: SentEntry) -> Bool {
        if payment.payer.isSame(as: claims.payers[Int(entry.payer)].name) {
            // Another plan of the payer that the claim was sent to; which plan is taken back is known only later.
            return payment.kind == .reversal || payment.rank.number > max(1, entry.rank.number)
        }
        return payment.rank.number == 0 || payment.rank.number > entry.rank.number
    }

    private mutating func add(_ payment: ToldPayment, to found: Int32, isNext: Bool) {
        if !isNext, !payment.payerNumber.isEmpty {
            claims.entries[Int(found)].payerNumber = payment.payerNumber
        }
        if claims.entries[Int(found)].decision == nil {
            claims.entries[Int(found)].decision = Decision(payment, isNext: isNext)
        } else {
            claims.entries[Int(found)].decision?.add(payment, isNext: isNext)
        }
    }

    /// Adds what waited: decisions by the place of their payers, then what was taken back.
    mutating func addHeld() {
        let all = held
        held = []
        let decisions = all.filter { $0.kind != .reversal }
        // What is taken back first is of what was decided first.
        let reversals = all.filter { $0.kind == .reversal }.sorted { one, other in
            guard let first = one.date, let second = other.date else {
                return one.date == nil && other.date != nil
            }
            return first < second
        }
        let takenBack = Dictionary(grouping: reversals.indices) { reversals[$0].number }
        for rank in Set(decisions.map(\.rank.number)).sorted() {
            for payment in decisions where payment.rank.number == rank {
                let places = payment.isNumbered ? takenBack[payment.number] ?? [] : []
                addHeld(payment, after: places.lazy.map { reversals[$0] })
            }
        }
        for payment in reversals { addHeld(payment) }
    }

    /// Adds what waited, where the claim's reversals are told for a decision.
    private mutating func addHeld(
        _ payment: ToldPayment, after reversals: some Sequence<ToldPayment> = EmptyCollection()
    ) {
        guard let found = find(payment) else { return }
        let entry = claims.entries[Int(found)]
        let isNext =
            entry.decision.map {
                $0.isByOther(payment) && !Self.isCorrection(payment, of: $0, after: reversals)
            } ?? false
        add(payment, to: found, isNext: isNext && mayBeNext(payment, of: entry))
    }

    /// Whether the payer that decided first took that back and decides again, now in a later place: no plan behind it.
    private static func isCorrection(
        _ payment: ToldPayment, of decision: Decision, after reversals: some Sequence<ToldPayment>
    ) -> Bool {
        guard decision.own.payer.isSame(as: payment.payer) else { return false }
        return reversals.contains { reversal in
            if let date = reversal.date, let day = payment.date, date > day { return false }
            return decision.isOwn(takenBackBy: reversal, before: payment)
        }
    }

    // MARK: - 277

    /// Takes a block of an answer to questions about claims (277).
    mutating func takeStatuses() {
        switch block.kind {
        case .header:
            open = OpenSet()
            open.made = around.date
            for index in 0..<block.count where block.view(index).identifier == "BHT" {
                open.made = CalendarDate(x12: block.view(index)[4].string) ?? around.date
            }
        case .unit:
            for told in ToldStatus.all(in: block) { take(told) }
        default: break
        }
    }

    private mutating func take(_ told: ToldStatus) {
        guard let verdict = told.verdict else { return }
        let place = around.place(block, told.segment)
        var wanted = SentClaims.Wanted()
        wanted.number = told.number.isEmpty ? told.trace : told.number
        wanted.isNamedByPayer = told.number.isEmpty
        wanted.payerNumber = told.payerNumber
        wanted.charge = told.charge
        wanted.days = told.days
        wanted.date = open.made
        switch claims.find(wanted) {
        case .none(let reason): miss(.status, wanted.number, reason, at: place)
        case .one(let found):
            claims.entries[Int(found)].take(
                SeenAnswer(
                    kind: .status, verdict: verdict, since: told.since ?? open.made, made: open.made,
                    codes: told.code, place: place))
            let known = claims.entries[Int(found)].payerNumber
            if known.isEmpty { claims.entries[Int(found)].payerNumber = told.payerNumber }
        }
    }
}
