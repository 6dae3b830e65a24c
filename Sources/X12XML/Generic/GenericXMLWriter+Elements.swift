internal import X12Parser
internal import X12Text

/// Elements, repetitions and components.
extension GenericXMLWriter {
    /// Writes all elements of a segment that has tags of its own, whatever they hold.
    @inline(never)
    mutating func elements(
        _ raw: RawSegment, _ own: SegmentTags.Segment, _ tags: SegmentTags, _ delimiters: Delimiters,
        _ depth: Int
    ) {
        for position in 1..<(raw.elementCount + 1) {
            let value = raw.element(position)
            // An empty element at the end says that its separator was sent.
            guard !value.isEmpty || position == raw.elementCount else { continue }
            guard position <= Int(own.elementCount) else {
                element(value, position, delimiters, depth)
                continue
            }
            anyElement(
                value, tags.elements[Int(own.elements) + position - 1], tags, delimiters, depth)
        }
    }

    /// Writes an element, whatever it holds.
    @inline(never)
    mutating func anyElement(
        _ value: UnsafeBufferPointer<UInt8>, _ element: SegmentTags.Element, _ tags: SegmentTags,
        _ delimiters: Delimiters, _ depth: Int
    ) {
        if element.repeats, let separator = delimiters.repetition {
            for part in Parts(value, separator) { repetition(part, element, tags, delimiters, depth) }
        } else {
            repetition(value, element, tags, delimiters, depth)
        }
    }

    /// Writes one repetition of an element, or the element.
    private mutating func repetition(
        _ value: UnsafeBufferPointer<UInt8>, _ element: SegmentTags.Element, _ tags: SegmentTags,
        _ delimiters: Delimiters, _ depth: Int
    ) {
        guard element.componentCount > 0, !value.isEmpty else {
            return self.value(value, element, tags, delimiters, depth)
        }
        indent(depth)
        buffer.put(tags.bytes + Int(element.open.offset), Int(element.open.count))
        var number = 0
        for component in Parts(value, delimiters.component) {
            number += 1
            // An empty one at the end says that its separator was sent.
            guard !component.isEmpty || Parts.isLast(component, of: value) else { continue }
            if number <= Int(element.componentCount) {
                let own = tags.elements[Int(element.components) + number - 1]
                self.value(component, own, tags, delimiters, depth + 1)
            } else {
                part("component", component, number, delimiters, depth + 1)
            }
        }
        indent(depth)
        buffer.put(tags.bytes + Int(element.close.offset), Int(element.close.count))
    }

    /// Writes a value that may hold anything between its tags.
    private mutating func value(
        _ value: UnsafeBufferPointer<UInt8>, _ element: SegmentTags.Element, _ tags: SegmentTags,
        _ delimiters: Delimiters, _ depth: Int
    ) {
        indent(depth)
        buffer.put(tags.bytes + Int(element.open.offset), Int(element.open.count))
        if element.meanings >= 0, (1...8).contains(value.count), let text = value.baseAddress {
            let meanings = tags.meanings.flat
            let meaning = meanings.piece(element.meanings, MeaningTable.key(text, value.count))
            if meaning.count > 0 {
                buffer.takeBackLast()
                buffer.put(meanings.bytes + Int(meaning.offset), Int(meaning.count))
                buffer.append(UInt8(ascii: ">"))
            }
        }
        guard content(value, delimiters) else { return }
        buffer.put(tags.bytes + Int(element.close.offset), Int(element.close.count))
    }

    /// Writes what stands behind a start tag; false when the tag was made one without content.
    private mutating func content(_ value: UnsafeBufferPointer<UInt8>, _ delimiters: Delimiters) -> Bool {
        guard !value.isEmpty else {
            endEmptyTag()
            return false
        }
        if value.contains(where: { $0 == delimiters.component || $0 == delimiters.repetition }) {
            buffer.takeBackLast()
            buffer.append(" verbatim=\"true\">")
        }
        return text(value)
    }

