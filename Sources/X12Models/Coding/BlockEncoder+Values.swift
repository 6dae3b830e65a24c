internal import X12Diagnostics
internal import X12Text

/// The values of the segment being written.
extension BlockEncoder {
    @inline(__always)
    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {
        if value.utf8CodeUnitCount <= 8 {
            // The compiler makes a number of a literal.
            write(ModelMap.pack(value), count: value.utf8CodeUnitCount, at: element, component)
        } else {
            moveToConstant(element, component)
            append(UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
        }
    }

    /// Writes a constant of up to eight characters, the first in the lowest byte.
    private mutating func write(_ characters: UInt64, count: Int, at element: Int, _ component: Int) {
        moveToConstant(element, component)
        append(characters, count: count)
    }

    private mutating func moveToConstant(_ element: Int, _ component: Int) {
        let isComponent = composite > 0
        let place = isComponent ? composite : element &+ offset
        let part = isComponent ? element : component
        comeTo(place, part)
        if isNoting, part <= 1 { Self.note(place, in: &kinds.constants) }
    }

    @inline(__always)
    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        if isNoting { Self.note(elementPlace(element), in: &kinds.held) }
        guard let value else { return }
        write(value, at: element, component, name)
    }

    private mutating func write(_ value: String, at element: Int, _ component: Int, _ name: StaticString) {
        let (low, high) = ShortText.words(value)
        let count = looksIntoShortTexts ? ShortText.count(high) : -1
        guard count > 0 else {
            if count < 0, !value.isEmpty { writeLong(value, at: element, component, name) }
            return
        }
        beginValue(element, component)
        reserve(16)
        let target = UnsafeMutableRawPointer(memory + position)
        target.storeBytes(of: low, as: UInt64.self)
        target.storeBytes(of: high, toByteOffset: 8, as: UInt64.self)
        position &+= count
        var found =
            Self.zeroBytes(low ^ segmentPattern) | Self.zeroBytes(low ^ elementPattern)
            | Self.zeroBytes(high ^ segmentPattern) | Self.zeroBytes(high ^ elementPattern)
        let isComponent = isComponent(component)
        if isComponent {
            found |= Self.zeroBytes(low ^ componentPattern) | Self.zeroBytes(high ^ componentPattern)
        }
        // The bytes behind the text were looked at too.
        if found != 0, holdsDelimiter(from: position &- count, isComponent ? delimiters.component : nil) {
            refuseDelimiter(name)
        }
    }

    @inline(never)
    private mutating func writeLong(
        _ value: String, at element: Int, _ component: Int, _ name: StaticString
    ) {
        beginValue(element, component)
        let first = position
        append(value)
        if holdsDelimiter(from: first, isComponent(component) ? delimiters.component : nil) {
            refuseDelimiter(name)
        }
    }

    /// Whether what is written at a component, 0 for none, must not hold what keeps components apart.
    @inline(__always)
    private func isComponent(_ component: Int) -> Bool { isDistinct && (component > 0 || composite > 0) }

