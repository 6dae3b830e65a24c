internal import ArgumentParser
internal import X12Diagnostics
internal import X12Generation
internal import X12Grammar
internal import X12Rules
internal import X12Text

/// `x12 generate 837p FILE`: claim files out of encounters or claims.
struct GenerateClaimsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "837p", _superCommandName: "x12 generate",
        abstract: "Write professional claims for their payers.",
        discussion: """
            Input is a table of encounters (CSV, a row for each service), the same as JSON or NDJSON, or claims of \
            'x12 convert' and X12. The practice file says once who bills and who pays. Each claim is checked as it \
            will go out; what is wrong with one keeps that one back, not the others.

            Claims of one receiver become one file, grouped by billing provider and subscriber. Control numbers come \
            from the ledger: run again with the same claims, it writes the same file; with others, one of new numbers. \
            Files appear when they are whole, readable by their owner alone.
            """)

    @Option(help: "The practice file (JSON).", completion: .file())
    var practice: String?

    @Option(help: "Where claims go that are kept back, with what is wrong.", completion: .file())
    var rejected: String?

    @Option(help: ArgumentHelp("The most claims in a transaction set.", valueName: "n"))
    var claimsPerSet = 5000

    @Option(
        help: ArgumentHelp(
            "Write and check for this profile where the practice file names none: a name (see x12 profile), or the path of its file.",
            valueName: "name|path"))
    var profile: String?

    @OptionGroup var profiles: ProfileFolderOption

    @OptionGroup var options: SubmissionOptions

    @OptionGroup var sources: CodeSourceOptions

    @OptionGroup var inputs: InputOptions

    mutating func validate() throws {
        guard claimsPerSet > 0 else { throw ValidationError("--claims-per-set is 1 or more") }
    }

    func run() throws {
        try inputs.refuse(replacingBy: [rejected].compactMap(\.self))
        try options.run { output throws(X12Error) in
            var usual: String?
            var settings = options.settings
            settings.claimsPerSet = claimsPerSet
            var library = try profiles.library()
            if let profile {
                let named = try ProfileChoice.profile(profile, library)
                library.add(named)
                usual = named.name
            }
            let practice = try Practice(file: practice, library)
            let batch = try SubmissionBatch(
                .claims, settings, waitingIn: options.outputDirectory, profiles: library,
                codes: try sources.store())
            let kept = try KeptBack(path: rejected, output)
            var isInEarnest = false
            for file in inputs.list {
                if try gather(file, practice, usual, into: batch, kept) { isInEarnest = true }
            }
            let files = SubmissionFiles(options: options, noun: ("claim", "claims"))
            if isInEarnest { files.warnOfTest(batch) }
            try files.write(batch, output, besides: kept)
            return try kept.finish(files.count)
        }
    }

    /// Checks all claims of a file; those that may go out wait in the batch.
    ///
    /// - Returns: whether claims of it came in an interchange of production.
    private func gather(
        _ file: InputFile, _ practice: Practice?, _ usualProfile: String?, into batch: SubmissionBatch,
        _ kept: KeptBack
    ) throws(X12Error) -> Bool {
        let renderer = FindingRenderer(file: file.name, namesProperties: true)
        return try file.reading { bytes throws(X12Error) in
            var source = try ClaimSource(bytes, practice: practice)
            var isEmpty = true
            var isInEarnest = false
            while let candidate = try source.next() {
                isEmpty = false
                if candidate.assembly.usage == "P" { isInEarnest = true }
                var consignment = candidate.consignment
                if consignment.destination?.profile == nil { consignment.destination?.profile = usualProfile }
                let (findings, isAccepted) = try batch.add(consignment)
                try kept.take(findings, isAccepted: isAccepted, renderer) {
                    candidate.write(to: &$0, findings)
                }
                try kept.takeFaults(source.takeFindings(), of: file)
            }
            try kept.takeFaults(source.takeFindings(), of: file)
            if isEmpty { kept.takeNothing(of: "claim", from: file, isForeign: source.holdsModels) }
            return isInEarnest
        }
    }
}

extension Practice {
    /// Reads the practice file, if one is named; an error names it.
    init?(file path: String?, _ profiles: ProfileLibrary) throws(X12Error) {
        guard let path else { return nil }
        self = try InputFile(path: path).reading { bytes throws(X12Error) in
            var practice = try Practice(bytes)
            try practice.follow(profiles)
            return practice
        }
    }
}
