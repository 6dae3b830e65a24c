internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Text

/// Segments, and what their values do not say.
extension GenericXMLWriter {
    /// What the start tag of a segment says besides its name.
    struct Extras {
        /// What stands before it, where that is not the usual line end.
        var before: [UInt8]?
        /// The segment as received, where its values do not come to that.
        var received: [UInt8]?
        var isCut = false
        var position: BlockSegment?
        var byteCount = 0
        /// The identifier, of a segment whose element cannot be named by it.
        var identifier: [UInt8]?

        var isEmpty: Bool {
            before == nil && received == nil && !isCut && position == nil && identifier == nil
        }
    }

    /// Looks for what a segment's values will not say; `nil` when there is nothing, as is usual.
    @inline(__always)
    func extras(
        of index: Int, _ facts: BlockSegment, _ raw: RawSegment, _ block: borrowing Block
    ) -> Extras? {
        let leading = block.leading(index)
        let received = block.received(index)
        let isPlain =
            !isFirst && isLineEnd(leading) && facts.isTerminated
            && received.count == Int(raw.ends[raw.elementCount]) && raw.identifier != "ISA"
            && !facts.placement.remarks.contains(.unlisted)
        if isPlain, !options.showsPositions { return nil }
        return slowExtras(facts, raw, leading, received)
    }

    /// Whether some bytes are what usually stands between segments.
    @inline(__always)
    func isLineEnd(_ leading: UnsafeBufferPointer<UInt8>) -> Bool {
        guard leading.count == lineEndCount else { return false }
        switch lineEndCount {
        case 0: return true
        case 1: return leading[0] == lineEndStart.0
        case 2: return leading[0] == lineEndStart.0 && leading[1] == lineEndStart.1
        default: return leading.elementsEqual(lineEnd)
        }
    }

    private func slowExtras(
        _ facts: BlockSegment, _ raw: RawSegment, _ leading: UnsafeBufferPointer<UInt8>,
        _ received: UnsafeBufferPointer<UInt8>
    ) -> Extras? {
        var extras = Extras()
        if !leading.elementsEqual(isFirst ? [] : lineEnd) { extras.before = Array(leading) }
        let said = raw.identifier == "ISA" ? InterchangeHeaderText.padded(raw) : Array(raw.bytes)
        // An element is named by the guide's identifier.
        let isMisspelled = facts.placement.rule >= 0 && raw.identifier != raw.identifier.inCapitals
        if isMisspelled || !received.elementsEqual(said) { extras.received = Array(received) }
        extras.isCut = !facts.isTerminated
        if options.showsPositions {
            extras.position = facts
            extras.byteCount = received.count
        }
        return extras.isEmpty ? nil : extras
    }

    // MARK: - Writing

    /// Writes a segment with all its elements and findings.
    mutating func segment(
        _ raw: RawSegment, _ facts: BlockSegment, _ kind: Block.Kind, _ tags: SegmentTags,
        _ delimiters: Delimiters, _ extras: Extras?, _ findings: [Finding]
    ) {
        let depth = self.depth
        let number: Int? =
            facts.placement.rule >= 0 ? Int(facts.placement.rule) : tags.number(of: raw.identifier)
        guard let number else { return freeSegment(raw, facts, kind, delimiters, extras, findings) }
        let own = tags.segments[number]
        indent(depth)
        buffer.reserve(Int(own.open.count))
        buffer.put(tags.bytes + Int(own.open.offset), Int(own.open.count))
        if let extras { put(extras) }
        if raw.elementCount == 0, findings.isEmpty { return endEmptyTag() }
        if raw.identifier == "ISA" {
            headerElements(raw, own, tags, depth + 1)
        } else {
            elements(raw, own, tags, delimiters, depth + 1)
        }
        for finding in findings { self.finding(finding, depth: depth + 1, in: facts) }
        indent(depth)
        buffer.put(tags.bytes + Int(own.close.offset), Int(own.close.count))
    }

