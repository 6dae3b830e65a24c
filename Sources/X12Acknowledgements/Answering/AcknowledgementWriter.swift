public import X12Diagnostics
public import X12Parser

/// Answers what was received: a TA1 for an interchange, a 999 for each of its functional groups.
///
///     var answer = AcknowledgementWriter(AcknowledgementOptions(date: today, time: now))
///     while try reader.next(into: &block) {
///         var findings = block.findings
///         validator.validate(block, into: &findings)
///         try answer.take(block, findings) { bytes in … }
///     }
///     try answer.finish { bytes in … }
///
/// Which code tells of a finding stands with its rule (``X12Diagnostics/Finding/Rule/acknowledgement``). An answer is
/// handed out when its interchange has been read: a rejected one is answered by its TA1 alone. Memory is bounded by
/// ``AcknowledgementOptions/mostErrors`` of one transaction set; what waits past a few megabytes waits in a file
/// without a name.
public struct AcknowledgementWriter: ~Copyable {
    private var answering: Answering<SyntaxAnswer>

    /// Answers by the options.
    public init(_ options: AcknowledgementOptions) { answering = Answering(options) }

    /// What was counted.
    public var counts: AcknowledgementCounts { answering.counts }

    /// How the next answers are numbered: to be passed on to the writer for the next input of a run
    /// (``AcknowledgementOptions/numbers``).
    public var numbers: AnswerNumbers { answering.form.numbers }

    /// What could not be answered since this was last asked.
    public mutating func takeRemarks() -> [Finding] { answering.takeRemarks() }

    /// Takes the next block with all that was found in it.
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
