internal import X12Acknowledgements
internal import X12Text

/// Claims that were sent and what became of them, as a person reads it.
struct FollowForm {
    let files: [InputFile]
    /// The day that days are counted to.
    let day: CalendarDate
    let usesColour: Bool

    // MARK: - A claim

    func text(of claim: FollowedClaim) -> String {
        let line = Printable.text("\(claim.number): \(head(claim))")
        var text = (usesColour ? "\u{1B}[1m\(line)\u{1B}[0m" : line) + "\n"
        for words in [about(claim), money(claim), why(claim)] where !words.isEmpty {
            text += "   = \(Printable.text(words))\n"
        }
        let advice = claim.advice
        if !advice.isEmpty { text += "   = do: \(advice)\n" }
        return text + "   = \(Printable.text(places(claim)))\n"
    }

    /// `rejected since 2026-03-02 (277CA), sent 2026-03-01, 60 days ago`
    private func head(_ claim: FollowedClaim) -> String {
        var text = Self.words(claim.state)
        if let since = claim.since, claim.state != .notAnswered { text += " since \(since)" }
        if let answer = claim.answer, claim.replacedBy == nil { text += " (\(answer.kind.rawValue))" }
        guard let sent = claim.sent, let days = claim.days(on: day) else {
            return text + ", sent on a day not told"
        }
        return "\(text), sent \(sent), \(Figures.count(days, "day")) ago"
    }

    private func about(_ claim: FollowedClaim) -> String {
        var parts = [claim.payer.isEmpty ? "a payer without a name" : claim.payer]
        if !claim.responsibility.isEmpty, claim.responsibility != "P" {
            parts[0] += " (SBR01 \(claim.responsibility))"
        }
        if claim.frequency != "1", !claim.frequency.isEmpty { parts.append("CLM05-3 of \(claim.frequency)") }
        if !claim.payerNumber.isEmpty { parts.append("payer's number \(claim.payerNumber)") }
        if let first = claim.firstDay {
            let last = claim.lastDay ?? first
            parts.append("services \(first)" + (last > first ? " to \(last)" : ""))
        }
        return parts.joined(separator: ", ")
    }

    private func money(_ claim: FollowedClaim) -> String {
        let amounts = [
            ("charge", claim.charge), ("paid", claim.paid), ("by the next payer", claim.paidByNextPayers),
            ("patient's", claim.patientShare), ("adjusted", claim.adjusted), ("open", claim.open),
        ]
        return amounts.compactMap { name, amount in amount.map { "\(name) \(Figures.money($0))" } }
            .joined(separator: ", ")
    }

    private func why(_ claim: FollowedClaim) -> String {
        guard !claim.reasons.isEmpty else { return "" }
        let codes = claim.reasons.map(\.code).joined(separator: ", ")
        return claim.reasons.map(\.meaning).joined(separator: "; ") + " [\(codes)]"
    }

    private func places(_ claim: FollowedClaim) -> String {
        var parts = ["claim: \(words(claim.place))"]
        if let answer = claim.answer { parts.append("last answer: \(words(answer.place))") }
        if let place = claim.replacedBy { parts.append("in its place: \(words(place))") }
        if let place = claim.replaces { parts.append("in the place of: \(words(place))") }
        if let place = claim.earlierPayerClaim { parts.append("to the payer before: \(words(place))") }
        return parts.joined(separator: "; ")
    }

    /// `claims.837 line 20`; of a file of one line, by the segment.
    func words(_ place: FollowedClaim.Place) -> String {
        let position = place.line > 1 ? "line \(place.line)" : "segment \(place.segment)"
        return "\(name(place)) \(position)"
    }

    func name(_ place: FollowedClaim.Place) -> String { files[place.file].name }

