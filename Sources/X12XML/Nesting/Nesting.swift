internal import X12Grammar
internal import X12Parser
internal import X12Text

/// Which elements are open around a segment, and what must be closed and opened before the next.
///
/// Segments stay in the order received. Loops are nested by the guide. What the guide has elsewhere stands
/// where it stood, inside a `misplaced`: a segment out of its slot (``LoopContent``) or of a loop that is
/// further out, a loop whose surroundings are missing or that comes too late. What nothing takes stands in an
/// `unexpected`, with what follows it directly and is not taken either. A header or trailer of the envelope, or
/// the first segment of a loop, that is not there leaves a `missing`.
///
/// Writing and the check of what is read back follow the same steps, so that a document that says something
/// else than its segments do is noticed.
struct Nesting: ~Copyable {
    /// One element that is open.
    struct Frame: BitwiseCopyable {
        enum Kind: UInt8, BitwiseCopyable {
            case interchange, group, set, unguidedSet, loop, misplaced, unexpected
        }

        var kind: Kind
        /// The loop's index in the guide; 0 for the set itself.
        var loop: Int32 = 0
        var instance: Int32 = 0
        /// Where the guide of a loop or set stands in ``Nesting/tables``; -1 for none.
        var table: Int32 = -1
        /// The furthest slot that something was placed in; -1 behind the opener.
        var slot: Int32 = -1
    }

    /// One thing to do before, or right behind, a segment.
    enum Step {
        case open(Frame)
        case close(Frame)
        /// A header, a trailer or the first segment of a loop that is not there.
        case missing(SegmentIdentifier)
    }

    /// The open elements, outermost first.
    var frames = FlatStack<Frame>()
    /// What is to be done.
    private(set) var steps: [Step] = []
    /// The guides met so far.
    private(set) var tables: [LoopTable] = []
    /// The guide of the set that is open, and where it stands among them.
    private(set) var table: LoopTable?
    private var tableNumber: Int32 = -1
    /// The instance of each loop that was opened last.
    var latest = FlatStack<Int32>()
    /// How many frames end with the segment taken last.
    private(set) var ending = 0

    /// The guide of a loop or set.
    func guide(of frame: Frame) -> Guide? { frame.table >= 0 ? tables[Int(frame.table)].guide : nil }

    /// Works out the steps before a segment.
    ///
    /// - Parameters:
    ///   - kind: What its block is a piece of.
    ///   - identifier: Its identifier.
    ///   - placement: Where it was placed.
    ///   - table: The loops of the guide it was placed by; `nil` where none is known.
    mutating func take(
        _ kind: Block.Kind, _ identifier: SegmentIdentifier, _ placement: Placement, _ table: LoopTable?
    ) {
        steps.removeAll(keepingCapacity: true)
        // What is read as an ST or SE is one.
        let identifier = identifier.inCapitals
        if frames.last?.kind == .unexpected, !isUnexpected(kind, identifier, placement) { pop() }
        switch kind {
        case .interchange:
            closeDown(to: nil)
            push(Frame(kind: .interchange))
        case .acknowledgement: closeDown(to: .interchange)
        case .group:
            closeDown(to: .interchange)
            push(Frame(kind: .group))
        case .groupEnd:
            enclose()
            end(.group)
        case .interchangeEnd: end(.interchange)
        case .header, .level, .unit, .trailer, .carried: inGroup(identifier, placement, table)
        case .end: closeDown(to: nil)
        }
    }

    /// Works out the steps right behind the segment that was taken last.
    mutating func settle() {
        if !steps.isEmpty { steps.removeAll(keepingCapacity: true) }
        while ending > 0 {
            ending -= 1
            if let frame = frames.popLast() { steps.append(.close(frame)) }
        }
    }

    // MARK: - Envelopes

    private mutating func inGroup(
        _ identifier: SegmentIdentifier, _ placement: Placement, _ table: LoopTable?
    ) {
        if identifier == "ST" {
            enclose()
            choose(table)
            latest.fill(0, count: table?.guide.loops.count ?? 0)
            if latest.count > 0 { latest[0] = placement.loopInstance }
            push(
                Frame(
                    kind: table == nil ? .unguidedSet : .set, instance: placement.loopInstance,
                    table: tableNumber))
        } else if !isSetOpen {
            if frames.last?.kind != .unexpected { push(Frame(kind: .unexpected)) }
        } else if identifier == "SE" {
            while let frame = frames.last, frame.kind != .set, frame.kind != .unguidedSet { pop() }
            ending = 1
        } else if let table = self.table {
            place(placement, table)
        }
    }

