internal import X12Diagnostics
internal import X12Grammar
internal import X12Text

/// Writes a part as segments, in the order of its walk, each value in its one canonical spelling.
///
/// Segments in which nothing is set are not written, but for the opener of a loop in which something is.
/// Values that follow from the guide (`NM101` = `85`) are written where a walk names them, or where the
/// guide leaves a segment's telling element just one value.
struct BlockEncoder: ModelVisitor {
    static var visitsProperties: Bool { false }
    static var decodes: Bool { false }

    let output: EncodedBlock
    private let map: ModelMap?
    private let delimiters: Delimiters
    /// The first value that cannot be written, if any.
    private(set) var error: X12Error?
    /// The loop being walked through, and the one its opener was asked for in.
    private var loop: Int32
    private var awaitsOpener = false
    // The segment being written.
    private var key = SegmentKey(packedIdentifier: 0, packedCode: 0)
    private var start = 0
    private var element = 0
    private var component = 1
    private var rule: Int32 = -1
    private var kinds = EncodedBlock.ElementKinds()
    private var holdsValue = false
    /// Whether the segment is written even when nothing is set in it: a loop's first, or one of a list.
    private var isKept = false
    /// The constant that still has to be written, when the segment turns out to hold a value.
    private var owed: RuleFacts.Constant?
    /// The element of the composite being walked through; 0 outside one.
    private var composite = 0
    private var offset = 0

    init(_ output: EncodedBlock, _ map: ModelMap?, _ delimiters: Delimiters, loop: Int32) {
        self.output = output
        self.map = map
        self.delimiters = delimiters
        self.loop = loop
        awaitsOpener = loop > 0
    }

    // MARK: - Segments

    mutating func enter(_ key: SegmentKey) -> Bool {
        self.key = key
        start = output.count
        element = 0
        component = 1
        rule = -1
        kinds = EncodedBlock.ElementKinds()
        holdsValue = false
        owed = nil
        isKept = awaitsOpener
        awaitsOpener = false
        var identifier = UInt32(truncatingIfNeeded: key.packed)
        while identifier != 0 {
            output.append(UInt8(truncatingIfNeeded: identifier))
            identifier >>= 8
        }
        return true
    }

    mutating func leave() {
        guard holdsValue || isKept else {
            output.rollBack(to: start)
            return
        }
        if rule < 0 { lookUp() }
        payOwed(before: Int.max)
        output.segments.append(
            EncodedBlock.Segment(
                start: start, end: output.count, rule: rule, elements: kinds, isBare: !holdsValue))
    }