    /// Writes the text of an element whose start tag was just written.
    private mutating func text(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !value.isEmpty else {
            endEmptyTag()
            return false
        }
        if XMLText.isCharacters(value) {
            buffer.append(text: value)
        } else {
            buffer.takeBackLast()
            buffer.append(" escaped=\"true\">")
            XMLText.noted(value).withUnsafeBufferPointer { buffer.append(text: $0) }
        }
        return true
    }

    // MARK: - Elements without tags of their own

    /// Writes an element that the segment does not have in the standard.
    mutating func element(
        _ value: UnsafeBufferPointer<UInt8>, _ position: Int, _ delimiters: Delimiters, _ depth: Int
    ) {
        part("element", value, position, delimiters, depth)
    }

    private mutating func part(
        _ name: StaticString, _ value: UnsafeBufferPointer<UInt8>, _ position: Int, _ delimiters: Delimiters,
        _ depth: Int
    ) {
        indent(depth)
        buffer.append(UInt8(ascii: "<"))
        buffer.append(name)
        buffer.append(" position=\"")
        buffer.append(number: position)
        buffer.append("\">")
        guard content(value, delimiters) else { return }
        buffer.append("</")
        buffer.append(name)
        buffer.append(UInt8(ascii: ">"))
    }

    /// Writes an element of a segment that is not in the dictionary, split as its separators say.
    mutating func freeElement(
        _ value: UnsafeBufferPointer<UInt8>, _ segment: [UInt8], _ position: Int, _ delimiters: Delimiters,
        _ depth: Int
    ) {
        let name = Array(SegmentShape.reference(String(decoding: segment, as: UTF8.self), position).utf8)
        let isHeld = delimiters.repetition.map { value.contains($0) } ?? false
        guard isHeld, let separator = delimiters.repetition else {
            return freeRepetition(value, name, delimiters, depth)
        }
        for part in Parts(value, separator) { freeRepetition(part, name, delimiters, depth) }
    }

    private mutating func freeRepetition(
        _ value: UnsafeBufferPointer<UInt8>, _ name: [UInt8], _ delimiters: Delimiters, _ depth: Int
    ) {
        guard value.contains(delimiters.component) else { return freeValue(value, name, depth) }
        indent(depth)
        freeTag(name)
        var number = 0
        for component in Parts(value, delimiters.component) {
            number += 1
            guard !component.isEmpty || Parts.isLast(component, of: value) else { continue }
            freeValue(component, name + Array("-\(number)".utf8), depth + 1)
        }
        indent(depth)
        freeTag(name, isEnd: true)
    }

    private mutating func freeValue(_ value: UnsafeBufferPointer<UInt8>, _ name: [UInt8], _ depth: Int) {
        indent(depth)
        freeTag(name)
        if text(value) { freeTag(name, isEnd: true) }
    }

    private mutating func freeTag(_ name: [UInt8], isEnd: Bool = false) {
        buffer.append(isEnd ? "</" : "<")
        buffer.append(name)
        buffer.append(UInt8(ascii: ">"))
    }

    // MARK: - The interchange header

    /// Writes the elements of an ISA without the blanks that fill them up.
    mutating func headerElements(
        _ raw: RawSegment, _ own: SegmentTags.Segment, _ tags: SegmentTags, _ depth: Int
    ) {
        for position in 1..<(raw.elementCount + 1) {
            var value = raw.element(position)
            while value.last == UInt8(ascii: " ") { value = UnsafeBufferPointer(rebasing: value.dropLast()) }
            guard !value.isEmpty || position == raw.elementCount, position <= Int(own.elementCount) else {
                continue
            }
            let element = tags.elements[Int(own.elements) + position - 1]
            indent(depth)
            buffer.put(tags.bytes + Int(element.open.offset), Int(element.open.count))
            guard text(value) else { continue }
            buffer.put(tags.bytes + Int(element.close.offset), Int(element.close.count))
        }
    }
}
