internal import ArgumentParser
internal import X12Diagnostics
internal import X12Generation
internal import X12Text

/// `x12 generate 270 FILE`: eligibility inquiries out of a roster.
struct GenerateInquiriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "270", _superCommandName: "x12 generate",
        abstract: "Write eligibility inquiries for their payers.",
        discussion: """
            Input is a roster (CSV, a row for each person), or the same as JSON or NDJSON. The practice file says who \
            asks and which payers there are. Each inquiry is checked as it will go out; what is wrong with one keeps \
            that one back, not the others.

            Inquiries of one receiver become one file, up to 99 in a transaction set; with --real-time each becomes a \
            file of its own, as payers ask for who answer at once. Control numbers come from the ledger: run again with \
            the same inquiries, it writes the same files; with others, files of new numbers.
            """)

    @Option(help: "The practice file (JSON).", completion: .file())
    var practice: String

    @Option(help: "Where entries go that are kept back, with what is wrong.", completion: .file())
    var rejected: String?

    @Flag(help: "Write each inquiry as a file of its own.")
    var realTime = false

    @Option(help: ArgumentHelp("The most inquiries in a transaction set.", valueName: "n"))
    var inquiriesPerSet = 99

    @OptionGroup var profiles: ProfileFolderOption

    @OptionGroup var options: SubmissionOptions

    @OptionGroup var sources: CodeSourceOptions

    @OptionGroup var inputs: InputOptions

    mutating func validate() throws {
        guard inquiriesPerSet > 0 else { throw ValidationError("--inquiries-per-set is 1 or more") }
    }

    func run() throws {
        try inputs.refuse(replacingBy: [rejected].compactMap(\.self))
        try options.run { output throws(X12Error) in
            var settings = options.settings
            settings.inquiriesPerSet = inquiriesPerSet
            let library = try profiles.library()
            let assembler = InquiryAssembler(try Practice(file: practice, library) ?? Practice())
            let batch = try SubmissionBatch(
                .inquiries, settings, waitingIn: options.outputDirectory, profiles: library,
                codes: try sources.store())
            let kept = try KeptBack(path: rejected, output)
            for file in inputs.list { try gather(file, assembler, into: batch, kept) }
            let files = SubmissionFiles(
                options: options, noun: ("inquiry", "inquiries"), inputs: inputs.list.map(\.path),
                isSingle: realTime)
            try files.write(batch, output, besides: kept)
            return try kept.finish(files.count)
        }
    }

    /// Checks all inquiries of a roster; those that may go out wait in the batch.
    private func gather(
        _ file: InputFile, _ assembler: InquiryAssembler, into batch: SubmissionBatch, _ kept: KeptBack
    ) throws(X12Error) {
        let renderer = FindingRenderer(file: file.name, namesProperties: true, noun: "inquiry")
        try file.reading { bytes throws(X12Error) in
            var roster = try RosterReader(bytes)
            var isEmpty = true
            while let entry = try roster.next() {
                isEmpty = false
                let (findings, isAccepted) = try batch.add(assembler.assemble(entry))
                try kept.take(findings, isAccepted: isAccepted, renderer) { $0.write(entry, findings) }
            }
            if isEmpty { kept.takeNothing(of: "inquiry", from: file, isForeign: false) }
        }
    }
}
