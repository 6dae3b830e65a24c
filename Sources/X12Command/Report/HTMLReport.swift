internal import X12Diagnostics
internal import X12Parser
internal import X12Text
internal import X12Validation

/// Findings of one input as its part of a page: figures, counts by rule, findings by claim, and what it was made by.
///
/// What the page shows is bounded: so many claims and so many findings; what is beyond is counted and said. Values of a
/// person's stay away as in text, and nothing out of the data can be markup.
struct HTMLReport: FindingReport {
    private let file: String
    private let renderer: FindingRenderer
    private let least: Severity
    /// How many more findings are shown.
    private var left: Int
    private var claimsLeft = Self.mostClaims
    private var hidden = 0
    private var hiddenClaims = 0
    private var stake = ClaimStake()
    private var counts = RuleCounts()
    /// The claims with their findings, as HTML.
    private var claims = ""
    /// The rules whose help was shown.
    private var explained: Set<Finding.Rule> = []

    /// A page of more findings is read by nobody.
    static let mostFindings = 2_000
    /// Of more claims with findings, the rest are counted.
    static let mostClaims = 500

    init(_ file: String, showsValues: Bool, from least: Severity, most: Int?) {
        self.file = file
        self.least = least
        left = most ?? Self.mostFindings
        renderer = FindingRenderer(file: file, showsValues: showsValues)
    }

    mutating func add(_ findings: [Finding], of block: borrowing Block, to output: Output) throws(X12Error) {
        let part = stake.add(block, findings)
        guard let shown = shown(findings, of: part) else { return }
        var chart: BlockChart?
        begin(part, shown)
        for finding in shown {
            let excerpt = renderer.showsValues ? SegmentExcerpt(of: finding, in: block) : nil
            add(finding, excerpt, FindingExplainer.explain(finding, in: block, &chart))
        }
        claims += "</section>\n"
    }

    mutating func add(late findings: [Finding], to output: Output) throws(X12Error) {
        guard let shown = shown(findings, of: .file) else { return }
        begin(.file, shown)
        for finding in shown { add(finding, nil, FindingExplanation()) }
        claims += "</section>\n"
    }

    /// Which findings of a part are shown, unless there are none, or there is no room left.
    private mutating func shown(_ findings: [Finding], of part: ClaimStake.Part) -> [Finding]? {
        let shown = findings.filter { $0.rule.severity >= least }
        guard !shown.isEmpty else { return nil }
        for finding in shown { counts.count(finding) }
        guard left > 0, claimsLeft > 0 else {
            hidden += shown.count
            hiddenClaims += part.isClaim ? 1 : 0
            return nil
        }
        claimsLeft -= 1
        return shown
    }

    // MARK: - Claims

    /// Begins what is shown of a part.
    private mutating func begin(_ part: ClaimStake.Part, _ findings: [Finding]) {
        var tally = FindingTally()
        for finding in findings { tally.count(finding) }
        let charge = part.charge.map { "\(Figures.money($0)) charged; " } ?? ""
        let title = HTMLPage.element("span", HTMLPage.text(part.title))
        let figures = HTMLPage.element(
            "span", HTMLPage.text(charge + tally.words(from: least)), class: "note")
        claims += "<section class=\"claim\">\n" + HTMLPage.element("h3", title + figures) + "\n"
    }

    private mutating func add(
        _ finding: Finding, _ excerpt: SegmentExcerpt?, _ explanation: FindingExplanation
    ) {
        guard left > 0 else {
            hidden += 1
            return
        }
        left -= 1
        claims += html(finding, excerpt, explanation)
    }

