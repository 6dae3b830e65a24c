internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// What an answer says of a batch or a provider's claims in sum.
struct AnswerTotals: Sendable {
    var accepted: ExactDecimal?
    var rejected: ExactDecimal?
    var acceptedAmount: ExactDecimal?
    var rejectedAmount: ExactDecimal?
    /// What is charged in all, as a status of the batch says (STC04).
    var charge: ExactDecimal?
    /// Whether a status says that all of it was refused.
    var isRefused = false

    /// What the amounts come to; nil where one of them is not told of claims that there are, as counts or lists have it.
    fileprivate func sum(_ listed: ListedClaims.Listed) -> ExactDecimal? {
        guard acceptedAmount != nil || rejectedAmount != nil else { return nil }
        let isAcceptedTold = acceptedAmount != nil || (accepted ?? .zero) == .zero && listed.accepted == 0
        let isRejectedTold = rejectedAmount != nil || (rejected ?? .zero) == .zero && listed.rejected == 0
        guard isAcceptedTold, isRejectedTold else { return nil }
        return (acceptedAmount ?? .zero).adding(rejectedAmount ?? .zero)
    }
}

/// Claims that an answer lists against its totals.
struct ListedClaims: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    /// What is needed of each part.
    enum Excerpt: Sendable {
        case batch(AnswerTotals)
        case provider(AnswerTotals)
        /// Charge of each claim, and whether it was taken; `nil` where that cannot be told.
        case claims([(charge: ExactDecimal?, isAccepted: Bool?)])
        case end
    }

    /// Claims that were listed so far.
    fileprivate struct Listed: Sendable {
        var accepted = 0
        var rejected = 0
        var acceptedAmount = MoneySum()
        var rejectedAmount = MoneySum()
        /// Whether claims are listed at all: totals of a provider whose claims are not are added to those of others.
        var isAny = false
        /// Whether some provider tells how many claims it took, and lists only what it refused.
        var isAcceptedInPart = false
        /// Whether of some claim it cannot be told what became of it.
        var isUnsure = false
    }

    private var batch: AnswerTotals?
    private var provider: AnswerTotals?
    private var all = Listed()
    private var own = Listed()

    init() {}

    static func excerpt(of level: AcknowledgementReceiver) -> Excerpt? {
        let batch = level.batch
        return .batch(
            AnswerTotals(
                accepted: batch?.acceptedCount, rejected: batch?.rejectedCount,
                acceptedAmount: batch?.acceptedAmount, rejectedAmount: batch?.rejectedAmount,
                charge: batch?.statuses.first?.chargeAmount))
    }

    static func excerpt(of level: AcknowledgedProvider) -> Excerpt? {
        let claims = level.claims
        return .provider(
            AnswerTotals(
                accepted: claims?.acceptedCount, rejected: claims?.rejectedCount,
                acceptedAmount: claims?.acceptedAmount, rejectedAmount: claims?.rejectedAmount,
                isRefused: claims?.statuses.contains(where: \.isRefusal) ?? false))
    }

    static func excerpt(of patient: PatientAcknowledgement) -> Excerpt? {
        // A patient without a claim hides one.
        guard !patient.claims.isEmpty else { return .claims([(nil, nil)]) }
        return .claims(
            patient.claims.map { claim in
                (claim.statuses.first?.chargeAmount, claim.isTaken)
            })
    }

    static func excerpt(of trailer: TransactionTrailer) -> Excerpt? { .end }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .batch(let totals):
            batch = totals
            Self.keep("batch", 0, &findings)
            findings.keep("batch.statuses[0].chargeAmount", as: 8)
        case .provider(let totals):
            closeProvider(&findings)
            provider = totals
            Self.keep("claims", 4, &findings)
        case .claims(let claims):
            for claim in claims {
                all.add(claim.charge, claim.isAccepted)
                own.add(claim.charge, claim.isAccepted)
            }
        case .end:
            closeProvider(&findings)
            guard let batch else { return }
            let before = findings.entries.count
            Self.compare(batch, all, 0, &findings)
            // An amount that is wrong makes the sum wrong, too.
            guard findings.entries.count == before, !all.isUnsure, let charge = batch.charge,
                let sum = batch.sum(all), sum != charge
            else { return }
            findings.addAtKept("charge", from: 8, found: charge, expected: sum)
        }
    }

    private mutating func closeProvider(_ findings: inout RuleFindings) {
        if let provider {
            Self.compare(provider, own, 4, &findings)
            if !own.isAny {
                all.add(provider)
            } else if own.accepted == 0, let accepted = provider.accepted, accepted > .zero {
                all.isAcceptedInPart = true
            }
        }
        provider = nil
        own = Listed()
    }

    private static func keep(_ path: String, _ slot: Int, _ findings: inout RuleFindings) {
        findings.keep(path + ".acceptedCount", as: slot)
        findings.keep(path + ".rejectedCount", as: slot + 1)
        findings.keep(path + ".acceptedAmount", as: slot + 2)
        findings.keep(path + ".rejectedAmount", as: slot + 3)
    }

    /// Some payers list only what they refused, and a batch that was refused as a whole lists nothing: totals of what
    /// is not listed at all are not compared.
    private static func compare(
        _ totals: AnswerTotals, _ listed: Listed, _ slot: Int, _ findings: inout RuleFindings
    ) {
        guard listed.isAny, !listed.isUnsure else { return }
        if listed.accepted > 0, !listed.isAcceptedInPart {
            compare(
                totals.accepted, totals.acceptedAmount, listed.accepted, listed.acceptedAmount, slot, "taken",
                &findings)
        }
        compare(
            totals.rejected, totals.rejectedAmount, listed.rejected, listed.rejectedAmount, slot + 1,
            "refused",
            &findings)
    }

    private static func compare(
        _ count: ExactDecimal?, _ amount: ExactDecimal?, _ listed: Int, _ charges: MoneySum, _ slot: Int,
        _ word: String, _ findings: inout RuleFindings
    ) {
        if let count, count != ExactDecimal(significand: Int64(listed), scale: 0) {
            findings.addAtKept(
                "count", from: slot, found: .count(count), expected: ["\(listed)"], detail: word)
        } else if let amount, let sum = charges.value, amount != sum {
            findings.addAtKept("amount", from: slot + 2, found: amount, expected: sum, detail: word)
        }
    }
}

