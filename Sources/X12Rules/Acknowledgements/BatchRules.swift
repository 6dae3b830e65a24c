internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// A 277CA as a whole: its totals, and which batch it answers.
enum BatchRules {
    static let all: [Rule] = [totals, refused, once, trace]

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
            Fault(
                "charge", .warning,
                "{at} ({name}) is {found}, but the amounts of the batch add up to {expected}",
                help: "compare it with what was sent; ask the payer whether it has all claims"),
        ],
        source: RuleSource(.high, "the guide's maps; RFI-2203 for STC04, where a difference is a warning"),
        examples: [
            RuleExample(.claimsAnswered, "QTY*90*1~", "QTY*90*3~", at: "QTY02", fault: "count"),
            RuleExample(.claimsAnswered, "QTY*QC*1~", "QTY*QC*2~", at: "QTY02", fault: "count"),
            RuleExample(
                .claimsAnswered, "AMT*YY*120~\nHL*3*2*19*1~", "AMT*YY*210~\nHL*3*2*19*1~", at: "AMT02",
                fault: "amount"),
            RuleExample(.claimsAnswered, "*WQ*300~", "*WQ*301~", at: "STC04", fault: "charge"),
        ],
        check: .accumulated(ListedClaims.self))

    static let refused = Rule(
        "277-FILE-REJ", level: 4, .claimAcknowledgement,
        demand: "a batch that is refused as a whole (2200B STC03 is U) lists no claims",
        reason: "nobody knows whether the claims that are listed as taken have to be sent again",
        faults: [
            Fault(
                .warning, "{at} refuses the batch as a whole, but claims of it are listed",
                help: "ask the payer which claims it has before sending the batch again")
        ],
        source: RuleSource(
            .high,
            "RFI-2145; ruling: the table says how to read a refused batch; one that lists claims is a warning"
        ),
        silentAfter: ["277-STC-CATEGORY"],
        examples: [
            RuleExample(
                .claimsAnswered, "STC*A1:19:PR*20260301*WQ*300~", "STC*A3:746:40*20260301*U*300~", at: "STC")
        ],
        check: .accumulated(RefusedBatches.self))

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

/// Batches that are refused as a whole, and list claims.
struct RefusedBatches: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    /// What is needed of each part.
    enum Excerpt: Sendable {
        /// The status that refuses the batch, as its place among all.
        case batch(refusal: Int?)
        case claims
    }

    private var isRefused = false

    init() {}

    static func excerpt(of level: AcknowledgementReceiver) -> Excerpt? {
        .batch(refusal: level.batch?.statuses.firstIndex { $0.isRefusal && !$0.isContradiction })
    }

    static func excerpt(of patient: PatientAcknowledgement) -> Excerpt? {
        patient.claims.isEmpty ? nil : .claims
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .batch(let refusal):
            isRefused = refusal != nil
            if let refusal { findings.keep("batch.statuses[\(refusal)]") }
        case .claims where isRefused:
            isRefused = false
            findings.addAtKept()
        case .claims: break
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
