internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// A 999: what it says of sets against what it says of the group.
enum GroupAnswerRules {
    static let all: [Rule] = [once, set, group, trigger]

    static let once = Rule(
        "ACK-999-ONE-GROUP", level: 2, .implementationAcknowledgement,
        demand:
            "a functional group (AK101, AK102) is answered by one 999 of an interchange, but for one refused because its number came before (AK905 of 19)",
        reason: "two answers to one group leave open which of them holds",
        faults: [
            Fault(
                .error, "{at} ({name}) was answered before in this interchange",
                help: "compare both answers; ask who sent them which holds")
        ],
        source: RuleSource(.high, "the standard"),
        examples: [RuleExample(.twoGroupsAnswered, "AK1*HC*102*", "AK1*HC*101*", at: "AK102")],
        check: .accumulated(AnsweredGroups.self))

    static let set = Rule(
        "ACK-999-IK501", level: 2, .implementationAcknowledgement,
        demand:
            "a set is accepted (A) without errors, accepted with errors (E), or rejected (R) with a reason",
        reason: "whether the set must be sent again depends on it",
        faults: [
            Fault(
                "accepted", .error, "{at} ({name}) is {found}, but errors of the set are listed",
                help: "take it as accepted with errors; correct them in what is sent next"),
            Fault(
                "reasonless", .error, "{at} ({name}) is {found}, and no error says why",
                help: "ask the receiver for the reason before sending it again"),
        ],
        source: RuleSource(.high, "the standard"),
        examples: [
            RuleExample(.groupAnswered, "IK5*A~", "IK5*A*5~", at: "IK501", fault: "accepted"),
            RuleExample(
                .twoGroupsAnswered, "IK5*A~\nAK9*A*1*1*1~\n====", "IK5*E~\nAK9*E*1*1*1~\n====", at: "IK501",
                fault: "reasonless"),
        ],
        check: .setAnswer { answer, _, findings in
            guard let status = answer.status else { return }
            let hasErrors = !answer.segmentErrors.isEmpty || !answer.errorCodes.isEmpty
            if status == .accepted, hasErrors {
                findings.add("accepted", at: "status", found: .code(status.rawValue))
            } else if status != .accepted, !hasErrors {
                findings.add("reasonless", at: "status", found: .code(status.rawValue))
            }
        })

    static let group = Rule(
        "ACK-999-AK9", level: 2, .implementationAcknowledgement,
        demand:
            "a group is accepted (A, E), partly (P) or rejected (R) as its sets were: AK903 received, AK904 accepted",
        reason: "a set that is in no count was lost on the way",
        faults: [
            Fault(
                "listed", .error, "{at} ({name}) is {found}, but {expected} sets are listed as accepted",
                help: "go by the sets; ask the receiver about those that are not listed"),
            Fault(
                "received", .error, "{at} ({name}) is {found}, but {expected} sets are answered",
                help: "go by the sets; ask the receiver about those that are not listed"),
            // A set whose ST says nothing that could be repeated cannot be listed.
            Fault(
                "unlisted", .warning,
                "{at} ({name}) is {found}, but {expected} sets are answered: the others were not accepted",
                help: "find the sets that no AK2 names in what was sent, and send them again"),
            Fault(
                "status", .error, "{at} ({name}) is {found}, but {detail}",
                help: "go by the sets; ask the receiver about those that are not listed"),
            Fault(
                "noted", .warning, "{at} ({name}) is {found}, but {detail} accepted with errors",
                help: "take the group as accepted with errors (E); correct them in what is sent next"),
        ],
        source: RuleSource(.high, "the standard"),
        examples: [
            RuleExample(.groupAnswered, "AK9*P*2*2*1~", "AK9*A*2*2*2~", at: "AK904", fault: "listed"),
            RuleExample(.groupAnswered, "AK9*P*2*2*1~", "AK9*R*1*1*0~", at: "AK904", fault: "listed"),
            RuleExample(.groupAnswered, "AK9*P*2*2*1~", "AK9*P*2*1*1~", at: "AK903", fault: "received"),
            RuleExample(.groupAnswered, "AK9*P*2*2*1~", "AK9*P*2*3*1~", at: "AK903", fault: "unlisted"),
            RuleExample(.groupAnswered, "AK9*P*2*2*1~", "AK9*A*2*2*1~", at: "AK901", fault: "status"),
            RuleExample(
                .groupAnswered, "AK9*E*2*2*2~", "AK9*A*2*2*2~", at: "AK901", fault: "noted",
                preparing: [RuleExample.Change("IK5*R*I5~\nAK9*P*2*2*1~", "IK5*E*I5~\nAK9*E*2*2*2~")]),
        ],
        check: .accumulated(ListedSets.self))