    private mutating func choose(_ table: LoopTable?) {
        self.table = table
        tableNumber = -1
        guard let table else { return }
        let known = tables.firstIndex { $0 === table }
        if known == nil { tables.append(table) }
        tableNumber = Int32(known ?? tables.count - 1)
    }

    private var isSetOpen: Bool { outermost { $0.kind == .set || $0.kind == .unguidedSet } != nil }

    private func outermost(_ fits: (Frame) -> Bool) -> Int? {
        for place in 0..<frames.count where fits(frames[place]) { return place }
        return nil
    }

    /// Makes a group the innermost element; one that has no header is begun without.
    private mutating func enclose() {
        if outermost({ $0.kind == .group }) != nil {
            closeDown(to: .group)
        } else {
            closeDown(to: .interchange)
            push(Frame(kind: .group))
            steps.append(.missing("GS"))
        }
    }

    /// Makes an envelope the innermost element, to end with its trailer.
    private mutating func end(_ kind: Frame.Kind) {
        closeDown(to: kind)
        ending = frames.last?.kind == kind ? 1 : 0
    }

    /// Closes elements until one of a kind is the innermost; all of them for `nil`.
    private mutating func closeDown(to kind: Frame.Kind?) {
        while let frame = frames.last, frame.kind != kind { pop() }
    }

    private mutating func push(_ frame: Frame) {
        frames.append(frame)
        steps.append(.open(frame))
    }

    private mutating func pop() {
        guard let frame = frames.popLast() else { return }
        switch frame.kind {
        case .interchange: steps.append(.missing("IEA"))
        case .group: steps.append(.missing("GE"))
        case .set, .unguidedSet: steps.append(.missing("SE"))
        case .loop, .misplaced, .unexpected: break
        }
        steps.append(.close(frame))
    }

    // MARK: - Loops

    private func isUnexpected(
        _ kind: Block.Kind, _ identifier: SegmentIdentifier, _ placement: Placement
    ) -> Bool {
        switch kind {
        case .header, .level, .unit, .trailer: placement.rule < 0 && identifier != "SE"
        case .carried: identifier != "ST" && !isSetOpen
        default: false
        }
    }

    private mutating func place(_ placement: Placement, _ table: LoopTable) {
        guard placement.rule >= 0 else {
            if frames.last?.kind != .unexpected { push(Frame(kind: .unexpected)) }
            return
        }
        let rule = Int(placement.rule)
        let stand = table.stands[rule]
        let loop = stand.loop
        if placement.remarks.contains(.opensLoop) {
            open(loop, placement, table)
            // What was left out before the loop around this one is not this loop's to miss.
            guard placement.remarks.contains(.openerMissing), !placement.remarks.contains(.orphan) else {
                return
            }
            steps.append(.missing(table.openers[Int(loop)]))
            frames[frames.count - 1].slot = stand.slot
        } else {
            self.stand(in: loop, stand.slot, placement)
        }
    }

    private mutating func open(_ loop: Int32, _ placement: Placement, _ table: LoopTable) {
        let parent = table.parents[Int(loop)]
        let slot = table.slotOfLoop[Int(loop)]
        if parent >= 0, !placement.remarks.contains(.orphan),
            let place = frame(of: parent, latest[Int(parent)]), slot >= frames[place].slot
        {
            while frames.count > place + 1 { pop() }
            frames[place].slot = slot
        } else {
            // Misplaced loops stand beside each other: the document is no deeper for there being many.
            let outer = outermost { $0.kind == .misplaced } ?? frames.count
            while frames.count > outer { pop() }
            push(Frame(kind: .misplaced))
        }
        latest[Int(loop)] = placement.loopInstance
        push(Frame(kind: .loop, loop: loop, instance: placement.loopInstance, table: tableNumber))
    }

    private mutating func stand(in loop: Int32, _ slot: Int32, _ placement: Placement) {
        let isStraggler = placement.remarks.contains(.late)
        if let place = frame(of: loop, placement.loopInstance), !isStraggler || place == frames.count - 1 {
            while frames.count > place + 1 { pop() }
            // An opener sent twice stands out of order, as what stands behind its slot does.
            if slot >= 0, slot >= frames[place].slot {
                frames[place].slot = slot
                return
            }
        }
        push(Frame(kind: .misplaced))
        ending = 1
    }

    /// Where an instance of a loop stands among the open elements.
    private func frame(of loop: Int32, _ instance: Int32) -> Int? {
        var place = frames.count - 1
        while place >= 0 {
            let frame = frames[place]
            if frame.kind == .loop || frame.kind == .set, frame.loop == loop, frame.instance == instance {
                return place
            }
            place -= 1
        }
        return nil
    }
}
