internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// The payment itself: amount, method, dates, bank numbers, who pays and who is paid.
enum PaymentRules {
    static let all: [Rule] = [
        notNegative, zero, noMoney, accounts, debit, identifiers, date, routingNumber, parties,
    ]

    static let notNegative = Rule(
        "835-BPR02-NONNEG", level: 3, .remittance,
        demand: "a payment (BPR02) is never below zero",
        reason: "a payer cannot pay less than nothing: what is owed is carried forward with PLB of FB or WO",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, must be 0 or more",
                help: "ask the payer to carry the balance forward (PLB of FB, negative) and pay 0")
        ],
        source: RuleSource(.high, "RFI-1756"),
        examples: [
            RuleExample(
                .carriedForward, "BPR*H*0*C*NON************20260310~\nTRN*1*REMIT0122*",
                "BPR*H*-40*C*NON************20260310~\nTRN*1*REMIT0122*", at: "BPR02",
                beside: ["835-BAL-TXN"])
        ],
        check: .remittanceHeader { header, _, findings in
            guard let amount = header.payment.amount, amount.isNegative else { return }
            findings.add(at: "payment.amount", found: .amount(amount))
        })

    static let zero = Rule(
        "835-BPR-ZERO", level: 4, .remittance,
        demand: "a payment of 0 is a notice: BPR01 is H and BPR04 is NON",
        reason: "with another method somebody waits for money that does not come",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, must be {expected} where nothing is paid",
                help: "expect no money for this remittance; tell the payer", elementError: "I12")
        ],
        source: RuleSource(.high, "RFI-352"),
        examples: [
            RuleExample(.predetermination, "BPR*H*0*", "BPR*I*0*", at: "BPR01"),
            RuleExample(.predetermination, "*NON***", "*CHK***", at: "BPR04"),
        ],
        check: .remittanceHeader { header, _, findings in
            // Accounts are tried with a transfer of nothing (BPR01 is P).
            guard header.payment.amount == .zero, header.payment.handling != .prenotification else { return }
            if let handling = header.payment.handling, handling != .notificationOnly {
                findings.add(at: "payment.handling", found: .code(handling.rawValue), expected: ["H"])
            } else if let method = header.payment.method, method != PaymentMethod.none {
                findings.add(at: "payment.method", found: .code(method.rawValue), expected: ["NON"])
            }
        })

    static let noMoney = Rule(
        "835-BPR-H-NONZERO", level: 4, .remittance,
        demand: "where no money moves (BPR01 is H, or BPR04 is NON) the payment (BPR02) is 0",
        reason: "an amount that nobody transfers cannot be found at the bank",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, but {detail}",
                help: "look whether the money came before posting; ask the payer how it was paid")
        ],
        source: RuleSource(.high, "follows from RFI-352"),
        silentAfter: ["835-BPR02-NONNEG"],
        examples: [
            RuleExample(.takeback, "BPR*I*100*C*ACH*", "BPR*H*100*C*ACH*", at: "BPR02"),
            RuleExample(.check, "*C*CHK***", "*C*NON***", at: "BPR02"),
        ],
        check: .remittanceHeader { header, _, findings in
            guard let amount = header.payment.amount, amount > .zero else { return }
            if header.payment.handling == .notificationOnly {
                findings.add(
                    at: "payment.amount", found: .amount(amount), detail: "BPR01 H says that it is a notice")
            } else if header.payment.method == PaymentMethod.none {
                findings.add(
                    at: "payment.amount", found: .amount(amount),
                    detail: "BPR04 NON says that nothing is paid")
            }
        })

    static let accounts = Rule(
        "835-BPR-ACH", level: 4, .remittance,
        demand:
            "a transfer (BPR04 is ACH, BOP or FWT) has both bank accounts, one by ACH its format; a check or no payment has neither",
        reason: "the accounts say where to look for the money",
        faults: [
            Fault(
                "format", .error, "{at} ({name}) is missing, but the payment goes through the clearing house",
                help: "the payer must send CCP or CTX in BPR05", elementError: "I9"),
            Fault(
                "missing", .error, "{at} is a transfer, but {detail} is missing",
                help: "the payer must send bank number and account of both sides", elementError: "I9"),
            Fault(
                "extra", .error, "{at} has a bank account, but the payment is no transfer",
                help: "look for the money in both ways; the payer must leave the account out",
                elementError: "I13"),
        ],
        source: RuleSource(.medium, "general knowledge of the guide"),
        reliesOn: ["835 BPR"],
        examples: [
            RuleExample(.takeback, "*ACH*CCP*", "*ACH**", at: "BPR05", fault: "format"),
            RuleExample(.takeback, "**01*111000025*DA*654321*", "******", at: "BPR", fault: "missing"),
            RuleExample(
                .check, "*C*CHK************20260310~", "*C*CHK********01*111000025*DA*654321*20260310~",
                at: "BPR12", fault: "extra"),
        ],
        check: .remittanceHeader { header, _, findings in
            let payment = header.payment
            guard let method = payment.method else { return }
            let payer = payment.payerAccount?.accountNumber
            let payee = payment.payeeAccount?.accountNumber
            switch method {
            case .clearingHouse, .banksChoice, .wire:
                if method == .clearingHouse, payment.format == nil {
                    findings.add("format", at: "payment.format")
                } else if payer == nil || payee == nil {
                    let side = payer == nil ? "the payer's account (BPR09)" : "the payee's account (BPR15)"
                    findings.add("missing", at: "payment", detail: side)
                }
            case .check, PaymentMethod.none:
                if payer != nil {
                    findings.add("extra", at: "payment.payerAccount.bankQualifier")
                } else if payee != nil {
                    findings.add("extra", at: "payment.payeeAccount.bankQualifier")
                }
            default: break
            }
        })

    static let debit = Rule(
        "835-BPR03", level: 4, .remittance,
        demand: "a payment is credited to the provider (BPR03 is C)",
        reason: "with D money is taken from the provider's account, which takes a contract",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}: money is taken, not paid",
                help: "look at the bank whether the amount was taken, and whether that was agreed")
        ],
        source: RuleSource(.medium, "general knowledge; the guide lists both"),
        examples: [RuleExample(.takeback, "BPR*I*100*C*", "BPR*I*100*D*", at: "BPR03")],
        check: .remittanceHeader { header, _, findings in
            guard header.payment.creditOrDebit == "D" else { return }
            findings.add(at: "payment.creditOrDebit", found: .code("D"))
        })

    static let identifiers = Rule(
        "835-BPR10-TRN03", level: 4, .remittance,
        demand: "the payer is named in TRN03 by 1 and its tax number, as in BPR10; TRN04 is as BPR11",
        reason: "bank entry and remittance are brought together by TRN02 and TRN03",
        faults: [
            Fault(
                "form", .warning, "{at} ({name}) is {found}, which is not 1 and nine digits",
                help: "match the money by the trace number and the amount", elementError: "I12"),
            Fault(
                "payer", .error, "{at} ({name}) is {found}, but BPR10 has another number",
                help: "match by both numbers; ask the payer which of them its bank sends",
                elementError: "I12"),
            Fault(
                "supplemental", .error, "{at} ({name}) is {found}, but BPR11 has another code",
                help: "match by both numbers; ask the payer which of them its bank sends",
                elementError: "I12"),
        ],
        source: RuleSource(.high, "public element notes, RFI-2245; ruling: forms are warnings in an 835"),
        reliesOn: ["835 BPR", "835 TRN"],
        examples: [
            RuleExample(
                .check, "*100200*1512345678~", "*100200*5123456789~", at: "TRN03", fault: "form"),
            RuleExample(
                .takeback, "TRN*1*EFT20260310*1512345678~", "TRN*1*EFT20260310*1599999999~", at: "TRN03",
                fault: "payer"),
            RuleExample(
                .takeback, "TRN*1*EFT20260310*1512345678*000012345~",
                "TRN*1*EFT20260310*1512345678*000054321~", at: "TRN04", fault: "supplemental",
                preparing: [
                    RuleExample.Change("*1512345678**01*", "*1512345678*000012345*01*"),
                    RuleExample.Change("EFT20260310*1512345678~", "EFT20260310*1512345678*000012345~"),
                ]),
        ],
        check: .remittanceHeader { header, _, findings in
            if let payer = header.trace.payerIdentifier {
                if let own = header.payment.payerAccount?.originatorIdentifier, own != payer {
                    findings.add(
                        "payer", at: "trace.payerIdentifier", found: .identifier(payer))
                } else if payer.utf8.count == 10,
                    !(payer.first == "1" && IdentifierForms.isDigits(payer.dropFirst(), 9))
                {
                    findings.add("form", at: "trace.payerIdentifier", found: .identifier(payer))
                }
            }
            if let code = header.trace.supplementalCode,
                let own = header.payment.payerAccount?.supplementalCode, own != code
            {
                findings.add(
                    "supplemental", at: "trace.supplementalCode", found: .identifier(code))
            }
        })

    static let date = Rule(
        "835-BPR16-DATE", level: 4, .remittance,
        demand:
            "a payment's date (BPR16) is not before the payer decided or received the claims, nor before their services, and within a year of the file's",
        reason: "a date that cannot be is a slip, and the money will not be found at the bank by it",
        faults: [
            Fault(
                "far", .warning, "{at} ({name}) is {found}, which is {detail} the file was made",
                help: "look for the money by amount and trace number; ask the payer for the date"),
            Fault(
                "produced", .warning,
                "{at} ({name}) is {found}, before the end of the payer's cycle (DTM of 405)",
                help: "look for the money by amount and trace number"),
            Fault(
                "received", .warning, "{at} ({name}) is {found}, which is after the day of payment (BPR16)",
                help: "one of the two dates is wrong; count terms of payment from neither"),
            Fault(
                "service", .warning,
                "{at} ({name}) is {found}, but the payment is of {expected}, before the service",
                help:
                    "one of the two dates is wrong: look for the claim by its number and charge before posting"
            ),
        ],
        source: RuleSource(
            .medium, "field by the guide; a year as the window is a choice, so by our ruling a warning"),
        examples: [
            RuleExample(
                .takeback, "*654321*20260310~", "*654321*20620310~", at: "BPR16", fault: "far"),
            RuleExample(.takeback, "DTM*405*20260309~", "DTM*405*20260311~", at: "BPR16", fault: "produced"),
            RuleExample(.forwarded, "DTM*050*20260301~", "DTM*050*20260311~", at: "DTM02", fault: "received"),
            RuleExample(
                .carriedForward, "99214*150*60~\nDTM*472*20251201~", "99214*150*60~\nDTM*472*20261201~",
                at: "DTM02", fault: "service"),
        ],
        check: .several([
            .remittanceHeader { header, levels, findings in
                guard let day = header.payment.date else { return }
                if let received = levels.received, abs(received.days(until: day)) > 366 {
                    let side = received < day ? "more than a year after" : "more than a year before"
                    findings.add("far", at: "payment.date", found: .date(day), detail: side)
                } else if let produced = header.productionDate, day < produced {
                    findings.add("produced", at: "payment.date", found: .date(day))
                }
            },
            .claimPayment { payment, levels, findings in
                guard let day = levels.paymentDate else { return }
                if let received = payment.receivedDate, day < received {
                    findings.add("received", at: "receivedDate", found: .date(received))
                }
                for index in payment.serviceLines.indices {
                    let dates = payment.serviceLines[index].serviceDates
                    guard
                        let first = dates.firstIndex(where: { ["472", "150"].contains($0.qualifier) }),
                        let service = dates[first].date, day < service
                    else { continue }
                    guard !payment.isBeforeService else { return }
                    findings.add(
                        "service", at: "serviceLines[\(index)].serviceDates[\(first)].date",
                        found: .date(service), expected: [day.description])
                    return
                }
            },
        ]))

    static let routingNumber = Rule(
        "835-ROUTING-ABA", level: 5, .remittance,
        demand:
            "a bank number of the United States (BPR06 or BPR12 is 01) has nine digits that pass its check",
        reason: "a number that fails its check is no bank's: a slip in typing",
        faults: [
            Fault(
                .warning,
                "{at} ({name}) is {found}, which is no bank's number: nine digits with the right check",
                help: "match the money by the trace number; tell the payer")
        ],
        source: RuleSource(.high, "public banking rule; ruling: forms are warnings in an 835"),
        examples: [
            RuleExample(.takeback, "*CCP*01*111000025*", "*CCP*01*111000052*", at: "BPR07"),
            RuleExample(.takeback, "**01*111000025*DA*654321*", "**01*123456789*DA*654321*", at: "BPR13"),
        ],
        check: .remittanceHeader { header, _, findings in
            if let account = header.payment.payerAccount, account.bankQualifier == "01",
                let number = account.bankNumber, !IdentifierForms.isRoutingNumber(number)
            {
                findings.add(at: "payment.payerAccount.bankNumber", found: .identifier(number))
            }
            if let account = header.payment.payeeAccount, account.bankQualifier == "01",
                let number = account.bankNumber, !IdentifierForms.isRoutingNumber(number)
            {
                findings.add(at: "payment.payeeAccount.bankNumber", found: .identifier(number))
            }
        })

    static let parties = Rule(
        "835-ONE-PAYEE", level: 2, .remittance,
        demand: "a payee that is named by its NPI has its tax number beside it (REF of TJ)",
        reason: "money belongs to a tax number; several can share an NPI",
        faults: [
            Fault(
                .info, "{at} names the payee by its NPI, and no tax number (REF of TJ) follows",
                help: "match the payee by its NPI; ask the payer to send the tax number as well")
        ],
        source: RuleSource(
            .high,
            "an open map and validator; ruling: missing segments are the grammar's, and a payer's missing number is a remark, which the reader cannot mend"
        ),
        examples: [RuleExample(.takeback, "REF*TJ*123456789~\n", "", at: "N1")],
        check: .remittanceHeader { header, _, findings in
            guard header.payee.identifierQualifier == "XX",
                !header.payee.additionalIdentifiers.contains(where: { $0.qualifier == "TJ" })
            else { return }
            findings.add(at: "payee")
        })
}

extension ClaimPayment {
    /// Whether money or word of it comes before the service by its nature: what a service will cost, what is paid by the
    /// head (reason 24), a month ahead, and a refusal, which repeats the day as it was billed.
    fileprivate var isBeforeService: Bool {
        if status == .predetermination || paymentAmount == .zero { return true }
        var isByTheHead = false
        forEachAdjustment { if $0.reason == "24" { isByTheHead = true } }
        return isByTheHead
    }
}