    static let trigger = Rule(
        "ACK-999-CTX-TRIG", level: 2, .implementationAcknowledgement,
        demand:
            "an error that depends on another value (I6, I9, I13) says on which (CTX of SITUATIONAL TRIGGER)",
        reason: "without it nobody knows what made the value necessary, or forbade it",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, and no CTX says what it depends on",
                help: "look in the guide when the value is sent")
        ],
        source: RuleSource(.medium, "the standard, an open parser's note"),
        examples: [
            RuleExample(.groupAnswered, "CTX*SITUATIONAL TRIGGER*CLM*17*2300*2~\n", "", at: "IK403"),
            RuleExample(
                .groupAnswered, "IK3*SBR*18*2320*I6~\nCTX*SITUATIONAL TRIGGER*CLM*17*2300*2~",
                "IK3*SBR*18*2320*I6~",
                at: "IK304",
                preparing: [
                    RuleExample.Change(
                        "IK3*SBR*18*2320*8~\nIK4*9*1032*I9~\nCTX", "IK3*SBR*18*2320*I6~\nCTX")
                ]),
        ],
        check: .setAnswer { answer, _, findings in
            for index in answer.segmentErrors.indices {
                let error = answer.segmentErrors[index]
                if let code = error.errorCode, code == "I6" || code == "I9", error.triggers.isEmpty {
                    findings.add(at: "segmentErrors[\(index)].errorCode", found: .code(code))
                }
                for place in error.elementErrors.indices {
                    let element = error.elementErrors[place]
                    guard let code = element.errorCode, code == "I9" || code == "I13",
                        element.triggers.isEmpty, error.triggers.isEmpty
                    else { continue }
                    findings.add(
                        at: "segmentErrors[\(index)].elementErrors[\(place)].errorCode", found: .code(code))
                }
            }
        })
}

/// Groups that an interchange answers; those of different interchanges may have one number.
struct AnsweredGroups: RuleAccumulator {
    static let span = RuleSpan.interchange

    /// What is needed of each part.
    enum Excerpt: Sendable {
        case group(UInt64?)
        case end(isRefusedForNumber: Bool)
    }

    private var groups = SeenKeys()
    private var current: UInt64?

    init() {}

    static func excerpt(of header: ImplementationAcknowledgementHeader) -> Excerpt? {
        guard let number = header.groupControlNumber else { return .group(nil) }
        var key = SeenKeys.Key()
        key.add(header.functionalIdentifier ?? "")
        key.add(number)
        return .group(key.value)
    }

    static func excerpt(of trailer: ImplementationAcknowledgementTrailer) -> Excerpt? {
        .end(isRefusedForNumber: trailer.errorCodes.contains("19"))
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .group(let group):
            // One that lacks its end answers its group all the same.
            if let current { _ = groups.insert(current) }
            current = group
            findings.keep("groupControlNumber")
        case .end(let isRefusedForNumber):
            // That two groups came with one number is what such an answer says.
            defer { current = nil }
            guard !isRefusedForNumber, let current else { return }
            if !groups.insert(current) { findings.addAtKept() }
        }
    }
}

/// Sets that a 999 lists against what it says of the group.
struct ListedSets: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    /// What is needed of each part.
    enum Excerpt: Sendable {
        case set(isAccepted: Bool, isNoted: Bool)
        case end(status: String, received: Int?, accepted: Int?, hasOwnReason: Bool)
    }

    private var listed = 0
    private var accepted = 0
    /// Those of them that were accepted with errors.
    private var noted = 0

    init() {}

    static func excerpt(of answer: TransactionSetResponse) -> Excerpt? {
        let isNoted = answer.status == .acceptedWithErrors
        return .set(isAccepted: isNoted || answer.status == .accepted, isNoted: isNoted)
    }

    static func excerpt(of trailer: ImplementationAcknowledgementTrailer) -> Excerpt? {
        .end(
            status: trailer.status?.rawValue ?? "", received: trailer.receivedSetCount,
            accepted: trailer.acceptedSetCount, hasOwnReason: !trailer.errorCodes.isEmpty)
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .set(let isAccepted, let isNoted):
            listed += 1
            accepted += isAccepted ? 1 : 0
            noted += isNoted ? 1 : 0
        case .end(let status, let received, let said, let hasOwnReason):
            guard let received, let said else { return }
            // Sets that were accepted without a remark may be left out, those that were not may not. A group that is
            // rejected for a reason of its own (AK905) takes along the sets in which nothing is wrong.
            let fits =
                listed == 0 || (listed <= received && said - accepted == received - listed)
                || (status == "R" && said == 0 && hasOwnReason)
            guard fits else {
                guard said == accepted else {
                    return findings.add(
                        "listed", at: "acceptedSetCount", found: .count(said), expected: ["\(accepted)"])
                }
                return findings.add(
                    listed > received ? "received" : "unlisted", at: "receivedSetCount",
                    found: .count(received), expected: ["\(listed)"])
            }
            let isRight: Bool
            switch status {
            case "A", "E": isRight = said == received
            case "P": isRight = said < received && said > 0
            case "R": isRight = said == 0
            default: isRight = true
            }
            if !isRight {
                findings.add(
                    "status", at: "status", found: .code(status),
                    detail: "of \(received) sets \(said) were accepted")
            } else if status == "A", noted > 0 {
                findings.add(
                    "noted", at: "status", found: .code(status),
                    detail: noted == 1 ? "one set is" : "\(noted) sets are")
            }
        }
    }
}