    /// Puts attributes into the start tag that was just written.
    private mutating func put(_ extras: Extras) {
        buffer.takeBackLast()
        if let identifier = extras.identifier { attribute("id", noted: identifier) }
        if let before = extras.before { attribute("before", noted: before) }
        if let received = extras.received { attribute("received", noted: received) }
        if extras.isCut { buffer.append(" cut=\"true\"") }
        if let position = extras.position {
            buffer.append(" byteOffset=\"")
            buffer.append(number: position.byteOffset)
            buffer.append("\" byteCount=\"")
            buffer.append(number: extras.byteCount)
            buffer.append("\" line=\"")
            buffer.append(number: Int(position.line))
            buffer.append(UInt8(ascii: "\""))
        }
        buffer.append(UInt8(ascii: ">"))
    }

    /// Makes the start tag that was just written one of an element without content.
    mutating func endEmptyTag() {
        buffer.takeBackLast()
        buffer.append("/>")
    }

    /// Writes a segment that has no tags of its own: of a set without a guide by its identifier, any other by
    /// an element `segment`.
    private mutating func freeSegment(
        _ raw: RawSegment, _ facts: BlockSegment, _ kind: Block.Kind, _ delimiters: Delimiters,
        _ extras: Extras?, _ findings: [Finding]
    ) {
        let depth = self.depth
        let identifier = UnsafeBufferPointer(start: raw.text, count: Int(raw.ends[0]))
        let isNamed = kind == .carried && SegmentShape.isIdentifier(identifier)
        let name = isNamed ? Array(identifier) : Array("segment".utf8)
        indent(depth)
        buffer.append(UInt8(ascii: "<"))
        buffer.append(name)
        buffer.append(UInt8(ascii: ">"))
        var extras = extras ?? Extras()
        if !isNamed { extras.identifier = Array(identifier) }
        if !extras.isEmpty { put(extras) }
        if raw.elementCount == 0, findings.isEmpty { return endEmptyTag() }
        for position in 1..<(raw.elementCount + 1) {
            let value = raw.element(position)
            guard !value.isEmpty || position == raw.elementCount else { continue }
            if isNamed {
                freeElement(value, name, position, delimiters, depth + 1)
            } else {
                element(value, position, delimiters, depth + 1)
            }
        }
        for finding in findings { self.finding(finding, depth: depth + 1, in: facts) }
        indent(depth)
        buffer.append("</")
        buffer.append(name)
        buffer.append(UInt8(ascii: ">"))
    }

    // MARK: - Findings

    /// Writes a finding, as an element of the namespace of findings.
    ///
    /// One that is about another segment than the one it stands in says which, by identifier and position in
    /// its set.
    mutating func finding(_ finding: Finding, depth: Int, in facts: BlockSegment?) {
        let isElsewhere = facts.map { Int($0.ordinal) != finding.location.segment } ?? true
        indent(depth)
        buffer.append("<f:finding")
        buffer.append(attribute: "rule", finding.rule.id.utf8)
        buffer.append(attribute: "severity", finding.rule.severity.rawValue.utf8)
        buffer.append(attribute: "level", String(finding.rule.level).utf8)
        let place = Self.place(of: finding, withSegment: isElsewhere)
        if !place.isEmpty { buffer.append(attribute: "at", place.utf8) }
        if isElsewhere, finding.location.segmentPosition > 0 {
            buffer.append(attribute: "position", String(finding.location.segmentPosition).utf8)
        }
        buffer.append(attribute: "message", renderer.message(finding).utf8)
        buffer.append("/>")
    }

    /// `CLM05-2`; of a finding that is not about an element, the segment if asked for.
    private static func place(of finding: Finding, withSegment: Bool) -> String {
        let location = finding.location
        let segment = finding.context.segment
        guard location.element > 0, !segment.isEmpty else { return withSegment ? segment : "" }
        var place = SegmentShape.reference(segment, location.element)
        if location.component > 0 { place += "-\(location.component)" }
        return place
    }
}
