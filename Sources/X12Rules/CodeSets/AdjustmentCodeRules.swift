internal import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Text

/// Adjustment reasons and remarks against their lists, in claims that copy a payer's decision and in remittances.
enum AdjustmentCodeRules {
    static let all: [Rule] = [copiedReason, reason, remark, reasonWithoutRemark]

    static let copiedReason = Rule(
        "837P-COB-CAS-GROUP", level: 5, .claim,
        demand:
            "a reason that another payer gave (CAS) is an adjustment reason of the list, valid when that payer decided (DTP 573)",
        reason: "the next payer pays by the reasons of the payers before it",
        faults: [
            Fault(
                "form", .error, "{at} ({name}) is {found}, which has not the form of an adjustment reason",
                help: "copy the reason from CAS of the payer's remittance", statuses: ["A7:521"])
        ] + Fault.membership(in: "CARC", .error, dates: .warning, statuses: ["A7:521"]),
        source: RuleSource(.high, "guide maps; the list of adjustment reasons; the group is the grammar's"),
        sent: ["2320 CAS", "2430 CAS"],
        examples: [
            RuleExample(.secondaryByClaim, "CAS*CO*45*70~", "CAS*CO*4X5*70~", at: "CAS02", fault: "form"),
            RuleExample(
                .secondaryByClaim, "CAS*CO*45*70~", "CAS*CO*999*70~", at: "CAS02", fault: Fault.unlisted),
            RuleExample(
                .secondaryByClaim, "CAS*CO*45*70~", "CAS*CO*999*70~", at: "CAS02", fault: Fault.unsure,
                codes: .example(.adjustmentReason, last: "2025-07-01", "45", "2")),
            RuleExample(
                .secondaryByClaim, "CAS*CO*45*70~", "CAS*CO*309*70~", at: "CAS02", fault: Fault.early,
                codes: .example(.adjustmentReason, from: ("309", "2026-07-01"), "45", "2")),
            RuleExample(
                .secondaryByClaim, "CAS*CO*45*70~", "CAS*CO*A2*70~", at: "CAS02", fault: Fault.ended),
        ],
        check: .claim { claim, context, findings in
            for index in claim.otherSubscribers.indices {
                check(
                    claim.otherSubscribers[index].adjustments,
                    on: day(of: claim.otherSubscribers[index]) ?? context.received, &findings
                ) {
                    "otherSubscribers[\(index)]"
                }
            }
            for index in claim.serviceLines.indices {
                for place in claim.serviceLines[index].adjudications.indices {
                    let payer = claim.serviceLines[index].adjudications[place].payerIdentifier
                    let other = claim.otherSubscribers.indices.first {
                        claim.otherSubscribers[$0].payer?.identifier == payer
                    }
                    let day =
                        claim.serviceLines[index].adjudications[place].paymentDate?.firstDay
                        ?? other.flatMap { Self.day(of: claim.otherSubscribers[$0]) } ?? context.received
                    check(claim.serviceLines[index].adjudications[place].adjustments, on: day, &findings) {
                        "serviceLines[\(index)].adjudications[\(place)]"
                    }
                }
            }
        })

    static let reason = Rule(
        "835-CAS-CARC", level: 5, .remittance,
        demand: "a reason (CAS) is an adjustment reason of the list, valid on the day of payment (BPR16)",
        reason: "a reason that nobody knows cannot be posted, appealed or passed on to the next payer",
        faults: [
            Fault(
                "form", .error, "{at} ({name}) is {found}, which has not the form of an adjustment reason",
                help: "ask the payer what is meant; post it by hand", elementError: "7")
        ] + Fault.membership(in: "CARC", .error, dates: .warning, elementError: "7"),
        source: RuleSource(
            .high,
            "the list of adjustment reasons; RFI-1106 on reversals: a stopped reason is a warning by ruling"),
        examples: [
            RuleExample(.takeback, "CAS*CO*45*15~", "CAS*CO*XX*15~", at: "CAS02", fault: "form"),
            RuleExample(
                .takeback, "CAS*CO*45*15~", "CAS*CO*999*15~", at: "CAS02", fault: Fault.unlisted),
            RuleExample(
                .takeback, "CAS*CO*45*15~", "CAS*CO*999*15~", at: "CAS02", fault: Fault.unsure,
                codes: .example(.adjustmentReason, last: "2026-03-01", "45", "3")),
            RuleExample(
                .takeback, "CAS*CO*45*15~", "CAS*CO*309*15~", at: "CAS02", fault: Fault.early,
                codes: .example(.adjustmentReason, from: ("309", "2026-07-01"), "45", "3")),
            RuleExample(.takeback, "CAS*CO*45*15~", "CAS*CO*A2*15~", at: "CAS02", fault: Fault.ended),
        ],
        check: .claimPayment { payment, levels, findings in
            let day = levels.paymentDate
            check(payment.adjustments, on: day, &findings) { "" }
            for index in payment.serviceLines.indices {
                check(payment.serviceLines[index].adjustments, on: day, &findings) {
                    "serviceLines[\(index)]"
                }
            }
        })

