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
    let isNoting: Bool
    let looksIntoShortTexts = ShortText.isKnown
    /// Whether each value is looked at for delimiters; else all that is written is, at its end
    /// (``isCut()``).
    let checksValues: Bool
    /// The delimiters that no value may hold, eight times each.
    let segmentPattern: UInt64
    let elementPattern: UInt64
    /// What keeps components apart, which no component may hold; other elements may have it as data. As repetitions, components
    /// are not told apart where the interchange declares one delimiter for two things.
    let componentPattern: UInt64
    let isDistinct: Bool
    /// The line end in front of each segment but the first of all: `nil` where there is none.
    private let lineEnd: [UInt8]?
    /// Whether nothing was sent before, so that no line end stands in front of the first segment.
    private let isFirst: Bool
    /// The place in the hierarchy that is written instead of the part's own (``ModelWriter/Mode/issue``).
    let level: HierarchicalLevel?
    /// Whether the parts of a list are counted anew where they have numbers.
    let counts: Bool
    /// The number of the part of a loop's list being walked through, from 1.
    private(set) var number = 1
    /// Where the code of that place stands that tells whether there is a level below (HL04), if it was written.
    var childCode: Int?
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
    /// How many delimiters were written between elements, and between components.
    private var elementSeparators = 0
    var componentSeparators = 0

    // The segment being written.
    private var key = SegmentKey(packedIdentifier: 0, packedCode: 0)
    /// Where it began, its line end included, and where its identifier begins.
    private var begin = 0
    private var start = 0
    private var componentsBefore = 0
    /// The place of the value written last.
    var element = 0
    var component = 1
    var kinds = EncodedBlock.ElementKinds()
    var holdsValue = false
    /// Whether the segment is written even when nothing is set in it: a loop's first, or one of a list.
    private var isKept = false
    /// What the guide says of the segment; `nil` until it was looked up, and where there is no guide.
    private var known: UnsafePointer<ModelMap.Place>?

    /// The element of the composite being walked through; 0 outside one.
    var composite = 0
    var offset = 0

    init(
        _ output: EncodedBlock, _ map: ModelMap?, _ delimiters: Delimiters, lineEnd: [UInt8] = [],
        loop: Int32, mode: Mode, isFirst: Bool = true,
        level: HierarchicalLevel? = nil, counts: Bool = false, checksValues: Bool = true
    ) {
        self.output = output
        self.map = map
        self.delimiters = delimiters
        self.lineEnd = mode == .noted || lineEnd.isEmpty ? nil : lineEnd
        self.loop = loop
        self.isFirst = isFirst
        self.level = level
        self.counts = counts
        isNoting = mode == .noted
        isDistinct = delimiters.areDistinct
        self.checksValues = checksValues || !isDistinct
        segmentPattern = UInt64(delimiters.segment) &* 0x0101_0101_0101_0101
        elementPattern = UInt64(delimiters.element) &* 0x0101_0101_0101_0101
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

    /// Whether there may be a value that holds one of the three delimiters, which cuts it, or a line end, which is lost
    /// when it is read: whether what was written holds more of them than were put between segments, elements and components.
    ///
    /// Of no meaning where values are looked at one by one (``checksValues``).
    mutating func isCut() -> Bool {
        // The last bytes that are looked at are none of ours.
        reserve()
        UnsafeMutableRawPointer(memory + position).storeBytes(of: SIMD16.zero, as: SIMD16<UInt8>.self)
        let blocks = (position &+ DelimiterCount.width &- 1) / DelimiterCount.width
        let breaks = lineEnd.map { $0.count(where: Self.isLineEnd) * (segmentCount - (isFirst ? 1 : 0)) } ?? 0
        let written = segmentCount &+ elementSeparators &+ componentSeparators &+ max(0, breaks)
        return DelimiterCount.of(memory, blocks: blocks, delimiters) != written
    }

    // MARK: - Segments

    /// An absent value needs no segment, but for the one that opens a loop.
    var skipsAbsent: Bool {
        @inline(__always) get { !awaitsOpener }
    }

    mutating func enter(_ key: SegmentKey) -> Bool {
        self.key = key
        begin = position
        componentsBefore = componentSeparators
        element = 0
        component = 1
        holdsValue = false
        isKept = awaitsOpener
        awaitsOpener = false
        known = nil
        if isNoting {
            kinds = EncodedBlock.ElementKinds()
        } else if let lineEnd, !isFirst || segmentCount > 0 {
            append(lineEnd)
        }
        start = position
        reserve()
        let identifier = UInt32(truncatingIfNeeded: key.packed)
        UnsafeMutableRawPointer(memory + position).storeBytes(of: identifier.littleEndian, as: UInt32.self)
        position &+= (39 &- identifier.leadingZeroBitCount) &>> 3
        return true
    }

    mutating func leave() {
        guard holdsValue || isKept else { return takeBack() }
        lookUp()
        if let known, known.pointee.constant.element > element { payOwed(known) }
        segmentCount &+= 1
        elementSeparators &+= element
        isBare = !holdsValue
        if isNoting {
            note()
        } else {
            reserve()
            memory[position] = delimiters.segment
            position &+= 1
        }
    }

    /// Takes the segment back that was begun.
    private mutating func takeBack() {
        position = begin
        componentSeparators = componentsBefore
    }

    @inline(never)
    private func note() {
        output.segments.append(
            EncodedBlock.Segment(
                start: start, end: position, rule: known?.pointee.index ?? -1, elements: kinds, isBare: isBare
            ))
    }

    @inline(__always)
    mutating func segments<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]
    ) {
        if !parts.isEmpty { write(parts, asSegments: key) }
    }

    @inline(never)
    private mutating func write<Part: ModelPart>(_ parts: [Part], asSegments key: SegmentKey) {
        // Each one of a list is there, also when nothing is set in it (`PER*IC`).
        parts.lend { parts in
            for index in parts.indices { segment(key, &parts[index]) }
        }
    }

    @inline(__always)
    mutating func segment<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ part: inout Part?
    ) {
        part?.write(asSegment: key, to: &self)
    }

    /// Writes a segment that is there, also when nothing is set in it.
    mutating func segment<Part: ModelPart>(_ key: SegmentKey, _ part: inout Part) {
        guard enter(key) else { return }
        isKept = true
        part.walk(&self)
        leave()
    }

    @inline(__always)
    mutating func packed<Packing: SegmentPacking>(
        _ key: SegmentKey, _ name: StaticString, _ items: inout [Packing.Item], as packing: Packing.Type
    ) {
        if !items.isEmpty { write(items, key, as: packing) }
    }

    @inline(never)
    private mutating func write<Packing: SegmentPacking>(
        _ items: [Packing.Item], _ key: SegmentKey, as packing: Packing.Type
    ) {
        items.lend { items in
            var next = 0
            while next < items.count {
                guard enter(key) else { return }
                // Each one of a list is there, also when nothing is set in it (`PER*IC`).
                isKept = true
                next = Packing.show(items, from: next, to: &self)
                leave()
            }
        }
    }

    // MARK: - Loops

    @inline(__always)
    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part?)
    {
        part?.write(asLoop: identifier, to: &self)
    }

    @inline(__always)
    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part)
    {
        let outer = beginLoop(ModelMap.pack(identifier))
        part.walk(&self)
        endLoop(outer)
    }

    @inline(__always)
    mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ box: inout Boxed<Part>
    ) {
        guard box.box != nil else { return }
        let outer = beginLoop(ModelMap.pack(identifier))
        box.show(to: &self)
        endLoop(outer)
    }

    @inline(__always)
    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        if !parts.isEmpty { write(parts, asLoops: ModelMap.pack(identifier)) }
    }

    @inline(never)
    private mutating func write<Part: ModelPart>(_ parts: [Part], asLoops identifier: UInt64) {
        parts.lend { parts in
            for index in parts.indices {
                number = index &+ 1
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
        let elementSeparators: Int
        let componentSeparators: Int
    }

    private mutating func beginLoop(_ identifier: UInt64) -> Surroundings {
        let outer = Surroundings(
            loop: loop, segments: segmentCount, position: position, elementSeparators: elementSeparators,
            componentSeparators: componentSeparators)
        loop = map?.loop(identifier, in: loop) ?? -1
        awaitsOpener = true
        return outer
    }

    /// Ends a loop; an opener that stands alone and holds nothing is taken back.
    private mutating func endLoop(_ outer: Surroundings) {
        loop = outer.loop
        awaitsOpener = false
        guard isBare, segmentCount == outer.segments + 1 else { return }
        segmentCount -= 1
        position = outer.position
        elementSeparators = outer.elementSeparators
        componentSeparators = outer.componentSeparators
        if isNoting { output.segments.removeLast() }
    }

    // MARK: - Constants that the walk leaves to us

    /// Finds what the guide says of the segment, and with it the constant that the walk may not speak of.
    @inline(__always)
    private mutating func lookUp() {
        guard known == nil, let map, loop >= 0 else { return }
        let place = map.place(in: loop, key)
        known = place
        if place.pointee.index < 0 { refusePlace() }
    }

    @inline(never)
    private mutating func refusePlace() {
        guard let map else { return }
        let place = map.guide.loops[Int(loop)].identifier
        refuse(.unwritable, "\(key.identifier) has no place in \(place) of \(map.guide.identifier)")
    }

    /// Writes the constant that is owed, if its place comes before an element and nothing behind it was written.
    @inline(never)
    private mutating func payOwed(before limit: Int) {
        lookUp()
        guard let known else { return }
        let place = Int(known.pointee.constant.element)
        if place > element, place < limit { payOwed(known) }
    }

    @inline(never)
    private mutating func payOwed(_ known: UnsafePointer<ModelMap.Place>) {
        let constant = known.pointee.constant
        move(to: Int(constant.element), Int(constant.component))
        if isNoting { Self.note(Int(constant.element), in: &kinds.constants) }
        if constant.count <= 8 {
            append(constant.value, count: Int(constant.count))
        } else if let code = map?.longConstant(of: known.pointee.index) {
            append(code)
        }
    }

    /// Comes to a value's place: holds on to the segment, and writes what stands before the value.
    ///
    /// Behind the place there is room for a value of up to 32 bytes.
    @inline(__always)
    mutating func begin(at element: Int, _ component: Int) {
        holdsValue = true
        comeTo(element, component)
    }

    /// Comes to a place, and writes the constant that is owed before it.
    @inline(__always)
    mutating func comeTo(_ element: Int, _ component: Int) {
        // Where no element is left out, none is owed.
        if element > self.element &+ 1 { payOwed(before: element) }
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
