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
    private var guide: WrittenGuide?
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
    ///   terminator, ``X12Error/Code/unwritable`` for a list with more items than X12 has room for and for what belongs into a
    ///   transaction set when none was begun, and
    ///   ``X12Error/Code/unknownGuide`` for a set whose guide the library does not have.
    public mutating func write(_ item: ModelItem) throws(X12Error) {
        guard mode == .issue else { return try put(item) }
        let depth = item.depth
        try putHeld(before: depth)
        if depth != nil {
            held = item
        } else if counts.leaves(item) {
            try put(item)
        } else {
            try put(counts.issue(item))
        }
    }

    /// Writes a claim, as it does as an item, without taking it over.
    ///
    /// - Throws: as ``write(_:)-(ModelItem)`` does.
    public mutating func write(_ claim: borrowing Claim) throws(X12Error) {
        if mode == .issue {
            try putHeld()
            guard IssueCounts.isNumbered(claim) else { return try put(counts.issue(.claim(copy claim))) }
        }
        try requireSet()
        try append(claim, in: guide, loop: guide?.claim)
        isFirst = false
    }

    /// Writes a claim payment, as it does as an item, without taking it over.
    ///
    /// - Throws: as ``write(_:)-(ModelItem)`` does.
    public mutating func write(_ payment: borrowing ClaimPayment) throws(X12Error) {
        try requireSet()
        try append(payment, in: guide, loop: guide?.claimPayment)
        isFirst = false
    }

    /// Refuses a piece of a transaction set that has no header: nobody could say how it is written.
    private func requireSet() throws(X12Error) {
        guard guide == nil else { return }
        throw X12Error(.unwritable, "a piece of a transaction set comes before the set's header")
    }

    /// Writes the level that waited for what comes behind it.
    private mutating func putHeld(before depth: Int? = nil) throws(X12Error) {
        guard var item = held.take() else { return }
        if let own = item.depth { item.place(at: counts.place(at: own, before: depth)) }
        try put(item)
    }

    private mutating func put(_ item: ModelItem) throws(X12Error) {
        let before = output.count
        if item.isInSet { try requireSet() }
        switch item {
        case .interchange(let part):
            guide = nil
            coder.delimiters = part.delimiters
            coder.lineEnd = Array((part.lineEnd ?? "").utf8)
            try append(part)
        case .acknowledgement(let part): try append(part)
        case .group(let part):
            guide = nil
            try append(part)
        case .claimHeader(let part, let identifier):
            try choose(identifier, "837")
            try append(part, in: guide)
        case .billingProvider(let part): try append(part, in: guide, loop: guide?.firstLevel)
        case .subscriber(let part): try append(part, in: guide, loop: guide?.secondLevel)
        case .patient(let part): try append(part, in: guide, loop: guide?.thirdLevel)
        case .claim(let part): try append(part, in: guide, loop: guide?.claim)
        case .remittanceHeader(let part, let identifier):
            try choose(identifier, "835")
            try append(part, in: guide)
        case .remittanceGroup(let part): try append(part, in: guide, loop: guide?.remittanceGroup)
        case .claimPayment(let part): try append(part, in: guide, loop: guide?.claimPayment)
        case .remittanceTrailer(var part):
            if mode == .issue {
                part.segmentCount = 0
                counts.close(
                    &part.segmentCount, &part.controlNumber, own: coder.segmentCount(part, guide?.map))
            }
            try append(part, in: guide)
        case .inquiryHeader(let part, let identifier):
            try choose(identifier, "270")
            try append(part, in: guide)
        case .responseHeader(let part, let identifier):
            try choose(identifier, "271")
            try append(part, in: guide)
        case .informationSource(let part): try append(part, in: guide, loop: guide?.firstLevel)
        case .informationReceiver(let part): try append(part, in: guide, loop: guide?.secondLevel)
        case .inquirySubscriber(let level):
            try append(EligibilityInquiry(level: level), in: guide, loop: guide?.thirdLevel)
        case .responseSubscriber(let level):
            try append(EligibilityResponse(level: level), in: guide, loop: guide?.thirdLevel)
        case .inquiry(let part):
            try append(part, in: guide, loop: part.dependent == nil ? guide?.thirdLevel : guide?.fourthLevel)
        case .response(let part):
            try append(part, in: guide, loop: part.dependent == nil ? guide?.thirdLevel : guide?.fourthLevel)
        case .implementationAcknowledgementHeader(let part, let identifier):
            try choose(identifier, "999")
            try append(part, in: guide)
        case .transactionSetResponse(let part):
            try append(part, in: guide, loop: guide?.transactionSetResponse)
        case .implementationAcknowledgementTrailer(var part):
            if mode == .issue {
                part.segmentCount = 0
                counts.close(
                    &part.segmentCount, &part.controlNumber, own: coder.segmentCount(part, guide?.map))
            }
            try append(part, in: guide)
        case .claimAcknowledgementHeader(let part, let identifier):
            try choose(identifier, "277")
            try append(part, in: guide)
        case .acknowledgementSource(let part): try append(part, in: guide, loop: guide?.firstLevel)
        case .acknowledgementReceiver(let part): try append(part, in: guide, loop: guide?.secondLevel)
        case .acknowledgedProvider(let part): try append(part, in: guide, loop: guide?.thirdLevel)
        case .patientAcknowledgement(let part): try append(part, in: guide, loop: guide?.fourthLevel)
        case .claimTrailer(var part), .eligibilityTrailer(var part), .claimAcknowledgementTrailer(var part):
            if mode == .issue {
                part.segmentCount = 0
                counts.close(
                    &part.segmentCount, &part.controlNumber, own: coder.segmentCount(part, guide?.map))
            }
            try append(part, in: guide)
        case .groupTrailer(let part): try append(part)
        case .interchangeTrailer(let part): try append(part)
        case .carried(let part):
            if part.carried?.trailing != nil { isEnded = true }
            try append(part)
        }
        if output.count > before { isFirst = false }
    }

    /// Writes what stands behind the last segment: a line end, where lines have one.
    ///
    /// - Throws: as ``write(_:)`` does, for a piece that waited.
    public mutating func finish() throws(X12Error) {
        try putHeld()
        if !isEnded { output.append(contentsOf: coder.lineEnd) }
        isEnded = true
    }

    private mutating func append<Part: BlockPart>(
        _ part: borrowing Part, in guide: WrittenGuide? = nil, loop: Int32? = nil
    ) throws(X12Error) {
        counts.segments += try coder.append(
            part, guide?.map, loop: loop ?? 0, isFirst: isFirst, to: &output)
    }

    private mutating func choose(_ identifier: String, _ transactionSet: String) throws(X12Error) {
        guard let known = guides.guide(identifier, transactionSet: transactionSet) else {
            throw X12Error(.unknownGuide, at: Location(), "no guide '\(identifier)' is known")
        }
        guide = WrittenGuide(coder.map(known))
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
