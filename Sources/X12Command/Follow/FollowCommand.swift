internal import ArgumentParser
internal import X12Acknowledgements
internal import X12Diagnostics
internal import X12Text

/// `x12 follow FILE ...`: what became of every claim that was sent.
struct FollowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow", _superCommandName: "x12",
        abstract: "Say of every claim sent (837P) what became of it, by the answers that came back.",
        discussion: """
            The files, in any order, are those that were sent and those that came back: TA1, 999, 277CA, 277, 835; each is \
            known by what is in it. One entry a claim: where it stands, since when, how long ago it was sent, the money, and what to \
            do next. At the end stand claims and money by state, and the answers that match no claim that was sent.

            States: notAnswered; received (its set or interchange); accepted (277CA); rejected (TA1, 999, 277CA); notFound, pending \
            and decided (277); denied, paid, paidInPart (835); reversed; replaced and voided (by a later claim).

            An answer goes to the claim of its number that most of what it tells agrees with: payer, charge, dates, the payer's own \
            number. Where claims of several patients share a number, that is told and nothing is guessed. Files that were read twice \
            count once.

            --late 30 lists what has no final answer 30 days after it was sent. A remittance is final; a rejection is not, since \
            nobody decides on a claim that was rejected until it is sent again.

            Patients' names are not printed. As JSON, one claim a line, and a last line with the sums; as CSV the claims alone, \
            the rest on standard error.

            The status is 1 when a claim that is listed has to be worked on, or with --late when any is listed; when an answer matches \
            no claim; when a file has errors, or there is no claim.
            """)

    /// How the claims are printed.
    enum Format: String, NamedChoice {
        case text, json, csv
    }

    @Option(
        help: ArgumentHelp("The day that days are counted to; today, unless said.", valueName: "2026-03-01"),
        transform: Moment.day)
    var asOf: CalendarDate?

    @Option(
        help: ArgumentHelp(
            "List only what has no final answer so many days after it was sent.", valueName: "days"))
    var late: Int?

    @Option(
        name: .customLong("state"),
        help: ArgumentHelp("List only claims in this state; may be given again.", valueName: "state"))
    var states: [ClaimState] = []

    @Option(help: "text for people, json for programs, csv for spreadsheets.")
    var format = Format.text

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Write to this file instead of standard output.", valueName: "path"),
        completion: .file())
    var outputPath: String?

    @OptionGroup var inputs: InputOptions

    mutating func validate() throws {
        if let late, late < 0 { throw ValidationError("--late takes a number of days, 0 or more") }
    }

    func run() throws {
        try inputs.refuse(replacingBy: [outputPath].compactMap(\.self))
        var reading = FollowedFiles(inputs.list)
        reading.read()
        let written = Output().deliver { output throws(X12Error) in
            guard let outputPath else { return try write(reading, to: output) }
            let target = try OutputFile(path: outputPath)
            let status = try write(reading, to: target.output)
            try target.finish()
            return status
        }
        try end(with: max(reading.status, written))
    }

    /// Writes the claims that are asked for, then what all of them come to.
    private func write(_ reading: borrowing FollowedFiles, to output: Output) throws(X12Error) -> ExitStatus {
        let form = FollowForm(
            files: inputs.list, day: asOf ?? Moment.now.date, usesColour: output.wantsColour)
        var totals = FollowTotals()
        var listed = 0
        var asks = false
        if format == .csv { try output.append { form.appendHead(to: &$0) } }
        for index in 0..<reading.follower.count {
            let claim = reading.follower.claim(at: index)
            totals.count(claim)
            guard isListed(claim, form) else { continue }
            listed += 1
            asks = asks || late != nil || claim.asksForWork
            switch format {
            case .text: try output.write(form.text(of: claim))
            case .json: try output.append { form.append(claim, to: &$0) }
            case .csv: try output.append { form.appendRow(claim, to: &$0) }
            }
        }
        switch format {
        case .text: try output.write(form.text(of: totals, listed, reading.follower))
        case .json: try output.append { form.append(totals, listed, reading.follower, to: &$0) }
        case .csv:
            try output.flush()
            StandardError.write(form.remarks(reading.follower))
        }
        let isDoubtful = totals.all.claims == 0 || !reading.follower.unmatchedCounts.isEmpty
        return asks || isDoubtful ? .findings : .clean
    }

    private func isListed(_ claim: FollowedClaim, _ form: FollowForm) -> Bool {
        if !states.isEmpty, !states.contains(claim.state) { return false }
        guard let late else { return true }
        // A claim whose day is not known may be late.
        return !claim.isFinal && claim.days(on: form.day) ?? late >= late
    }
}

extension ClaimState: NamedChoice {}
