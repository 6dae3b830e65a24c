internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Text

/// Which segments and loops came how often, and which are missing.
extension BlockValidator {
    /// Takes note of a placed segment.
    mutating func place(
        _ block: borrowing Block, _ index: Int, _ segment: BlockSegment, _ rule: Int, _ checks: GuideChecks,
        into findings: inout [Finding]
    ) {
        let known = checks.places[rule]
        let loop = Int(known.loop)
        if segment.placement.remarks.contains(.opensLoop) {
            opened(block, index, segment, loop, into: &findings)
            // Where the opener was left out, this is another of the loop's segments.
            if segment.placement.remarks.contains(.openerMissing), !known.isOpener {
                _ = set?.count(segment: rule, in: segment.placement.loopInstance)
            }
        } else if known.isOpener, segment.placement.remarks.contains(.late) {
            // It comes behind the segment that it should have been in front of, where it was counted.
            numbered(block, index, segment, loop, into: &findings)
        } else {
            let count = set?.count(segment: rule, in: segment.placement.loopInstance) ?? 0
            // A copy of the loop's first segment, which opens nothing, was found while placing.
            if count > known.maximumUse, !known.isOpener {
                if count &- 1 == known.maximumUse { tooOften(segment, rule, Int(count), into: &findings) }
                // There is one in its place: this one is too many, not late.
                if segment.placement.remarks.contains(.late) {
                    forget(.segmentOrder, of: segment, in: &findings)
                }
            }
        }
        set?.note(segment: rule, at: SetState.Place(of: segment))
        set?.standing = loop
        if known.isEnd { endSet(into: &findings) }
    }

    /// Takes note of a segment that nothing took.
    mutating func stranger(_ identifier: SegmentIdentifier, _ placement: Placement) {
        if identifier == "HL" { set?.levelCount += 1 }
        set?.addStranger(identifier)
    }

    /// What the end of a block completes.
    mutating func endBlock(_ block: borrowing Block, into findings: inout [Finding]) {
        // Where the input breaks off, what is missing in the loops that were open is a consequence of it.
        let isCut = block.isCutOff || !block[block.count - 1].isTerminated
        if !isCut, set?.endBlockQuietly() != false { return }
        guard let checks = set?.checks, let standing = set?.standing else { return }
        let path = isCut ? Self.path(standing, checks.guide) : []
        close(into: &findings) { loop in
            guard checks.loops[loop].endsWithBlock else { return .leave }
            return path.contains(loop) ? .forget : .finish
        }
        if isCut { set?.memory.flat.close { _ in true } }
        if case .unit(let loop) = block.kind { set?.forgetStrangers(in: loop) }
    }

    /// What the end of the input, or of the group, completes: a set without SE lost what was open.
    mutating func leaveSet(into findings: inout [Finding]) {
        release(into: &findings)
        set?.own()
        if isSetOpen, let set {
            let path = Self.path(set.standing, set.checks.guide)
            close(into: &findings) { path.contains($0) ? .forget : .finish }
        }
        isSetOpen = false
        base = nil
        context.transactionSet = ""
        context.guide = ""
    }

    /// What to do with a loop that is open.
    private enum Closing { case leave, finish, forget }

    // MARK: - Opening and closing

    private mutating func opened(
        _ block: borrowing Block, _ index: Int, _ segment: BlockSegment, _ loop: Int,
        into findings: inout [Finding]
    ) {
        guard let checks = set?.checks else { return }
        let known = checks.loops[loop]
        let remarks = segment.placement.remarks
        let isUnopened = remarks.contains(.openerMissing)
        if isUnopened, remarks.contains(.orphan) {
            open(known.parent, segment.placement.loopInstance - 1, segment, isUnopened: true, into: &findings)
        } else if remarks.contains(.orphan) {
            adopt(segment, loop, checks.guide)
        }
        open(
            loop, segment.placement.loopInstance, segment,
            isUnopened: isUnopened && Int(segment.placement.rule) != known.opener,
            into: &findings)
        if !isUnopened { numbered(block, index, segment, loop, into: &findings) }
    }

