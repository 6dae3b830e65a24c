internal import X12Diagnostics
internal import X12Parser
internal import X12Text

/// Findings as text for a person, and a last line that says how the input stands.
struct TextReport: FindingReport {
    private let file: String
    private let renderer: FindingRenderer
    private let least: Severity
    private let most: Int?
    private var printed = 0
    /// How many findings of each rule there were, in the order in which rules came up.
    private var counts: [(rule: Finding.Rule, count: Int, hidden: Int)] = []
    private var places: [Finding.Rule: Int] = [:]
    /// Transaction sets that were not checked because no guide is known for them.
    private var unchecked = 0

    /// Of a rule that is broken often, this many findings are printed unless a number was asked for.
    private static let mostOfARule = 10

    init(_ file: String, showsValues: Bool, usesColour: Bool, from least: Severity, most: Int?) {
        self.file = file
        self.least = least
        self.most = most
        renderer = FindingRenderer(file: file, showsValues: showsValues, usesColour: usesColour)
    }

    mutating func add(_ finding: Finding, of block: borrowing Block, to output: Output) throws(X12Error) {
        if finding.rule == .guideUnknown { unchecked += 1 }
        guard finding.rule.severity >= least else { return }
        let place = places[finding.rule] ?? counts.count
        if place == counts.count {
            places[finding.rule] = place
            counts.append((finding.rule, 0, 0))
        }
        counts[place].count += 1
        guard most.map({ printed < $0 }) ?? (counts[place].count <= Self.mostOfARule) else {
            counts[place].hidden += 1
            return
        }
        printed += 1
        let excerpt = renderer.showsValues ? SegmentExcerpt(of: finding, in: block) : nil
        try output.write(
            renderer.text(of: finding, excerpt: excerpt, showsHelp: counts[place].count == 1))
    }

    mutating func end(_ tally: FindingTally, _ summary: InputSummary, to output: Output) throws(X12Error) {
        for (rule, _, hidden) in counts where hidden > 0 {
            try output.write("\(file): \(Figures.plain(hidden)) more of \(rule.id)\n")
        }
        try output.write(
            "\(file): \(Self.verdict(tally, least))\(Self.contents(tally, summary, least))\(remark)\n")
    }

    // MARK: - The last line

    private static func verdict(_ tally: FindingTally, _ least: Severity) -> String {
        let words = tally.words(from: min(least, .warning))
        return words.isEmpty ? "clean: " : words + " in "
    }

    /// What the findings are in; of a clean input also the money.
    private static func contents(_ tally: FindingTally, _ summary: InputSummary, _ least: Severity) -> String
    {
        let isClean = tally.words(from: min(least, .warning)).isEmpty
        let claims = summary.claimTotal
        let payments = summary.paymentTotal
        var parts: [String] = []
        if claims.claims > 0 {
            parts.append(Figures.count(claims.claims, "claim"))
            if isClean { parts.append("\(Figures.money(claims.charges)) charged") }
        }
        if payments.claims > 0 {
            parts.append(Figures.count(payments.claims, "claim payment"))
            if isClean { parts.append("\(Figures.money(payments.paid)) paid") }
        }
        if parts.isEmpty {
            parts.append(
                summary.transactionSets > 0
                    ? Figures.count(summary.transactionSets, "transaction set") + " without claims"
                    : Figures.count(summary.segments, "segment") + " and no transaction set")
        }
        return parts.joined(separator: ", ")
    }

    /// What was not checked must not pass for clean.
    private var remark: String {
        unchecked == 0
            ? ""
            : "; \(Figures.count(unchecked, "set")) not checked beyond the envelope, since the guide is not known"
    }
}

extension SegmentExcerpt {
    /// The segment a finding of a block is about; `nil` when it is none of the block's.
    init?(of finding: Finding, in block: borrowing Block) {
        guard let index = block.index(ofOrdinal: finding.location.segment) else { return nil }
        let segment = block.view(index)
        let text = segment.text
        let delimiters = segment.delimiters
        self.init(
            text.withUnsafeBufferPointer(Array.init),
            Delimiters(
                element: delimiters.element, component: delimiters.component,
                repetition: delimiters.repetition, terminator: delimiters.segment))
    }
}

extension Block {
    /// The index of the segment with this number in the input.
    func index(ofOrdinal ordinal: Int) -> Int? {
        guard count > 0, ordinal > 0 else { return nil }
        // Segments of a block follow each other, so their numbers do too.
        let index = ordinal - Int(self[0].ordinal)
        return index >= 0 && index < count && Int(self[index].ordinal) == ordinal ? index : nil
    }
}
