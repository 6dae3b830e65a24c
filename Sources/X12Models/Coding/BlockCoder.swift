internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Text

/// Turns blocks into parts and parts into bytes, for one interchange after the other.
struct BlockCoder: ~Copyable {
    /// The delimiters of the interchange being coded.
    var delimiters = Delimiters.usual
    /// The line end of the interchange being coded.
    var lineEnd: [UInt8] = []
    /// Whether each part is written and compared, also where its decoder saw what there is to be carried: for who holds one
    /// against the other.
    private let compares: Bool
    private var plan = BlockPlan()
    private let encoded = EncodedBlock()
    private var maps = ModelMaps()
    private var empty = EmptyParts()
    /// How walks see the elements of envelope parts, by their types.
    private var envelopeKinds: [ObjectIdentifier: EncodedBlock.ElementKinds] = [:]

    init(compares: Bool = false) { self.compares = compares }

    /// Goes over to the interchange of a block.
    mutating func follow(_ block: borrowing Block) {
        delimiters = block.delimiters
        lineEnd = block.lineEnd
    }

    // MARK: - Decoding

    /// The part that a block holds, with what it does not say of the block carried beside it.
    mutating func decode<Part: BlockPart>(_ type: Part.Type, _ block: borrowing Block) -> Part {
        var part = Part(standingFor: block)
        guard block.count > 0 else { return part }
        // What is carried whole is written without a guide, so it is read without one.
        let map = type == CarriedSegments.self ? nil : block.shared.map { maps.map($0) }
        plan.fill(block, map, lineEnd: lineEnd)
        map?.chart(part, loop: plan.loop)
        var decoder = BlockDecoder(plan, block.memory, map, delimiters)
        part.walk(&decoder)
        guard decoder.isWhole, !compares else {
            complete(&part)
            part.carried = difference(part, block, map)
            return part
        }
        part.carried = Carried(
            spelled: decoder.cursor.spelled, unusuallyLed: plan.unusuallyLed, of: block, map)
        assert(difference(part, block, map) == part.carried, "a decoder took a part for whole that is not")
        return part
    }

    /// What writing a part does not give of the block it was read from.
    private mutating func difference<Part: BlockPart>(
        _ part: borrowing Part, _ block: borrowing Block, _ map: ModelMap?
    ) -> Carried? {
        note(part, map, loop: plan.loop)
        return CarriedDifference(lineEnd: lineEnd, map: map, delimiters: delimiters)
            .find(block, plan, encoded)
    }

    /// Gives an interchange the separators that are no elements of ISA, and takes its padding off.
    private func complete<Part: BlockPart>(_ part: inout Part) {
        guard var interchange = part as? Interchange else { return }
        if let some = Self.completed(&interchange, self) as? Part { part = some }
    }

    /// An interchange with the separators that are no elements of ISA, and without its padding.
    private static func completed(_ interchange: inout Interchange, _ coder: borrowing BlockCoder)
        -> Interchange
    {
        interchange.trimPadding()
        interchange.elementSeparator = ReceivedText.separator(coder.delimiters.element)
        interchange.segmentTerminator = ReceivedText.separator(coder.delimiters.segment)
        interchange.lineEnd = coder.lineEnd.isEmpty ? nil : String(decoding: coder.lineEnd, as: UTF8.self)
        return interchange
    }

    // MARK: - Transcoding

    /// Writes the properties of the part that a block holds as fields of the object that is open, without making the part.
    ///
    /// What is carried of its spellings is written behind them.
    ///
    /// - Returns: `false`, and nothing written, where more in the block is not written as it was received, so that the part has
    ///   to be made to see what.
    mutating func transcode<Part: BlockPart>(
        _ type: Part.Type, _ block: borrowing Block, to output: inout JSONWriter
    ) -> Bool {
        guard block.count > 0, let map = block.shared.map({ maps.map($0) }) else { return false }
        plan.fill(block, map, lineEnd: lineEnd)
        guard plan.isPlain else { return false }
        let memory = block.memory
        let cursor = BlockCursor(plan, memory, map, delimiters)
        let isPlain = PlainText.isAll(UnsafeBufferPointer(start: memory.bytes, count: memory.byteCount))
        let led = plan.unusuallyLed
        let start = output.mark
        let isWhole = withUnsafeMutablePointer(to: &empty) { empty in
            map.chart(empty.pointee.part(type).pointee, loop: plan.loop)
            return withUnsafeMutablePointer(to: &output) { output in
                var transcoder = BlockTranscoder(cursor, isPlain: isPlain, output, empty)
                output.pointee.beginFields()
                transcoder.walk(type)
                if transcoder.isWhole {
                    output.pointee.carried(
                        spelled: transcoder.cursor.spelled, unusuallyLed: led, of: memory, map,
                        isPlain: isPlain)
                }
                output.pointee.endFields()
                return transcoder.isWhole
            }
        }
        if !isWhole { output.rewind(to: start) }
        return isWhole
    }