    /// Opens an instance of a loop, be it without its first segment.
    private mutating func open(
        _ loop: Int, _ instance: Int32, _ segment: BlockSegment, isUnopened: Bool,
        into findings: inout [Finding]
    ) {
        guard let known = set?.checks.loops[loop] else { return }
        if set?.closeQuietly(loop) == false {
            // Whether a cut segment opens another loop of the kind nobody knows.
            let closing: Closing = segment.isTerminated ? .finish : .forget
            close(into: &findings) { $0 >= loop && $0 < known.end ? closing : .leave }
        }
        let count = Int(set?.count(loop: loop) ?? 0)
        set?.instances[loop] = instance
        _ = set?.count(segment: known.opener, in: instance)
        if let newest = set?.newest { set?.newest = max(newest, instance) }
        set?.memory.flat.open(loop)
        if count - 1 == known.maximumUse, segment.isTerminated {
            tooMany(segment, loop, count, into: &findings)
        }
        // What comes right behind has the number.
        guard isUnopened, !segment.placement.remarks.contains(.late) else { return }
        if known.isLevel { unnamedLevel(segment, loop) }
        if known.isLine { set?.lastLineNumber = count }
    }

    /// Holds the number of a level or line against those before it.
    private mutating func numbered(
        _ block: borrowing Block, _ index: Int, _ segment: BlockSegment, _ loop: Int,
        into findings: inout [Finding]
    ) {
        guard let known = set?.checks.loops[loop], let uses = set?.loops[loop] else { return }
        if known.isLevel {
            level(block, index, segment, loop, into: &findings)
        } else if known.isLine {
            line(block, index, loop, Int(uses.count), into: &findings)
        }
    }

    /// Counts the loops around an orphan, which was reported, as if they had come.
    private mutating func adopt(_ segment: BlockSegment, _ loop: Int, _ guide: Guide) {
        var missing: [(loop: Int, instance: Int32)] = []
        var around = guide.loops[loop].parent
        while around > 0, set?.open.contains(around) == false {
            missing.append((around, segment.placement.loopInstance - Int32(missing.count) - 1))
            around = guide.loops[around].parent
        }
        for (around, instance) in missing.reversed() {
            _ = set?.count(loop: around)
            set?.instances[around] = instance
            guard set?.checks.loops[around].isLevel == true else { continue }
            unnamedLevel(segment, around)
            // Nobody knows whether it has a number.
            set?.levels[around].number = -1
            set?.unknownLevels += 1
        }
    }

    private mutating func endSet(into findings: inout [Finding]) {
        close(into: &findings) { _ in .finish }
        isSetOpen = false
    }

    private mutating func close(into findings: inout [Finding], _ decide: (Int) -> Closing) {
        guard let open = set?.open else { return }
        var kept = 0
        for loop in open.reversed() {
            switch decide(loop) {
            case .leave: kept += 1
            case .forget: break
            case .finish: finish(loop, into: &findings)
            }
        }
        guard kept < open.count else { return }
        set?.memory.flat.close { decide($0) != .leave }
    }

    /// Reports what a loop's instance lacks.
    private mutating func finish(_ loop: Int, into findings: inout [Finding]) {
        guard let set else { return }
        let checks = set.checks
        let known = checks.loops[loop]
        let instance = set.instances[loop]
        // A loop that may come once and comes again is a mistake as a whole, which was reported.
        let isMistake = known.maximumUse == 1 && set.loops[loop].count > 1
        for rule in checks.demandedSegments[known.segments]
        where !isMistake && !set.has(segment: rule, in: instance) {
            missing(segment: rule, of: loop, into: &findings)
        }
        for bracket in checks.brackets[known.brackets] where set.isLost(bracket, in: instance, of: known) {
            missing(segment: bracket.segment, of: loop, around: bracket.loop, into: &findings)
        }
        var lacksLevel = false
        for inner in checks.demandedLoops[known.inner]
        where !isMistake && set.loops[inner].instance != instance {
            lacksLevel = lacksLevel || checks.loops[inner].isLevel
            missing(loop: inner, of: loop, into: &findings)
        }
        if known.isLevel, !lacksLevel { levelEnded(loop, into: &findings) }
        if !set.strangers.isEmpty, !known.endsWithBlock {
            self.set?.strangers.removeAll { $0.instance >= instance && $0.loop >= loop }
        }
    }

