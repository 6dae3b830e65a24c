internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser

/// A summary as a table for a person.
struct SummaryTable {
    let file: String
    let summary: InputSummary

    /// The most sets of one group that get a row; the others are in the sums.
    private static let mostRows = 25
    private static let titles = [
        "Set", "Kind", "Segments", "Claims", "Lines", "Charged", "Paid", "PLB", "Payment", "Inquiries",
        "Responses", "Benefits", "Rejections",
    ]

    init(file: String, _ summary: InputSummary) {
        self.file = file
        self.summary = summary
    }

    /// The table, each line ended by a line feed.
    var text: String {
        var text = "\(file): \(Figures.count(summary.segments, "segment"))\n"
        for interchange in summary.interchanges { text += lines(for: interchange) }
        text += totals
        for (total, name) in [(summary.claimTotal, "claim"), (summary.paymentTotal, "payment")] {
            text += SummaryTotal.remark(on: total, name)
        }
        return text
    }

    // MARK: - Parts

    private func lines(for interchange: InterchangeSummary) -> String {
        var head = "  Interchange \(Printable.text(interchange.controlNumber))"
        head += " from \(Printable.text(interchange.sender)) to \(Printable.text(interchange.receiver))"
        if let date = Self.date(interchange.date) { head += ", \(date)" }
        if interchange.isTest { head += ", marked as a test" }
        if interchange.acknowledgements > 0 {
            head += ", \(Figures.count(interchange.acknowledgements, "acknowledgement")) (TA1)"
        }
        return head + "\n" + interchange.groups.map(lines).joined()
    }

    private func lines(for group: GroupSummary) -> String {
        var kind = group.followedGuideName.isEmpty ? "guide not known here" : group.followedGuideName
        if !group.followedGuide.isEmpty, group.followedGuide != group.guide {
            kind += ", read as \(group.followedGuide)"
        }
        var text =
            "    Group \(Printable.text(group.controlNumber)), \(Printable.text(group.guide)) (\(kind))\n"
        let shown = group.transactionSets.prefix(Self.mostRows)
        var rows = [Self.titles] + shown.map { Self.row($0, Printable.text($0.controlNumber)) }
        let rest = group.transactionSets.dropFirst(Self.mostRows)
        if !rest.isEmpty {
            var sum = TransactionSetSummary()
            for set in rest { sum.add(set) }
            rows.append(Self.row(sum, "\(Figures.plain(rest.count)) more", as: rest.first))
        }
        text += Self.aligned(rows, indent: 6)
        return text
    }

    /// One line for each kind of set, when there is more than one set to add up.
    private var totals: String {
        guard summary.transactionSets > 1 else { return "" }
        var total = SummaryTotal()
        total.add(summary)
        return total.lines { "Total of \(Figures.count($0, "transaction set"))" }
    }

    // MARK: - Rows

    private static func row(
        _ set: TransactionSetSummary, _ name: String, as sample: TransactionSetSummary? = nil
    ) -> [String] {
        let kind = (sample ?? set).kind
        let hasClaims = kind == .claims || kind == .payments
        let hasPayments = kind == .payments
        let isEligibility = kind == .inquiries || kind == .responses
        return [
            name, Printable.text((sample ?? set).identifier), Figures.plain(set.segments),
            hasClaims ? Figures.plain(set.claims) : "", hasClaims ? Figures.plain(set.serviceLines) : "",
            hasClaims ? Figures.money(set.charges) : "", hasPayments ? Figures.money(set.paid) : "",
            hasPayments && set.providerAdjustments.amounts > 0 ? Figures.money(set.providerAdjustments) : "",
            hasPayments && set.payment.amounts > 0 ? Figures.money(set.payment) : "",
            kind == .inquiries ? Figures.plain(set.people) : "",
            kind == .responses ? Figures.plain(set.people) : "",
            isEligibility ? Figures.plain(set.benefits) : "",
            kind == .responses ? Figures.plain(set.rejections) : "",
        ]
    }

    /// The rows in columns as wide as need be, numbers to the right; columns with nothing in them left out.
    private static func aligned(_ rows: [[String]], indent: Int) -> String {
        let used = titles.indices.filter { column in rows.dropFirst().contains { !$0[column].isEmpty } }
        let widths = used.map { column in rows.map(\.[column].count).max() ?? 0 }
        return rows.map { row in
            var line = String(repeating: " ", count: indent - 2)
            for (column, width) in zip(used, widths) {
                let padding = String(repeating: " ", count: width - row[column].count)
                line += "  " + (column < 2 ? row[column] + padding : padding + row[column])
            }
            return line.trimmedEnd + "\n"
        }.joined()
    }

    /// The day of YYMMDD, in this century.
    private static func date(_ text: String) -> String? {
        guard text.utf8.count == 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let digits = Array(text)
        return "20\(String(digits[0...1]))-\(String(digits[2...3]))-\(String(digits[4...5]))"
    }
}
