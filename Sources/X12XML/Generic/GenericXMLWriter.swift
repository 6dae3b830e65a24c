public import X12Diagnostics
internal import X12Grammar
public import X12Parser
internal import X12Text

/// Writes interchanges as XML of the generic form: every segment, element, component and repetition, nested as
/// the guide nests its loops.
///
///     <x12 schemaVersion="1.0">
///       <interchange elementSeparator="*" segmentTerminator="~" lineEnd="\n">
///         <ISA> … </ISA>
///         <group>
///           <GS> … </GS>
///           <set837 guide="005010X222A1" name="Health Care Claim: Professional">
///             <ST> … </ST>
///             <loop2000A name="Billing Provider Hierarchical Level"> …
///               <loop2300 name="Claim Information">
///                 <CLM name="Claim Information">
///                   <CLM01 name="Patient Control Number">PCN0001</CLM01>
///                   <CLM02 name="Total Claim Charge Amount">180</CLM02>
///
/// Blocks are written one after the other, in flat memory. Everything of the input is there: what the guide
/// does not take stands where it stood (``Nesting``), and what a segment's values do not say (other bytes
/// between segments, line ends inside, a cut end, bytes that XML cannot hold) is said by attributes, so that
/// ``GenericXMLReader`` gives the same bytes again.
public struct GenericXMLWriter: ~Copyable {
    let options: GenericXMLOptions
    var buffer = XMLBuffer()
    var nesting = Nesting()
    private var marks = SeparatorMarks()
    /// The guides met so far, and the one met last, as its blocks share it.
    private var forms: [String: GuideForm] = [:]
    private var form: GuideForm?
    private var formGuide: SharedGuide?
    /// The tags of each guide that the nesting has met, in its order.
    private var tagsOfTable: [SegmentTags] = []
    private let baseTags: SegmentTags
    let renderer = FindingRenderer(file: "")
    private var hasBegun = false
    /// Whether no segment was written yet.
    var isFirst = true
    /// The usual bytes between segments.
    var lineEnd: [UInt8] = [] {
        didSet {
            lineEndCount = lineEnd.count
            lineEndStart = (lineEnd.first ?? 0, lineEnd.dropFirst().first ?? 0)
        }
    }
    /// How long that is, and its first two bytes, to be compared without looking up an array.
    private(set) var lineEndCount = 0
    private(set) var lineEndStart: (UInt8, UInt8) = (0, 0)

    /// Creates a writer of one document.
    public init(_ options: GenericXMLOptions = GenericXMLOptions()) {
        self.options = options
        baseTags = options.showsLabels ? SegmentTags.labelledBase : SegmentTags.plainBase
    }

    /// How many bytes wait to be taken.
    public var pendingBytes: Int { buffer.count }

    /// Hands the bytes that wait to a sink, when there are at least `limit` of them.
    ///
    /// - Throws: what the sink throws.
    public mutating func drain(
        over limit: Int = 0, into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        try buffer.drain(over: limit, into: sink)
    }

    /// Writes a block.
    ///
    /// - Parameters:
    ///   - block: The block; blocks come in the order in which a ``X12Parser/BlockReader`` hands them out, the
    ///     one of kind ``X12Parser/Block/Kind/end`` last.
    ///   - findings: What was found in it: the block's own findings, or those of a validator. They are written
    ///     where the options ask for them.
    public mutating func write(_ block: borrowing Block, findings: [Finding] = []) {
        begin()
        if !(lineEnd == block.lineEnd) { lineEnd = block.lineEnd }
        let form = self.form(of: block)
        let tags = form?.tags ?? baseTags
        var remarks = SegmentRemarks(options.showsFindings ? findings : [])
        let ordinary =
            form == nil || options.showsPositions || !remarks.all.isEmpty
            ? nil : OrdinaryBlock(block.memory, tags, block.delimiters, &marks)
        var index = 0
        while true {
            if let ordinary { index = ordinarySegments(ordinary, from: index) }
            guard index < block.count else { break }
            let facts = block[index]
            let raw = block.raw(index)
            let plain = nesting.stands(facts.placement)
            if !plain {
                nesting.take(block.kind, raw.identifier, facts.placement, form?.table)
                if tagsOfTable.count < nesting.tables.count { tagsOfTable.append(tags) }
                follow(block.delimiters)
            }
            let extra = extras(of: index, facts, raw, block)
            let own = remarks.take(on: Int(facts.ordinal), isLast: index == block.count - 1)
            segment(raw, facts, block.kind, tags, block.delimiters, extra, own)
            isFirst = false
            if !plain {
                nesting.settle()
                follow(block.delimiters)
            }
            index += 1
        }
        if block.kind == .end { end(block, remarks.all) }
    }

    // MARK: - The document

