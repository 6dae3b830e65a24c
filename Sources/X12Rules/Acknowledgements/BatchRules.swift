internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// A 277CA as a whole: its totals, and which batch it answers.
enum BatchRules {
    static let all: [Rule] = [totals, once, trace]

    static let totals = Rule(
        "277-TOTALS", level: 3, .claimAcknowledgement,
        demand:
            "totals of the batch and of a provider (QTY, AMT, STC04) are those of the claims that are listed below",
        reason: "a claim that is in no list was lost on the way",
        faults: [
            Fault(
                "count", .error, "{at} ({name}) is {found}, but {expected} {detail} are listed",
                help: "look which claim is missing; ask the payer about it before sending it again"),
            Fault(
                "amount", .error,
                "{at} ({name}) is {found}, but claims that are listed and {detail} charge {expected}",
                help: "compare the charges of claims with those that were sent"),
        ],
        source: RuleSource(.high, "the guide's maps"),
        examples: [
            RuleExample(.claimsAnswered, "QTY*90*1~", "QTY*90*3~", at: "QTY02", fault: "count"),
            RuleExample(.claimsAnswered, "QTY*QC*1~", "QTY*QC*2~", at: "QTY02", fault: "count"),
            RuleExample(
                .claimsAnswered, "AMT*YY*120~\nHL*3*2*19*1~", "AMT*YY*210~\nHL*3*2*19*1~", at: "AMT02",
                fault: "amount"),
        ],
        check: .accumulated(ListedClaims.self))

    static let once = Rule(
        "277-ONE-PER-837", level: 4, .claimAcknowledgement,
        demand: "a batch of claims (2200B TRN02, its BHT03) is answered once",
        reason: "two answers to one batch leave open which of them holds",
        faults: [
            Fault(
                .error, "{at} ({name}) was answered before in this input",
                help: "compare both answers; ask the payer which of them holds")
        ],
        source: RuleSource(.high, "RFI-2145, RFI-1991"),
        examples: [RuleExample(.twoAnswers, "TRN*2*B102~", "TRN*2*B101~", at: "TRN02")],
        check: .accumulated(AnsweredBatches.self))

    static let trace = Rule(
        "277-TRACE", level: 4, .claimAcknowledgement,
        demand:
            "an answer names claims of the batch by the numbers they were sent with (TRN02 is CLM01), each with its patient and charge",
        reason: "claims are found by it, and an answer about another claim is no answer",
        faults: [
            Fault(
                .error, "{at} ({name}) is of no claim that was sent in this batch",
                help:
                    "look for the claim by patient, date and charge; ask the payer to send the number back as it was"
            ),
            Fault(
                "patient", .warning,
                "{at} is another patient than the claim of this number has: neither last name nor member number agree",
                help:
                    "look for the claim by member number, date and charge, and ask the payer which one it has"
            ),
            Fault(
                "charge", .warning,
                "{at} ({name}) is {found}, but the claim that was sent charged {expected}",
                help: "ask the payer which claim it has before this one is waited for or sent again"),
        ],
        source: RuleSource(.high, "the guide's maps"), needsCounterparts: true,
        examples: [
            RuleExample(
                .lineRefused, "TRN*2*PCN0001~", "TRN*2*PCN0007~", at: "TRN02",
                preparing: [RuleExample.Change("TRN*2*B102~", "TRN*2*B101~")], counterpart: .officeVisit),
            RuleExample(
                .lineRefused, "NM1*QC*1*ISAAC*ROSA****MI*W100200300~", "NM1*QC*1*XIONG*LEE****MI*W100200444~",
                at: "NM1", fault: "patient",
                preparing: [RuleExample.Change("TRN*2*B102~", "TRN*2*B101~")], counterpart: .officeVisit),
            RuleExample(
                .lineRefused, "STC*A3:247*20260301*U*180~", "STC*A3:247*20260301*U*1800~",
                at: "STC04", fault: "charge",
                preparing: [RuleExample.Change("TRN*2*B102~", "TRN*2*B101~")], beside: ["277-TOTALS"],
                counterpart: .officeVisit),
        ],
        check: .several([
            .patientAcknowledgement { patient, levels, findings in
                guard let others = levels.counterparts, let batch = levels.batchIdentifier,
                    others.hasBatch(batch)
                else { return }
                var isAnother = false
                for index in patient.claims.indices {
                    guard let number = patient.claims[index].patientControlNumber else { continue }
                    guard others.hasClaim(number) else {
                        findings.add(at: "claims[\(index)].patientControlNumber")
                        continue
                    }
                    guard let sent = others.claim(number) else { continue }
                    if sent.isOfAnotherPatient(than: patient.patient) {
                        isAnother = true
                    } else {
                        patient.claims[index].compare(with: sent.charge, "claims[\(index)]", &findings)
                    }
                }
                if isAnother { findings.add("patient", at: "patient") }
            }
        ]))
}

