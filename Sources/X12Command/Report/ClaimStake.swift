internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Text

/// Which claim or level a block is, and how much money hangs on what was found in it.
///
/// A claim is at stake when it has an error, or a level above it has: a billing provider whose number is wrong takes all its
/// claims along. A payment is at stake, with all that it moves (BPR02), when its head or its end has an error: while its sums
/// are off, nobody can say which part of it is right, and none may be posted. What is wrong with the file as a whole is counted
/// apart.
struct ClaimStake {
    /// One claim, level or envelope, as a report has it.
    struct Part {
        /// What a report calls it: `claim PCN0001`, `loop 2000B`, `interchange 000000101`.
        var title = ""
        /// What was charged for it (CLM02, CLP03); `nil` where nothing is.
        var charge: ExactDecimal?
        /// Whether it is a claim.
        var isClaim = false

        /// No part, but the input as a whole.
        static let file = Part(title: "the file")
    }

    /// How many claims have an error, or stand below one.
    private(set) var claims = 0
    /// What they charge.
    private(set) var charges = MoneyTotal()

    /// How many payments have an error in their head or at their end.
    private(set) var payments = 0
    /// What they move.
    private(set) var paid = MoneyTotal()

    /// What the open payment moves, until it is counted; `nil` in other sets.
    private var payment: MoneyTotal?

    /// The levels that are open, from the outside in, and whether one has an error.
    private var levels: [(loop: String, isFaulty: Bool)] = []

    /// Takes a block in with what was found in it; the part it is.
    mutating func add(_ block: borrowing Block, _ findings: [Finding]) -> Part {
        let isFaulty = findings.contains { $0.rule.severity >= .error }
        let context = findings.first?.context
        switch block.kind {
        case .header:
            levels = [(loop: "", isFaulty: isFaulty)]
            payment = Self.payment(of: block)
            if isFaulty { countPayment() }
            return Part(title: Self.title("transaction set", context?.transactionSet))
        case .level(let loop):
            let name = block.guide?.loops[loop].identifier ?? ""
            levels.removeAll { $0.loop >= name }
            levels.append((loop: name, isFaulty: isFaulty))
            let words = block.guide?.loops[loop].name ?? ""
            return Part(title: "loop \(name)\(words.isEmpty ? "" : ", \(words)")")
        case .unit: return unit(block, isFaulty)
        case .interchange, .interchangeEnd:
            return Part(title: Self.title("interchange", context?.interchange))
        case .group, .groupEnd: return Part(title: Self.title("functional group", context?.group))
        case .trailer:
            if isFaulty { countPayment() }
            return Part(title: Self.title("end of transaction set", context?.transactionSet))
        default: return .file
        }
    }

    /// Counts the open payment, once.
    private mutating func countPayment() {
        guard let payment else { return }
        payments += 1
        paid.add(payment)
        self.payment = nil
    }

    /// What the payment moves that a block is the head of (BPR02).
    private static func payment(of block: borrowing Block) -> MoneyTotal? {
        guard block.guide?.transactionSet == "835" else { return nil }
        var total = MoneyTotal()
        for index in 0..<block.count where block.view(index).identifier == "BPR" {
            total.add(block.view(index)[2])
        }
        return total
    }

    private mutating func unit(_ block: borrowing Block, _ isFaulty: Bool) -> Part {
        guard block.count > 0 else { return Part() }
        let first = block.view(0)
        guard first.identifier == "CLM" || first.identifier == "CLP" else {
            let loop = block.guide.map { guide in
                if case .unit(let loop) = block.kind { guide.loops[loop].name } else { "" }
            }
            // Names of loops are alike; the level's number tells people apart without naming them.
            let level = first.identifier == "HL" ? ", HL \(Printable.text(first[1].string))" : ""
            return Part(title: (loop ?? "") + level)
        }
        let number = Printable.text(first[1].string)
        let charge = first[first.identifier == "CLM" ? 2 : 3]
        if isFaulty || levels.contains(where: \.isFaulty) {
            claims += 1
            charges.add(charge)
        }
        return Part(
            title: number.isEmpty ? "claim without a number" : "claim \(number)",
            charge: ExactDecimal.parse(charge)?.value, isClaim: true)
    }

    private static func title(_ what: String, _ number: String?) -> String {
        guard let number, !number.isEmpty else { return what }
        return "\(what) \(Printable.text(number))"
    }

    /// `money at stake: 1,180.00 in 1 claim`; `nil` where no claim or payment has an error.
    var words: String? {
        var parts: [String] = []
        if claims > 0 { parts.append("\(Figures.money(charges)) in \(Figures.count(claims, "claim"))") }
        if payments > 0 { parts.append("\(Figures.money(paid)) in \(Figures.count(payments, "payment"))") }
        return parts.isEmpty ? nil : "money at stake: \(parts.joined(separator: ", "))"
    }
}
