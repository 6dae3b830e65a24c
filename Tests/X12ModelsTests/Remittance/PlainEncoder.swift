import X12Models
import X12Text

/// Writes a model as placed segments, without a thought for speed.
struct PlainEncoder: ModelVisitor {
    static var visitsProperties: Bool { false }
    static var decodes: Bool { false }

    private var loop: PlacedLoop
    private var key = SegmentKey("")
    private var elements: [Int: String] = [:]
    private var constants: [Int: String] = [:]

    /// Encodes one part.
    static func encode<Part: ModelPart>(_ part: Part, in identifier: String = "") -> PlacedLoop {
        var encoder = PlainEncoder(loop: PlacedLoop(identifier: identifier))
        var part = part
        part.walk(&encoder)
        return encoder.loop
    }

    private init(loop: PlacedLoop) { self.loop = loop }

    mutating func enter(_ key: SegmentKey) -> Bool {
        self.key = key
        elements = [:]
        constants = [:]
        return true
    }

    mutating func leave() {
        guard !elements.isEmpty else { return }
        append()
    }

    private mutating func append() {
        let code = Self.text(UInt32(key.packed >> 32))
        var all = constants.merging(elements) { _, sent in sent }
        // A discriminator with one value need not be walked: its key has it.
        let identifier = Self.text(UInt32(truncatingIfNeeded: key.packed))
        let place = identifier == "HL" ? 3 : 1
        if !code.isEmpty, all[place] == nil { all[place] = code }
        let positions = 1...max(1, all.keys.max() ?? 1)
        loop.segments.append(
            PlacedSegment(key: key, elements: [identifier] + positions.map { all[$0] ?? "" }))
    }

    private static func text(_ packed: UInt32) -> String {
        var text = ""
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            let byte = UInt8(truncatingIfNeeded: packed >> shift)
            if byte != 0 { text.unicodeScalars.append(Unicode.Scalar(byte)) }
        }
        return text
    }

    private mutating func set(_ position: Int, _ component: Int, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        guard component > 0 else {
            elements[position] = text
            return
        }
        var components = (elements[position] ?? "").split(separator: ":", omittingEmptySubsequences: false)
        while components.count < component { components.append("") }
        components[component - 1] = Substring(text)
        elements[position] = components.joined(separator: ":")
    }

    mutating func constant(_ position: Int, _ component: Int, _ value: StaticString) {
        guard component == 0 else { return set(position, component, "\(value)") }
        constants[position] = "\(value)"
    }

    mutating func text(_ position: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        set(position, component, value)
    }

    mutating func decimal(
        _ position: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        set(position, component, value?.description)
    }

    mutating func integer(_ position: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        set(position, component, value.map(String.init))
    }

    mutating func date(_ position: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?)
    {
        var bytes: [UInt8] = []
        value?.appendX12(to: &bytes)
        set(position, component, String(decoding: bytes, as: UTF8.self))
    }

    mutating func time(_ position: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        var bytes: [UInt8] = []
        value?.appendX12(to: &bytes)
        set(position, component, String(decoding: bytes, as: UTF8.self))
    }

    mutating func period(
        _ qualifier: Int, _ position: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        guard let value else { return }
        var bytes: [UInt8] = []
        value.appendX12(to: &bytes)
        set(qualifier, 0, "\(value.qualifier)")
        set(position, 0, String(decoding: bytes, as: UTF8.self))
    }

    mutating func texts(_ positions: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        for (position, value) in zip(positions, values) { set(position, 0, value) }
    }

    mutating func repetitions(_ position: Int, _ name: StaticString, _ values: inout [String]) {}

    mutating func flag(_ name: StaticString, _ value: inout Bool) {}

    mutating func composite<Part: ModelPart>(_ position: Int, _ name: StaticString, _ part: inout Part?) {
        guard var sent = part else { return }
        let inner = within(&sent)
        guard let last = inner.keys.max() else { return }
        elements[position] = (1...last).map { inner[$0] ?? "" }.joined(separator: ":")
    }

    mutating func composites<Part: ModelPart>(
        _ positions: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        for (position, part) in zip(positions, parts) {
            var sent: Part? = part
            composite(position, name, &sent)
        }
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        for index in parts.indices {
            for (position, text) in within(&parts[index]) {
                elements[start + index * stride + position - 1] = text
            }
        }
    }

    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) { part?.walk(&self) }

    mutating func segments<Part: ModelPart>(_ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]) {
        for index in parts.indices {
            _ = enter(key)
            parts[index].walk(&self)
            append()
        }
    }

    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part?)
    {
        guard let part, part != Part() else { return }
        loop.loops.append(Self.encode(part, in: "\(identifier)"))
    }

    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        for part in parts { loop.loops.append(Self.encode(part, in: "\(identifier)")) }
    }

    /// Walks a part over elements of its own and returns these.
    private mutating func within<Part: ModelPart>(_ part: inout Part) -> [Int: String] {
        let outer = (elements, constants)
        elements = [:]
        constants = [:]
        part.walk(&self)
        defer { (elements, constants) = outer }
        return elements.isEmpty ? [:] : elements.merging(constants) { sent, _ in sent }
    }
}