    static func words(_ state: ClaimState) -> String {
        switch state {
        case .notAnswered: "not answered"
        case .received: "received"
        case .accepted: "accepted"
        case .rejected: "rejected"
        case .notFound: "not found by the payer"
        case .pending: "pending"
        case .decided: "decided, without a remittance"
        case .denied: "denied"
        case .paid: "paid"
        case .paidInPart: "paid in part"
        case .reversed: "reversed"
        case .replaced: "replaced"
        case .voided: "voided"
        }
    }

    // MARK: - The end

    /// Claims and money by state, and what was left over.
    func text(of totals: FollowTotals, _ listed: Int, _ follower: borrowing ClaimFollower) -> String {
        let all = totals.all
        var text = "\(Figures.count(all.claims, "claim")) sent"
        if all.claims > 0 { text += ", charge \(Self.money(all.charge)), as of \(day)" }
        if listed < all.claims { text += "; \(Figures.plain(listed)) listed" }
        text += "\n"
        for state in ClaimState.allCases {
            guard let sum = totals.states[state] else { continue }
            text += "   \(Self.words(state)): \(words(sum))\n"
        }
        return text + remarks(follower)
    }

    private func words(_ sum: FollowTotals.Sum) -> String {
        var parts = [Figures.count(sum.claims, "claim"), "charge \(Self.money(sum.charge))"]
        for (name, amount) in [("paid", sum.paid), ("patients'", sum.patientShare), ("open", sum.open)]
        where amount != .zero { parts.append("\(name) \(Self.money(amount))") }
        if let oldest = sum.oldest {
            let days = Figures.count(oldest.days(until: day), "day")
            parts.append("oldest \(oldest) (\(Printable.text(sum.oldestNumber)), \(days))")
        }
        return parts.joined(separator: ", ")
    }

    private static func money(_ amount: ExactDecimal?) -> String { amount.map(Figures.money) ?? "not known" }

    /// Of answers that were held against no claim, so many are named.
    private static let mostNamed = 20

    /// What was held against no claim, or left out.
    func remarks(_ follower: borrowing ClaimFollower) -> String {
        var text = ""
        let count = follower.unmatchedCounts.values.reduce(0, +)
        if count > 0 {
            let verb = count == 1 ? "matches" : "match"
            text += "\(Figures.count(count, "answer")) \(verb) no claim that was sent:\n"
            for answer in follower.unmatched.prefix(Self.mostNamed) {
                text += "   \(Printable.text(words(answer)))\n"
            }
            let left = count - min(count, Self.mostNamed)
            if left > 0 { text += "   and \(Figures.plain(left)) more\n" }
            if follower.unmatchedCounts.keys.contains(where: { $0.kind == .remittance }) {
                text += "   the payments among them come to \(Self.money(follower.unmatchedPaid))\n"
            }
        }
        for place in follower.repeatedSets.prefix(Self.mostNamed) {
            text += "read twice, counted once: the set at \(Printable.text(words(place)))\n"
        }
        let more = follower.repeatedSets.count - Self.mostNamed
        if more > 0 { text += "read twice, counted once: \(Figures.count(more, "more set", "more sets"))\n" }
        if follower.otherSets > 0 {
            text += "\(Figures.count(follower.otherSets, "transaction set")) of another kind: not followed\n"
        }
        return text
    }

    private func words(_ answer: UnmatchedAnswer) -> String {
        let number = answer.number.isEmpty ? "without a number" : answer.number
        let paid = answer.paid.map { ", paid \(Figures.money($0))" } ?? ""
        return
            "\(answer.kind.rawValue) of \(number)\(paid) (\(words(answer.place))): \(Self.words(answer.reason))"
    }

    private static func words(_ reason: UnmatchedAnswer.Reason) -> String {
        switch reason {
        case .unknown: "nothing of this number was sent"
        case .sentLater: "what has this number was sent later"
        case .ambiguous: "several have this number, and nothing tells which is meant"
        case .otherPatient: "the claim of this number is another patient's"
        }
    }
}
