internal import ArgumentParser
internal import X12Diagnostics
internal import X12Generation
internal import X12Text

/// `x12 generate 835 FILE`: remittances out of their models.
struct GenerateRemittancesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "835", _superCommandName: "x12 generate",
        abstract: "Write remittances, as a payer or a test bed does.",
        discussion: """
            Input is remittances as JSON or NDJSON in the form of 'x12 convert', or X12; the envelope they come in says \
            who sends and who receives. Counts and control numbers are written anew. Each remittance is checked as it \
            will go out: one that does not balance, or has another error, is refused with what is wrong, and the others \
            are written.
            """)

    @OptionGroup var options: SubmissionOptions

    @OptionGroup var sources: CodeSourceOptions

    @OptionGroup var inputs: InputOptions

    func run() throws {
        try options.run { output throws(X12Error) in
            let batch = try SubmissionBatch(
                .remittances, options.settings, waitingIn: options.outputDirectory, codes: try sources.store()
            )
            let kept = try KeptBack(path: nil, output)
            var isInEarnest = false
            for file in inputs.list {
                if try gather(file, into: batch, kept) { isInEarnest = true }
            }
            let files = SubmissionFiles(options: options, noun: ("remittance", "remittances"))
            if isInEarnest { files.warnOfTest(batch) }
            try files.write(batch, output, besides: kept)
            return try kept.finish(files.count)
        }
    }

    /// Checks all remittances of a file; those that may go out wait in the batch.
    ///
    /// - Returns: whether remittances of it came in an interchange of production.
    private func gather(
        _ file: InputFile, into batch: SubmissionBatch, _ kept: KeptBack
    ) throws(X12Error) -> Bool {
        let renderer = FindingRenderer(file: file.name, namesProperties: true, noun: "remittance")
        return try file.reading { bytes throws(X12Error) in
            var source = try RemittanceSource(bytes)
            var isEmpty = true
            var isInEarnest = false
            while let piece = try source.next() {
                switch piece {
                case .begin(let destination, let number, let delimiters):
                    isEmpty = false
                    if source.usage == "P" { isInEarnest = true }
                    try batch.begin(destination, number: number, from: delimiters)
                case .item(let item): try batch.add(item)
                case .end:
                    let (findings, isAccepted) = try batch.end()
                    try kept.take(findings, isAccepted: isAccepted, renderer)
                    try kept.takeFaults(source.takeFindings(), of: file)
                }
            }
            try kept.takeFaults(source.takeFindings(), of: file)
            if isEmpty { kept.takeNothing(of: "remittance", from: file, isForeign: true) }
            return isInEarnest
        }
    }
}
