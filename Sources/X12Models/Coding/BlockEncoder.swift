internal import X12Diagnostics
internal import X12Grammar
internal import X12Text

/// Writes a part as segments, in the order of its walk, each value in its one canonical spelling.
///
/// Segments in which nothing is set are not written, but for the opener of a loop in which something is.
/// Values that follow from the guide (`NM101` = `85`) are written where a walk names them, or where the
/// guide leaves a segment's telling element just one value.
///
/// A part is only looked at (``ModelPart/show(to:)``), and most of what it has room for is absent: so a look at an
/// absent value costs no more than that.
struct BlockEncoder: ModelVisitor {
    static var visitsProperties: Bool { false }
    static var decodes: Bool { false }

    /// What becomes of a segment that is written.
    enum Mode: Equatable {
        /// It stands in the output as it is to be sent, between line end and terminator.
        case sent
        /// Its bytes are kept apart, with how the walk saw each of its elements.
        case noted
    }

    /// What is written to; its count is set when all is written.
    let output: EncodedBlock
    let map: ModelMap?
    let delimiters: Delimiters
    let lineEnd: [UInt8]
    let isNoting: Bool
    let looksIntoShortTexts = ShortText.isKnown
    /// The delimiters that no value may hold, eight times each.
    let segmentPattern: UInt64
    let elementPattern: UInt64
    /// What keeps components apart, which no component may hold; other elements may have it as data. As repetitions, components
    /// are not told apart where the interchange declares one delimiter for two things.
    let componentPattern: UInt64
    let isDistinct: Bool
    /// Whether nothing was sent before, so that no line end stands in front of the first segment.
    private let isFirst: Bool
    /// The first value that cannot be written, if any.
    private(set) var error: X12Error?
    /// How many segments were written.
    private(set) var segmentCount = 0

    /// The memory written to, the place of the next byte in it, and how far may be written before asking for more.
    var memory: UnsafeMutablePointer<UInt8>
    var position = 0
    var capacity: Int

    /// The loop being walked through, and whether its opener comes next.
    private var loop: Int32
    private var awaitsOpener = false

    /// Whether the segment written last holds nothing but constants.
    private var isBare = false

    // The segment being written.
    private var key = SegmentKey(packedIdentifier: 0, packedCode: 0)
    /// Where it began, its line end included, and where its identifier begins.
    private var begin = 0
    private var start = 0
    /// The place of the value written last.
    var element = 0
    var component = 1
    private var rule: Int32 = -1
    var kinds = EncodedBlock.ElementKinds()
    var holdsValue = false
    /// Whether the segment is written even when nothing is set in it: a loop's first, or one of a list.
    private var isKept = false
    /// Whether the segment's rule was looked up, and the constant that it still owes.
    private var isLookedUp = false
    private var owed = RuleFacts.Constant()

    /// The element of the composite being walked through; 0 outside one.
    var composite = 0
    var offset = 0

    init(
        _ output: EncodedBlock, _ map: ModelMap?, _ delimiters: Delimiters, lineEnd: [UInt8] = [],
        loop: Int32,
        mode: Mode, isFirst: Bool = true
    ) {
        self.output = output
        self.map = map
        self.delimiters = delimiters
        self.lineEnd = lineEnd
        self.loop = loop
        self.isFirst = isFirst
        isNoting = mode == .noted
        segmentPattern = UInt64(delimiters.segment) &* 0x0101_0101_0101_0101
        elementPattern = UInt64(delimiters.element) &* 0x0101_0101_0101_0101
        isDistinct = delimiters.areDistinct
        componentPattern = UInt64(delimiters.component) &* 0x0101_0101_0101_0101
        awaitsOpener = loop > 0
        output.removeAll()
        memory = output.bytes
        capacity = output.capacity
    }

    /// Ends the writing; what was refused, if anything was.
    func finish() -> X12Error? {
        output.count = position
        return error
    }

    // MARK: - Segments

    /// An absent value needs no segment, but for the one that opens a loop.
    var skipsAbsent: Bool {
        @inline(__always) get { !awaitsOpener }
    }

    mutating func enter(_ key: SegmentKey) -> Bool {
        self.key = key
        begin = position
        element = 0
        component = 1
        holdsValue = false
        isKept = awaitsOpener
        awaitsOpener = false
        isLookedUp = false
        owed.element = 0
        if isNoting {
            rule = -1
            kinds = EncodedBlock.ElementKinds()
        } else if !lineEnd.isEmpty, !isFirst || segmentCount > 0 {
            append(lineEnd)
        }
        start = position
        reserve(4)
        let identifier = UInt32(truncatingIfNeeded: key.packed)
        UnsafeMutableRawPointer(memory + position).storeBytes(of: identifier.littleEndian, as: UInt32.self)
        position &+= (39 &- identifier.leadingZeroBitCount) &>> 3
        return true
    }

