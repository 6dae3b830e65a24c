internal import X12Diagnostics
internal import X12Models
internal import X12Parser
internal import X12Text

/// TA1 and 999.
struct SyntaxAnswer: AnswerForm, ~Copyable {
    private let options: AcknowledgementOptions
    private var frame: AnswerFrame

    /// The guide of a 999.
    static let guide = "005010X231A1"

    init(_ options: AcknowledgementOptions) {
        self.options = options
        frame = AnswerFrame(options)
    }

    var numbers: AnswerNumbers { frame.numbers }

    mutating func begin(
        answering interchange: Interchange, _ delimiters: Delimiters, lineEnd: [UInt8]
    ) throws(X12Error) {
        try frame.begin(answering: interchange, delimiters, lineEnd: lineEnd)
    }

    mutating func begin(_ group: GroupReport) throws(X12Error) {
        try frame.begin("FA", guide: Self.guide, answering: group)
        var header = ImplementationAcknowledgementHeader()
        header.controlNumber = String(frame.groupCount, digits: 4)
        header.implementationGuide = Self.guide
        header.functionalIdentifier = group.functionalIdentifier
        header.groupControlNumber = group.controlNumber
        header.groupGuide = group.guide
        try frame.write(.implementationAcknowledgementHeader(header, guide: Self.guide))
    }

    mutating func begin(_ set: SetReport, _ block: borrowing Block) {}

    mutating func take(_ block: borrowing Block, _ findings: [Finding]) {}

    mutating func end(_ set: SetReport, isNamed: Bool) throws(X12Error) {
        if isNamed { try frame.write(.transactionSetResponse(set.response)) }
    }

    mutating func end(_ group: GroupReport) throws(X12Error) {
        try frame.write(.implementationAcknowledgementTrailer(group.trailer))
        try frame.write(.groupTrailer(FunctionalGroupTrailer()))
    }

    mutating func end(
        _ interchange: InterchangeReport, into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        let hasReceipt = interchange.needsReceipt || interchange.isAsked || options.answersEveryInterchange
        try frame.end(
            hasReceipt ? interchange.acknowledgement : nil, isRefused: interchange.isRefused, into: sink)
    }

    mutating func finish(into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void) throws(X12Error) {
        try frame.finish(into: sink)
    }
}