extension ListedClaims.Listed {
    /// Adds the totals of a provider whose claims are not listed.
    fileprivate mutating func add(_ totals: AnswerTotals) {
        let isTold = totals.accepted != nil || totals.rejected != nil
        guard let taken = Int((totals.accepted ?? .zero).description),
            let refused = Int((totals.rejected ?? .zero).description),
            isTold, !totals.isRefused || totals.rejected != nil, 0...Self.most ~= taken,
            0...Self.most ~= refused
        else {
            isUnsure = true
            return
        }
        accepted += taken
        rejected += refused
        if taken > 0 { acceptedAmount.add(totals.acceptedAmount) }
        if refused > 0 { rejectedAmount.add(totals.rejectedAmount) }
    }

    /// More claims than this are in no answer.
    private static let most = 999_999_999

    fileprivate mutating func add(_ charge: ExactDecimal?, _ isAccepted: Bool?) {
        isAny = true
        guard let isAccepted else {
            isUnsure = true
            return
        }
        if isAccepted {
            accepted += 1
            acceptedAmount.add(charge)
        } else {
            rejected += 1
            rejectedAmount.add(charge)
        }
    }
}

extension AcknowledgedClaim {
    /// Whether the claim was taken; nil where that is not said, or where its statuses or lines say both, which is found by itself.
    fileprivate var isTaken: Bool? {
        let isRefused = statuses.contains { $0.action == .reject }
        let isAccepted = statuses.contains { $0.action == .accept }
        if statuses.contains(where: \.isContradiction) { return nil }
        guard isRefused != isAccepted else { return nil }
        return isAccepted && !serviceLines.isEmpty ? nil : isAccepted
    }
}
