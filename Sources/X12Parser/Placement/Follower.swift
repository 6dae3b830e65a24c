internal import X12Text

/// A segment that came behind a rule before, and where it was placed.
///
/// Segments mostly follow each other as they did the times before, so a segment is compared with its followers before
/// any table is asked. What tells a segment apart stands at its very beginning, identifier and first element, so that
/// eight bytes compared at once are mostly all of it:
///
///     R E F * G 1 * 9     the text
///     ^ ^ ^ ^ ^ ^ ^ -     the mask: behind each part stands its separator, so nothing longer fits
///
/// The bytes hold separators, so a follower is good for one interchange's delimiters.
struct Follower: BitwiseCopyable {
    /// The bytes the segment begins with, as far as the mask says.
    private let beginning: UInt64
    private let beginningMask: UInt64
    /// The bytes an element further behind begins with, as far as the mask says.
    private let value: UInt32
    private let valueMask: UInt32
    /// The rule that takes the segment.
    let rule: Int32
    /// The position of that element; 0 when the beginning tells all.
    private let element: Int16
    /// What placing the segment does to the loops.
    let turn: Turn
    /// Whether it is one that has to be looked at by itself.
    let stop: Stop

    /// Why a segment has to be looked at by itself.
    enum Stop: UInt8 {
        case none
        /// A caller wants to see it.
        case seen
        /// It opens a loop that may come once, and may have come.
        case once
        /// It comes again in a row, and may have come as often as it may.
        case counted
        /// There may be more to it.
        case unsure
        /// Something that has to come was left out before it, or comes behind it.
        case doubtful
    }

    /// What placing a segment does to the loops.
    enum Turn: UInt8 {
        /// The segment stays in the loop of the segment before.
        case stays
        /// It belongs to a loop that is open around that.
        case returns
        /// It opens a loop.
        case opens
    }

    /// No segment.
    static let none = Follower(rule: -1, turn: .stays, stop: .unsure)

    /// Where a segment is placed that nothing is known to look like.
    init(rule: Int, turn: Turn, stop: Stop) {
        (beginning, beginningMask, value, valueMask, element) = (1, 0, 0, 0, 0)
        (self.rule, self.turn, self.stop) = (Int32(rule), turn, stop)
    }

    /// Whether a segment is what came before; text and offsets as in every ``SegmentView``.
    @inline(__always)
    func fits(_ segment: RawSegment) -> Bool {
        let word = UnsafeRawPointer(segment.text).loadUnaligned(as: UInt64.self).littleEndian
        guard word & beginningMask == beginning else { return false }
        return element == 0 || valueFits(segment)
    }

    @inline(__always)
    private func valueFits(_ segment: RawSegment) -> Bool {
        guard Int(element) <= segment.elementCount else { return false }
        let start = segment.base + Int(segment.ends[Int(element) &- 1] &+ 1)
        return UnsafeRawPointer(start).loadUnaligned(as: UInt32.self).littleEndian & valueMask == value
    }

    /// Learns what a segment looks like that a rule took; `nil` when a few bytes do not tell it.
    init?(
        _ segment: RawSegment, _ entry: SymbolTable.Entry, rule: Int, turn: Turn, stop: Stop,
        componentSeparator: UInt8
    ) {
        let identifierLength = Int(segment.ends[0]) - segment.start
        guard identifierLength <= 3, Int(entry.element) <= segment.elementCount, entry.component <= 1 else {
            return nil
        }
        self.rule = Int32(rule)
        self.turn = turn
        self.stop = stop
        // One byte more than the part itself: what ends it.
        var length = identifierLength + 1
        var valueLength = 0
        if entry.element > 0 {
            var value = segment.element(Int(entry.element))[...]
            if entry.component == 1 { value = value.prefix { $0 != componentSeparator } }
            valueLength = min(4, value.count + 1)
        }
        if entry.element == 1 { length += valueLength }
        element = entry.element > 1 ? entry.element : 0
        beginningMask = length >= 8 ? .max : 1 << UInt64(8 * length) - 1
        beginning = UnsafeRawPointer(segment.text).loadUnaligned(as: UInt64.self).littleEndian & beginningMask
        valueMask = element == 0 ? 0 : valueLength >= 4 ? .max : 1 << UInt32(8 * valueLength) - 1
        let start = segment.base + Int(segment.ends[max(0, Int(element) - 1)] + 1)
        value = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self).littleEndian & valueMask
    }
}

/// The followers of each rule, four of them, those learned first staying in front.
struct FollowerTable: ~Copyable {
    private let followers: FixedTable<Follower>
    private static let width = 4

    init(ruleCount: Int) {
        followers = FixedTable(repeating: .none, count: ruleCount * Self.width)
    }

    /// The follower of a rule that a segment is, if it is one.
    @inline(__always)
    func follower(of rule: Int, _ segment: RawSegment) -> Follower? {
        let first = followers.address(of: rule &* Self.width)
        // Four comparisons in a row, not a loop: how each of them comes out says something of what comes next.
        if first.pointee.fits(segment) { return first.pointee }
        if first[1].fits(segment) { return first[1] }
        if first[2].fits(segment) { return first[2] }
        if first[3].fits(segment) { return first[3] }
        return nil
    }

    /// Adds a follower of a rule; where there is no room, one of the last two goes.
    func add(_ follower: Follower, of rule: Int) {
        let first = followers.address(of: rule * Self.width)
        if let free = (0..<Self.width).first(where: { first[$0].rule < 0 }) {
            first[free] = follower
        } else {
            first[3] = first[2]
            first[2] = follower
        }
    }

    /// Forgets all of them.
    func removeAll() { followers.fill(0..<followers.count, with: .none) }
}
