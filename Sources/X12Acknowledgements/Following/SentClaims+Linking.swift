internal import X12Text

extension SentClaims {
    /// Ties claims to those in whose place they stand, and to the payer before; once all answers were read.
    mutating func link() {
        for last in shared {
            let chain = chain(entries[Int(last)].number)
            if chain.count > Self.mostOfOneNumber { markAmbiguous(from: last) } else { link(chain) }
        }
        for index in entries.indices where entries[index].frequency.isChange && entries[index].replaces < 0 {
            guard let original = claim(payerNumber: entries[index].originalNumber), original != Int32(index),
                isBefore(sent(original), sent(Int32(index)))
            else { continue }
            replace(original, by: Int32(index))
        }
    }

    private mutating func markAmbiguous(from last: Int32) {
        var next = last
        while next >= 0 {
            entries[Int(next)].isAmbiguous = true
            next = entries[Int(next)].nextOfNumber
        }
    }

    /// Claims of one number, in the order they were sent.
    private mutating func link(_ chain: [Int32]) {
        for (place, later) in chain.enumerated() {
            for earlier in chain[..<place].reversed() { link(earlier, later) }
        }
    }

    private mutating func link(_ earlier: Int32, _ later: Int32) {
        let (one, other) = (entries[Int(earlier)], entries[Int(later)])
        guard one.people.isPatient(of: other.people) else {
            entries[Int(earlier)].isAmbiguous = true
            entries[Int(later)].isAmbiguous = true
            return
        }
        if isSameLine(one, other) {
            replace(earlier, by: later)
        } else if one.rank == other.rank {
            // To another payer in the same place: only where the first one did not take it.
            if isRefused(one) { replace(earlier, by: later) }
        } else if other.rank.number > one.rank.number, other.earlierPayer < 0 {
            entries[Int(later)].earlierPayer = earlier
        }
    }

    private mutating func replace(_ earlier: Int32, by later: Int32) {
        let (one, other) = (entries[Int(earlier)], entries[Int(later)])
        if other.replaces < 0 { entries[Int(later)].replaces = earlier }
        // What is refused takes no place, but for that of what was refused before.
        let isTaken = answer(of: other)?.verdict.isRejection != true || isRejected(one)
        let isPaid = one.decision.map { $0.isDecided && !$0.isDenied } ?? false
        guard isTaken, other.frequency.isChange || !isPaid, one.replacedBy < 0 else { return }
        entries[Int(earlier)].replacedBy = later
    }

    private func isRejected(_ entry: SentEntry) -> Bool { answer(of: entry)?.verdict.isRejection == true }

    private func isRefused(_ entry: SentEntry) -> Bool {
        if let decision = entry.decision, decision.isDecided { return decision.isDenied }
        return isRejected(entry) || answer(of: entry)?.verdict == .notFound
            || entry.decision?.isForeign == true
    }
}