    // MARK: - Encoding

    /// What coding has to know of a guide; made when it is first asked for.
    mutating func map(_ guide: Guide) -> ModelMap { maps.map(guide) }

    /// Where the code of the place in the hierarchy stands that was asked for last (HL04), counted in bytes of the output;
    /// `nil` where a part writes it its own way.
    private(set) var childCode: Int?

    /// Appends a part's segments as they were received, or as its values have come to be since.
    ///
    /// - Parameters:
    ///   - part: The part.
    ///   - map: Of the guide the part belongs to; `nil` in the envelope.
    ///   - loop: The loop that the part stands for; 0 for header, trailer and envelope.
    ///   - level: The place in the hierarchy to be written instead of the part's own.
    ///   - counts: Whether the parts of a list are counted anew where they have numbers.
    ///   - isFirst: Whether nothing was written before.
    ///   - output: Takes the bytes.
    /// - Returns: How many segments were appended.
    /// - Throws: ``X12Error/Code/delimiterInData`` and ``X12Error/Code/unwritable``.
    mutating func append<Part: BlockPart>(
        _ part: borrowing Part, _ map: ModelMap?, loop: Int32 = 0, level: HierarchicalLevel? = nil,
        counts: Bool = false, isFirst: Bool, to output: inout [UInt8]
    ) throws(X12Error) -> Int {
        childCode = nil
        guard part.carried == nil, !(Part.self is Interchange.Type) else {
            if let error = note(part, map, loop: loop, level, counts: counts) { throw error }
            CarriedApplication(map: map, delimiters: delimiters, lineEnd: lineEnd)
                .append(encoded, part.carried, isFirst: isFirst, to: &output)
            return encoded.segments.count + (part.carried?.segments.count ?? 0)
        }
        var encoder = BlockEncoder(
            encoded, map, delimiters, lineEnd: lineEnd, loop: loop, mode: .sent, isFirst: isFirst,
            level: level, counts: counts, checksValues: false)
        part.show(to: &encoder)
        if !encoder.checksValues, encoder.isCut() {
            // Which value it is, and whether it may hold what looks like a delimiter, is seen when each is looked at.
            encoder = BlockEncoder(
                encoded, map, delimiters, lineEnd: lineEnd, loop: loop, mode: .sent, isFirst: isFirst,
                level: level, counts: counts)
            part.show(to: &encoder)
        }
        if let error = encoder.finish() { throw error }
        childCode = encoder.childCode.map { output.count + $0 }
        output.append(contentsOf: encoded.written)
        return encoder.segmentCount
    }

    /// How many segments a part comes to.
    mutating func segmentCount<Part: BlockPart>(_ part: borrowing Part, _ map: ModelMap?) -> Int {
        note(part, map, loop: 0)
        return encoded.segments.count + (part.carried?.segments.count ?? 0)
    }

    /// Encodes a part's segments apart from each other, so that what is carried can be compared with them or laid over.
    @discardableResult
    private mutating func note<Part: BlockPart>(
        _ part: borrowing Part, _ map: ModelMap?, loop: Int32, _ level: HierarchicalLevel? = nil,
        counts: Bool = false
    ) -> X12Error? {
        var encoder = BlockEncoder(
            encoded, map, delimiters, loop: loop, mode: .noted, level: level, counts: counts)
        part.show(to: &encoder)
        let error = encoder.finish()
        if Part.self is Interchange.Type { encoded.padInterchangeHeader(delimiters.element) }
        if map == nil { noteKinds(of: Part.self) }
        return error
    }

    /// Notes how a walk sees the elements of a part of the envelope, which has no guide to say it.
    private mutating func noteKinds<Part: BlockPart>(of part: Part.Type) {
        let kinds = envelopeKinds[ObjectIdentifier(part)] ?? EncodedBlock.ElementKinds(ModelOutline(of: part))
        envelopeKinds[ObjectIdentifier(part)] = kinds
        for index in encoded.segments.indices { encoded.segments[index].elements.formUnion(kinds) }
    }
}

extension EncodedBlock {
    /// Fills the elements of an ISA up to their fixed widths.
    func padInterchangeHeader(_ separator: UInt8) {
        guard segments.count == 1 else { return }
        let widths = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1]
        let elements = text(segments[0]).split(separator: separator, omittingEmptySubsequences: false)
        var padded: [UInt8] = Array(elements[0])
        for (position, width) in widths.enumerated() {
            let value = position + 1 < elements.count ? Array(elements[position + 1]) : []
            padded.append(separator)
            padded += value
            padded += Array(repeating: UInt8(ascii: " "), count: max(0, width - value.count))
        }
        replaceOnly(by: padded)
    }
}
