public import X12Diagnostics
internal import X12Grammar
public import X12Parser
internal import X12Text

/// Checks blocks at levels 1 and 2: base syntax and what the guide asks for, all from grammar and dictionary.
///
///     var validator = BlockValidator()
///     while try reader.next(into: &block) {
///         findings += block.findings
///         validator.validate(block, into: &findings)
///     }
///
/// Blocks are given in the order they were read, all of an input to one validator: it remembers what is open
/// around a block (levels and their numbers, control numbers, loops that may still come) and nothing else, so
/// its memory does not grow with the input. A level's missing segments and loops are reported when the level
/// closes, under the place of the last segment that it had.
///
/// Where a segment stands and whether envelopes add up has been looked at while reading (``Block/findings``)
/// and is not looked at again. Segments that nothing took are not looked into.
public struct BlockValidator: Sendable {
    var set: SetState?
    /// The open set, if no guide is known for it.
    var base: BaseSet?
    /// Whether the set's SE is still to come.
    var isSetOpen = false
    var context = Finding.Context()
    /// The patient control number of the block's claim.
    var claim = ""
    /// The delimiters of the block before, and what they come to; see ``delimiters(of:)``.
    var delimiters = (declared: Delimiters.usual, sound: Delimiters.usual)
    /// Where the ISA stands.
    var interchangePlace = Location()
    /// Whether it was reported that segments of the interchange have blanks before them.
    var isIndentReported = false
    /// GS01 and GS08 of the open group.
    var groupKind = ""
    var groupGuide = ""
    /// Where its GS stands.
    var groupPlace = Location()
    /// GS01 that the group's first set asks for; empty before it.
    var groupKindWanted = ""
    var isGroupOpen = false
    var interchanges = UsedNumbers()
    var groups = UsedNumbers()
    var sets = UsedNumbers()
    var baseCodes = BaseCodes()
    /// What may be wrong in a 999 only because it repeats what its group was sent with.
    var heldEchoes: [Finding] = []

    /// A validator before its first block.
    public init() {}

    /// Goes on with another input, as a validator before its first block; what a guide comes to is kept.
    public mutating func restart() {
        let (set, baseCodes) = (set, baseCodes)
        self = Self()
        self.set = set
        self.baseCodes = baseCodes
    }

    /// Appends what is wrong with a block, and with what has been complete since the block before it.
    public mutating func validate(_ block: borrowing Block, into findings: inout [Finding]) {
        if !isIndentReported { indent(block, into: &findings) }
        switch block.kind {
        case .interchange:
            leaveSet(into: &findings)
            interchange(block, into: &findings)
        case .acknowledgement: control(block, 1, into: &findings)
        case .group:
            leaveSet(into: &findings)
            group(block, into: &findings)
        case .header:
            leaveSet(into: &findings)
            header(block, into: &findings)
            segments(of: block, into: &findings)
        case .level, .unit: segments(of: block, into: &findings)
        case .trailer:
            segments(of: block, into: &findings)
            release(block, into: &findings)
        case .carried: carried(block, into: &findings)
        case .groupEnd:
            leaveSet(into: &findings)
            isGroupOpen = false
            trailer(block, into: &findings)
        case .interchangeEnd:
            leaveSet(into: &findings)
            trailer(block, into: &findings)
        case .end: leaveSet(into: &findings)
        }
    }

    /// Looks for blanks before the first segments of a block: who indents segments does it everywhere.
    private mutating func indent(_ block: borrowing Block, into findings: inout [Finding]) {
        guard block.kind != .interchange, block.kind != .end else { return }
        for index in 0..<min(2, block.count)
        where block.leading(index).contains(where: { $0 == 0x20 || $0 == 0x09 }) {
            isIndentReported = true
            var context = context
            context.segment = block.raw(index).identifier.description
            findings.append(Finding(.segmentIndented, at: block[index].location, in: context))
            return
        }
    }

    // MARK: - Segments of a set

    @inline(never)
    private mutating func segments(of block: borrowing Block, into findings: inout [Finding]) {
        guard let checks = set?.checks else { return }
        set?.own()
        guard let memory = set?.memory else { return }
        let arrays = block.memory
        // Segments that another guide placed have no checks here.
        guard arrays.ruleCount == checks.table.segmentCount else { return }
        if !claim.isEmpty { claim = "" }
        var bound = FindingBound(findings)
        defer { bound.end(&findings) }
        var walk = BlockWalk(
            BlockScan(arrays, checks.table, delimiters(of: block), memory), checks, memory)
        var index = 0
        while true {
            // While a segment that nothing took stands in a loop, loops are closed with a look at it.
            if set?.strangers.isEmpty == true { index = walk.pass(from: index, to: arrays.count) }
            guard index < arrays.count else { break }
            if claim.isEmpty { noteClaim(block) }
            let turns = Self.inTurn(index, arrays)
            for index in turns {
                let isOther = segment(block, index, walk.scan, checks, into: &findings)
                bound.hold(&findings)
                guard isOther else { continue }
                walk = BlockWalk(
                    BlockScan(arrays, checks.table, delimiters(of: block), memory), checks, memory)
            }
            index += turns.count
        }
        let isWhole = !block.isCutOff && arrays.count > 0 && arrays.segments[arrays.count - 1].isTerminated
        if isWhole, set?.strangers.isEmpty == true, walk.endBlock() { return }
        if claim.isEmpty { noteClaim(block) }
        endBlock(block, into: &findings)
        bound.hold(&findings)
    }

