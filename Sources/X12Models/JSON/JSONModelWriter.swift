internal import X12Text

/// Writes the properties of a model part as fields of an object.
///
/// What is absent leaves no field. An empty part leaves none either, unless it stands in a list, where it is a gap that keeps
/// those behind it in place, or for a segment that was sent with nothing in it (`{}`).
struct JSONModelWriter: ModelVisitor {
    // A visitor is copyable and a writer is not, hence the pointer; it lives for one call of
    // `JSONWriter.properties(of:)`, which holds the writer exclusively for that long.
    private let output: UnsafeMutablePointer<JSONWriter>

    init(_ output: UnsafeMutablePointer<JSONWriter>) { self.output = output }

    static var visitsProperties: Bool { true }
    static var decodes: Bool { false }

    mutating func enter(_ key: SegmentKey) -> Bool { true }
    mutating func leave() {}
    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {}

    // MARK: - Values

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        guard let value else { return }
        output.pointee.key(name)
        output.pointee.string(value)
    }

    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        guard let value else { return }
        output.pointee.key(name)
        output.pointee.decimal(value)
    }

    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        guard let value else { return }
        output.pointee.key(name)
        output.pointee.integer(value)
    }

    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        guard let value else { return }
        output.pointee.key(name)
        output.pointee.date(value)
    }

    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        guard let value else { return }
        output.pointee.key(name)
        output.pointee.time(value)
    }

    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        guard let value else { return }
        output.pointee.key(name)
        output.pointee.period(value)
    }

    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        list(name, values)
    }

    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {
        list(name, values)
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) {
        guard value else { return }
        output.pointee.key(name)
        output.pointee.bool(true)
    }

    // MARK: - Parts

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        object(name, &part)
    }

    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        list(name, &parts)
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        list(name, &parts)
    }

    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) { object(name, &part) }

    mutating func segments<Part: ModelPart>(_ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]) {
        list(name, &parts)
    }

    mutating func segment<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ part: inout Part?
    ) {
        if case .none = part { return }
        output.pointee.key(name)
        output.pointee.beginObject()
        part?.walk(&self)
        output.pointee.endObject()
    }

    mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ part: inout Part?
    ) {
        object(name, &part)
    }

    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        list(name, &parts)
    }

    // MARK: - The same where they are kept

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String) {
        guard !value.isEmpty else { return }
        output.pointee.key(name)
        output.pointee.string(value)
    }

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part) {
        object(name, &part)
    }

    mutating func composite<Part: ModelPart>(
        _ element: Int, _ name: StaticString, _ box: inout Boxed<Part>
    ) {
        object(name, box)
    }

    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part) { object(name, &part) }

    mutating func part<Part: ModelPart>(_ name: StaticString, _ box: inout Boxed<Part>) {
        object(name, box)
    }

    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part)
    {
        object(name, &part)
    }

    mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ box: inout Boxed<Part>
    ) {
        object(name, box)
    }

    // MARK: - Objects and lists

    @inline(__always)
    private mutating func object<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) {
        if case .none = part { return }
        object(name) { part?.walk(&$0) }
    }

    @inline(__always)
    private mutating func object<Part: ModelPart>(_ name: StaticString, _ part: inout Part) {
        object(name) { part.walk(&$0) }
    }

    @inline(__always)
    private mutating func object<Part: ModelPart>(_ name: StaticString, _ box: Boxed<Part>) {
        if box.box == nil { return }
        object(name) { box.show(to: &$0) }
    }

    /// Writes a field that holds an object, and takes it back when nothing was written into it.
    @inline(__always)
    private mutating func object(_ name: StaticString, _ walk: (inout Self) -> Void) {
        let before = output.pointee.mark
        output.pointee.key(name)
        output.pointee.beginObject()
        let empty = output.pointee.count
        walk(&self)
        guard output.pointee.count > empty else { return output.pointee.rewind(to: before) }
        output.pointee.endObject()
    }

    private mutating func list<Part: ModelPart>(_ name: StaticString, _ parts: inout [Part]) {
        guard !parts.isEmpty else { return }
        output.pointee.key(name)
        output.pointee.beginArray()
        parts.lend { parts in
            for index in parts.indices {
                output.pointee.beginObject()
                parts[index].walk(&self)
                output.pointee.endObject()
            }
        }
        output.pointee.endArray()
    }

    private func list(_ name: StaticString, _ values: [String]) {
        guard !values.isEmpty else { return }
        output.pointee.key(name)
        output.pointee.beginArray()
        for value in values { output.pointee.string(value) }
        output.pointee.endArray()
    }
}

extension JSONWriter {
    /// Writes the properties of a part as fields of the object that is open; the caller may add its own.
    ///
    /// The part is looked at where it is (``ModelPart/show(to:)``).
    package mutating func properties<Part: ModelPart>(of part: Part) {
        withUnsafeMutablePointer(to: &self) { output in
            var visitor = JSONModelWriter(output)
            part.show(to: &visitor)
        }
    }

    /// Writes a part as an object.
    package mutating func object<Part: ModelPart>(_ part: Part) {
        beginObject()
        properties(of: part)
        endObject()
    }
}