    private mutating func html(
        _ finding: Finding, _ excerpt: SegmentExcerpt?, _ explanation: FindingExplanation
    ) -> String {
        let rule = finding.rule
        var text = "<div class=\"finding \(rule.severity.rawValue)\">\n"
        let severity = HTMLPage.element("span", rule.severity.rawValue, class: "severity")
        let id = HTMLPage.element("code", HTMLPage.text(rule.id))
        text +=
            HTMLPage.element(
                "p", "\(severity) \(HTMLPage.text(renderer.message(finding))) \(id)") + "\n"
        if let excerpt {
            text += HTMLPage.element(
                "p", HTMLPage.element("code", HTMLPage.text(excerpt.line(at: finding.location))))
            text += "\n"
        }
        text +=
            HTMLPage.element("p", HTMLPage.text(Self.place(of: finding, explanation)), class: "where") + "\n"
        for words in renderer.meanings(of: finding, explanation) {
            text += HTMLPage.element("p", HTMLPage.text(words), class: "where") + "\n"
        }
        let codes = Self.codes(finding)
        if !codes.isEmpty {
            text += HTMLPage.element("p", HTMLPage.text("reported as \(codes)"), class: "where") + "\n"
        }
        let help = explained.insert(rule).inserted ? renderer.help(finding, explanation) : ""
        if !help.isEmpty { text += HTMLPage.element("p", HTMLPage.text("do: \(help)"), class: "help") + "\n" }
        return text + "</div>\n"
    }

    /// `segment 18 (line 20); in 2000A[1] > 2300[1] (Claim Information); service line 2; box 24B`
    private static func place(of finding: Finding, _ explanation: FindingExplanation) -> String {
        let location = finding.location
        var parts: [String] = []
        let line = location.line > 0 ? "line \(location.line)" : ""
        if location.segmentPosition > 0 {
            parts.append("segment \(location.segmentPosition)" + (line.isEmpty ? "" : " (\(line))"))
        } else if !line.isEmpty {
            parts.append(line)
        }
        let context = finding.context
        let loop = explanation.loopName.isEmpty ? "" : " (\(explanation.loopName))"
        if !context.loopPath.isEmpty { parts.append("in \(context.loopPath)\(loop)") }
        if !context.transactionSet.isEmpty { parts.append("set \(context.transactionSet)") }
        if explanation.serviceLine > 0 { parts.append("service line \(explanation.serviceLine)") }
        if !explanation.box.isEmpty { parts.append("box \(explanation.box)") }
        return parts.joined(separator: "; ")
    }

    /// What a payer would report: `277CA A7:400 A7:178, 999 IK403 7`.
    private static func codes(_ finding: Finding) -> String {
        let codes = finding.rule.acknowledgement
        var parts: [String] = []
        if !codes.statuses.isEmpty {
            let statuses = codes.statuses.map { status in
                "\(status.category):\(status.code)" + (status.entity.isEmpty ? "" : ":\(status.entity)")
            }
            parts.append("277CA \(statuses.joined(separator: " "))")
        }
        if !codes.elementError.isEmpty { parts.append("999 IK403 \(codes.elementError)") }
        if codes.elementError.isEmpty, !codes.segmentError.isEmpty {
            parts.append("999 IK304 \(codes.segmentError)")
        }
        return parts.joined(separator: ", ")
    }

    // MARK: - The whole

    mutating func end(
        _ tally: FindingTally, _ summary: InputSummary, _ provenance: Provenance, to output: Output
    ) throws(X12Error) {
        var text = "<article>\n" + HTMLPage.element("h1", HTMLPage.text(file)) + "\n"
        text += figures(tally, summary)
        if summary.transactionSetsWithoutGuide > 0 {
            let sets = Figures.count(summary.transactionSetsWithoutGuide, "transaction set")
            text += HTMLPage.element(
                "p", "\(sets) not checked beyond the base standard: the guide is not known here.",
                class: "note")
        }
        if let limit = provenance.limit {
            text +=
                HTMLPage.element("p", "Not all was checked: \(HTMLPage.text(limit)).", class: "note") + "\n"
        }
        text += ruleTable
        if !claims.isEmpty {
            text += HTMLPage.element("h2", "Findings by \(Self.part(of: summary))") + "\n" + claims
        }
        if hidden > 0 {
            let more = Figures.count(hidden, "more finding")
            let inClaims = hiddenClaims > 0 ? " in \(Figures.count(hiddenClaims, "more claim"))" : ""
            text += HTMLPage.element("p", "\(more)\(inClaims) not shown here.", class: "note") + "\n"
        }
        text += Self.made(by: provenance) + "</article>\n"
        try output.write(text)
    }

