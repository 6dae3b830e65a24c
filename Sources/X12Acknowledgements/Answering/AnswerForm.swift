internal import X12Diagnostics
internal import X12Models
internal import X12Parser
internal import X12Text

/// A kind of answer: what it says when interchanges, groups and sets begin and end.
protocol AnswerForm: ~Copyable {
    /// Begins with nothing.
    init(_ options: AcknowledgementOptions)
    /// How the next answers are numbered.
    var numbers: AnswerNumbers { get }

    mutating func begin(
        answering interchange: Interchange, _ delimiters: Delimiters, lineEnd: [UInt8]
    ) throws(X12Error)
    /// Begins a group that can be answered.
    mutating func begin(_ group: GroupReport) throws(X12Error)
    /// Begins a transaction set of a group that is answered.
    mutating func begin(_ set: SetReport, _ block: borrowing Block) throws(X12Error)
    /// Takes a block of the open set, with what was found in it.
    mutating func take(_ block: borrowing Block, _ findings: [Finding]) throws(X12Error)
    /// Ends the open set; `isNamed` says whether an answer can name it.
    mutating func end(_ set: SetReport, isNamed: Bool) throws(X12Error)
    mutating func end(_ group: GroupReport) throws(X12Error)
    /// Ends the answer to an interchange and hands it out.
    mutating func end(
        _ interchange: InterchangeReport, into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error)
    mutating func finish(into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void) throws(X12Error)
}