    private mutating func begin() {
        guard !hasBegun else { return }
        hasBegun = true
        buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<x12")
        if options.showsFindings {
            buffer.append(attribute: "xmlns:f", GenericXML.findingNamespace.utf8)
        }
        buffer.append(attribute: "schemaVersion", GenericXML.schemaVersion.utf8)
        buffer.append(UInt8(ascii: ">"))
    }

    private mutating func end(_ block: borrowing Block, _ remarks: [Finding]) {
        nesting.take(.end, SegmentIdentifier(packed: 0), .none, nil)
        follow(block.delimiters)
        for finding in remarks { self.finding(finding, depth: 1, in: nil) }
        if block.trailing != block.lineEnd {
            indent(1)
            if block.trailing.isEmpty {
                buffer.append("<trailing/>")
            } else {
                buffer.append("<trailing>")
                let noted = block.trailing.withUnsafeBufferPointer { XMLText.noted($0) }
                noted.withUnsafeBufferPointer { buffer.append(text: $0) }
                buffer.append("</trailing>")
            }
        }
        indent(0)
        buffer.append("</x12>\n")
    }

    /// Opens and closes elements as the nesting has worked out.
    private mutating func follow(_ delimiters: Delimiters) {
        guard !nesting.steps.isEmpty else { return }
        // The depth at which the steps begin: what they open and close is counted along.
        var depth = nesting.frames.count + 1
        for step in nesting.steps.reversed() {
            switch step {
            case .open: depth -= 1
            case .close: depth += 1
            case .missing: break
            }
        }
        for step in nesting.steps {
            switch step {
            case .open(let frame):
                indent(depth)
                open(frame, delimiters)
                depth += 1
            case .close(let frame):
                depth -= 1
                indent(depth)
                close(frame)
            case .missing(let identifier):
                indent(depth)
                buffer.append("<missing id=\"")
                buffer.append(Array(identifier.description.utf8))
                buffer.append("\"/>")
            }
        }
    }

    private mutating func open(_ frame: Nesting.Frame, _ delimiters: Delimiters) {
        switch frame.kind {
        case .interchange: openInterchange(delimiters)
        case .group: buffer.append("<group>")
        case .set, .loop: tag(frame) { $0.open }
        case .unguidedSet: buffer.append("<set>")
        case .misplaced: buffer.append("<misplaced>")
        case .unexpected: buffer.append("<unexpected>")
        }
    }

    private mutating func close(_ frame: Nesting.Frame) {
        switch frame.kind {
        case .interchange: buffer.append("</interchange>")
        case .group: buffer.append("</group>")
        case .set, .loop: tag(frame) { $0.close }
        case .unguidedSet: buffer.append("</set>")
        case .misplaced: buffer.append("</misplaced>")
        case .unexpected: buffer.append("</unexpected>")
        }
    }

    private mutating func openInterchange(_ delimiters: Delimiters) {
        buffer.append("<interchange")
        attribute("elementSeparator", noted: [delimiters.element])
        attribute("segmentTerminator", noted: [delimiters.segment])
        attribute("lineEnd", noted: lineEnd)
        buffer.append(UInt8(ascii: ">"))
    }

    private mutating func tag(_ frame: Nesting.Frame, _ part: (SegmentTags.Loop) -> TagArena.Piece) {
        guard frame.table >= 0 else { return }
        let tags = tagsOfTable[Int(frame.table)]
        let piece = part(tags.loopTags[Int(frame.loop)])
        buffer.put(tags.bytes + Int(piece.offset), Int(piece.count))
    }

    mutating func attribute(_ name: StaticString, noted bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer.append(attribute: name, noted: $0) }
    }

    /// How deep the next segment stands.
    var depth: Int { nesting.frames.count + 1 }

    @inline(__always)
    mutating func indent(_ depth: Int) {
        guard options.isIndented else { return }
        buffer.reserve(Indentation.most)
        buffer.advance(to: Indentation.copy(depth, to: buffer.target))
    }

    // MARK: - Guides

    private mutating func form(of block: borrowing Block) -> GuideForm? {
        guard let shared = block.shared else { return nil }
        if let form, formGuide === shared { return form }
        let guide = shared.guide
        let key = "\(guide.identifier) \(guide.transactionSet)"
        let found = forms[key] ?? GuideForm(guide, labelled: options.showsLabels)
        forms[key] = found
        form = found
        formGuide = shared
        return found
    }
}

/// What a guide comes to in XML: its tags and the order of its loops.
private struct GuideForm {
    let table: LoopTable
    let tags: SegmentTags

    init(_ guide: Guide, labelled: Bool) {
        table = LoopTable(guide)
        tags = SegmentTags(guide, labelled: labelled)
    }
}