    /// What the findings of an input stand under: that which all its sets hold.
    private static func part(of summary: InputSummary) -> String {
        let (inquiries, responses) = (summary.inquiryTotal.people, summary.responseTotal.people)
        if summary.claims > 0, inquiries + responses == 0 { return "claim" }
        if inquiries > 0, summary.claims + responses == 0 { return "inquiry" }
        if responses > 0, summary.claims + inquiries == 0 { return "response" }
        return "part"
    }

    private func figures(_ tally: FindingTally, _ summary: InputSummary) -> String {
        func item(_ number: Int, _ one: String, _ many: String) -> (number: String, words: String) {
            (Figures.plain(number), number == 1 ? one : many)
        }
        var items: [(number: String, words: String)] = []
        if summary.claims > 0 { items.append(item(summary.claims, "claim", "claims")) }
        items.append(item(tally.errors, "error", "errors"))
        items.append(item(tally.warnings, "warning", "warnings"))
        if least <= .info { items.append(item(tally.remarks, "remark", "remarks")) }
        if summary.claims > 0, stake.claims > 0 || stake.payments == 0 {
            items.append(item(stake.claims, "claim with errors", "claims with errors"))
            items.append((Figures.money(stake.charges), "at stake: what claims with errors charge"))
        }
        if stake.payments > 0 {
            items.append(item(stake.payments, "payment with errors", "payments with errors"))
            items.append((Figures.money(stake.paid), "at stake: what payments with errors move"))
        }
        let list = items.map {
            HTMLPage.element("li", HTMLPage.element("b", HTMLPage.text($0.number)) + HTMLPage.text($0.words))
        }
        return HTMLPage.element("ul", list.joined(), class: "figures") + "\n"
    }

    private var ruleTable: String {
        let rows = counts.rows
        guard !rows.isEmpty else { return HTMLPage.element("p", "Nothing was found.") + "\n" }
        return HTMLPage.element("h2", "Counts by rule") + "\n"
            + HTMLPage.table(
                ["Rule", "Severity", "Level#", "Findings#", "What to do"],
                rows.map { row in
                    [
                        HTMLPage.element("code", HTMLPage.text(row.rule.id)), row.rule.severity.rawValue,
                        "\(row.rule.level)", Figures.plain(row.count),
                        HTMLPage.text(Self.general(row.rule.help)),
                    ]
                })
    }

    /// Help without what is filled in for one finding.
    private static func general(_ help: String) -> String { help.contains("{") ? "" : help }

    /// The part of an input that could not be read.
    static func unreadable(_ file: String, _ reason: String) -> String {
        let severity = HTMLPage.element("span", Severity.error.rawValue, class: "severity")
        let words = HTMLPage.element(
            "p", "\(severity) \(HTMLPage.text("the file could not be read: \(reason)"))")
        return "<article>\n" + HTMLPage.element("h1", HTMLPage.text(file)) + "\n"
            + HTMLPage.element("div", words, class: "finding error") + "\n</article>\n"
    }

    private static func made(by provenance: Provenance) -> String {
        let names = [
            "tool": "x12", "guides": "Guides", "unknownGuides": "Guides not known here", "rules": "Rules",
            "codes": "Code lists, with their day or edition",
            "profile": "Profile",
        ]
        return HTMLPage.element("h2", "Made by") + "\n"
            + HTMLPage.table(
                ["Part", "Version"],
                provenance.versions.map {
                    [HTMLPage.text(names[$0.name] ?? $0.name), HTMLPage.text($0.version)]
                })
    }
}