extension AcknowledgedClaim {
    /// Compares what the answer says was charged with what was. Of a claim that the payer has split (A5) each part has an
    /// answer of its own.
    fileprivate func compare(
        with sent: ExactDecimal?, _ path: String, _ findings: inout RuleFindings
    ) {
        guard let sent, !statuses.contains(where: { $0.statuses.contains { $0.category == "A5" } }) else {
            return
        }
        for index in statuses.indices {
            guard let charge = statuses[index].chargeAmount, charge != sent else { continue }
            findings.add(
                "charge", at: path + ".statuses[\(index)].chargeAmount", found: charge, expected: sent)
            return
        }
    }
}

/// What an answer says of a batch or a provider's claims in sum.
struct AnswerTotals: Sendable {
    var accepted: ExactDecimal?
    var rejected: ExactDecimal?
    var acceptedAmount: ExactDecimal?
    var rejectedAmount: ExactDecimal?
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
        /// Whether of some claim it cannot be told what became of it.
        var isUnsure = false
    }

    private var batch: AnswerTotals?
    private var provider: AnswerTotals?
    private var all = Listed()
    private var own = Listed()

    init() {}

    static func excerpt(of level: AcknowledgementReceiver) -> Excerpt? {
        .batch(
            AnswerTotals(
                accepted: level.batch?.acceptedCount, rejected: level.batch?.rejectedCount,
                acceptedAmount: level.batch?.acceptedAmount, rejectedAmount: level.batch?.rejectedAmount))
    }

    static func excerpt(of level: AcknowledgedProvider) -> Excerpt? {
        .provider(
            AnswerTotals(
                accepted: level.claims?.acceptedCount, rejected: level.claims?.rejectedCount,
                acceptedAmount: level.claims?.acceptedAmount, rejectedAmount: level.claims?.rejectedAmount))
    }

    static func excerpt(of patient: PatientAcknowledgement) -> Excerpt? {
        // A patient without a claim hides one.
        guard !patient.claims.isEmpty else { return .claims([(nil, nil)]) }
        return .claims(
            patient.claims.map { claim in
                let isRefused = claim.statuses.contains { $0.action == .reject }
                let isTaken = claim.statuses.contains { $0.action == .accept }
                return (claim.statuses.first?.chargeAmount, isRefused ? false : isTaken ? true : nil)
            })
    }

    static func excerpt(of trailer: TransactionTrailer) -> Excerpt? { .end }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .batch(let totals):
            batch = totals
            Self.keep("batch", 0, &findings)
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
            if let batch { Self.compare(batch, all, 0, &findings) }
        }
    }

    private mutating func closeProvider(_ findings: inout RuleFindings) {
        if let provider { Self.compare(provider, own, 4, &findings) }
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
        guard listed.accepted + listed.rejected > 0, !listed.isUnsure else { return }
        if listed.accepted > 0 {
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
    fileprivate mutating func add(_ charge: ExactDecimal?, _ isAccepted: Bool?) {
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

/// Batches that an input answers.
struct AnsweredBatches: RuleAccumulator {
    static let span = RuleSpan.input

    typealias Excerpt = UInt64

    private var batches = SeenKeys()

    init() {}

    static func excerpt(of level: AcknowledgementReceiver) -> UInt64? {
        guard let batch = level.batch?.batchIdentifier, batch != "0" else { return nil }
        var key = SeenKeys.Key()
        key.add(level.submitter?.identifier ?? "")
        key.add(batch)
        return key.value
    }

    mutating func add(_ batch: UInt64, to findings: inout RuleFindings) {
        if !batches.insert(batch) { findings.add(at: "batch.batchIdentifier") }
    }
}
