internal import X12Text

/// The values of the segment that was entered.
///
/// A value that is not written is not taken from the cursor either, which then sees that something is left.
extension BlockTranscoder {
    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {
        cursor.take(value, element, component)
    }

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        let bytes = cursor.bytes(element, component)
        guard !bytes.isEmpty else { return }
        if isPlain {
            output.pointee.field(name, plain: bytes)
        } else if !output.pointee.field(name, text: bytes) {
            if let text = cursor.takeOther(text: bytes, element, component) {
                output.pointee.field(name, text: text)
            }
            return
        }
        cursor.took(bytes, element, component)
    }

    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        let bytes = cursor.bytes(element, component)
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        if ExactDecimal.parseCanonicalX12(start, bytes.count) != nil {
            output.pointee.field(name, decimal: bytes)
            cursor.took(bytes, element, component)
        } else if let value = cursor.takeOther(decimal: bytes, element, component) {
            output.pointee.field(name, decimal: value)
        }
    }

    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        let bytes = cursor.bytes(element, component)
        guard !bytes.isEmpty else { return }
        if BlockDecoder.plainNumber(bytes) != nil {
            output.pointee.field(name, digits: bytes)
            cursor.took(bytes, element, component)
        } else if let value = cursor.takeOther(integer: bytes, element, component) {
            output.pointee.field(name, integer: value)
        }
    }

    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        let bytes = cursor.bytes(element, component)
        guard let date = CalendarDate.parse(bytes) else { return }
        output.pointee.field(name, date: date)
        cursor.took(bytes, element, component)
    }

    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        let bytes = cursor.bytes(element, component)
        guard let time = ClockTime.parse(bytes) else { return }
        output.pointee.field(name, time: time)
        cursor.took(bytes, element, component)
    }

    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        let format = cursor.bytes(qualifier, 0)
        let bytes = cursor.bytes(element, 0)
        guard let period = DateTimePeriod.parse(qualifier: format, bytes) else { return }
        output.pointee.field(name, period: period)
        cursor.take(format.count, qualifier, 0)
        cursor.took(bytes, element, 0)
    }

    // MARK: - Lists

    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        let last = cursor.lastFilled(elements)
        guard last >= elements.lowerBound else { return }
        let start = output.pointee.beginField(name, "[")
        for element in elements.lowerBound...last {
            let bytes = cursor.bytes(element, 0)
            // A gap stays one, so that those behind it keep their places.
            if listed(bytes), !bytes.isEmpty { cursor.took(bytes, element, 0) }
        }
        output.pointee.endField("]", from: start)
    }

    mutating func listed<Listing: ComponentListing>(
        _ element: Int, _ name: StaticString, _ values: inout [String], as listing: Listing.Type
    ) {
        guard let outer = cursor.beginComposite(element) else { return }
        texts(listing.components, name, &values)
        _ = cursor.endComposite(outer)
    }

    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {
        let whole = cursor.bytes(element, 0)
        guard !whole.isEmpty else { return }
        let start = output.pointee.beginField(name, "[")
        defer { output.pointee.endField("]", from: start) }
        guard let separator = cursor.repetitionSeparator else {
            if listed(whole) { cursor.took(whole, element, 0) }
            return
        }
        // An empty repetition at the end would be lost.
        var isWhole = whole.last != separator
        for text in whole.split(separator: separator, omittingEmptySubsequences: false) {
            isWhole = listed(UnsafeBufferPointer(rebasing: text)) && isWhole
        }
        if isWhole { cursor.took(whole, element, 0) }
    }

    /// Writes a text of a list; `false` when it is not UTF-8.
    @inline(__always)
    private mutating func listed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard isPlain else { return output.pointee.element(text: bytes) }
        output.pointee.element(plain: bytes)
        return true
    }

    // MARK: - Parts of segments

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        composite(element, name, Part.self)
    }

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part) {
        composite(element, name, Part.self)
    }

    mutating func composite<Part: ModelPart>(
        _ element: Int, _ name: StaticString, _ box: inout Boxed<Part>
    ) {
        composite(element, name, Part.self)
    }

    private mutating func composite<Part: ModelPart>(
        _ element: Int, _ name: StaticString, _ type: Part.Type
    ) {
        guard let outer = cursor.beginComposite(element) else { return }
        object(name, type)
        _ = cursor.endComposite(outer)
    }

    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        let last = cursor.lastFilled(elements)
        guard last >= elements.lowerBound else { return }
        let start = output.pointee.beginField(name, "[")
        for element in elements.lowerBound...last {
            output.pointee.beginElement()
            if let outer = cursor.beginComposite(element) {
                walk(Part.self)
                _ = cursor.endComposite(outer)
            }
            output.pointee.endElement()
        }
        output.pointee.endField("]", from: start)
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        let groups = cursor.groupCount(start, stride: stride, most: count)
        guard groups > 0 else { return }
        let before = cursor.offset
        let field = output.pointee.beginField(name, "[")
        for group in 0..<groups {
            cursor.offset = before &+ start &- 1 &+ group &* stride
            output.pointee.beginElement()
            walk(Part.self)
            output.pointee.endElement()
        }
        cursor.offset = before
        output.pointee.endField("]", from: field)
    }
}
