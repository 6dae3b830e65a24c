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
    @inline(never)
    private mutating func write(_ characters: UInt64, count: Int, at element: Int, _ component: Int) {
        moveToConstant(element, component)
        store(characters, count: count)
    }

    @inline(__always)
    private mutating func moveToConstant(_ element: Int, _ component: Int) {
        let isComponent = composite > 0
        let place = isComponent ? composite : element &+ offset
        let part = isComponent ? element : component
        reserve()
        comeTo(place, part)
        if isNoting, part <= 1 { Self.note(place, in: &kinds.constants) }
    }

    @inline(__always)
    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        guard let value else { return }
        write(value, at: element, component, name.utf8Start)
    }

    /// Writes a text; the name of its property is that of a literal, which ends with a zero.
    @inline(never)
    private mutating func write(
        _ value: String, at element: Int, _ component: Int, _ name: UnsafePointer<UInt8>
    ) {
        let (low, high) = ShortText.words(value)
        let count = looksIntoShortTexts ? ShortText.count(high) : -1
        guard count > 0 else {
            if count < 0, !value.isEmpty { writeLong(value, at: element, component, name) }
            return
        }
        beginValue(element, component)
        let target = UnsafeMutableRawPointer(memory + position)
        target.storeBytes(of: low, as: UInt64.self)
        target.storeBytes(of: high, toByteOffset: 8, as: UInt64.self)
        position &+= count
        if checksValues { check(from: position &- count, inner(component), name) }
    }

    @inline(never)
    private mutating func writeLong(
        _ value: String, at element: Int, _ component: Int, _ name: UnsafePointer<UInt8>
    ) {
        beginValue(element, component)
        let first = position
        appendLong(value)
        if checksValues { check(from: first, inner(component), name) }
    }

    /// What keeps components apart, where what is written at a component, 0 for none, must not hold it.
    @inline(__always)
    private func inner(_ component: Int) -> UInt8? {
        isDistinct && (component > 0 || composite > 0) ? delimiters.component : nil
    }

    @inline(__always)
    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        guard let value else { return }
        write(value, at: element, component)
    }

    @inline(never)
    private mutating func write(_ value: ExactDecimal, at element: Int, _ component: Int) {
        beginValue(element, component)
        position &+= value.writeX12(to: memory + position)
    }

    @inline(__always)
    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        guard let value else { return }
        write(value, at: element, component)
    }

    @inline(__always)
    mutating func ordinal(_ element: Int, _ name: StaticString, _ value: inout Int?) {
        guard let written = counts ? number : value else { return }
        write(written, at: element, 0)
    }

    @inline(never)
    private mutating func write(_ value: Int, at element: Int, _ component: Int) {
        beginValue(element, component)
        if 0...9 ~= value {
            memory[position] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value)
            position &+= 1
        } else if let number = ExactDecimal(exactly: value) {
            position &+= number.writeX12(to: memory + position)
        } else {
            append(String(value))
        }
    }

    @inline(__always)
    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        guard let value else { return }
        write(value, at: element, component)
    }

    @inline(never)
    private mutating func write(_ value: CalendarDate, at element: Int, _ component: Int) {
        beginValue(element, component)
        position &+= value.writeX12(to: memory + position)
    }

    @inline(__always)
    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        guard let value else { return }
        write(value, at: element, component)
    }

    @inline(never)
    private mutating func write(_ value: ClockTime, at element: Int, _ component: Int) {
        beginValue(element, component)
        position &+= value.writeX12(to: memory + position)
    }

    @inline(__always)
    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        guard let value else { return }
        write(value, qualifier, element)
    }

    @inline(never)
    private mutating func write(_ value: DateTimePeriod, _ qualifier: Int, _ element: Int) {
        beginValue(qualifier, 0)
        store(ModelMap.pack(value.qualifier), count: value.qualifier.utf8CodeUnitCount)
        beginValue(element, 0)
        position &+= value.writeX12(to: memory + position)
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) {}

    @inline(__always)
    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        guard !values.isEmpty else { return }
        write(values, at: elements, name)
    }

    @inline(never)
    private mutating func write(_ values: [String], at elements: ClosedRange<Int>, _ name: StaticString) {
        for index in 0..<min(values.count, elements.count) {
            write(values[index], at: elements.lowerBound &+ index, 0, name.utf8Start)
        }
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
            check(from: first, isDistinct ? delimiters.repetition : nil, name.utf8Start)
        }
    }

    // MARK: - Parts of segments

    @inline(__always)
    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        part?.write(asComposite: element, to: &self)
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
    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) {
        if Part.self == HierarchicalLevel.self, showLevel() { return }
        part?.walk(&self)
    }

    /// Writes the place in the hierarchy that is another than the part's own, if there is one.
    private mutating func showLevel() -> Bool {
        guard var level else { return false }
        level.walk(&self)
        if level.childCode != nil { childCode = position - 1 }
        return true
    }

    @inline(__always)
    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part) { part.walk(&self) }

    @inline(__always)
    mutating func part<Part: ModelPart>(_ name: StaticString, _ box: inout Boxed<Part>) {
        box.show(to: &self)
    }

    // MARK: - Places

    /// Comes to a value's place; behind it there is room for ``room`` bytes less the separators.
    @inline(__always)
    private mutating func beginValue(_ element: Int, _ component: Int) {
        reserve()
        if composite > 0 {
            begin(at: composite, element)
        } else {
            begin(at: element &+ offset, component)
        }
    }

    /// Writes the separators up to a place; places come in rising order, which the outline tests make sure of.
    @inline(__always)
    mutating func move(to element: Int, _ component: Int) {
        let elements = element &- self.element
        if elements > 0 {
            append(elementPattern, times: elements)
            self.element = element
            self.component = 1
        }
        let components = component &- self.component
        if components > 0 {
            append(componentPattern, times: components)
            self.component = component
            componentSeparators &+= components
        }
    }

    /// Notes how the walk sees an element.
    static func note(_ element: Int, in set: inout UInt64) {
        if element < 64 { set |= 1 &<< UInt64(element) }
    }
}
