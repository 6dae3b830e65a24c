internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Statuses of a 277CA (STC): what kind of answer, about what, and whose.
enum StatusRules {
    static let all: [Rule] = [form, category, entity, companion, payerNumber, refusedLine]

    static let form = Rule(
        "277-STC-FORM", level: 2, .claimAcknowledgement,
        demand: "a status has one category and one code in a component of its own (STC01-1, STC01-2)",
        reason: "work-lists look the code up, and find nothing for a list of several",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, which is no single code",
                help: "read the codes one by one; further statuses belong in STC10 and STC11",
                elementError: "I12")
        ],
        source: RuleSource(.high, "RFI-2203, RFI-1991, RFI-2142; the rest is the grammar's"),
        examples: [
            RuleExample(.claimsAnswered, "STC*A7:562:85*", "STC*A7:562 128:85*", at: "STC01-2")
        ],
        check: StatusPlace.check { status, path, findings in
            if let code = status.code, !isNumber(code) {
                findings.add(at: path + ".code", found: .code(code))
            } else if let category = status.category, !isCategory(category) {
                findings.add(at: path + ".category", found: .code(category))
            }
        })

    private static func isNumber(_ text: String) -> Bool {
        1...4 ~= text.utf8.count && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    }

    private static func isCategory(_ text: String) -> Bool {
        guard 2...3 ~= text.utf8.count, let first = text.utf8.first else { return false }
        return 0x41...0x5A ~= first
    }

    static let category = Rule(
        "277-STC-CATEGORY", level: 5, .claimAcknowledgement,
        demand:
            "a category is one of receipt (A0 to A8, or E for trouble of the system), and is taken or refused as STC03 says",
        reason: "a claim that is filed under the wrong one is waited for, or sent again",
        faults: [
            Fault(
                "kind", .error, "{at} ({name}) is {found}, which is no answer to what was sent",
                help: "go by STC03: U is refused, WQ is taken", elementError: "I6"),
            Fault(
                "action", .error, "{at} ({name}) is {found}, but {detail}",
                help: "ask the payer whether it has the claim before sending it again"),
            Fault(
                "both", .warning,
                "{at} ({name}) is {found}, but another status of the claim says the opposite",
                help: "ask the payer whether it has the claim before sending it again"),
        ],
        source: RuleSource(.high, "RFI-1942, RFI-2203"),
        silentAfter: ["277-STC-FORM"],
        examples: [
            RuleExample(.claimsAnswered, "STC*A2:20:PR*", "STC*F1:20:PR*", at: "STC01-1", fault: "kind"),
            RuleExample(
                .claimsAnswered, "STC*A7:562:85*20260301*U*", "STC*A2:562:85*20260301*U*", at: "STC03",
                fault: "action"),
            RuleExample(
                .claimsAnswered, "STC*A7:562:85*20260301*U*120~",
                "STC*A7:562:85*20260301*U*120~\nSTC*A2:20:PR*20260301*WQ*120~", at: "STC03", fault: "both"),
        ],
        check: .several([
            StatusPlace.check { status, path, findings in
                guard let category = status.category, !isOfReceipt(category) else { return }
                findings.add("kind", at: path + ".category", found: .code(category))
            },
            StatusPlace.checkReports { report, path, findings in
                guard let action = report.action, let status = report.status, let category = status.category
                else { return }
                if status.isAccepting, action == .reject {
                    findings.add(
                        "action", at: path + ".action", found: .code(action.rawValue),
                        detail: "category \(category) says that it was taken")
                } else if status.isRejecting, action == .accept {
                    findings.add(
                        "action", at: path + ".action", found: .code(action.rawValue),
                        detail: "category \(category) says that it was refused")
                }
            },
            .patientAcknowledgement { patient, _, findings in
                for index in patient.claims.indices {
                    let statuses = patient.claims[index].statuses
                    // What says the opposite by itself was told already.
                    guard let first = statuses.first, !statuses.contains(where: \.isContradiction),
                        let other = statuses.firstIndex(where: { $0.isAcceptance != first.isAcceptance }),
                        let action = statuses[other].action, first.action != nil
                    else { continue }
                    findings.add(
                        "both", at: "claims[\(index)].statuses[\(other)].action",
                        found: .code(action.rawValue))
                }
            },
        ]))

    /// Whether a category tells of what was received: A0 to A8, or of trouble of the system.
    @Sendable
    private static func isOfReceipt(_ category: String) -> Bool {
        switch category.first {
        case "A": category.utf8.count == 2 && category.utf8.last.map { 0x30...0x38 ~= $0 } == true
        case "E": true
        default: false
        }
    }

    static let entity = Rule(
        "277-STC-ENTITY", level: 5, .claimAcknowledgement,
        demand: "a status that is about somebody's value says whose (STC01-3)",
        reason: "a wrong NPI can be one of several providers'",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, which is about somebody's value, and not whose",
                help: "look at all of the kind in the claim; ask the payer which it means",
                elementError: "I9")
        ],
        source: RuleSource(.high, "public usage notes of the code list"),
        examples: [RuleExample(.claimsAnswered, "STC*A7:562:85*", "STC*A7:562*", at: "STC01-2")],
        check: StatusPlace.check { status, path, findings in
            guard status.entity == nil, let code = status.code, let number = Int(code), isOfSomebody(number)
            else { return }
            findings.add(at: path + ".code", found: .code(code))
        })

    /// Whether a claim status is about a value of somebody who has to be named.
    private static func isOfSomebody(_ code: Int) -> Bool {
        switch code {
        case 24...26, 124...150, 153, 155, 157...170, 173...176, 252, 496, 500...505, 514, 560...562, 663,
            680,
            695, 733, 754...755, 761, 775, 797:
            true
        default: false
        }
    }

    static let companion = Rule(
        "277-STC-COMPANION", level: 5, .claimAcknowledgement,
        demand: "a status that says how something is wrong stands with one that says what (STC10, STC11)",
        reason: "without it nobody knows which value to correct",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, and no other status says which value is meant",
                help: "look through the claim for it; ask the payer which it means")
        ],
        source: RuleSource(.high, "public usage notes of the code list"),
        examples: [
            RuleExample(.lineRefused, "STC*A7:402**U*******A7:583~", "STC*A7:402**U~", at: "STC01-2")
        ],
        check: StatusPlace.checkReports { report, path, findings in
            let statuses = report.statuses
            guard let code = statuses.first?.code, !statuses.isEmpty,
                statuses.allSatisfy({ $0.code.map(general.contains) ?? true })
            else { return }
            findings.add(at: path + ".status.code", found: .code(code))
        })

    /// Too small, in the future, before or behind another date, of another version, of the wrong form.
    static let general: Set<String> = [
        "402", "508", "510", "511", "512", "693", "694", "697", "700", "732", "745",
    ]

    static let payerNumber = Rule(
        "277-ACCEPT-REF", level: 4, .claimAcknowledgement,
        demand: "a claim that a payer has taken for decision (A2) has the payer's number (REF of 1K)",
        reason: "questions, replacements and the remittance go by that number",
        faults: [
            Fault(
                .warning, "{at} was taken for decision, and has no number of the payer's (REF of 1K)",
                help: "ask by the patient control number; look for the number in the remittance (CLP07)")
        ],
        source: RuleSource(.high, "the guide's maps"),
        examples: [RuleExample(.claimsAnswered, "REF*1K*ICN555~\n", "", at: "TRN")],
        check: .patientAcknowledgement { patient, _, findings in
            for index in patient.claims.indices {
                let claim = patient.claims[index]
                // What is refused as well, by itself or by a line, is no claim that was taken.
                guard claim.payerClaimControlNumber == nil, claim.serviceLines.isEmpty,
                    claim.statuses.allSatisfy(\.isAcceptance),
                    claim.statuses.contains(where: { $0.status?.category == "A2" })
                else { continue }
                findings.add(at: "claims[\(index)]")
            }
        })

    static let refusedLine = Rule(
        "277-LINE-REJ", level: 4, .claimAcknowledgement,
        demand:
            "a line stands in the answer (2220D) only where it is refused, and its claim is refused with it",
        reason: "a claim that is said to be taken is waited for, and is not sent again",
        faults: [
            Fault(
                .warning, "{at} is a line that was refused, but its claim is said to be taken",
                help: "ask the payer whether it has the claim before sending it again")
        ],
        source: RuleSource(
            .high,
            "RFI-2203; ruling: the table says how to read a refused line; one of a claim that is taken is a warning"
        ), sent: ["2220D"],
        examples: [
            RuleExample(
                .claimsAnswered, "REF*1K*ICN555~\nDTP*472*D8*20260220~\n",
                "REF*1K*ICN555~\nDTP*472*D8*20260220~\nSVC*HC:87880*60*****1~\nSTC*A7:402**U*******A7:583~\nREF*FJ*L2~\nDTP*472*D8*20260220~\n",
                at: "SVC")
        ],
        check: .patientAcknowledgement { patient, _, findings in
            for index in patient.claims.indices {
                let claim = patient.claims[index]
                guard !claim.serviceLines.isEmpty, !claim.statuses.isEmpty,
                    claim.statuses.allSatisfy(\.isAcceptance)
                else { continue }
                findings.add(at: "claims[\(index)].serviceLines[0]")
            }
        })
}

