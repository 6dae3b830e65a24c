internal import X12Specs

extension WorkItem {
    /// What to do next, in one sentence.
    public var advice: String {
        switch subject {
        case .interchange: interchangeAdvice
        case .group: groupAdvice
        case .transactionSet: setAdvice
        case .segment: Self.segmentAdvice[reasons.first?.code ?? ""] ?? "compare the segment with the guide"
        case .element: elementAdvice
        case .batch, .provider, .claim: claimAdvice
        case .serviceLine where isOfAcceptedClaim:
            "ask the payer which holds, before anything is sent again: it accepted the claim and refused this line"
        case .serviceLine: "mend the line, then send its claim again"
        }
    }

    private var interchangeAdvice: String {
        guard isRejected else { return "nothing to send again; mend it in the next interchange" }
        return switch reasons.first?.code {
        case "025": "find out whether the file went out twice; if not, send it again with a new ISA13"
        case "023": "the file was cut off: send the whole of it again, with a new ISA13"
        case "002", "003", "016", "017": "send version 00501 (ISA12), or ask the receiver what is supported"
        case "005", "006", "007", "008", "009":
            "ask the receiver which identifiers go into ISA05 to ISA08; send again"
        default: "nothing of it was processed: mend it and send the whole interchange again, with a new ISA13"
        }
    }

    private var groupAdvice: String {
        guard isRejected else { return "nothing to send again; mend it in the next group" }
        if reasons.first?.element == "AK901", reasons.first?.code == "P" {
            return
                "sets that the answer does not list (AK2) were refused: find them in what was sent, and send them alone again"
        }
        return switch reasons.first?.code {
        case "1", "2": "ask the receiver which guides are supported (GS08), then send the group again"
        case "19": "give each group a number of its own (GS06), then send it again"
        default: "mend GS or GE and send the group again, with new control numbers"
        }
    }

    private var setAdvice: String {
        guard isRejected else { return "nothing to send again: the set went on; mend it at the source" }
        let lost = answered.kind == "837" ? "none of its claims" : "nothing of it"
        return "\(lost) went on: mend it and send the whole set again, with new control numbers"
    }

    private var elementAdvice: String {
        let words = Self.elementAdvice[reasons.first?.code ?? ""] ?? "compare the element with the guide"
        guard !allowed.isEmpty, allowed.count <= Self.mostAllowed else { return words }
        let number = segment?.dataElement ?? ""
        let codes = allowed.map { code in
            X12Specs.label(dataElement: number, code: code).map { "\(code) (\($0))" } ?? code
        }
        return "\(words): \(codes.joined(separator: ", "))"
    }

    /// The most codes that are named; a longer list is looked up.
    private static let mostAllowed = 12

    private var claimAdvice: String {
        if reasons.contains(where: { $0.element == "STC03" }) {
            return "ask the payer whether it has it before anything is sent again"
        }
        let codes = reasons.map { $0.code.split(separator: ":").map(String.init) }
        if codes.contains(where: { ["E1", "E2"].contains($0.first) }) {
            return "send it again when the payer's system answers: nothing is said to be wrong with it"
        }
        let statuses = codes.compactMap { $0.count > 1 ? $0[1] : nil }
        if statuses.contains(where: ["54", "78", "746", "770"].contains) {
            return "look up what was sent before; send again only what was not"
        }
        if statuses.contains("116") {
            return "find the right payer by the member's card and send it there as a new claim"
        }
        if statuses.contains("799") {
            return "send it as a replacement (CLM05-3 of 7) with the payer's claim number"
        }
        if codes.contains(where: { $0.first == "A4" }) {
            return "check member and payer, then send it as a new claim"
        }
        guard subject == .claim else {
            return "mend what is named and send all these claims again, as new ones"
        }
        return "mend it and send it as a new claim (CLM05-3 of 1): a rejected claim has no number to replace"
    }

    private static let segmentAdvice = [
        "1": "take the segment out, or ask the receiver for the version it reads",
        "2": "check the segment's qualifier and the loop it stands in, or take it out",
        "3": "put the segment in", "I6": "put the segment in, or take out what makes it necessary",
        "I7": "put the loop in", "I8": "put the segment in",
        "4": "move what is too many to another claim or set", "5": "take out the one that is too many",
        "6": "take the segment out: it belongs to another transaction set",
        "7": "move the segment to its place",
        "8": "look at its elements", "I4": "take the segment out: this guide does not use it",
        "I9": "take the segment out, or change what forbids it",
    ]

    private static let elementAdvice = [
        "1": "fill the element", "2": "fill the element, or empty those that go with it",
        "3": "take it out; look for a separator inside of a value", "4": "complete the value",
        "5": "shorten the value", "6": "spell the value with the characters that its type allows",
        "7": "use a code that the guide lists", "8": "correct the date", "9": "correct the time",
        "10": "send only one of the elements that exclude each other",
        "12": "take out the repetition that is too many", "13": "take out the component that is too many",
        "I6": "use a code that the guide lists", "I9": "fill the element, or change what makes it necessary",
        "I10": "leave the element empty", "I11": "send the element more often",
        "I12": "write the value as the guide's pattern says",
        "I13": "leave the element empty, or change what forbids it",
    ]
}