    static let remark = Rule(
        "835-LQ-RARC", level: 5, .remittance,
        demand:
            "a remark (LQ02 with HE, MIA, MOA) is a remark code of the list, valid on the day of payment (BPR16)",
        reason: "the remark says what to send or whom to ask; one that nobody knows says nothing",
        faults: [
            Fault(
                "form", .error, "{at} ({name}) is {found}, which has not the form of a remark code",
                help: "ask the payer what is meant", elementError: "7")
        ] + Fault.membership(in: "RARC", .error, dates: .warning, elementError: "7"),
        source: RuleSource(.high, "guide maps; the list of remark codes"),
        sent: ["2110 LQ", "2100 MIA", "2100 MOA"],
        examples: [
            RuleExample(
                .takeback, "LQ*HE*N30~", "LQ*HE*ZZZ~", at: "LQ02", fault: "form", preparing: [lineRemark]),
            RuleExample(
                .takeback, "LQ*HE*N30~", "LQ*HE*N999~", at: "LQ02", fault: Fault.unlisted,
                preparing: [lineRemark]),
            RuleExample(
                .takeback, "MOA***MA01~", "MOA***N999~", at: "MOA03", fault: Fault.unlisted,
                preparing: [
                    RuleExample.Change(
                        "NM1*QC*1*ISAAC*ROSA****MI*W100200300~",
                        "NM1*QC*1*ISAAC*ROSA****MI*W100200300~\nMOA***MA01~")
                ]),
            RuleExample(
                .takeback, "LQ*HE*N30~", "LQ*HE*N999~", at: "LQ02", fault: Fault.unsure,
                preparing: [lineRemark], codes: .example(.remark, last: "2026-03-01", "N30")),
            RuleExample(
                .takeback, "LQ*HE*N30~", "LQ*HE*N999~", at: "LQ02", fault: Fault.early,
                preparing: [lineRemark],
                codes: .example(.remark, from: ("N999", "2026-07-01"), "N30")),
            RuleExample(
                .takeback, "LQ*HE*N30~", "LQ*HE*N14~", at: "LQ02", fault: Fault.ended,
                preparing: [lineRemark]),
        ],
        check: .claimPayment { payment, levels, findings in
            let day = levels.paymentDate
            for index in payment.serviceLines.indices {
                for place in payment.serviceLines[index].remarks.indices {
                    guard payment.serviceLines[index].remarks[place].qualifier == "HE",
                        let code = payment.serviceLines[index].remarks[place].code
                    else { continue }
                    check(remark: code, on: day, &findings) {
                        "serviceLines[\(index)].remarks[\(place)].code"
                    }
                }
            }
            if let decision = payment.outpatientAdjudication {
                for (place, code) in decision.remarkCodes.enumerated() {
                    check(remark: code, on: day, &findings) { "outpatientAdjudication.remarkCodes[\(place)]" }
                }
            }
            guard let decision = payment.inpatientAdjudication else { return }
            check(remark: decision.remarkCode ?? "", on: day, &findings) {
                "inpatientAdjudication.remarkCode"
            }
            for (place, code) in decision.additionalRemarkCodes.enumerated() {
                check(remark: code, on: day, &findings) {
                    "inpatientAdjudication.additionalRemarkCodes[\(place)]"
                }
            }
        })

