public import X12Diagnostics
public import X12Parser

/// Answers claims one by one: a 277CA for each transaction set of professional claims that was accepted.
///
///     var answer = ClaimAcknowledgementWriter(AcknowledgementOptions(date: today, time: now))
///     while try reader.next(into: &block) {
///         var findings = block.findings
///         validator.validate(block, into: &findings)
///         rules.check(block, into: &findings)
///         try answer.take(block, findings) { bytes in … }
///     }
///     try answer.finish { bytes in … }
///
/// A claim is rejected by each error of a higher level than a 999 tells (``AcknowledgementOptions/highestLevel``): one
/// in the claim, in its patient, its subscriber or its billing provider. How it is told stands with the rule
/// (``X12Diagnostics/Finding/Acknowledgement/statuses``); an error in one service line is told of the line. An error in
/// the set's header or trailer rejects the whole batch. A set that a 999 rejects has no 277CA,
/// nor has any set of a group that it rejects.
///
/// Totals stand before the claims they count, so a set's answer waits until the set has been read; past a few
/// megabytes it waits in a file without a name.
public struct ClaimAcknowledgementWriter: ~Copyable {
    private var answering: Answering<ClaimAnswer>

    /// Answers by the options.
    public init(_ options: AcknowledgementOptions) { answering = Answering(options) }

    /// What was counted; sets and interchanges as a 999 sees them.
    public var counts: AcknowledgementCounts { answering.counts }

    /// Claims accepted and rejected in the sets that were answered.
    public var claims: (accepted: Int, rejected: Int) { answering.claimCounts }

    /// How the next answers are numbered: to be passed on to the writer for the next input of a run
    /// (``AcknowledgementOptions/numbers``).
    public var numbers: AnswerNumbers { answering.form.numbers }

    /// What could not be answered since this was last asked.
    public mutating func takeRemarks() -> [Finding] { answering.takeRemarks() }

    /// Takes the next block with all that was found in it, at all levels.
    ///
    /// - Parameters:
    ///   - block: The block.
    ///   - findings: What was found in it, and what came to light with it about blocks before.
    ///   - sink: Takes the answer's bytes, when one is complete.
    /// - Throws: what the sink throws, and ``X12Error/Code/sinkFailed`` when a long answer cannot be kept.
    public mutating func take(
        _ block: borrowing Block, _ findings: [Finding],
        into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        try answering.take(block, findings, into: sink)
    }

    /// Ends the last answer.
    ///
    /// - Throws: as ``take(_:_:into:)`` does.
    public mutating func finish(
        into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        try answering.finish(into: sink)
    }
}

extension Answering where Form == ClaimAnswer {
    fileprivate var claimCounts: (accepted: Int, rejected: Int) { (form.accepted, form.rejected) }
}
