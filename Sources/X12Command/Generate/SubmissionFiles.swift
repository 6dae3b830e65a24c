internal import X12Diagnostics
internal import X12Generation
internal import X12Ledger

/// Writes a batch to files, one for each receiver, with numbers that are reserved first.
struct SubmissionFiles {
    let options: SubmissionOptions
    /// What one consignment is called (`claim`), and several.
    let noun: (one: String, many: String)
    /// What the input is called, where that names the job beside its content: what is asked about the same people in another
    /// file is asked anew, and claims or remittances in another file are the same.
    var inputs: [String] = []
    /// Whether each consignment becomes a file of its own.
    var isSingle = false

    /// Writes all shares; says on `output` what became of each.
    func write(_ batch: SubmissionBatch, _ output: Output, besides kept: KeptBack) throws(X12Error) {
        guard !batch.shares.isEmpty else {
            let words = kept.count > 0 ? "No \(noun.one) may go out" : "There is no \(noun.one) in the input"
            try output.write("\(words); nothing was written.\n")
            return
        }
        if let words = Provenance.words(unasked: batch.unasked) { StandardError.write("x12: \(words)\n") }
        let ledger = try ledger()
        for share in batch.shares {
            let pieces =
                isSingle ? batch.pieces(of: share, most: 1) : try batch.pieces(of: share)
            for (position, piece) in pieces.enumerated() {
                let isPart = isSingle || pieces.count > 1
                let job = options.job.map { isPart ? "\($0) #\(position + 1)" : $0 }
                let findings = try batch.findings(onWhole: piece)
                guard try kept.takeFile(findings, count(piece.count), for: piece.destination) else {
                    continue
                }
                try write(piece, of: batch, job, ledger, output)
            }
        }
    }

    /// Says that what came in interchanges of production (ISA15 is `P`) does not go out in such, unless that was asked for.
    func warnOfTest(_ batch: SubmissionBatch) {
        guard !options.test, batch.shares.contains(where: { $0.settings.usage != "P" }) else { return }
        StandardError.write(
            "x12: \(noun.many) that were in production (ISA15 P) are written as test: to send them, say --production\n"
        )
    }

    private func ledger() throws(X12Error) -> Ledger {
        do { return try Ledger(path: options.ledger) } catch { throw error.naming(options.ledger) }
    }

    private func write(
        _ share: SubmissionBatch.Share, of batch: SubmissionBatch, _ job: String?, _ ledger: Ledger,
        _ output: Output
    ) throws(X12Error) {
        // A job that has no name is called by what is in it, so that tomorrow's claims in a file of today's name are another
        // job, and the same claims in a file of another name are not.
        let digest = try batch.digest(of: share)
        let name = job ?? (inputs + [digest]).joined(separator: " ")
        let request = batch.request(share, job: name, content: digest)
        let numbers = try ledger.reserve(request)
        let file = try SubmissionName(
            folder: options.outputDirectory, partner: request.partner, numbers: numbers,
            kind: batch.kind.transactionSet
        ).choose()
        let target = try OutputFile(path: options.outputDirectory + "/" + file)
        var seen = SeenNumbers()
        try batch.write(
            share, numbers,
            note: { marks throws(X12Error) in
                for repeated in try ledger.note(marks, of: request, seen: &seen) {
                    try remark(on: repeated, marks, batch.kind, output)
                }
            },
            to: { bytes throws(X12Error) in try target.output.append { $0 += bytes } })
        // Noted first: a job that is stopped between the two writes its file again, and one that was refused has got no further.
        try ledger.finish(request)
        try target.finish()
        let again = numbers.isFinished ? ", written again" : ""
        try output.write("\(file): \(count(share.count))\(again)\n")
    }

    /// `2 claims`.
    func count(_ number: Int) -> String { Figures.count(number, noun.one, noun.many) }

    private func remark(
        on repeated: RepeatedNumber, _ marks: [ClaimMark], _ kind: SubmissionKind, _ output: Output
    ) throws(X12Error) {
        let claim = marks[repeated.claim].patientControlNumber
        let when =
            repeated.earlierInterchange.map { "was sent before, in interchange \($0)" }
            ?? "stands twice in this job"
        var context = Finding.Context()
        context.claim = claim
        let rule: Finding.Rule =
            kind == .remittances
            ? .traceUsedBefore : repeated.line == nil ? .numberUsedBefore : .lineNumberUsedBefore
        let finding = Finding(
            rule, at: Location(), in: context, found: repeated.line.map { Fact("\($0 + 1)", .count) },
            detail: when)
        let renderer = FindingRenderer(file: "ledger", noun: noun.one)
        try output.write(renderer.text(of: finding, excerpt: nil, showsHelp: true))
    }
}
