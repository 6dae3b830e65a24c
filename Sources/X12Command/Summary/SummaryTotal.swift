internal import X12Models
internal import X12Parser

/// What transaction sets come to, by what they are about: those of one file, or of all files of a run.
struct SummaryTotal {
    /// How many files were read.
    private(set) var files = 0
    /// How many files could not be read, or not to their end, and so are not in the sums.
    private(set) var unreadFiles = 0
    /// How many transaction sets there are.
    private(set) var transactionSets = 0
    private var kinds: [(kind: TransactionSetSummary.Kind, sets: Int, sum: TransactionSetSummary)] = [
        TransactionSetSummary.Kind.claims, .payments, .inquiries, .responses,
    ].map { ($0, 0, TransactionSetSummary()) }

    /// Adds what a file holds.
    mutating func add(_ summary: InputSummary) {
        files += 1
        transactionSets += summary.transactionSets
        for index in kinds.indices {
            let kind = kinds[index].kind
            kinds[index].sets += Self.count(of: kind, in: summary)
            kinds[index].sum.add(Self.sum(of: kind, in: summary))
        }
    }

    /// Counts a file that could not be read.
    mutating func addUnread() { unreadFiles += 1 }

    /// One line for each kind of set there is, behind the words that lead in the given number of sets.
    func lines(_ lead: (Int) -> String) -> String {
        let rows = kinds.filter { $0.sets > 0 }.map {
            "  \(lead($0.sets)): \(Self.words(for: $0.kind, $0.sum))\n"
        }
        return rows.isEmpty
            ? "  Total: \(Figures.count(transactionSets, "transaction set"))\n" : rows.joined()
    }

    /// The last lines of a summary of several files.
    var text: String {
        let files =
            unreadFiles == 0
            ? Figures.count(files, "file")
            : "\(Figures.plain(files)) of \(Figures.count(files + unreadFiles, "file")), the others not read"
        return "\(files): \(Figures.count(transactionSets, "transaction set"))\n"
            + lines { "Total of \(Figures.count($0, "transaction set"))" }
            + kinds.map { Self.remark(on: $0.sum, $0.kind == .claims ? "claim" : "payment") }.joined()
    }

    /// The line that tells of amounts which are in no sum; empty where there are none.
    static func remark(on sum: TransactionSetSummary, _ name: String) -> String {
        guard sum.unreadableAmounts > 0 else { return "" }
        let amounts = Figures.count(sum.unreadableAmounts, "\(name) amount")
        return "  Note: \(amounts) cannot be read as a number, not in the sums\n"
    }

    /// Appends the last line of a summary of several files.
    func appendJSON(to bytes: inout [UInt8]) {
        var json = JSONWriter(.compact)
        json.beginObject()
        json.key("total")
        json.beginObject()
        SummaryJSON.write(files, "files", to: &json)
        SummaryJSON.write(unreadFiles, "unreadFiles", to: &json)
        SummaryJSON.write(transactionSets, "transactionSets", to: &json)
        for entry in kinds where entry.sets > 0 {
            json.key(Self.key(of: entry.kind))
            json.beginObject()
            SummaryJSON.write(entry.sets, "transactionSets", to: &json)
            SummaryJSON.writeCounts(entry.sum, as: entry.kind, to: &json)
            json.endObject()
        }
        json.endObject()
        json.endObject()
        json.newline()
        bytes += json.bytes
    }

    // MARK: - Kinds

    private static func words(for kind: TransactionSetSummary.Kind, _ sum: TransactionSetSummary) -> String {
        let adjustments =
            sum.providerAdjustments.amounts == 0
            ? "" : ", \(Figures.money(sum.providerAdjustments)) provider-level adjustments (PLB)"
        let lines = Figures.count(sum.serviceLines, "service line")
        return switch kind {
        case .claims: "\(Figures.count(sum.claims, "claim")), \(lines), \(Figures.money(sum.charges)) charged"
        case .payments:
            "\(Figures.count(sum.claims, "claim payment")), \(lines), \(Figures.money(sum.charges)) charged, \(Figures.money(sum.paid)) paid\(adjustments), \(Figures.money(sum.payment)) moved by payment"
        case .inquiries:
            "\(Figures.count(sum.people, "inquiry", "inquiries")), \(Figures.count(sum.benefits, "benefit")) asked about"
        case .responses:
            "\(Figures.count(sum.people, "response")), \(Figures.count(sum.benefits, "benefit")), \(Figures.count(sum.rejections, "rejection"))"
        case .other: ""
        }
    }

    private static func key(of kind: TransactionSetSummary.Kind) -> StaticString {
        switch kind {
        case .claims: "claims"
        case .payments: "payments"
        case .inquiries: "inquiries"
        case .responses: "responses"
        case .other: "others"
        }
    }

    private static func sum(
        of kind: TransactionSetSummary.Kind, in summary: InputSummary
    ) -> TransactionSetSummary {
        switch kind {
        case .claims: summary.claimTotal
        case .payments: summary.paymentTotal
        case .inquiries: summary.inquiryTotal
        case .responses: summary.responseTotal
        case .other: summary.otherTotal
        }
    }

    private static func count(of kind: TransactionSetSummary.Kind, in summary: InputSummary) -> Int {
        summary.interchanges.reduce(0) { count, interchange in
            interchange.groups.reduce(count) { $0 + $1.transactionSets.count { $0.kind == kind } }
        }
    }
}