    /// A segment, or, where it opens a loop in front of one that should have been opened before, both in that order.
    private static func inTurn(_ index: Int, _ arrays: BlockMemory) -> [Int] {
        guard index + 1 < arrays.count else { return [index] }
        let (first, second) = (arrays.segments[index].placement, arrays.segments[index + 1].placement)
        let hasChanged =
            second.remarks.isSuperset(of: [.opensLoop, .late]) && !second.remarks.contains(.openerMissing)
            && first.remarks.contains(.opensLoop) && second.loopInstance < first.loopInstance
        return hasChanged ? [index + 1, index] : [index]
    }

    /// Notes the claim that a block is about, for what is found in it.
    private mutating func noteClaim(_ block: borrowing Block) {
        guard case .unit = block.kind else { return }
        // Mostly the first segment; the second one where the two have changed places.
        for index in 0..<min(2, block.count) {
            let segment = block.raw(index)
            guard segment.identifier == "CLM" || segment.identifier == "CLP" else { continue }
            claim = String(decoding: segment.element(1), as: UTF8.self)
            return
        }
    }

    /// Takes note of a segment and looks into it; returns whether other delimiters than before are in force.
    @inline(never)
    private mutating func segment(
        _ block: borrowing Block, _ index: Int, _ scan: BlockScan, _ checks: GuideChecks,
        into findings: inout [Finding]
    ) -> Bool {
        let segment = scan.segments[index]
        let rule = Int(segment.placement.rule)
        guard rule >= 0 else {
            stranger(block.raw(index).identifier, segment.placement)
            return false
        }
        place(block, index, segment, rule, checks, into: &findings)
        // What a cut segment lacks, or has half of, was lost with its end, and that has been said.
        guard segment.isTerminated, !scan.isSound(scan.segments + index, rule) else { return false }
        if isSoundOtherwise(block, index, checks.table, checks.table.segments[rule], into: &findings) {
            return true
        }
        examine(block, index, rule, checks, into: &findings)
        return false
    }

    @inline(never)
    private mutating func examine(
        _ block: borrowing Block, _ index: Int, _ rule: Int, _ checks: GuideChecks,
        into findings: inout [Finding]
    ) {
        let segment = checks.guide.segments[rule]
        let delimiters = delimiters(of: block)
        var examination = SegmentExamination(
            checks.table, checks.table.segments[rule], block.raw(index), delimiters,
            identifier: segment.identifier.description, name: segment.name, codes: baseCodes)
        examination.examine()
        baseCodes = examination.codes
        if block[index].placement.remarks.contains(.openerMistaken), let telling = segment.discriminator {
            // That the value opens no loop here was found while placing.
            examination.forget(codeAt: telling.element, telling.component)
        }
        guard !examination.faults.isEmpty else { return }
        var context = context(in: segment.loop)
        context.segment = segment.identifier.description
        let isAnswer = checks.guide.transactionSet == "999"
        for fault in examination.faults {
            let finding = Self.finding(fault, at: block[index].location, in: context)
            if isAnswer, Self.mayBeEcho(fault, block, index) {
                heldEchoes.append(finding)
            } else if !isAnswer || !Self.isEcho(fault, block, index) {
                findings.append(finding)
            }
        }
    }

    /// The delimiters in force; a repetition separator that another one takes away is none.
    mutating func delimiters(of block: borrowing Block) -> Delimiters {
        if block.delimiters != delimiters.declared {
            delimiters = (block.delimiters, Self.sound(block.delimiters))
        }
        return delimiters.sound
    }

    static func sound(_ declared: Delimiters) -> Delimiters {
        var sound = declared
        if !declared.areDistinct { sound.repetition = nil }
        return sound
    }

    /// A fault at its place, in words that name the element.
    static func finding(_ fault: Fault, at place: Location, in context: Finding.Context) -> Finding {
        var context = context
        context.name = fault.name
        return Finding(
            fault.rule,
            at: place.at(element: fault.element, component: fault.component, repetition: fault.repetition),
            in: context, found: fault.found, expected: fault.expected, detail: fault.detail)
    }

    /// What stands around a segment of a loop; the claim too, where the loop is a part of one.
    func context(in loop: Int) -> Finding.Context {
        var context = self.context
        guard let set else { return context }
        context.loop = loop > 0 ? set.checks.guide.loops[loop].identifier : ""
        context.loopPath = set.path(to: loop)
        context.claim = set.checks.loops[loop].endsWithBlock ? claim : ""
        return context
    }
}
