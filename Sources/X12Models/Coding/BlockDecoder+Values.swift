internal import X12Text

/// The values of the segment that was entered.
///
/// Each value that is written as it was received is taken from the cursor, which counts its bytes.
extension BlockDecoder {
    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {
        cursor.take(value, element, component)
    }

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        let bytes = cursor.bytes(element, component)
        guard !bytes.isEmpty else {
            if value != nil { value = nil }
            return
        }
        guard let text = string(bytes) else {
            value = cursor.takeOther(text: bytes, element, component)
            return
        }
        value = text
        cursor.filled &+= 1
        cursor.take(bytes.count, element, component)
    }

    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        let bytes = cursor.bytes(element, component)
        guard let start = bytes.baseAddress, !bytes.isEmpty else {
            value = nil
            return
        }
        value = ExactDecimal.parseCanonicalX12(start, bytes.count)
        if value != nil {
            cursor.took(bytes, element, component)
        } else {
            value = cursor.takeOther(decimal: bytes, element, component)
        }
    }

    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        let bytes = cursor.bytes(element, component)
        value = Self.plainNumber(bytes)
        if value != nil {
            cursor.took(bytes, element, component)
        } else if !bytes.isEmpty {
            value = cursor.takeOther(integer: bytes, element, component)
        }
    }

    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        let bytes = cursor.bytes(element, component)
        value = CalendarDate.parse(bytes)
        if value != nil { cursor.took(bytes, element, component) }
    }

    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        let bytes = cursor.bytes(element, component)
        value = ClockTime.parse(bytes)
        if value != nil { cursor.took(bytes, element, component) }
    }

    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        let format = cursor.bytes(qualifier, 0)
        let bytes = cursor.bytes(element, 0)
        value = DateTimePeriod.parse(qualifier: format, bytes)
        guard value != nil else { return }
        cursor.take(format.count, qualifier, 0)
        cursor.took(bytes, element, 0)
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) {}

    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        let last = cursor.lastFilled(elements)
        guard last >= elements.lowerBound else { return }
        values.reserveCapacity(last &- elements.lowerBound &+ 1)
        for element in elements.lowerBound...last {
            let bytes = cursor.bytes(element, 0)
            guard let text = string(bytes) else {
                // Not taken, so that what is carried is found by comparing.
                values.append(cursor.otherText(bytes) ?? "")
                continue
            }
            values.append(text)
            cursor.take(bytes.count, element, 0)
        }
        trim(&values)
    }

    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {
        let whole = cursor.bytes(element, 0)
        guard !whole.isEmpty else { return }
        guard let repetitionSeparator = cursor.repetitionSeparator else {
            guard let text = string(whole) else { return values.append(cursor.otherText(whole) ?? "") }
            values.append(text)
            return cursor.took(whole, element, 0)
        }
        var isRead = whole.last != repetitionSeparator
        for part in whole.split(separator: repetitionSeparator, omittingEmptySubsequences: false) {
            let bytes = UnsafeBufferPointer(rebasing: part)
            let text = string(bytes)
            values.append(text ?? cursor.otherText(bytes) ?? "")
            if text == nil, !part.isEmpty { isRead = false }
        }
        trim(&values)
        if isRead { cursor.take(whole.count, element, 0) }
    }

    private mutating func trim(_ values: inout [String]) {
        while values.last?.isEmpty == true { values.removeLast() }
        cursor.filled &+= values.count
    }

    mutating func listed<Listing: ComponentListing>(
        _ element: Int, _ name: StaticString, _ values: inout [String], as listing: Listing.Type
    ) {
        guard let outer = cursor.beginComposite(element) else { return }
        texts(listing.components, name, &values)
        _ = cursor.endComposite(outer)
    }

    // MARK: - Parts of segments

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        guard let outer = cursor.beginComposite(element) else {
            if part != nil { part = nil }
            return
        }
        part = Part()
        part?.walk(&self)
        if cursor.endComposite(outer) { part = nil }
    }

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part) {
        guard let outer = cursor.beginComposite(element) else { return }
        part.walk(&self)
        if cursor.endComposite(outer) { part = Part() }
    }

    mutating func composite<Part: ModelPart>(
        _ element: Int, _ name: StaticString, _ box: inout Boxed<Part>
    ) {
        guard let outer = cursor.beginComposite(element) else { return }
        let inner = Boxed<Part>.Box(Part())
        inner.part.walk(&self)
        if !cursor.endComposite(outer) { box = Boxed(inner) }
    }

    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        let last = cursor.lastFilled(elements)
        guard last >= elements.lowerBound else { return }
        parts.reserveCapacity(last &- elements.lowerBound &+ 1)
        for element in elements.lowerBound...last {
            parts.append(Part())
            guard let outer = cursor.beginComposite(element) else { continue }
            parts[parts.count - 1].walk(&self)
            if cursor.endComposite(outer) { parts[parts.count - 1] = Part() }
        }
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        let before = cursor.offset
        let groups = cursor.groupCount(start, stride: stride, most: count)
        parts.reserveCapacity(groups)
        for group in 0..<groups {
            cursor.offset = before &+ start &- 1 &+ group &* stride
            parts.append(Part())
            parts[parts.count - 1].walk(&self)
        }
        cursor.offset = before
    }

    // MARK: - Texts and numbers

    /// Text, if there is any and it is UTF-8.
    @inline(__always)
    private func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return nil }
        var count = bytes.count
        if cutsBlanks, start[count &- 1] == UInt8(ascii: " ") { count = Self.countWithoutBlanks(bytes) }
        if makesShortTexts, let text = ShortText.make(start, count) { return text }
        return Self.longString(start, count)
    }

    /// How many bytes there are up to the last that is no blank; all of them where there is none, as a text of blanks was sent.
    @inline(never)
    private static func countWithoutBlanks(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        bytes.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? bytes.count
    }

    @inline(never)
    private static func longString(_ start: UnsafePointer<UInt8>, _ count: Int) -> String? {
        let bytes = UnsafeBufferPointer(start: start, count: count)
        // Nearly all text is ASCII, which needs no validating; that goes through generic code, ten times as slow.
        var index = 0
        var seen: UInt64 = 0
        while index &+ 8 <= count {
            seen |= UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
            index &+= 8
        }
        while index < count {
            seen |= UInt64(start[index])
            index &+= 1
        }
        guard seen & 0x8080_8080_8080_8080 != 0 else { return String(decoding: bytes, as: UTF8.self) }
        return String(validating: bytes, as: UTF8.self)
    }

    /// A whole number of up to 18 digits that begins with no superfluous zero; `nil` for any other spelling.
    static func plainNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = bytes.first, bytes.count <= 18 else { return nil }
        if first == UInt8(ascii: "0") { return bytes.count == 1 ? 0 : nil }
        var number = 0
        for byte in bytes {
            let digit = byte &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            number = number &* 10 &+ Int(digit)
        }
        return number
    }
}
