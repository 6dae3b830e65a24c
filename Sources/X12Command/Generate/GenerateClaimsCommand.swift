internal import ArgumentParser
internal import X12Diagnostics
internal import X12Generation
internal import X12Ledger
internal import X12Text

/// `x12 generate 837p FILE`: claim files out of encounters or claims.
struct GenerateClaimsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "837p",
        abstract: "Write professional claims for their payers.",
        discussion: """
            Input is a table of encounters (CSV, a row for each service), the same as JSON or NDJSON, or claims of \
            'x12 convert' and X12. The practice file says once who bills and who pays. Each claim is checked as it \
            will go out; what is wrong with one keeps that one back, not the others.

            Claims of one receiver become one file, grouped by billing provider and subscriber. Control numbers come \
            from the ledger and belong to the job: run again, it writes the same file. Files appear when they are \
            whole, readable by their owner alone.
            """)

    @Option(help: "The practice file (JSON).", completion: .file())
    var practice: String?

    @Option(help: "The ledger of control numbers; it is made when it is not there.", completion: .file())
    var ledger: String

    @Option(help: "The folder for the files.", completion: .directory)
    var outputDirectory = "."

    @Option(help: "Where claims go that are kept back, with what is wrong.", completion: .file())
    var rejected: String?

    @Option(help: "The job's name; the names of the input files unless said.")
    var job: String?

    @Flag(help: "Mark the files as production instead of test.")
    var production = false

    @Flag(help: "Ask for a TA1.")
    var askForTa1 = false

    @Option(help: ArgumentHelp("The most claims in a transaction set.", valueName: "n"))
    var claimsPerSet = 5000

    @Flag(help: "Write a line end behind each segment.")
    var lines = false

    @Flag(help: "Write texts in capitals, accents taken off, in the basic character set.")
    var basicCharacters = false

    @Option(
        help: ArgumentHelp(
            "The moment of writing (default: now), as 2026-03-02T09:30.", valueName: "YYYY-MM-DDTHH:MM"),
        transform: Moment.init(text:))
    var at: Moment?

    @OptionGroup var sources: CodeSourceOptions

    @OptionGroup var inputs: InputOptions

    mutating func validate() throws {
        guard claimsPerSet > 0 else { throw ValidationError("--claims-per-set is 1 or more") }
    }

    func run() throws {
        let output = Output()
        do throws(X12Error) {
            let status = try generate(output)
            try output.flush()
            try end(status)
        } catch {
            try? output.flush()
            StandardError.write("x12: \(error.description)\n")
            throw ExitCode(ExitStatus(error).rawValue)
        }
    }

    private func end(_ status: ExitStatus) throws(X12Error) {
        if status != .clean { System.end(status) }
    }

    // MARK: - Steps

    private func generate(_ output: Output) throws(X12Error) -> ExitStatus {
        let settings = settings
        let practice = try readPractice()
        let batch = try ClaimBatch(
            settings, waitingIn: outputDirectory, codes: try sources.store())
        let kept = try gather(into: batch, practice, output)
        try write(batch, output)
        if let target = kept.file {
            try target.finish()
            let place = kept.count > 0 ? ": \(rejected ?? "")" : ""
            try output.write("\(Figures.count(kept.count, "claim")) kept back\(place)\n")
        } else if kept.count > 0 {
            try output.write("\(Figures.count(kept.count, "claim")) kept back\n")
        }
        return kept.count > 0 ? .findings : .clean
    }

    private func readPractice() throws(X12Error) -> Practice? {
        guard let practice else { return nil }
        do {
            return try Practice(ByteSource(path: practice))
        } catch {
            throw X12Error(error.code, at: error.location, "\(practice): \(error.detail)")
        }
    }

    private struct KeptBack {
        var count = 0
        var file: OutputFile?
    }

    /// Checks all claims; those that may go out wait in the batch.
    private func gather(
        into batch: ClaimBatch, _ practice: Practice?, _ output: Output
    ) throws(X12Error) -> KeptBack {
        var kept = KeptBack()
        if let rejected { kept.file = try OutputFile(path: rejected) }
        var rejects = RejectedClaims()
        for file in inputs.list {
            let renderer = FindingRenderer(file: file.name)
            do {
                var source = try ClaimSource(ByteSource(path: file.path), practice: practice)
                while let candidate = try source.next() {
                    let (findings, isAccepted) = try batch.add(candidate.assembly)
                    for finding in findings where finding.rule.severity >= .warning {
                        try output.write(renderer.text(of: finding, excerpt: nil, showsHelp: true))
                    }
                    guard !isAccepted else { continue }
                    kept.count += 1
                    rejects.write(candidate, findings)
                    guard let target = kept.file else { continue }
                    try rejects.drain { bytes throws(X12Error) in
                        try target.output.append { $0.append(contentsOf: bytes) }
                    }
                }
            } catch {
                throw X12Error(error.code, at: error.location, "\(file.name): \(error.detail)")
            }
        }
        return kept
    }

    /// Writes a file for each receiver, with numbers that are reserved first.
    private func write(_ batch: ClaimBatch, _ output: Output) throws(X12Error) {
        guard !batch.shares.isEmpty else {
            try output.write("No claim may go out; nothing was written.\n")
            return
        }
        let ledger = try Ledger(path: ledger)
        let job = job ?? inputs.files.joined(separator: " ")
        for share in batch.shares {
            let request = batch.request(share, job: job)
            let numbers = try ledger.reserve(request)
            let name = "\(fileName(share.destination))-\(numbers.interchange).837"
            let target = try OutputFile(path: outputDirectory + "/" + name)
            try batch.write(
                share, numbers,
                note: { marks throws(X12Error) in
                    for repeated in try ledger.note(marks, of: request) {
                        try remark(on: repeated, marks, output)
                    }
                },
                to: { bytes throws(X12Error) in try target.output.append { $0 += bytes } })
            try target.finish()
            try ledger.finish(request)
            let again = numbers.isRepeated ? ", written again" : ""
            try output.write("\(name): \(Figures.count(share.claimCount, "claim"))\(again)\n")
        }
    }

    private func remark(
        on repeated: RepeatedNumber, _ marks: [ClaimMark], _ output: Output
    ) throws(X12Error) {
        let claim = marks[repeated.claim].patientControlNumber
        let what =
            repeated.line.map { "the control number of its service line \($0 + 1)" } ?? "this claim number"
        let when =
            repeated.earlierInterchange.map { "was sent before, in interchange \($0)" }
            ?? "stands twice in this job"
        var context = Finding.Context()
        context.claim = claim
        let finding = Finding(.numberUsedBefore, at: Location(), in: context, detail: "\(what) \(when)")
        try output.write(FindingRenderer(file: "ledger").text(of: finding, excerpt: nil, showsHelp: true))
    }

    /// The receiver's identifier with what a file's name may not have taken out.
    private func fileName(_ destination: Destination) -> String {
        let identifier = destination.address.identifier ?? "claims"
        let plain = identifier.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return plain.isEmpty ? "claims" : plain
    }

    private var settings: SubmissionSettings {
        let moment = at ?? Moment.now
        var settings = SubmissionSettings(date: moment.date, time: moment.time)
        settings.usage = production ? "P" : "T"
        settings.asksForAcknowledgement = askForTa1
        settings.claimsPerSet = claimsPerSet
        settings.lineEnd = lines ? "\n" : ""
        if basicCharacters {
            settings.texts = TextPolicy(characterSet: .basic, isUpperCase: true, takesOffAccents: true)
        }
        return settings
    }
}
