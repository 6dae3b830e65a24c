internal import X12Diagnostics
internal import X12Parser
internal import X12Text
internal import X12Validation

/// Findings as text for a person, and a last line that says how the input stands.
struct TextReport: FindingReport {
    private let file: String
    private let renderer: FindingRenderer
    private let least: Severity
    private let most: Int?
    private var printed = 0
    private var folds = FindingFolds()
    /// The rules whose help was printed.
    private var explained: Set<Finding.Rule> = []

    /// Of findings of the same kind, this many are printed unless a number was asked for.
    private static let mostOfAKind = 5

    /// The highest level that was asked for.
    private let level: Int
    /// Whether findings stand under their claims, and are counted by rule.
    private let isGrouped: Bool
    private var stake = ClaimStake()
    private var counts = RuleCounts()

    init(
        _ file: String, showsValues: Bool, usesColour: Bool, from least: Severity, most: Int?,
        upTo level: Int,
        byClaim isGrouped: Bool = false
    ) {
        self.level = level
        self.isGrouped = isGrouped
        self.file = file
        self.least = least
        self.most = most
        renderer = FindingRenderer(file: file, showsValues: showsValues, usesColour: usesColour)
    }

    mutating func add(_ findings: [Finding], of block: borrowing Block, to output: Output) throws(X12Error) {
        if isGrouped { try addHead(findings, stake.add(block, findings), to: output) }
        var chart: BlockChart?
        for finding in findings where isShown(finding) {
            let excerpt = renderer.showsValues ? SegmentExcerpt(of: finding, in: block) : nil
            try write(finding, excerpt, FindingExplainer.explain(finding, in: block, &chart), to: output)
        }
    }

    mutating func add(late findings: [Finding], to output: Output) throws(X12Error) {
        if isGrouped { try addHead(findings, .file, to: output) }
        for finding in findings where isShown(finding) {
            try write(finding, nil, FindingExplanation(), to: output)
        }
    }

    /// Writes what findings stand under.
    private mutating func addHead(
        _ findings: [Finding], _ part: ClaimStake.Part, to output: Output
    ) throws(X12Error) {
        let shown = findings.filter { $0.rule.severity >= least }
        guard !shown.isEmpty else { return }
        var tally = FindingTally()
        for finding in shown {
            tally.count(finding)
            counts.count(finding)
        }
        guard most.map({ printed < $0 }) ?? true else { return }
        let charge = part.charge.map { ", \(Figures.money($0)) charged" } ?? ""
        try output.write("\(part.title)\(charge): \(tally.words(from: least))\n")
    }

    /// Whether a finding is printed; counts it in.
    private mutating func isShown(_ finding: Finding) -> Bool {
        guard finding.rule.severity >= least else { return false }
        let place = folds.count(finding)
        guard most.map({ printed < $0 }) ?? (folds.folds[place].count <= Self.mostOfAKind) else {
            folds.hide(place)
            return false
        }
        printed += 1
        return true
    }

    private mutating func write(
        _ finding: Finding, _ excerpt: SegmentExcerpt?, _ explanation: FindingExplanation, to output: Output
    ) throws(X12Error) {
        try output.write(
            renderer.text(
                of: finding, excerpt: excerpt, explanation: explanation,
                showsHelp: explained.insert(finding.rule).inserted))
    }

    mutating func end(
        _ tally: FindingTally, _ summary: InputSummary, _ provenance: Provenance, to output: Output
    ) throws(X12Error) {
        for fold in folds.folds where fold.hidden > 0 { try output.write("\(file): \(fold.hiddenWords)\n") }
        if isGrouped, !folds.folds.isEmpty {
            try output.write("\(file): by rule:\n\(counts.text)")
            if let words = stake.words { try output.write("\(file): \(words)\n") }
        }
        try output.write("\(file): \(lastLine(tally, summary, provenance))\n")
    }

    // MARK: - The last line

    private func lastLine(_ tally: FindingTally, _ summary: InputSummary, _ provenance: Provenance) -> String
    {
        let found = tally.words(from: min(least, .warning))
        let unchecked = summary.transactionSetsWithoutGuide
        let skipped = Figures.count(unchecked, "transaction set")
        let reason = "beyond the base standard: the guide is not known here"
        guard !found.isEmpty else {
            // What was not checked must not pass for clean.
            if unchecked > 0, unchecked == summary.transactionSets {
                return "nothing found, but \(skipped) not checked \(reason)"
            }
            let ruleless = level > 2 ? provenance.guidesWithoutRules : []
            let highest =
                !ruleless.isEmpty && ruleless == provenance.guides
                ? 2 : isProfiled(provenance) ? level : min(level, 6)
            var line = "clean at \(Self.levels(highest)): \(Self.contents(summary, withMoney: true))"
            if level > 2, let limit = provenance.limit { line += "; \(limit)" }
            return unchecked == 0 ? line : "\(line); \(skipped) not checked \(reason)"
        }
        var line = "\(found) in \(Self.contents(summary, withMoney: false))"
        if let words = provenance.unaskedWords { line += "; \(words)" }
        return unchecked == 0 ? line : "\(line); \(skipped) not checked \(reason)"
    }

    /// Whether a profile was followed that asks for something in what was checked.
    private func isProfiled(_ provenance: Provenance) -> Bool {
        !provenance.profiles.isEmpty && provenance.guidesWithoutDemands != provenance.guides
    }

    /// Levels in words; what was not checked is not called clean, and level 7 takes a profile.
    private static func levels(_ highest: Int) -> String {
        highest == 1 ? "level 1" : "levels 1 \(highest == 2 ? "and" : "to") \(highest)"
    }

    /// What payments move; what their claims come to, too, where that is another amount.
    private static func money(of payments: TransactionSetSummary) -> [String] {
        let isOne = payments.payment.sum == payments.paid.sum && payments.payment.unreadable == 0
        let claims = Figures.money(payments.paid)
        return isOne
            ? ["\(claims) paid"] : ["\(claims) for claims", "payment \(Figures.money(payments.payment))"]
    }

    /// What the input holds, in a few words.
    private static func contents(_ summary: InputSummary, withMoney: Bool) -> String {
        let claims = summary.claimTotal
        let payments = summary.paymentTotal
        var parts: [String] = []
        if claims.claims > 0 {
            parts.append(Figures.count(claims.claims, "claim"))
            if withMoney { parts.append("\(Figures.money(claims.charges)) charged") }
        }
        if payments.claims > 0 {
            parts.append(Figures.count(payments.claims, "claim payment"))
            if withMoney { parts += Self.money(of: payments) }
        }
        if summary.inquiryTotal.people > 0 {
            parts.append(Figures.count(summary.inquiryTotal.people, "inquiry", "inquiries"))
        }
        if summary.responseTotal.people > 0 {
            parts.append(Figures.count(summary.responseTotal.people, "response"))
        }
        if summary.responseTotal.rejections > 0 {
            parts.append(Figures.count(summary.responseTotal.rejections, "rejection"))
        }
        guard parts.isEmpty else { return parts.joined(separator: ", ") }
        return summary.transactionSets > 0
            ? Figures.count(summary.transactionSets, "transaction set")
            : Figures.count(summary.segments, "segment") + " and no transaction set"
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