    // MARK: - Findings

    private func missing(
        segment rule: Int, of loop: Int, around bracketed: Int = -1, into findings: inout [Finding]
    ) {
        guard let set else { return }
        let segment = set.checks.guide.segments[rule]
        guard !set.hasStranger(segment.identifier, in: loop) else { return }
        var context = context(in: loop)
        context.segment = segment.identifier.description
        context.name = segment.name
        let isMandatory = Self.standard(set.checks.guide).demands(segment.identifier, in: loop)
        let finding: Finding.Rule =
            bracketed >= 0 ? .bracketMissing : isMandatory ? .segmentMandatory : .segmentRequired
        findings.append(
            Finding(
                finding, at: set.place(before: segment.order, in: loop), in: context,
                detail: Self.words(bracketed >= 0 ? bracketed : loop, set.checks.guide)))
    }

    /// What the standard, whatever the guide, demands of the guide's transaction set.
    private static func standard(_ guide: Guide) -> StandardDemands { StandardDemands(guide) }

    private func missing(loop inner: Int, of loop: Int, into findings: inout [Finding]) {
        guard let set else { return }
        let guide = set.checks.guide
        let opener = guide.segments[guide.loops[inner].segments[0]]
        guard !set.hasStranger(opener.identifier, in: loop) else { return }
        var context = context(in: loop)
        context.segment = opener.identifier.description
        context.name = guide.loops[inner].name
        findings.append(
            Finding(
                Self.standard(guide).demands(loop: inner) ? .loopMandatory : .loopRequired,
                at: set.place(before: guide.loops[inner].order, in: loop), in: context,
                detail: guide.loops[inner].identifier))
    }

    private func tooOften(
        _ segment: BlockSegment, _ rule: Int, _ count: Int, into findings: inout [Finding]
    ) {
        guard let guide = set?.checks.guide else { return }
        let loop = guide.segments[rule].loop
        var context = context(in: loop)
        context.segment = guide.segments[rule].identifier.description
        context.name = guide.segments[rule].name
        findings.append(
            Finding(
                .segmentRepeats, at: segment.location, in: context, found: Fact("\(count)", .count),
                expected: ["\(guide.segments[rule].maximumUse)"], detail: Self.words(loop, guide)))
    }

    /// Leaves out what was said of a segment while it was placed.
    private func forget(_ rule: Finding.Rule, of segment: BlockSegment, in findings: inout [Finding]) {
        let told = findings.lastIndex { $0.location.segment == segment.location.segment && $0.rule == rule }
        if let told { findings.remove(at: told) }
    }

    private func tooMany(
        _ segment: BlockSegment, _ loop: Int, _ count: Int, into findings: inout [Finding]
    ) {
        guard let guide = set?.checks.guide else { return }
        var context = context(in: loop)
        context.segment = guide.segments[guide.loops[loop].segments[0]].identifier.description
        context.name = guide.loops[loop].name
        findings.append(
            Finding(
                .loopRepeats, at: segment.location, in: context, found: Fact("\(count)", .count),
                expected: ["\(guide.loops[loop].maximumUse)"], detail: guide.loops[loop].identifier))
    }

    private static func words(_ loop: Int, _ guide: Guide) -> String {
        loop > 0 ? "loop \(guide.loops[loop].identifier)" : "the transaction set"
    }

    private static func path(_ loop: Int, _ guide: Guide) -> Set<Int> {
        var path: Set<Int> = []
        var loop = loop
        while loop >= 0 {
            path.insert(loop)
            loop = guide.loops[loop].parent
        }
        return path
    }
}
