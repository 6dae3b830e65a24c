internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// The envelope of one answer after the other: ISA, what waits for the end of the interchange that is answered, IEA.
struct AnswerFrame: ~Copyable {
    private let options: AcknowledgementOptions
    private var writer = ModelWriter(.issue)
    private var answer = Interchange()
    private var head: [UInt8] = []
    private let held = HeldBytes()
    /// What the next answers are numbered.
    private(set) var numbers: AnswerNumbers
    private var number = 0
    /// The number of the open group (GS06).
    private var openGroup: String?
    /// Groups of the open answer.
    private(set) var groupCount = 0
    /// What follows the last segment of the answer handed out last; `nil` before the first.
    private var lineEnd: [UInt8]?

    init(_ options: AcknowledgementOptions) {
        self.options = options
        numbers = options.numbers
    }

    /// Begins the answer to an interchange.
    mutating func begin(
        answering interchange: Interchange, _ delimiters: Delimiters, lineEnd: [UInt8]
    ) throws(X12Error) {
        number = numbers.next(answering: interchange.controlNumber ?? "")
        answer = Interchange(
            answering: interchange, delimiters, lineEnd: lineEnd, options, number: number)
        held.removeAll()
        groupCount = 0
        writer = ModelWriter(.issue)
        try writer.write(.interchange(answer))
        head = writer.takeBytes()
    }

    /// Begins a group that answers another one.
    mutating func begin(_ kind: String, guide: String, answering group: GroupReport) throws(X12Error) {
        groupCount += 1
        var opening = FunctionalGroup()
        opening.functionalIdentifier = kind
        opening.sender = group.receiver
        opening.receiver = group.sender
        opening.date = options.date
        opening.time = options.time
        opening.controlNumber = String(numbers.nextGroup(at: groupCount))
        openGroup = opening.controlNumber
        opening.responsibleAgency = "X"
        opening.guide = guide
        try write(.group(opening))
    }

    /// Writes a piece of the open group.
    mutating func write(_ item: ModelItem) throws(X12Error) {
        try writer.write(item)
        try held.append(writer.takeBytes())
    }

    /// Adds a whole transaction set that was written elsewhere (``separateWriter()``).
    mutating func take(_ set: HeldBytes) throws(X12Error) {
        let held = held
        try set.drain { bytes throws(X12Error) in try held.append(Array(bytes)) }
    }

    /// Ends the open group, of whose sets some were written elsewhere.
    mutating func endGroup(sets: Int) throws(X12Error) {
        var writer = try separateWriter()
        var trailer = FunctionalGroupTrailer()
        trailer.transactionSetCount = sets
        trailer.controlNumber = openGroup
        try writer.write(.groupTrailer(trailer))
        try held.append(writer.takeBytes())
    }

    /// A writer for pieces that are put together later, with the delimiters and line ends of the answer.
    func separateWriter() throws(X12Error) -> ModelWriter {
        var writer = ModelWriter(.asReceived)
        try writer.write(.interchange(answer))
        _ = writer.takeBytes()
        return writer
    }

    /// The segment terminator of the answer, by which segments are counted.
    var terminator: UInt8 { answer.segmentTerminator?.utf8.first ?? Delimiters.usual.segment }

    /// Ends the answer and hands it out.
    ///
    /// - Parameters:
    ///   - receipt: The TA1 that goes before the groups, if one is sent.
    ///   - isRefused: Whether the interchange was rejected, so that its groups are not answered.
    ///   - sink: Takes the bytes.
    /// - Throws: what the sink throws, and what writing models throws.
    mutating func end(
        _ receipt: InterchangeAcknowledgement?, isRefused: Bool,
        into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        if isRefused, groupCount > 0 {
            held.removeAll()
            groupCount = 0
            // IEA counts no group.
            writer = ModelWriter(.issue)
            try writer.write(.interchange(answer))
            _ = writer.takeBytes()
        }
        guard receipt != nil || groupCount > 0 else { return }
        // The line end of an answer's last segment stands before the next answer.
        try Self.hand((lineEnd ?? []) + head, to: sink)
        if let receipt {
            var writer = try separateWriter()
            try writer.write(.acknowledgement(receipt))
            try Self.hand(writer.takeBytes(), to: sink)
        }
        try held.drain(into: sink)
        try writer.write(.interchangeTrailer(InterchangeTrailer()))
        try Self.hand(writer.takeBytes(), to: sink)
        lineEnd = Array((answer.lineEnd ?? "").utf8)
        numbers.give(number)
    }

    /// Ends the last answer's line.
    mutating func finish(into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void) throws(X12Error) {
        try Self.hand(lineEnd ?? [], to: sink)
        lineEnd = nil
    }

    private static func hand(
        _ bytes: [UInt8], to sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        let held = HeldBytes()
        try held.append(bytes)
        try held.drain(into: sink)
    }
}
