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
    /// The level at the end of the output whose HL04 is not known yet.
    private var last: LastLevel?

    /// Writes in a mode, with the guides of a library.
    public init(_ mode: Mode = .asReceived, guides: GuideLibrary = GuideLibrary()) {
        self.mode = mode
        self.guides = guides
    }

    /// What was written since the last call.
    public mutating func takeBytes() -> [UInt8] {
        guard let start = last?.start else {
            defer { output.removeAll(keepingCapacity: true) }
            return output
        }
        let ready = Array(output[..<start])
        output.removeFirst(start)
        last?.move(by: -start)
        return ready
    }

    /// How many bytes wait to be taken.
    public var pendingBytes: Int { last?.start ?? output.count }

    /// Writes the next piece.
    ///
    /// In the mode ``Mode/issue`` a level waits for the piece behind it, which tells its HL04.
    ///
    /// - Throws: ``X12Error/Code/delimiterInData`` for a value that holds the element separator, the segment
    ///   terminator or a line end, ``X12Error/Code/unwritable`` for a list with more items than X12 has room for and for what belongs into a
    ///   transaction set when none was begun, and
    ///   ``X12Error/Code/unknownGuide`` for a set whose guide the library does not have.
    public mutating func write(_ item: ModelItem) throws(X12Error) {
        guard mode == .issue else { return try put(item) }
        let depth = item.depth
        complete(before: depth)
        if let depth {
            try putLevel(item, at: depth)
        } else if IssueCounts.leaves(item) {
            try put(item)
        } else {
            try put(counts.issue(item))
        }
    }

    /// Writes a claim, as it does as an item, without taking it over.
    ///
    /// - Throws: as ``write(_:)-(ModelItem)`` does.
    public mutating func write(_ claim: borrowing Claim) throws(X12Error) {
        if mode == .issue { complete() }
        try requireSet()
        try append(claim, in: guide, loop: guide?.claim)
        isFirst = false
    }

    /// Writes a claim payment, as it does as an item, without taking it over.
    ///
    /// - Throws: as ``write(_:)-(ModelItem)`` does.
    public mutating func write(_ payment: borrowing ClaimPayment) throws(X12Error) {
        if mode == .issue { complete() }
        try requireSet()
        try append(payment, in: guide, loop: guide?.claimPayment)
        isFirst = false
    }

    /// Refuses a piece of a transaction set that has no header: nobody could say how it is written.
    private func requireSet() throws(X12Error) {
        guard guide == nil else { return }
        throw X12Error(.unwritable, "a piece of a transaction set comes before the set's header")
    }

    /// Writes a level as if there were none below it, and keeps in mind what is otherwise when there is.
    private mutating func putLevel(_ item: ModelItem, at depth: Int) throws(X12Error) {
        var place = counts.place(at: depth)
        // HL04 of a patient is not used.
        if case .patientAcknowledgement = item { place.childCode = nil }
        let start = output.count
        try put(item, at: place)
        var level = LastLevel(depth: depth, start: start, childCode: coder.childCode)
        if level.childCode == nil, place.childCode != nil {
            // What is carried beside it is laid over either way of writing it.
            let (end, segments) = (output.count, counts.segments)
            place.childCode = "1"
            try put(item, at: place)
            level.other = Array(output[end...])
            output.removeLast(output.count - end)
            counts.segments = segments
        }
        last = level
    }

    /// Completes the level that waited for what comes behind it: says that it has one below, if it has.
    private mutating func complete(before depth: Int? = nil) {
        guard let level = last.take(), let depth, depth > level.depth else { return }
        if let childCode = level.childCode {
            output[childCode] = UInt8(ascii: "1")
        } else if let other = level.other {
            output.replaceSubrange(level.start..., with: other)
        }
    }

    /// Writes a piece, a level with the place in the hierarchy that is given or its own.
    private mutating func put(_ item: ModelItem, at level: HierarchicalLevel? = nil) throws(X12Error) {
        let before = output.count
        if item.isInSet { try requireSet() }
        switch item {
        case .interchange(let part):
            guide = nil
            try begin(part)
        case .acknowledgement(let part): try append(part)
        case .group(let part):
            guide = nil
            try append(part)
        case .claimHeader(let part, let identifier):
            try choose(identifier, "837")
            try append(part, in: guide)
        case .billingProvider(let part):
            try append(part, in: guide, loop: guide?.firstLevel, at: level)
        case .subscriber(let part):
            try append(part, in: guide, loop: guide?.secondLevel, at: level)
        case .patient(let part):
            try append(part, in: guide, loop: guide?.thirdLevel, at: level)
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
        case .informationSource(let part):
            try append(part, in: guide, loop: guide?.firstLevel, at: level)
        case .informationReceiver(let part):
            try append(part, in: guide, loop: guide?.secondLevel, at: level)
        case .inquirySubscriber(let part):
            try append(EligibilityInquiry(level: part), in: guide, loop: guide?.thirdLevel, at: level)
        case .responseSubscriber(let part):
            try append(EligibilityResponse(level: part), in: guide, loop: guide?.thirdLevel, at: level)
        case .inquiry(var part):
            if let level { part.place(at: level) }
            let loop = part.dependent == nil ? guide?.thirdLevel : guide?.fourthLevel
            try append(part, in: guide, loop: loop, at: level)
        case .response(var part):
            if let level { part.place(at: level) }
            let loop = part.dependent == nil ? guide?.thirdLevel : guide?.fourthLevel
            try append(part, in: guide, loop: loop, at: level)
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
        case .acknowledgementSource(let part):
            try append(part, in: guide, loop: guide?.firstLevel, at: level)
        case .acknowledgementReceiver(let part):
            try append(part, in: guide, loop: guide?.secondLevel, at: level)
        case .acknowledgedProvider(let part):
            try append(part, in: guide, loop: guide?.thirdLevel, at: level)
        case .patientAcknowledgement(let part):
            try append(part, in: guide, loop: guide?.fourthLevel, at: level)
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

    /// Writes a header.
    ///
    /// - Throws: ``X12Error/Code/malformedModel`` where components are kept apart by what values hold, or elements and segments
    ///   by the same: nobody could read that again.
    private mutating func begin(_ header: Interchange) throws(X12Error) {
        var header = header
        if header.carried == nil, header.componentSeparator?.isEmpty != false {
            header.componentSeparator = ":"
        }
        let delimiters = header.delimiters
        let component = delimiters.component
        let isData = 0x21..<0x80 ~= component && !Delimiters.canSeparate(component)
        guard !isData, component != delimiters.element, component != delimiters.segment else {
            throw X12Error(.malformedModel, "an interchange with this component separator could not be read")
        }
        coder.delimiters = delimiters
        coder.lineEnd = Array((header.lineEnd ?? "").utf8)
        try append(header)
    }

    /// Writes what stands behind the last segment: a line end, where lines have one.
    ///
    /// - Throws: as ``write(_:)`` does, for a piece that waited.
    public mutating func finish() throws(X12Error) {
        complete()
        if !isEnded { output.append(contentsOf: coder.lineEnd) }
        isEnded = true
    }

    private mutating func append<Part: BlockPart>(
        _ part: borrowing Part, in guide: WrittenGuide? = nil, loop: Int32? = nil,
        at level: HierarchicalLevel? = nil
    ) throws(X12Error) {
        counts.segments += try coder.append(
            part, guide?.map, loop: loop ?? 0, level: level, counts: mode == .issue, isFirst: isFirst,
            to: &output)
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
        func byte(_ text: String?, _ usual: UInt8) -> UInt8 {
            text.flatMap(ReceivedText.separator) ?? usual
        }
        let usual = Delimiters.usual
        // Headers of the time before there were repetitions have a letter in the separator's place.
        let repetition = repetitionSeparator.flatMap(ReceivedText.separator).flatMap { byte in
            let character = Character(UnicodeScalar(byte))
            return byte < 0x80 && (byte == UInt8(ascii: " ") || character.isLetter || character.isNumber)
                ? nil : byte
        }
        return Delimiters(
            element: byte(elementSeparator, usual.element),
            component: byte(componentSeparator, usual.component),
            repetition: repetition, segment: byte(segmentTerminator, usual.segment))
    }
}
