internal import X12Text

/// The values of the segment that was entered.
///
/// Each value that is written as it was received adds its bytes to what was taken of the segment; when that is all of
/// it, the segment is written as it was received (``BlockDecoder/isWhole``).
extension BlockDecoder {
    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {
        let bytes = bytes(element, component)
        guard Self.isEqual(bytes, value) else { return differ() }
        take(bytes.count, element, component)
    }

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        let bytes = bytes(element, component)
        guard !bytes.isEmpty, let text = string(bytes) else {
            if value != nil { value = nil }
            return
        }
        value = text
        filled &+= 1
        take(bytes.count, element, component)
    }

    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        let bytes = bytes(element, component)
        guard let start = bytes.baseAddress, !bytes.isEmpty else {
            value = nil
            return
        }
        value = ExactDecimal.parseCanonicalX12(start, bytes.count)
        if value != nil {
            take(bytes.count, element, component)
        } else {
            value = ExactDecimal.parse(bytes)?.value
        }
        if value != nil { filled &+= 1 }
    }

    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        let bytes = bytes(element, component)
        value = Self.plainNumber(bytes)
        if value != nil {
            take(bytes.count, element, component)
        } else {
            value = string(bytes).flatMap { Int($0) }
        }
        if value != nil { filled &+= 1 }
    }

    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        let bytes = bytes(element, component)
        value = CalendarDate.parse(bytes)
        if value != nil { took(bytes, element, component) }
    }

    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        let bytes = bytes(element, component)
        value = ClockTime.parse(bytes)
        if value != nil { took(bytes, element, component) }
    }

    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        let format = bytes(qualifier, 0)
        let bytes = bytes(element, 0)
        value = DateTimePeriod.parse(qualifier: format, bytes)
        guard value != nil else { return }
        take(format.count, qualifier, 0)
        took(bytes, element, 0)
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) {}

    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        var last = lastSent(elements.upperBound)
        while last >= elements.lowerBound, bytes(last, 0).isEmpty { last &-= 1 }
        guard last >= elements.lowerBound else { return }
        values.reserveCapacity(last &- elements.lowerBound &+ 1)
        for element in elements.lowerBound...last {
            let bytes = bytes(element, 0)
            guard let text = string(bytes) else {
                values.append("")
                continue
            }
            values.append(text)
            take(bytes.count, element, 0)
        }
        trim(&values)
    }

    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {
        let whole = bytes(element, 0)
        guard !whole.isEmpty else { return }
        guard let repetitionSeparator else {
            guard let text = string(whole) else { return values.append("") }
            values.append(text)
            return took(whole, element, 0)
        }
        var isRead = whole.last != repetitionSeparator
        for part in whole.split(separator: repetitionSeparator, omittingEmptySubsequences: false) {
            let text = string(UnsafeBufferPointer(rebasing: part))
            values.append(text ?? "")
            if text == nil, !part.isEmpty { isRead = false }
        }
        trim(&values)
        if isRead { take(whole.count, element, 0) }
    }

    private mutating func trim(_ values: inout [String]) {
        while values.last?.isEmpty == true { values.removeLast() }
        filled &+= values.count
    }

    // MARK: - Parts of segments

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        guard let outer = beginComposite(element) else {
            if part != nil { part = nil }
            return
        }
        part = Part()
        part?.walk(&self)
        if endComposite(outer) { part = nil }
    }

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part) {
        guard let outer = beginComposite(element) else { return }
        part.walk(&self)
        if endComposite(outer) { part = Part() }
    }

    mutating func composite<Part: ModelPart>(
        _ element: Int, _ name: StaticString, _ box: inout Boxed<Part>
    ) {
        guard let outer = beginComposite(element) else { return }
        let inner = Boxed<Part>.Box(Part())
        inner.part.walk(&self)
        if !endComposite(outer) { box = Boxed(inner) }
    }

    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        var last = lastSent(elements.upperBound)
        while last >= elements.lowerBound, bytes(last, 0).isEmpty { last &-= 1 }
        guard last >= elements.lowerBound else { return }
        parts.reserveCapacity(last &- elements.lowerBound &+ 1)
        for element in elements.lowerBound...last {
            parts.append(Part())
            guard let outer = beginComposite(element) else { continue }
            parts[parts.count - 1].walk(&self)
            if endComposite(outer) { parts[parts.count - 1] = Part() }
        }
    }

    /// What a composite is begun in.
    private struct Surroundings {
        let composite: UnsafeBufferPointer<UInt8>
        let element: Int
        let offset: Int
        let filled: Int
    }

    /// Goes into a composite that was sent.
    private mutating func beginComposite(_ element: Int) -> Surroundings? {
        let whole = bytes(element, 0)
        guard !whole.isEmpty else { return nil }
        let outer = Surroundings(
            composite: composite, element: compositeElement, offset: offset, filled: filled)
        beginComponents(of: whole)
        compositeElement = element &+ offset
        offset = 0
        return outer
    }

    /// Goes back to the elements around; whether nothing was filled in.
    private mutating func endComposite(_ outer: Surroundings) -> Bool {
        beginComponents(of: outer.composite)
        compositeElement = outer.element
        offset = outer.offset
        return filled == outer.filled
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        // Groups that begin behind the last element sent are empty.
        var last = min(count, max(0, (lastSent(start &- 1 &+ count &* stride) &- start &+ stride) / stride))
        while last > 0, isEmptyGroup(start &+ (last &- 1) &* stride, stride) { last &-= 1 }
        let before = offset
        parts.reserveCapacity(last)
        for group in 0..<last {
            offset = before &+ start &- 1 &+ group &* stride
            parts.append(Part())
            parts[parts.count - 1].walk(&self)
        }
        offset = before
    }

    private mutating func isEmptyGroup(_ start: Int, _ stride: Int) -> Bool {
        for element in start..<start &+ stride where !bytes(element, 0).isEmpty { return false }
        return true
    }

    // MARK: - Bytes

    /// The bytes at a position of the segment, group or composite being walked.
    @inline(__always)
    private mutating func bytes(_ element: Int, _ component: Int) -> UnsafeBufferPointer<UInt8> {
        if compositeElement > 0 { return nextComponent(element) }
        let whole = self.element(element &+ offset)
        return component == 0 ? whole : nth(component, of: whole)
    }

    /// The bytes of an element of the segment, from 1; empty past the last one sent.
    @inline(__always)
    func element(_ position: Int) -> UnsafeBufferPointer<UInt8> {
        guard position >= 1, position <= elementCount else {
            return UnsafeBufferPointer(start: text, count: 0)
        }
        let first = Int(ends[position &- 1]) &+ 1
        return UnsafeBufferPointer(start: text + first, count: Int(ends[position]) &- first)
    }

    private mutating func beginComponents(of whole: UnsafeBufferPointer<UInt8>) {
        composite = whole
        componentNumber = 1
        componentStart = 0
        componentCount = .max
    }

    /// The last of some positions that can have been sent.
    @inline(__always)
    private func lastSent(_ position: Int) -> Int {
        compositeElement > 0 ? position : min(position, elementCount &- offset)
    }

    /// A component of the composite being walked through, looked for behind the one asked for before: a walk asks in
    /// rising order.
    private mutating func nextComponent(_ position: Int) -> UnsafeBufferPointer<UInt8> {
        let none = UnsafeBufferPointer(start: composite.baseAddress, count: 0)
        guard position <= componentCount else { return none }
        if position < componentNumber {
            componentNumber = 1
            componentStart = 0
        }
        var index = componentStart
        while index < composite.count {
            if composite[index] == componentSeparator {
                if componentNumber == position { break }
                componentNumber &+= 1
                componentStart = index &+ 1
            }
            index &+= 1
        }
        guard componentNumber == position else {
            componentCount = componentNumber
            return none
        }
        return UnsafeBufferPointer(rebasing: composite[componentStart..<index])
    }

    private func nth(_ position: Int, of whole: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var part = 1
        var start = 0
        var index = 0
        while index < whole.count {
            if whole[index] == componentSeparator {
                if part == position { break }
                part &+= 1
                start = index &+ 1
            }
            index &+= 1
        }
        guard part == position else { return UnsafeBufferPointer(start: whole.baseAddress, count: 0) }
        return UnsafeBufferPointer(rebasing: whole[start..<index])
    }

    /// Counts a value that was filled in and is written as it was received.
    private mutating func took(_ bytes: UnsafeBufferPointer<UInt8>, _ element: Int, _ component: Int) {
        filled &+= 1
        take(bytes.count, element, component)
    }

    /// Counts bytes that are written as they were received, with the separators that are then written before them.
    ///
    /// Places come in rising order, each once, as they are written; else nothing is known.
    @inline(__always)
    private mutating func take(_ count: Int, _ element: Int, _ component: Int) {
        let isComponent = compositeElement > 0
        let sent = isComponent ? compositeElement : element &+ offset
        let part = isComponent ? element : component
        let place = sent &<< 16 | part
        let isSameElement = lastPlace &>> 16 == sent
        // A component behind the whole element would be counted twice.
        if place <= lastPlace || sent > 63 || isSameElement && lastPlace & 0xFFFF == 0 { differ() }
        let before = isSameElement ? lastPlace & 0xFFFF : 1
        takenBytes &+= part > 0 ? count &+ part &- before : count
        takenElements |= 1 &<< UInt64(truncatingIfNeeded: sent)
        lastPlace = place
    }

    // MARK: - Texts and numbers

    /// Text, if there is any and it is UTF-8.
    @inline(__always)
    private func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return nil }
        if makesShortTexts, let text = ShortText.make(start, bytes.count) { return text }
        return Self.longString(start, bytes.count)
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
    private static func plainNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
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

    @inline(__always)
    private static func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ value: StaticString) -> Bool {
        guard bytes.count == value.utf8CodeUnitCount else { return false }
        let characters = value.utf8Start
        var index = 0
        while index < bytes.count {
            if bytes[index] != characters[index] { return false }
            index &+= 1
        }
        return true
    }
}