    mutating func leave() {
        guard holdsValue || isKept else {
            position = begin
            return
        }
        lookUp()
        payOwed(before: Int.max)
        segmentCount &+= 1
        isBare = !holdsValue
        if isNoting {
            output.segments.append(
                EncodedBlock.Segment(
                    start: start, end: position, rule: rule, elements: kinds, isBare: isBare))
        } else {
            append(delimiters.segment)
        }
    }

    mutating func segments<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]
    ) {
        parts.lend { parts in
            for index in parts.indices {
                guard enter(key) else { continue }
                // Each one of a list is there, also when nothing is set in it (`PER*IC`).
                isKept = true
                parts[index].walk(&self)
                leave()
            }
        }
    }

    mutating func segment<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ part: inout Part?
    ) {
        guard part != nil, enter(key) else { return }
        // It is there, also when nothing is set in it.
        isKept = true
        part?.walk(&self)
        leave()
    }

    mutating func packed<Packing: SegmentPacking>(
        _ key: SegmentKey, _ name: StaticString, _ items: inout [Packing.Item], as packing: Packing.Type
    ) {
        guard !items.isEmpty else { return }
        var segment = Packing()
        var next = 0
        while next < items.count {
            next = segment.pack(items, from: next)
            guard enter(key) else { continue }
            // Each one of a list is there, also when nothing is set in it (`PER*IC`).
            isKept = true
            segment.show(to: &self)
            leave()
        }
    }

    // MARK: - Loops

    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part?)
    {
        guard part != nil else { return }
        let outer = beginLoop(identifier)
        part?.walk(&self)
        endLoop(outer)
    }

    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part)
    {
        let outer = beginLoop(identifier)
        part.walk(&self)
        endLoop(outer)
    }

    @inline(__always)
    mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ box: inout Boxed<Part>
    ) {
        guard box.box != nil else { return }
        let outer = beginLoop(identifier)
        box.show(to: &self)
        endLoop(outer)
    }

    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        parts.lend { parts in
            for index in parts.indices {
                let outer = beginLoop(identifier)
                parts[index].walk(&self)
                endLoop(outer)
            }
        }
    }

    /// What a loop was begun in.
    private struct Surroundings {
        let loop: Int32
        let segments: Int
        let position: Int
    }

    private mutating func beginLoop(_ identifier: StaticString) -> Surroundings {
        let outer = Surroundings(loop: loop, segments: segmentCount, position: position)
        loop = map?.loop(ModelMap.pack(identifier), in: loop) ?? -1
        awaitsOpener = true
        return outer
    }

    /// Ends a loop; an opener that stands alone and holds nothing is taken back.
    private mutating func endLoop(_ outer: Surroundings) {
        loop = outer.loop
        awaitsOpener = false
        guard segmentCount == outer.segments + 1, isBare else { return }
        segmentCount -= 1
        position = outer.position
        if isNoting { output.segments.removeLast() }
    }

    // MARK: - Constants that the walk leaves to us

    /// Finds the rule, and with it the constant that the walk may not speak of.
    private mutating func lookUp() {
        guard !isLookedUp else { return }
        isLookedUp = true
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

    /// Writes the constant that is owed, if its place comes before an element and nothing behind it was written.
    private mutating func payOwed(before limit: Int) {
        let constant = owed
        guard constant.element > element, constant.element < limit else { return }
        owed.element = 0
        move(to: Int(constant.element), Int(constant.component))
        if isNoting { Self.note(Int(constant.element), in: &kinds.constants) }
        if constant.count <= 8 {
            append(constant.value, count: Int(constant.count))
        } else if let code = map?.longConstant(of: rule) {
            append(code)
        }
    }

    /// Comes to a value's place: holds on to the segment, and writes what stands before the value.
    @inline(__always)
    mutating func begin(at element: Int, _ component: Int) {
        holdsValue = true
        comeTo(element, component)
    }

    /// Comes to a place, and writes the constant that is owed before it.
    @inline(__always)
    mutating func comeTo(_ element: Int, _ component: Int) {
        // Where no element is left out, none is owed.
        if element > self.element &+ 1 {
            lookUp()
            payOwed(before: element)
        }
        move(to: element, component)
    }

    // MARK: - Refusing

    /// Keeps the first value that cannot be written, with the property that it is of.
    mutating func refuse(_ code: X12Error.Code, _ detail: String, _ property: RefusedProperty? = nil) {
        guard error == nil else { return }
        error = X12Error(code, at: Location(), detail)
        error?.property = property
    }
}
