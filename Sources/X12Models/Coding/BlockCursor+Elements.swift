internal import X12Text

/// The elements of the segment that was entered, and how many bytes of it were taken.
///
/// Each value that is written as it was received adds its bytes to what was taken of the segment; when that is all of
/// it, the segment is written as it was received (``BlockCursor/isWhole``). A value in another spelling adds its bytes too, and
/// the segment is noted.
extension BlockCursor {
    /// The bytes at a position of the segment, group or composite being walked.
    @inline(__always)
    mutating func bytes(_ element: Int, _ component: Int) -> UnsafeBufferPointer<UInt8> {
        if compositeElement > 0 { return nextComponent(element) }
        let whole = self.element(sent(element))
        return component == 0 ? whole : nth(component, of: whole)
    }

    /// The position in the segment of an element that a walk speaks of.
    @inline(__always)
    private func sent(_ element: Int) -> Int { element > sharedElements ? element &+ offset : element }

    /// The bytes of an element of the segment, from 1; empty past the last one sent.
    @inline(__always)
    func element(_ position: Int) -> UnsafeBufferPointer<UInt8> {
        guard position >= 1, position <= elementCount else {
            return UnsafeBufferPointer(start: text, count: 0)
        }
        let first = Int(ends[position &- 1]) &+ 1
        return UnsafeBufferPointer(start: text + first, count: Int(ends[position]) &- first)
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

    // MARK: - Runs of elements

    /// The last of some positions that can have been sent.
    @inline(__always)
    private func lastSent(_ position: Int) -> Int {
        compositeElement > 0 ? position : min(position, elementCount &- offset)
    }

    /// The last of some positions where something was sent; one less than the first when nothing was.
    mutating func lastFilled(_ elements: ClosedRange<Int>) -> Int {
        var last = lastSent(elements.upperBound)
        while last >= elements.lowerBound, bytes(last, 0).isEmpty { last &-= 1 }
        return max(last, elements.lowerBound &- 1)
    }

    /// How many runs of elements reach up to the last that has something in it.
    mutating func groupCount(_ start: Int, stride: Int, most: Int) -> Int {
        // Groups that begin behind the last element sent are empty.
        var last = min(most, max(0, (lastSent(start &- 1 &+ most &* stride) &- start &+ stride) / stride))
        while last > 0, isEmptyGroup(start &+ (last &- 1) &* stride, stride) { last &-= 1 }
        return last
    }

    private mutating func isEmptyGroup(_ start: Int, _ stride: Int) -> Bool {
        for element in start..<start &+ stride where !bytes(element, 0).isEmpty { return false }
        return true
    }

    /// The first elements of the segment that was entered last, up to a position.
    func bytes(through last: Int) -> UnsafeBufferPointer<UInt8> {
        guard elementCount > 0 else { return UnsafeBufferPointer(start: text, count: 0) }
        let first = Int(ends[0]) &+ 1
        return UnsafeBufferPointer(start: text + first, count: Int(ends[min(last, elementCount)]) &- first)
    }

    /// Goes to one of the items that are packed into the segment; the first one stands where a walk says.
    mutating func goTo<Packing: SegmentPacking>(item: Int, of packing: Packing.Type) {
        offset = item &* packing.itemElements
        sharedElements = item > 0 ? packing.sharedElements : 0
    }

    // MARK: - Composites

    /// What a composite is begun in.
    struct Surroundings {
        fileprivate let composite: UnsafeBufferPointer<UInt8>
        fileprivate let element: Int
        fileprivate let offset: Int
        fileprivate let filled: Int
    }

    /// Goes into a composite that was sent.
    mutating func beginComposite(_ element: Int) -> Surroundings? {
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
    mutating func endComposite(_ outer: Surroundings) -> Bool {
        beginComponents(of: outer.composite)
        compositeElement = outer.element
        offset = outer.offset
        return filled == outer.filled
    }

    private mutating func beginComponents(of whole: UnsafeBufferPointer<UInt8>) {
        composite = whole
        componentNumber = 1
        componentStart = 0
        componentCount = .max
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

    // MARK: - Taking

    /// Takes an element that has one value here, if it has that value.
    mutating func take(_ value: StaticString, _ element: Int, _ component: Int) {
        let bytes = bytes(element, component)
        guard Self.isEqual(bytes, value) else { return differ() }
        take(bytes.count, element, component)
    }

    /// Counts a value that was filled in and is written as it was received.
    @inline(__always)
    mutating func took(_ bytes: UnsafeBufferPointer<UInt8>, _ element: Int, _ component: Int) {
        filled &+= 1
        take(bytes.count, element, component)
    }

    /// Counts bytes that are written as they were received, with the separators that are then written before them.
    ///
    /// Places come in rising order, each once, as they are written; else nothing is known.
    @inline(__always)
    mutating func take(_ count: Int, _ element: Int, _ component: Int) {
        let isComponent = compositeElement > 0
        if !isComponent, element <= sharedElements { return }
        let sent = isComponent ? compositeElement : element &+ offset
        let part = isComponent ? element : component
        let place = sent &<< 16 | part
        let isSameElement = lastPlace &>> 16 == sent
        // A component behind the whole element would be counted twice.
        if place <= lastPlace || sent > 63 || isSameElement && lastPlace & 0xFFFF == 0 { differ() }
        let before = isSameElement ? lastPlace & 0xFFFF : 1
        let bit = 1 &<< UInt64(truncatingIfNeeded: sent) as UInt64
        takenElements |= bit
        if part > 0 {
            takenBytes &+= count &+ part &- before
            takenInParts |= bit
        } else {
            takenBytes &+= count
        }
        lastPlace = place
    }

    /// Counts a value that was filled in and is written in another spelling, if the guide sees it as the walk does: only then
    /// is the spelling read as the value again.
    mutating func tookSpelled(
        _ bytes: UnsafeBufferPointer<UInt8>, as kind: ElementFacts.Kind, _ element: Int, _ component: Int
    ) {
        let isSeen =
            compositeElement > 0
            ? self.kind(compositeElement, element) == kind : self.kind(sent(element), component) == kind
        guard isSeen else {
            filled &+= 1
            return differ()
        }
        spell()
        took(bytes, element, component)
    }

    /// Takes a decimal that is not spelled as it is written, or is longer than most; what it comes to, if it is one.
    @inline(never)
    mutating func takeOther(
        decimal bytes: UnsafeBufferPointer<UInt8>, _ element: Int, _ component: Int
    ) -> ExactDecimal? {
        guard let value = ExactDecimal.parse(bytes)?.value else { return nil }
        if bytes.count > 17, value.x12.elementsEqual(bytes) {
            took(bytes, element, component)
        } else {
            tookSpelled(bytes, as: .decimal, element, component)
        }
        return value
    }

    /// Takes a whole number that is not spelled as it is written, or is longer than most; what it comes to, if it is one.
    @inline(never)
    mutating func takeOther(
        integer bytes: UnsafeBufferPointer<UInt8>, _ element: Int, _ component: Int
    ) -> Int? {
        guard let value = String(validating: bytes, as: UTF8.self).flatMap({ Int($0) }) else { return nil }
        if String(value).utf8.elementsEqual(bytes) {
            took(bytes, element, component)
        } else {
            tookSpelled(bytes, as: .integer, element, component)
        }
        return value
    }

    /// Takes text that is not UTF-8, and is written as UTF-8; what it comes to, if it is read.
    @inline(never)
    mutating func takeOther(
        text bytes: UnsafeBufferPointer<UInt8>, _ element: Int, _ component: Int
    ) -> String? {
        guard let text = otherText(bytes) else { return nil }
        tookSpelled(bytes, as: .text, element, component)
        return text
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
