import X12Models
import X12TestSupport
import X12Text

/// Fills every property of a part with a value that no other property has, and leaves some out.
///
/// Lists have one to three elements. The same seed makes the same part.
struct JSONModelFiller: ModelVisitor {
    static var visitsProperties: Bool { true }
    static var decodes: Bool { true }

    private var random: SplitMix64
    private let leftOut: Int
    /// Whether lists hold empty elements too, which are gaps.
    private let makesGaps: Bool
    private var counter = 0

    /// Makes a part; of 100 properties, `leftOut` are absent.
    static func part<Part: ModelPart>(
        _ type: Part.Type, seed: UInt64, leftOut: Int = 30, makesGaps: Bool = true
    ) -> Part {
        var filler = JSONModelFiller(
            random: SplitMix64(seed: seed), leftOut: leftOut, makesGaps: makesGaps)
        var part = Part()
        part.walk(&filler)
        return part
    }

    private init(random: SplitMix64, leftOut: Int, makesGaps: Bool) {
        self.random = random
        self.leftOut = leftOut
        self.makesGaps = makesGaps
    }

    // MARK: - Chance

    private mutating func isLeftOut() -> Bool { random.happens(percent: leftOut) }

    private mutating func next() -> Int {
        counter += 1
        return counter
    }

    /// Text that is hard on JSON now and then.
    private mutating func words() -> String {
        let odd = ["\"quoted\"", "back\\slash", "line\nend", "tab\t", "Zoë", "日本", "🙂", "\u{1}", "a/b", " "]
        let plain = "T\(next())"
        return random.happens(percent: 10) ? plain + random.pick(odd) : plain
    }

    private mutating func day() -> CalendarDate? {
        CalendarDate(
            year: random.number(in: 1900...2100), month: random.number(in: 1...12),
            day: random.number(in: 1...28))
    }

    private mutating func minute() -> ClockTime? {
        ClockTime(
            hour: random.number(in: 0...23), minute: random.number(in: 0...59), precision: .minutes)
    }

    // MARK: - Values

    mutating func enter(_ key: SegmentKey) -> Bool { true }
    mutating func leave() {}
    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {}

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        value = isLeftOut() ? nil : words()
    }

    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        guard !isLeftOut() else { return }
        let digits = Int64(next() * 1_000 + random.number(in: 0...999))
        let signed = random.happens(percent: 20) ? -digits : digits
        value = ExactDecimal(significand: signed, scale: random.number(in: 0...6))
    }

    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        value = isLeftOut() ? nil : next() * (random.happens(percent: 10) ? -1 : 1)
    }

    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        value = isLeftOut() ? nil : day()
    }

    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        guard !isLeftOut() else { return }
        let second = random.number(in: 0...59)
        value =
            switch random.number(in: 0...2) {
            case 0: minute()
            case 1: ClockTime(hour: 9, minute: 5, second: second, precision: .seconds)
            default: ClockTime(hour: 9, minute: 5, second: second, hundredths: 7, precision: .hundredths)
            }
    }

    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        guard !isLeftOut(), let first = day(), let second = day(), let time = minute() else { return }
        value =
            switch random.number(in: 0...3) {
            case 0: .date(first)
            case 1: .range(first, second)
            case 2: .dateTime(first, time)
            default: .time(time)
            }
    }

    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        guard !isLeftOut() else { return }
        for _ in 0..<random.number(in: 1...3) {
            values.append(makesGaps && random.happens(percent: 20) ? "" : words())
        }
    }

    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {
        texts(element...element, name, &values)
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) { value = !isLeftOut() }

    // MARK: - Parts

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        fill(&part)
    }

    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        fill(&parts)
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        fill(&parts)
    }

    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) { fill(&part) }

    mutating func segments<Part: ModelPart>(_ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]) {
        fill(&parts)
    }

    mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ part: inout Part?
    ) {
        fill(&part)
    }

    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        fill(&parts)
    }

    /// An optional part is absent rather than empty: JSON does not tell these apart.
    private mutating func fill<Part: ModelPart>(_ part: inout Part?) {
        part = nil
        guard !isLeftOut() else { return }
        var filled = Part()
        filled.walk(&self)
        if filled != Part() { part = filled }
    }

    private mutating func fill<Part: ModelPart>(_ parts: inout [Part]) {
        guard !isLeftOut() else { return }
        for _ in 0..<random.number(in: 1...3) {
            parts.append(Part())
            if !(makesGaps && random.happens(percent: 10)) { parts[parts.count - 1].walk(&self) }
        }
    }
}
