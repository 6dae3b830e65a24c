internal import X12Acknowledgements
internal import X12Models
internal import X12Text

extension FollowForm {
    /// Appends a claim as one line.
    func append(_ claim: FollowedClaim, to bytes: inout [UInt8]) {
        var writer = JSONWriter(.compact, capacity: 2 << 10)
        writer.beginObject()
        writer.text("claim", claim.number)
        writer.text("state", claim.state.rawValue)
        writer.text("since", claim.since?.description)
        writer.text("sent", claim.sent?.description)
        if let days = claim.days(on: day) {
            writer.key("daysSinceSent")
            writer.integer(days)
        }
        writer.key("isFinal")
        writer.bool(claim.isFinal)
        writer.text("payer", claim.payer)
        writer.text("payerResponsibility", claim.responsibility)
        writer.text("claimFrequency", claim.frequency)
        writer.text("payerClaimControlNumber", claim.payerNumber)
        writer.text("firstServiceDate", claim.firstDay?.description)
        writer.text("lastServiceDate", claim.lastDay?.description)
        for (name, amount) in Self.amounts(claim) { append(name, amount, &writer) }
        writer.list("reasons", claim.reasons) { reason, writer in
            writer.beginObject()
            writer.text("element", reason.element)
            writer.text("code", reason.code)
            writer.text("meaning", reason.meaning)
            writer.endObject()
        }
        writer.list("remarks", Self.remarks(claim)) { remark, writer in writer.string(remark) }
        writer.text("advice", claim.advice)
        append("place", claim.place, &writer)
        if let answer = claim.answer {
            writer.text("answer", answer.kind.rawValue)
            append("answerPlace", answer.place, &writer)
        }
        append("replacedBy", claim.replacedBy, &writer)
        append("replaces", claim.replaces, &writer)
        append("earlierPayerClaim", claim.earlierPayerClaim, &writer)
        writer.endObject()
        writer.newline()
        bytes += writer.bytes
    }

    /// The amounts under their names.
    static func amounts(_ claim: FollowedClaim) -> [(StaticString, ExactDecimal?)] {
        [
            ("chargeAmount", claim.charge), ("paymentAmount", claim.paid),
            ("paidByNextPayers", claim.paidByNextPayers),
            ("patientResponsibilityAmount", claim.patientShare), ("adjustedAmount", claim.adjusted),
            ("openAmount", claim.open),
        ]
    }

    /// The remarks, in an order that does not change.
    static func remarks(_ claim: FollowedClaim) -> [String] {
        FollowedClaim.Remark.allCases.filter(claim.remarks.contains).map(\.rawValue)
    }

    /// Appends the last line: sums, and what was left over.
    func append(
        _ totals: FollowTotals, _ listed: Int, _ follower: borrowing ClaimFollower, to bytes: inout [UInt8]
    ) {
        var writer = JSONWriter(.compact)
        writer.beginObject()
        writer.text("type", "result")
        writer.text("asOf", day.description)
        append(totals.all, &writer)
        writer.key("listed")
        writer.integer(listed)
        writer.key("states")
        writer.beginObject()
        for state in ClaimState.allCases {
            guard let sum = totals.states[state] else { continue }
            writer.key(state.rawValue)
            writer.beginObject()
            append(sum, &writer)
            writer.endObject()
        }
        writer.endObject()
        appendUnmatched(follower, &writer)
        writer.list("repeatedSets", follower.repeatedSets) { place, writer in write(place, &writer) }
        if follower.otherSets > 0 {
            writer.key("otherSets")
            writer.integer(follower.otherSets)
        }
        writer.endObject()
        writer.newline()
        bytes += writer.bytes
    }

    private func append(_ sum: FollowTotals.Sum, _ writer: inout JSONWriter) {
        writer.key("claims")
        writer.integer(sum.claims)
        append("chargeAmount", sum.charge, &writer)
        append("paymentAmount", sum.paid, &writer)
        append("patientResponsibilityAmount", sum.patientShare, &writer)
        append("openAmount", sum.open, &writer)
        writer.text("oldest", sum.oldest?.description)
        writer.text("oldestClaim", sum.oldestNumber)
    }

    private func appendUnmatched(_ follower: borrowing ClaimFollower, _ writer: inout JSONWriter) {
        let count = follower.unmatchedCounts.values.reduce(0, +)
        guard count > 0 else { return }
        writer.key("unmatchedCount")
        writer.integer(count)
        append("unmatchedPaymentAmount", follower.unmatchedPaid, &writer)
        writer.list("unmatched", follower.unmatched) { answer, writer in
            writer.beginObject()
            writer.text("answer", answer.kind.rawValue)
            writer.text("number", answer.number)
            writer.text("reason", answer.reason.rawValue)
            append("paymentAmount", answer.paid, &writer)
            append("place", answer.place, &writer)
            writer.endObject()
        }
    }

    private func append(_ name: StaticString, _ amount: ExactDecimal?, _ writer: inout JSONWriter) {
        guard let amount else { return }
        writer.key(name)
        writer.decimal(amount)
    }

    private func append(_ name: StaticString, _ place: FollowedClaim.Place?, _ writer: inout JSONWriter) {
        guard let place else { return }
        writer.key(name)
        write(place, &writer)
    }

    private func write(_ place: FollowedClaim.Place, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.text("file", files[place.file].path)
        writer.key("line")
        writer.integer(place.line)
        writer.key("segment")
        writer.integer(place.segment)
        writer.endObject()
    }
}