    mutating func segments<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]
    ) {
        for index in parts.indices {
            guard enter(key) else { continue }
            // Each one of a list is there, also when nothing is set in it (`PER*IC`).
            isKept = true
            parts[index].walk(&self)
            leave()
        }
    }

    // MARK: - Loops

    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part?)
    {
        guard part != nil else { return }
        let outer = begin(identifier)
        part?.walk(&self)
        end(outer)
    }

    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        for index in parts.indices {
            let outer = begin(identifier)
            parts[index].walk(&self)
            end(outer)
        }
    }

    private mutating func begin(_ identifier: StaticString) -> (loop: Int32, segments: Int, bytes: Int) {
        let outer = (loop, output.segments.count, output.count)
        loop = map?.loop(ModelMap.pack(identifier), in: loop) ?? -1
        awaitsOpener = true
        return outer
    }

    /// Ends a loop; an opener that stands alone and holds nothing is taken back.
    private mutating func end(_ outer: (loop: Int32, segments: Int, bytes: Int)) {
        loop = outer.loop
        awaitsOpener = false
        if output.segments.count == outer.segments + 1, output.segments.last?.isBare == true {
            output.segments.removeLast()
            output.rollBack(to: outer.bytes)
        }
    }

    // MARK: - Elements

    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {
        let place = place(element, component)
        move(to: place)
        if place.component <= 1 { Self.note(place.element, in: &kinds.constants) }
        output.append(value)
    }

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        Self.note(place(element, component).element, in: &kinds.held)
        guard let value, !value.isEmpty else { return }
        self.value(at: element, component) { $0.append(value) }
        check(name)
    }

    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        guard let value else { return }
        self.value(at: element, component) { $0.append(value) }
    }

    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        Self.note(place(element, 0).element, in: &kinds.integers)
        guard let value else { return }
        self.value(at: element, component) { $0.append(String(value)) }
    }

    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        Self.note(place(element, 0).element, in: &kinds.dates)
        guard let value else { return }
        write(at: element, component) { value.appendX12(to: &$0) }
    }

    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        Self.note(place(element, 0).element, in: &kinds.times)
        guard let value else { return }
        write(at: element, component) { value.appendX12(to: &$0) }
    }

    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        guard let value else { return }
        self.value(at: qualifier, 0) { $0.append(value.qualifier) }
        write(at: element, 0) { value.appendX12(to: &$0) }
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) {}

    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        for (element, value) in zip(elements, values) where !value.isEmpty {
            self.value(at: element, 0) { $0.append(value) }
            check(name)
        }
        if values.count > elements.count {
            refuse(.unwritable, "\(name): more than \(elements.count) values")
        }
    }

    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {
        guard values.contains(where: { !$0.isEmpty }) else { return }
        guard let separator = delimiters.repetition ?? (values.count == 1 ? 0 : nil) else {
            refuse(.unwritable, "\(name): the interchange has no repetition separator")
            return
        }
        value(at: element, 0) { output in
            for (index, value) in values.enumerated() {
                if index > 0 { output.append(separator) }
                output.append(value)
            }
        }
    }

    // MARK: - Parts of segments

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        guard part != nil else { return }
        let before = (composite, offset)
        composite = element + offset
        offset = 0
        part?.walk(&self)
        (composite, offset) = before
    }

    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        if parts.count > elements.count { refuse(.unwritable, "\(name): more than \(elements.count)") }
        let before = (composite, offset)
        for index in parts.indices.prefix(elements.count) {
            composite = elements.lowerBound + index + before.1
            offset = 0
            parts[index].walk(&self)
        }
        (composite, offset) = before
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        if parts.count > count { refuse(.unwritable, "\(name): more than \(count)") }
        let before = offset
        for index in parts.indices.prefix(count) {
            offset = before + start - 1 + index * stride
            parts[index].walk(&self)
        }
        offset = before
    }

    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) {
        part?.walk(&self)
    }

    // MARK: - Places

    private typealias Place = (element: Int, component: Int)

    private func place(_ element: Int, _ component: Int) -> Place {
        composite > 0 ? (composite, element) : (element &+ offset, component)
    }

    /// Notes how the model sees an element.
    private static func note(_ element: Int, in set: inout UInt64) {
        if element < 64 { set |= 1 &<< UInt64(element) }
    }

    /// Writes a value at a place, and what is owed before it.
    @inline(__always)
    private mutating func value(at element: Int, _ component: Int, _ write: (EncodedBlock) -> Void) {
        let place = place(element, component)
        if !holdsValue {
            holdsValue = true
            if rule < 0 { lookUp() }
        }
        payOwed(before: place.element)
        move(to: place)
        valueStart = output.count
        write(output)
    }

    private mutating func write(at element: Int, _ component: Int, _ write: (inout [UInt8]) -> Void) {
        var bytes: [UInt8] = []
        write(&bytes)
        value(at: element, component) { output in bytes.withUnsafeBufferPointer { output.append($0) } }
    }

    /// Where the value written last begins.
    private var valueStart = 0

    /// Writes the separators up to a place; places come in rising order, which the outline tests make sure of.
    private mutating func move(to place: Place) {
        if place.element > element {
            output.append(delimiters.element, times: place.element &- element)
            element = place.element
            component = 1
        }
        if place.component > component {
            output.append(delimiters.component, times: place.component &- component)
            component = place.component
        }
    }

    /// Finds the rule, and with it the constant that the walk may leave to us.
    private mutating func lookUp() {
        guard let map, loop >= 0 else { return }
        rule = map.rule(in: loop, key)
        guard rule >= 0 else {
            let place = map.guide.loops[Int(loop)].identifier
            refuse(.unwritable, "\(key.identifier) has no place in \(place) of \(map.guide.identifier)")
            return
        }
        let constant = map.rules[Int(rule)].constant
        if constant.element > element { owed = constant }
    }

    private mutating func payOwed(before limit: Int) {
        guard let constant = owed, constant.element < limit else { return }
        owed = nil
        guard constant.element > element else { return }
        move(to: (Int(constant.element), Int(constant.component)))
        Self.note(Int(constant.element), in: &kinds.constants)
        if constant.count <= 8 {
            output.append(constant.value, count: Int(constant.count))
        } else if let map {
            output.append(map.guide.segments[Int(rule)].discriminator?.values[0] ?? "")
        }
    }

    /// Refuses a value that would be read as something else: one that holds a delimiter.
    private mutating func check(_ name: StaticString) {
        if output.holds(delimiters.segment, or: delimiters.element, from: valueStart) {
            refuse(.delimiterInData, "\(name) holds a delimiter of the interchange")
        }
    }

    private mutating func refuse(_ code: X12Error.Code, _ detail: String) {
        if error == nil { error = X12Error(code, at: Location(), detail) }
    }
}
