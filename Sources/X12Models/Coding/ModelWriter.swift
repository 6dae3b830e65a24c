public import X12Diagnostics
internal import X12Grammar
public import X12Parser
internal import X12Text

/// Writes models as X12.
///
/// In the mode ``Mode/asReceived`` what a reader handed out comes to the same bytes, and what was changed
/// comes to a change of just that.
public struct ModelWriter: ~Copyable {
    /// What happens to counts and control numbers.
    public enum Mode: Hashable, Sendable {
        /// They are written as the models have them.
        case asReceived
        /// Segments, sets, groups and levels are counted; trailers repeat the numbers of their headers.
        case issue
    }

    private let mode: Mode
    private let guides: GuideLibrary
    private var coder = BlockCoder()
    private var guide: Guide?
    private var output: [UInt8] = []
    private var isFirst = true
    private var isEnded = false
    private var counts = IssueCounts()
    /// A level whose HL04 is not known yet.
    private var held: ModelItem?

    /// Writes in a mode, with the guides of a library.
    public init(_ mode: Mode = .asReceived, guides: GuideLibrary = GuideLibrary()) {
        self.mode = mode
        self.guides = guides
    }

    /// What was written since the last call.
    public mutating func takeBytes() -> [UInt8] {
        defer { output.removeAll(keepingCapacity: true) }
        return output
    }

    /// How many bytes wait to be taken.
    public var pendingBytes: Int { output.count }

    /// Writes the next piece.
    ///
    /// In the mode ``Mode/issue`` a level waits for the piece behind it, which tells its HL04.
    ///
    /// - Throws: ``X12Error/Code/delimiterInData`` for a value that holds the element separator or the segment
    ///   terminator, ``X12Error/Code/unwritable`` for a list with more items than X12 has room for, and
    ///   ``X12Error/Code/unknownGuide`` for a set whose guide the library does not have.
    public mutating func write(_ item: ModelItem) throws(X12Error) {
        guard mode == .issue else { return try put(item) }
        if var waiting = held {
            held = nil
            counts.issue(&waiting, before: item)
            try put(waiting)
        }
        if item.depth != nil {
            held = item
            return
        }
        var item = item
        counts.issue(&item, before: nil)
        try put(item)
    }

    private mutating func put(_ item: ModelItem) throws(X12Error) {
        let before = output.count
        switch item {
        case .interchange(var part):
            coder.delimiters = part.delimiters
            coder.lineEnd = Array((part.lineEnd ?? "").utf8)
            try append(&part, nil)
        case .acknowledgement(var part): try append(&part, nil)
        case .group(var part): try append(&part, nil)
        case .claimHeader(var part, let identifier):
            try choose(identifier, "837")
            try append(&part, guide)
        case .billingProvider(var part): try append(&part, guide, under: ["2000A"])
        case .subscriber(var part): try append(&part, guide, under: ["2000A", "2000B"])
        case .patient(var part): try append(&part, guide, under: ["2000A", "2000B", "2000C"])
        case .claim(var part): try append(&part, guide, under: ["2000A", "2000B", "2300"])
        case .remittanceHeader(var part, let identifier):
            try choose(identifier, "835")
            try append(&part, guide)
        case .remittanceGroup(var part): try append(&part, guide, under: ["2000"])
        case .claimPayment(var part): try append(&part, guide, under: ["2000", "2100"])
        case .remittanceTrailer(var part):
            if mode == .issue {
                part.segmentCount = 0
                counts.close(&part.segmentCount, &part.controlNumber, own: coder.segmentCount(&part, guide))
            }
            try append(&part, guide)
        case .inquiryHeader(var part, let identifier):
            try choose(identifier, "270")
            try append(&part, guide)
        case .responseHeader(var part, let identifier):
            try choose(identifier, "271")
            try append(&part, guide)
        case .informationSource(var part): try append(&part, guide, under: ["2000A"])
        case .informationReceiver(var part): try append(&part, guide, under: ["2000A", "2000B"])
        case .inquirySubscriber(let level):
            var part = EligibilityInquiry(level: level)
            try append(&part, guide, under: Self.insured)
        case .responseSubscriber(let level):
            var part = EligibilityResponse(level: level)
            try append(&part, guide, under: Self.insured)
        case .inquiry(var part):
            try append(&part, guide, under: Self.insured + (part.dependent == nil ? [] : ["2000D"]))
        case .response(var part):
            try append(&part, guide, under: Self.insured + (part.dependent == nil ? [] : ["2000D"]))
        case .claimTrailer(var part), .eligibilityTrailer(var part):
            if mode == .issue {
                part.segmentCount = 0
                counts.close(&part.segmentCount, &part.controlNumber, own: coder.segmentCount(&part, guide))
            }
            try append(&part, guide)
        case .groupTrailer(var part): try append(&part, nil)
        case .interchangeTrailer(var part): try append(&part, nil)
        case .carried(var part):
            if part.carried?.trailing != nil { isEnded = true }
            try append(&part, nil)
        }
        if output.count > before { isFirst = false }
    }

    /// Writes what stands behind the last segment: a line end, where lines have one.
    ///
    /// - Throws: as ``write(_:)`` does, for a piece that waited.
    public mutating func finish() throws(X12Error) {
        if var waiting = held {
            held = nil
            counts.issue(&waiting, before: nil)
            try put(waiting)
        }
        if !isEnded { output.append(contentsOf: coder.lineEnd) }
        isEnded = true
    }

    private mutating func append<Part: BlockPart>(
        _ part: inout Part, _ guide: Guide?, under parents: [String] = []
    ) throws(X12Error) {
        counts.segments += try coder.append(&part, guide, under: parents, isFirst: isFirst, to: &output)
    }

    /// The loops around the level of somebody who is insured.
    private static let insured = ["2000A", "2000B", "2000C"]

    private mutating func choose(_ identifier: String, _ transactionSet: String) throws(X12Error) {
        guard let known = guides.guide(identifier, transactionSet: transactionSet) else {
            throw X12Error(.unknownGuide, at: Location(), "no guide '\(identifier)' is known")
        }
        guide = known
    }
}

extension Interchange {
    /// The delimiters the header declares; the usual one for each that it leaves out.
    var delimiters: Delimiters {
        func byte(_ text: String?, _ usual: UInt8) -> UInt8 { text?.utf8.first ?? usual }
        let usual = Delimiters.usual
        let repetition = repetitionSeparator.flatMap { text in
            text.utf8.first.flatMap { byte in
                byte == UInt8(ascii: " ") || Character(UnicodeScalar(byte)).isLetter
                    || Character(UnicodeScalar(byte)).isNumber ? nil : byte
            }
        }
        return Delimiters(
            element: byte(elementSeparator, usual.element),
            component: byte(componentSeparator, usual.component),
            repetition: repetition, segment: byte(segmentTerminator, usual.segment))
    }
}
