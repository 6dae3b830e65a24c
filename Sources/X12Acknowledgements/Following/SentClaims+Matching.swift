internal import X12Text

extension SentClaims {
    /// What an answer says of the claim that it answers.
    struct Wanted {
        var number = ""
        var payerNumber = ""
        var charge: ExactDecimal?
        var days: ClosedRange<CalendarDate>?
        var date: CalendarDate?
        var rank = PayerRank()
        var frequency = ClaimChange.none
        var payer = PayerName()
        var people: ToldPeople?
        /// The sendings that the answer names; empty for all.
        var sendings: Set<Int32> = []
        /// Whether it does not tell the practice's number, so that the payer's is all there is.
        var isNamedByPayer = false
        /// A payment that takes a decision back, so that there was one.
        var takenBack: ToldPayment?
    }

    /// The claim that an answer is about.
    ///
    /// Of several with one number, sent for one patient before the answer, it is the one that most of what the answer tells
    /// agrees with, and of equals the one sent last; claims to different payers are no equals. Of several patients' claims it is the one whose
    /// payer's number is told, or none.
    mutating func find(_ wanted: Wanted) -> Found<Int32> {
        var left = chain(wanted.number)
        if left.isEmpty, wanted.isNamedByPayer, let other = claim(payerNumber: wanted.payerNumber) {
            left = [other]
        }
        guard !left.isEmpty else { return .none(.unknown) }
        guard left.count <= Self.mostOfOneNumber else { return .none(.ambiguous) }
        if !wanted.sendings.isEmpty {
            let named = left.filter { wanted.sendings.contains(entries[Int($0)].sending) }
            if !named.isEmpty { left = named }
        }
        left = left.filter { isBefore(sent($0), wanted.date) }
        guard !left.isEmpty else { return .none(.sentLater) }
        if let people = wanted.people {
            left = left.filter { !entries[Int($0)].people.isStrange(to: people) }
            guard !left.isEmpty else { return .none(.otherPatient) }
        }
        if !areOfOnePatient(left), !wanted.payerNumber.isEmpty {
            left = left.filter { entries[Int($0)].payerNumber == wanted.payerNumber }
        }
        guard !left.isEmpty, areOfOnePatient(left) else { return .none(.ambiguous) }
        return best(of: left, wanted)
    }

    private func areOfOnePatient(_ claims: [Int32]) -> Bool {
        let first = entries[Int(claims[0])].people
        return claims.dropFirst().allSatisfy { entries[Int($0)].people.isPatient(of: first) }
    }

    private func best(of claims: [Int32], _ wanted: Wanted) -> Found<Int32> {
        guard claims.count > 1 else { return .one(claims[0]) }
        let isOfCharge = claims.contains { entries[Int($0)].isOf(charge: wanted.charge) }
        let weights = claims.map { weight(of: entries[Int($0)], wanted, isOfCharge: isOfCharge) }
        let most = weights.max() ?? 0
        let equals = zip(claims, weights).filter { $0.1 == most }.map(\.0)
        let last = equals[equals.count - 1]
        let isOneLine = equals.allSatisfy { isSameLine(entries[Int($0)], entries[Int(last)]) }
        return isOneLine ? .one(last) : .none(.ambiguous)
    }

    /// How much of what is told agrees; what tells most counts more than all that tells less.
    private func weight(of entry: SentEntry, _ wanted: Wanted, isOfCharge: Bool) -> Int {
        var weight = 0
        let isFrequency = wanted.frequency.isChange && wanted.frequency == entry.frequency
        let isCharge = entry.isOf(charge: wanted.charge)
        if let payment = wanted.takenBack {
            if let decision = entry.decision?.decision(of: payment.payer) {
                if decision.isDecided, decision.counted(of: entry.charge).isTaken(by: payment) {
                    weight += 1024
                }
                if decision.isDecided(before: payment.date) { weight += 512 }
            }
            if entry.decision?.own.isDecided(before: payment.date) == true { weight += 64 }
        } else if isFrequency, isCharge || !isOfCharge {
            // A payer keeps its number when it decides on a replacement, and may call a correction of its own one.
            weight += 64
        }
        if answer(of: entry)?.verdict.isRejection != true { weight += 256 }
        if wanted.payer.isSame(as: payers[Int(entry.payer)].name) { weight += 128 }
        if !wanted.payerNumber.isEmpty, wanted.payerNumber == entry.payerNumber { weight += 32 }
        if wanted.rank.number > 0, wanted.rank == entry.rank { weight += 16 }
        if isCharge { weight += 8 }
        if entry.isOf(wanted.days) { weight += 4 }
        if isFrequency { weight += 2 }
        return weight
    }

    /// Whether two claims are to the same payer in the same place.
    func isSameLine(_ one: SentEntry, _ other: SentEntry) -> Bool {
        one.rank == other.rank && (one.payer == other.payer || isSamePayer(one, other))
    }

    func isSamePayer(_ one: SentEntry, _ other: SentEntry) -> Bool {
        payers[Int(one.payer)].name.isSame(as: payers[Int(other.payer)].name)
    }
}