/// Where a 277CA has statuses: of the batch, of a provider's claims, of a claim, of a line.
enum StatusPlace {
    typealias ReportCheck = @Sendable (StatusReport, String, inout RuleFindings) -> Void
    typealias StatusCheck = @Sendable (ClaimStatusCode, String, inout RuleFindings) -> Void

    /// A check of every STC, with what leads there.
    static func checkReports(_ check: @escaping ReportCheck) -> RuleCheck {
        .several([
            .acknowledgementReceiver { level, _, findings in
                each(level.batch?.statuses, "batch", check, &findings)
            },
            .acknowledgedProvider { level, _, findings in
                each(level.claims?.statuses, "claims", check, &findings)
            },
            .patientAcknowledgement { patient, _, findings in
                for index in patient.claims.indices {
                    each(patient.claims[index].statuses, "claims[\(index)]", check, &findings)
                    for line in patient.claims[index].serviceLines.indices {
                        each(
                            patient.claims[index].serviceLines[line].statuses,
                            "claims[\(index)].serviceLines[\(line)]", check, &findings)
                    }
                }
            },
        ])
    }

    /// A check of every status, with what leads there.
    static func check(_ check: @escaping StatusCheck) -> RuleCheck {
        checkReports { report, path, findings in
            if let status = report.status { check(status, path + ".status", &findings) }
            if let status = report.secondStatus { check(status, path + ".secondStatus", &findings) }
            if let status = report.thirdStatus { check(status, path + ".thirdStatus", &findings) }
        }
    }

    private static func each(
        _ reports: [StatusReport]?, _ path: String, _ check: ReportCheck, _ findings: inout RuleFindings
    ) {
        for (index, report) in (reports ?? []).enumerated() {
            check(report, path + ".statuses[\(index)]", &findings)
        }
    }
}
