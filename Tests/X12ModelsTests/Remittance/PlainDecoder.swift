import X12Models
import X12Text

/// Fills a model from placed segments, element by element, without a thought for speed.
///
/// What it cannot take (a constant of another value, an unreadable number) is noted in ``refused``.
struct PlainDecoder: ModelVisitor {
    static var visitsProperties: Bool { false }
    static var decodes: Bool { true }

    private var loop: PlacedLoop
    private var elements: [String] = []
    private(set) var refused: [String] = []

    /// Decodes one part.
    static func decode<Part: ModelPart>(
        _ type: Part.Type, from loop: PlacedLoop, refused: inout [String]
    ) -> Part {
        var decoder = PlainDecoder(loop: loop)
        var part = Part()
        part.walk(&decoder)
        refused += decoder.refused + decoder.loop.segments.map(\.text) + decoder.loop.loops.map(\.text)
        return part
    }

    private init(loop: PlacedLoop) { self.loop = loop }

    private func element(_ position: Int, _ component: Int) -> String {
        guard position < elements.count else { return "" }
        guard component > 0 else { return elements[position] }
        let components = elements[position].split(separator: ":", omittingEmptySubsequences: false)
        return component <= components.count ? String(components[component - 1]) : ""
    }

    private mutating func value<Value>(
        _ position: Int, _ component: Int, _ convert: (String) -> Value?
    ) -> Value? {
        let sent = element(position, component)
        guard !sent.isEmpty else { return nil }
        let value = convert(sent)
        if value == nil { refused.append("\(elements[0])\(position) \(sent)") }
        return value
    }

    mutating func enter(_ key: SegmentKey) -> Bool {
        guard let index = loop.segments.firstIndex(where: { $0.key == key }) else { return false }
        elements = loop.segments.remove(at: index).elements
        return true
    }

    mutating func leave() { elements = [] }

    mutating func constant(_ position: Int, _ component: Int, _ value: StaticString) {
        let sent = element(position, component)
        if sent != "\(value)" { refused.append("\(elements[0])\(position) \(sent)") }
    }

    mutating func text(_ position: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        value = self.value(position, component) { $0 }
    }

    mutating func decimal(
        _ position: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        value = self.value(position, component) { ExactDecimal($0) }
    }

    mutating func integer(_ position: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        value = self.value(position, component) { Int($0) }
    }

    mutating func date(_ position: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?)
    {
        value = self.value(position, component) { CalendarDate(x12: $0) }
    }

    mutating func time(_ position: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        value = self.value(position, component) { ClockTime(x12: $0) }
    }

    mutating func period(
        _ qualifier: Int, _ position: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        let format = element(qualifier, 0)
        value = self.value(position, 0) { DateTimePeriod(qualifier: format, x12: $0) }
    }

    mutating func texts(_ positions: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        values = positions.map { element($0, 0) }
        while values.last == "" { values.removeLast() }
    }

    mutating func repetitions(_ position: Int, _ name: StaticString, _ values: inout [String]) {
        refused.append("repetitions in \(elements[0])")
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) {}

    mutating func composite<Part: ModelPart>(_ position: Int, _ name: StaticString, _ part: inout Part?) {
        let sent = element(position, 0)
        guard !sent.isEmpty else { return }
        let components = sent.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        part = within([elements[0]] + components)
    }

    mutating func composites<Part: ModelPart>(
        _ positions: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        for position in positions {
            var sent: Part?
            composite(position, name, &sent)
            parts.append(sent ?? Part())
        }
        while parts.last == Part() { parts.removeLast() }
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        for first in Swift.stride(from: start, to: start + stride * count, by: stride) {
            parts.append(within([elements[0]] + (first..<first + stride).map { element($0, 0) }))
        }
        while parts.last == Part() { parts.removeLast() }
    }

    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) {
        var walked = Part()
        walked.walk(&self)
        part = walked == Part() ? nil : walked
    }

    mutating func segments<Part: ModelPart>(_ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]) {
        while enter(key) {
            var part = Part()
            part.walk(&self)
            parts.append(part)
            leave()
        }
    }

    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part?)
    {
        guard let index = loop.loops.firstIndex(where: { $0.identifier == "\(identifier)" }) else { return }
        part = Self.decode(Part.self, from: loop.loops.remove(at: index), refused: &refused)
    }

    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        while let index = loop.loops.firstIndex(where: { $0.identifier == "\(identifier)" }) {
            parts.append(Self.decode(Part.self, from: loop.loops.remove(at: index), refused: &refused))
        }
    }

    /// Walks a part over elements of its own, then returns to the segment's.
    private mutating func within<Part: ModelPart>(_ inner: [String]) -> Part {
        let outer = elements
        elements = inner
        var part = Part()
        part.walk(&self)
        elements = outer
        return part
    }
}
