internal import ArgumentParser
internal import X12Diagnostics
internal import X12Parser

/// `x12 summary FILE ...`: envelopes, counts and totals.
struct SummaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summary", _superCommandName: "x12",
        abstract: "Say what is in a file: envelopes, claims, service lines, money, inquiries, benefits.",
        discussion: """
            Counts are by segment: CLM, or CLP in an 835, for claims; SV1, SV2, SV3 or SVC for service lines. \
            Charges add up CLM02 or CLP03, paid adds up CLP04, payment is BPR02. PLB adds up the provider-level \
            adjustments of an 835 as they are sent: what is above zero was kept back, what is below zero was paid on top, \
            so paid less PLB is the payment. Sums are exact. In a 270 or 271, \
            inquiries or responses are the people asked about or told of, benefits are EQ or EB, rejections AAA. \
            Several files have a total behind the last one; as JSON it is a last object with the key total.
            """)

    /// How the summary is printed.
    enum Format: String, NamedChoice {
        case text, json
    }

    @Option(help: "A table for a person, or one JSON object a file.")
    var format = Format.text

    @OptionGroup var inputs: InputOptions

    func run() throws {
        let output = Output()
        var total = SummaryTotal()
        let status = inputs.forEach(output) { file throws(X12Error) in
            var tally = FindingTally()
            let summary: InputSummary
            do throws(X12Error) {
                summary = try Self.summary(of: file, &tally)
            } catch {
                total.addUnread()
                throw error
            }
            total.add(summary)
            switch format {
            case .text: try output.write(SummaryTable(file: file.name, summary).text)
            case .json: try output.append { SummaryJSON.append(summary, file: file.path, to: &$0) }
            }
            if tally.errors > 0 {
                try output.flush()
                file.warn(
                    "\(Figures.count(tally.errors, "error")) on the way, so this may not be all: see x12 validate"
                )
            }
            return .clean
        }
        try end(with: max(status, write(total, to: output)))
    }

    /// Writes what several files come to.
    private func write(_ total: SummaryTotal, to output: Output) -> ExitStatus {
        guard inputs.list.count > 1 else { return .clean }
        return output.deliver { output throws(X12Error) in
            switch format {
            case .text: try output.write(total.text)
            case .json: try output.append { total.appendJSON(to: &$0) }
            }
            return .clean
        }
    }

    private static func summary(
        of file: InputFile, _ tally: inout FindingTally
    ) throws(X12Error) -> InputSummary {
        var reader = try file.blocks()
        var block = Block()
        var summary = InputSummary()
        while try reader.next(into: &block) {
            summary.add(block)
            for finding in block.findings { tally.count(finding) }
        }
        return summary
    }
}
