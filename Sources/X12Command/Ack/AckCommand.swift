internal import ArgumentParser
internal import X12Acknowledgements
internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Rules
internal import X12Text

/// `x12 ack FILE`: the answer a receiver sends back.
struct AckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ack", _superCommandName: "x12",
        abstract: "Answer a file as a receiver does: TA1 and 999, or 277CA.",
        discussion: """
            Each interchange is answered by one of its own, with sender and receiver exchanged and the same \
            delimiters: a TA1 when ISA14 or --ta1 asks for it and whenever the interchange is rejected, and one 999 \
            for each functional group. A rejected interchange gets its TA1 alone. Groups of acknowledgements are \
            not answered.

            A set is rejected for errors at levels 1 and 2, and accepted with errors for warnings, where a 999 has a code \
            for them. Of one set at most 1,000 errors are listed. A missing segment is reported at the position where it was expected. \
            Names, dates and identifiers are copied into the answer only with --show-values; codes, amounts and \
            claim numbers always are.

            With --277ca each claim is answered instead, by what is found at the levels above: accepted, or rejected \
            with category, status and entity; an error of a provider or subscriber rejects the claims under it. A set \
            that a 999 rejects has none; where that leaves nothing to write, -o leaves no file. A file's 999 and its 277CA \
            are two interchanges: give the second a number of its own with --control-number.

            The status is 1 when anything was rejected. What an answer that came in says: x12 worklist.
            """)

    @Flag(name: .customLong("ta1"), help: "Answer every interchange by a TA1, asked for or not.")
    var answersEveryInterchange = false

    @Flag(
        name: .customLong("277ca"),
        help: "Answer the claims one by one instead: a 277CA for each set of claims that a 999 accepts.")
    var answersClaims = false

    @Option(
        help: ArgumentHelp(
            "When the answer is written; now, unless said.", valueName: "2026-03-01T09:30"),
        transform: Moment.init(text:))
    var at: Moment?

    @Option(
        help: ArgumentHelp(
            "ISA13 of the first answer, counted up from there; unless said, that of the interchange answered, or a free one where that is given.",
            valueName: "n"))
    var controlNumber: Int?

    @Option(
        help: ArgumentHelp(
            "GS06 of the first 999, counted up from there; unless said, from 1 in each answer.",
            valueName: "n"))
    var groupControlNumber: Int?

    @Flag(help: "Copy names, dates and identifiers in error into the 999 too.")
    var showValues = false

    @Option(
        help: ArgumentHelp(
            "Answer as this payer does: a profile's name (see x12 profile), or the path of its file. What it asks for is told as well, and where it says so what is found above level 2 is told by the 999.",
            valueName: "name|path"))
    var profile: String?

    @OptionGroup var profileFolder: ProfileFolderOption

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Write to this file instead of standard output.", valueName: "path"),
        completion: .file())
    var outputPath: String?

    @OptionGroup var threads: WorkerOption
    @OptionGroup var inputs: InputOptions

    mutating func validate() throws {
        guard outputPath == nil || inputs.list.count <= 1 else {
            throw ValidationError("-o takes one file at a time")
        }
        for number in [controlNumber, groupControlNumber].compactMap(\.self) {
            guard 1...999_999_999 ~= number else {
                throw ValidationError("a control number is 1 to 999999999")
            }
        }
    }

    func run() throws {
        try inputs.refuse(replacingBy: [outputPath].compactMap(\.self))
        let standardOutput = Output()
        let choice = try profileFolder.choice(profile)
        var options = options(choice)
        let status = inputs.forEach(standardOutput) { file throws(X12Error) in
            guard let outputPath else { return try answer(file, &options, choice, to: standardOutput) }
            let target = try OutputFile(path: outputPath)
            let status = try answer(file, &options, choice, to: target.output)
            guard target.output.isUntouched else {
                try target.finish()
                return status
            }
            target.leaveNone()
            file.warn(
                "there is nothing to answer, so \(Printable.text(outputPath)) is not written\(reason(status))"
            )
            return status
        }
        try end(with: status)
    }

    /// Why a 277CA has nothing to say where something was rejected.
    private func reason(_ status: ExitStatus) -> String {
        answersClaims && status == .findings
            ? ": what a 999 or TA1 rejects has no 277CA; send that (x12 ack without --277ca)" : ""
    }

    private func options(_ choice: ProfileChoice) -> AcknowledgementOptions {
        let moment = at ?? Moment.now
        var options = AcknowledgementOptions(date: moment.date, time: moment.time)
        options.answersEveryInterchange = answersEveryInterchange
        options.numbers = AnswerNumbers(interchange: controlNumber, group: groupControlNumber)
        options.showsValues = showValues
        if case .named(let named) = choice, named.businessAnswer == "999" {
            options.highestLevel = RuleConfiguration().highestLevel
        }
        return options
    }

    /// Answers a file; the options know afterwards which numbers are given.
    private func answer(
        _ file: InputFile, _ options: inout AcknowledgementOptions, _ choice: ProfileChoice, to output: Output
    ) throws(X12Error) -> ExitStatus {
        answersClaims
            ? try answerClaims(of: file, &options, choice, to: output)
            : try answerGroups(of: file, &options, choice, to: output)
    }

    /// TA1 and 999.
    private func answerGroups(
        of file: InputFile, _ options: inout AcknowledgementOptions, _ choice: ProfileChoice,
        to output: Output
    ) throws(X12Error) -> ExitStatus {
        var writer = AcknowledgementWriter(options)
        defer { options.numbers = writer.numbers }
        try read(file, upTo: options.highestLevel, choice) { block, findings throws(X12Error) in
            try writer.take(block, findings) { bytes throws(X12Error) in try output.add(bytes) }
            warn(file, of: writer.takeRemarks())
        }
        try writer.finish { bytes throws(X12Error) in try output.add(bytes) }
        file.warn(writer.counts.words)
        return writer.counts.hasRejections ? .findings : .clean
    }

    /// 277CA.
    private func answerClaims(
        of file: InputFile, _ options: inout AcknowledgementOptions, _ choice: ProfileChoice,
        to output: Output
    ) throws(X12Error) -> ExitStatus {
        var writer = ClaimAcknowledgementWriter(options)
        defer { options.numbers = writer.numbers }
        try read(file, upTo: RuleConfiguration().highestLevel, choice) { block, findings throws(X12Error) in
            try writer.take(block, findings) { bytes throws(X12Error) in try output.add(bytes) }
            warn(file, of: writer.takeRemarks())
        }
        try writer.finish { bytes throws(X12Error) in try output.add(bytes) }
        let claims = writer.claims
        file.warn(
            "of \(Figures.count(claims.accepted + claims.rejected, "claim")) \(Figures.plain(claims.accepted)) "
                + "accepted, \(Figures.plain(claims.rejected)) rejected; sets: \(writer.counts.words)")
        return claims.rejected > 0 || writer.counts.hasRejections ? .findings : .clean
    }

    /// Goes through a file block by block, with what is found.
    private func read(
        _ file: InputFile, upTo level: Int, _ choice: ProfileChoice,
        _ take: (borrowing Block, [Finding]) throws(X12Error) -> Void
    ) throws(X12Error) {
        var configuration = RuleConfiguration()
        configuration.highestLevel = level
        var validator = try Validator(configuration, profile: choice)
        var blocks = try file.blocks()
        blocks.cutsOff = true
        try validator.check(blocks, workers: threads.checkers, take)
    }

    private func warn(_ file: InputFile, of remarks: [Finding]) {
        for remark in remarks where remark.rule.severity >= .warning {
            file.warn(FindingRenderer(file: file.name).message(remark))
        }
    }
}

extension AcknowledgementCounts {
    /// What became of the input, in a line.
    fileprivate var words: String {
        if rejectedInterchanges == interchanges, interchanges > 0 {
            return "rejected: \(Figures.count(interchanges, "interchange"))"
        }
        let accepted = transactionSets - rejectedSets - notedSets
        var parts = ["\(Figures.plain(accepted)) accepted"]
        if notedSets > 0 { parts.append("\(Figures.plain(notedSets)) accepted with errors") }
        if rejectedSets > 0 { parts.append("\(Figures.plain(rejectedSets)) rejected") }
        var line = "of \(Figures.count(transactionSets, "transaction set")) \(parts.joined(separator: ", "))"
        if refusedGroups > 0 { line += "; \(Figures.count(refusedGroups, "group")) rejected with all in it" }
        if rejectedInterchanges > 0 {
            line += "; \(Figures.count(rejectedInterchanges, "interchange")) rejected as a whole"
        }
        return line
    }
}