    @inline(__always)
    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        guard let value else { return }
        write(upTo: ExactDecimal.maximumBytes, at: element, component) { value.writeX12(to: $0) }
    }

    @inline(__always)
    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        if isNoting { Self.note(elementPlace(element), in: &kinds.integers) }
        guard let value else { return }
        write(value, at: element, component)
    }

    private mutating func write(_ value: Int, at element: Int, _ component: Int) {
        beginValue(element, component)
        if let number = ExactDecimal(exactly: value) {
            position &+= number.writeX12(to: memory + position)
        } else {
            append(String(value))
        }
    }

    @inline(__always)
    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        if isNoting { Self.note(elementPlace(element), in: &kinds.dates) }
        guard let value else { return }
        write(upTo: 8, at: element, component) { value.writeX12(to: $0) }
    }

    @inline(__always)
    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        if isNoting { Self.note(elementPlace(element), in: &kinds.times) }
        guard let value else { return }
        write(upTo: 8, at: element, component) { value.writeX12(to: $0) }
    }

    @inline(__always)
    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        guard let value else { return }
        beginValue(qualifier, 0)
        append(ModelMap.pack(value.qualifier), count: value.qualifier.utf8CodeUnitCount)
        write(upTo: DateTimePeriod.maximumBytes, at: element, 0) { value.writeX12(to: $0) }
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) {}

    @inline(__always)
    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        guard !values.isEmpty else { return }
        write(values, at: elements, name)
    }

    private mutating func write(_ values: [String], at elements: ClosedRange<Int>, _ name: StaticString) {
        for (element, value) in zip(elements, values) { write(value, at: element, 0, name) }
        if values.count > elements.count {
            refuse(
                .unwritable, "\(name): more than \(elements.count) values",
                RefusedProperty("\(name)", most: elements.count))
        }
    }

    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {
        guard values.contains(where: { !$0.isEmpty }) else { return }
        guard let separator = delimiters.repetition ?? (values.count == 1 ? 0 : nil) else {
            refuse(.unwritable, "\(name): the interchange has no repetition separator")
            return
        }
        beginValue(element, 0)
        for (index, value) in values.enumerated() {
            if index > 0 { append(separator) }
            let first = position
            append(value)
            if holdsDelimiter(from: first, isDistinct ? delimiters.repetition : nil) { refuseDelimiter(name) }
        }
    }

    // MARK: - Parts of segments

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        guard part != nil else { return }
        let outer = beginComposite(element)
        part?.walk(&self)
        (composite, offset) = outer
    }

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part) {
        let outer = beginComposite(element)
        part.walk(&self)
        (composite, offset) = outer
    }

    @inline(__always)
    mutating func composite<Part: ModelPart>(
        _ element: Int, _ name: StaticString, _ box: inout Boxed<Part>
    ) {
        guard box.box != nil else { return }
        let outer = beginComposite(element)
        box.show(to: &self)
        (composite, offset) = outer
    }

    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        if parts.count > elements.count {
            refuse(
                .unwritable, "\(name): more than \(elements.count)",
                RefusedProperty("\(name)", most: elements.count))
        }
        parts.lend { parts in
            for index in parts.indices.prefix(elements.count) {
                let outer = beginComposite(elements.lowerBound + index)
                parts[index].walk(&self)
                (composite, offset) = outer
            }
        }
    }

    private mutating func beginComposite(_ element: Int) -> (composite: Int, offset: Int) {
        let outer = (composite, offset)
        composite = element &+ offset
        offset = 0
        return outer
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        if parts.count > count {
            refuse(.unwritable, "\(name): more than \(count)", RefusedProperty("\(name)", most: count))
        }
        let before = offset
        parts.lend { parts in
            for index in parts.indices.prefix(count) {
                offset = before + start - 1 + index * stride
                parts[index].walk(&self)
            }
        }
        offset = before
    }

    @inline(__always)
    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) { part?.walk(&self) }

    @inline(__always)
    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part) { part.walk(&self) }

    @inline(__always)
    mutating func part<Part: ModelPart>(_ name: StaticString, _ box: inout Boxed<Part>) {
        box.show(to: &self)
    }

    // MARK: - Places

    /// The element that a position stands for, in a group or composite too.
    @inline(__always)
    private func elementPlace(_ element: Int) -> Int { composite > 0 ? composite : element &+ offset }

    @inline(__always)
    private mutating func beginValue(_ element: Int, _ component: Int) {
        if composite > 0 {
            begin(at: composite, element)
        } else {
            begin(at: element &+ offset, component)
        }
    }

    @inline(__always)
    private mutating func write(
        upTo count: Int, at element: Int, _ component: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int
    ) {
        beginValue(element, component)
        reserve(count)
        position &+= write(memory + position)
    }

    /// Writes the separators up to a place; places come in rising order, which the outline tests make sure of.
    @inline(__always)
    mutating func move(to element: Int, _ component: Int) {
        if element > self.element {
            append(delimiters.element, times: element &- self.element)
            self.element = element
            self.component = 1
        }
        if component > self.component {
            append(delimiters.component, times: component &- self.component)
            self.component = component
        }
    }

    /// Notes how the walk sees an element.
    static func note(_ element: Int, in set: inout UInt64) {
        if element < 64 { set |= 1 &<< UInt64(element) }
    }

    // MARK: - Bytes

    /// Makes room for more bytes; behind it, ``EncodedBlock/slack`` may be written over.
    @inline(__always)
    mutating func reserve(_ count: Int) {
        if position &+ count > capacity { grow(count) }
    }

    @inline(never)
    private mutating func grow(_ count: Int) {
        output.grow(to: position + count, keeping: position)
        memory = output.bytes
        capacity = output.capacity
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        memory[position] = byte
        position &+= 1
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8, times count: Int) {
        reserve(count)
        // Eight are written at once, of which those that are too many are written over.
        let eight = UInt64(byte) &* 0x0101_0101_0101_0101
        var left = count
        repeat {
            UnsafeMutableRawPointer(memory + position).storeBytes(of: eight, as: UInt64.self)
            position &+= min(left, 8)
            left &-= 8
        } while left > 0
    }

    mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (memory + position).update(from: start, count: bytes.count)
        position &+= bytes.count
    }

    /// Appends up to eight characters, the first in the lowest byte.
    @inline(__always)
    mutating func append(_ characters: UInt64, count: Int) {
        reserve(8)
        UnsafeMutableRawPointer(memory + position).storeBytes(of: characters.littleEndian, as: UInt64.self)
        position &+= count
    }

    @inline(__always)
    mutating func append(_ text: String) {
        let words = ShortText.words(text)
        let count = looksIntoShortTexts ? ShortText.count(words.high) : -1
        guard count >= 0 else { return appendLong(text) }
        reserve(16)
        let target = UnsafeMutableRawPointer(memory + position)
        target.storeBytes(of: words.low, as: UInt64.self)
        target.storeBytes(of: words.high, toByteOffset: 8, as: UInt64.self)
        position &+= count
    }

    @inline(never)
    private mutating func appendLong(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Whether what was written from a place on holds a delimiter that cuts it; `inner` is the one within its element.
    @inline(never)
    private func holdsDelimiter(from first: Int, _ inner: UInt8? = nil) -> Bool {
        UnsafeBufferPointer(start: memory + first, count: position - first).contains {
            $0 == delimiters.segment || $0 == delimiters.element || $0 == inner
        }
    }

    /// Bits of the lowest of eight bytes that is 0, and of none below it; 0 when none is.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    @inline(never)
    private mutating func refuseDelimiter(_ name: StaticString) {
        refuse(
            .delimiterInData, "\(name) holds a delimiter of the interchange", RefusedProperty("\(name)"))
    }
}