    static let reasonWithoutRemark = Rule(
        "835-CARC-RARC", level: 5, .remittance,
        demand:
            "a reason whose own words ask for a remark (16, 96, A1 and others) has one that is no mere notice (alert): LQ on the line, MIA or MOA on the claim; a payment that is taken back need not say it again",
        reason: "the reason alone does not say what is missing, so nobody can mend the claim",
        faults: [
            Fault(
                .error,
                "{at} ({name}) is {found}, which must have a remark code beside it, and there is none",
                help: "ask the payer for the remark before the claim is sent again"),
            Fault(
                "alert", .warning,
                "{at} ({name}) is {found}, which must have a remark code beside it that explains it, and there are only notices (alerts)",
                help: "ask the payer for the remark before the claim is sent again"),
        ],
        source: RuleSource(
            .high,
            "the words of the list of adjustment reasons, marked in our copy, which want a remark that is no alert; a ruling leaves all others alone. A reversal (CLP02 22) repeats reasons, by RFI-1147; of remarks nothing asks that, and nothing is to be mended by them"
        ),
        examples: [
            RuleExample(.takeback, "CAS*CO*45*15~", "CAS*CO*16*15~", at: "CAS02"),
            RuleExample(.takeback, "CAS*CO*45*15~", "CAS*CO*96*15~", at: "CAS02"),
            RuleExample(
                .takeback, "LQ*HE*N30~", "LQ*HE*MA01~", at: "CAS02", fault: "alert",
                preparing: [lineRemark, RuleExample.Change("CAS*CO*45*15~", "CAS*CO*16*15~")]),
        ],
        check: .claimPayment { payment, _, findings in
            guard let codes = findings.codes, !payment.isReversal, asksForRemark(payment, codes) else {
                return
            }
            let remarks = RemarkKind(of: payment, codes)
            if let place = payment.adjustments.firstIndex(where: { needsRemark($0, codes) }) {
                // A reason of the claim may be explained on any of its lines.
                let others = payment.serviceLines.map { RemarkKind(of: $0, codes) }
                let kind = max(remarks, others.max() ?? .none)
                add("adjustments[\(place)]", payment.adjustments[place], kind, &findings)
            }
            for index in payment.serviceLines.indices {
                let adjustments = payment.serviceLines[index].adjustments
                guard let place = adjustments.firstIndex(where: { needsRemark($0, codes) }) else { continue }
                let kind = max(remarks, RemarkKind(of: payment.serviceLines[index], codes))
                add("serviceLines[\(index)].adjustments[\(place)]", adjustments[place], kind, &findings)
            }
        })

    // MARK: - Parts

    /// A remark that a sound set is given first.
    private static let lineRemark = RuleExample.Change(
        "CAS*CO*45*15~\nREF*6R*L2~", "CAS*CO*45*15~\nREF*6R*L2~\nLQ*HE*N30~")

    /// When another payer decided (DTP 573 of 2330B).
    private static func day(of other: OtherSubscriber) -> CalendarDate? { other.payer?.paymentDate?.firstDay }

    private static func check(
        _ adjustments: [Adjustment], on day: CalendarDate?, _ findings: inout RuleFindings,
        _ path: () -> String
    ) {
        for index in adjustments.indices {
            guard let reason = adjustments[index].reason else { continue }
            func place() -> String {
                let path = path()
                return "\(path)\(path.isEmpty ? "" : ".")adjustments[\(index)].reason"
            }
            guard CodeForms.isAdjustmentReason(reason) else {
                findings.add("form", at: place(), found: .code(reason))
                continue
            }
            findings.ask(reason, in: .adjustmentReason, from: day, at: place())
        }
    }

    private static func check(
        remark code: String, on day: CalendarDate?, _ findings: inout RuleFindings, _ path: () -> String
    ) {
        guard !code.isEmpty else { return }
        guard CodeForms.isRemark(code) else { return findings.add("form", at: path(), found: .code(code)) }
        findings.ask(code, in: .remark, from: day, at: path())
    }

    private static func asksForRemark(_ payment: ClaimPayment, _ codes: CodeSets) -> Bool {
        payment.adjustments.contains { needsRemark($0, codes) }
            || payment.serviceLines.indices.contains { index in
                payment.serviceLines[index].adjustments.contains { needsRemark($0, codes) }
            }
    }

    private static func needsRemark(_ adjustment: Adjustment, _ codes: CodeSets) -> Bool {
        adjustment.reason.map { codes.needsRemark($0, in: .adjustmentReason) } ?? false
    }

    private static func add(
        _ path: String, _ adjustment: Adjustment, _ remarks: RemarkKind, _ findings: inout RuleFindings
    ) {
        guard remarks != .explanation else { return }
        findings.add(
            remarks == .notice ? "alert" : "", at: path + ".reason", found: .code(adjustment.reason ?? ""))
    }
}

/// What the remarks of a claim or a line are good for.
private enum RemarkKind: Int, Comparable {
    /// There are none.
    case none
    /// They are notices (alerts), which explain no reason.
    case notice
    case explanation

    /// Of a claim's own remarks (MOA, MIA).
    init(of payment: ClaimPayment, _ codes: CodeSets) {
        self = payment.remarks.lazy.filter { !$0.isEmpty }.map { Self(of: $0, codes) }.max() ?? .none
    }

    /// Of a line's remarks (LQ), of which those of pharmacies (RX) have no notices.
    init(of line: ServicePayment, _ codes: CodeSets) {
        let kinds = line.remarks.lazy.map { remark in
            remark.qualifier == "HE" ? Self(of: remark.code ?? "", codes) : .explanation
        }
        self = kinds.max() ?? .none
    }

    private init(of code: String, _ codes: CodeSets) { self = codes.isAlert(code) ? .notice : .explanation }

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
