internal import X12Diagnostics
internal import X12Grammar
internal import X12Specs
internal import X12Text

/// Decides, segment by segment, where it belongs and whether a new block begins with it.
struct BlockCutter: ~Copyable {
    /// The decision on one segment.
    struct Step {
        var kind: Block.Kind
        var begins: Bool
        var placement = Placement.none
        var position = 0
        /// Whether the segment has to wait until the transaction set's guide is decided.
        var waits = false
    }

    let library: GuideLibrary
    var envelope = EnvelopeState()
    /// What was found since it was last taken.
    var findings: [Finding] = []
    /// How many findings were left out because the block holds no more.
    var omitted = 0
    /// Whether the block being filled takes more findings.
    var keepsFindings = true
    /// The kind of the block being filled.
    private(set) var kind = Block.Kind.carried
    /// What follows the open set: a guide, nothing yet, or none.
    private var course = Course.none
    /// The tracker of the guide used last, kept for the answers it has worked out.
    private var tracker: LoopTracker?
    private var cuts: BlockCuts?
    /// The tracker's guide.
    private var followed: Guide?
    private var claim: [UInt8] = []
    private var carriedInBlock = 0
    /// Whether a missing GS or ST was reported, so that what it should have held is not reported too.
    private var isGapReported = false
    /// Whether the segment is cut off: the reader said so, and what else is wrong with it follows from that.
    private var isCut = false

    private enum Course {
        case none
        case undecided
        case guided
    }

    private static let mostCarried = 1000

    init(_ library: GuideLibrary) { self.library = library }

    /// The guide that the open transaction set follows.
    var guide: Guide? { course == .guided ? followed : nil }

    mutating func step(_ segment: borrowing SegmentView) -> Step {
        let terminator = segment.delimiters.segment
        isCut = !segment.isTerminated && terminator != 0x0A && terminator != 0x0D
        switch segment.identifier {
        case "ISA": return beginInterchange(segment)
        case "IEA": return endInterchange(segment)
        case "GS": return beginGroup(segment)
        case "GE": return endGroup(segment)
        case "ST": return beginSet(segment)
        case "TA1" where envelope.interchange.isOpen && !envelope.group.isOpen:
            return begin(.acknowledgement)
        default: return inSet(segment)
        }
    }

    /// What is missing at the end of the input.
    mutating func finish(at place: Location) {
        close(inside: .file, before: "the end of the file", at: place)
    }

    // MARK: - Envelopes

    private mutating func beginInterchange(_ segment: borrowing SegmentView) -> Step {
        close(inside: .file, before: "this ISA", at: segment.location)
        envelope.interchange.open(segment[13].string)
        isGapReported = false
        return begin(.interchange)
    }

    private mutating func endInterchange(_ segment: borrowing SegmentView) -> Step {
        close(inside: .interchange, before: "this IEA", at: segment.location)
        let step = begin(.interchangeEnd)
        check(segment, 1, .interchangeCount, counted: envelope.interchange.count)
        check(segment, 2, .interchangeControlNumber, envelope.interchange.controlNumber)
        envelope.interchange.isOpen = false
        return step
    }

    private mutating func beginGroup(_ segment: borrowing SegmentView) -> Step {
        close(inside: .interchange, before: "this GS", at: segment.location)
        envelope.interchange.count += 1
        isGapReported = false
        envelope.group.open(segment[6].string)
        envelope.guideOfGroup = segment[8].string
        return begin(.group)
    }

    private mutating func endGroup(_ segment: borrowing SegmentView) -> Step {
        close(inside: .group, before: "this GE", at: segment.location)
        let step = begin(.groupEnd)
        if envelope.group.isOpen {
            check(segment, 1, .groupCount, counted: envelope.group.count)
            check(segment, 2, .groupControlNumber, envelope.group.controlNumber)
        } else {
            // The GS is missing, but a group there was.
            envelope.interchange.count += 1
            reportGap(segment, "functional group")
        }
        isGapReported = false
        envelope.group.isOpen = false
        return step
    }

    private mutating func beginSet(_ segment: borrowing SegmentView) -> Step {
        close(inside: .group, before: "this ST", at: segment.location)
        if envelope.group.isOpen { isGapReported = false } else { reportGap(segment, "functional group") }
        envelope.group.count += 1
        envelope.set.open(segment[2].string)
        envelope.set.count = 1
        choose(segment)
        var step = begin(course == .none ? .carried : .header)
        step.position = 1
        step.waits = course == .undecided
        if course == .guided { step.placement = tracker?.begin(segment) ?? .none }
        return step
    }

    private mutating func endSet(_ segment: borrowing SegmentView, _ step: Step) -> Step {
        check(segment, 1, .setCount, counted: envelope.set.count)
        check(segment, 2, .setControlNumber, envelope.set.controlNumber)
        envelope.set.isOpen = false
        return step
    }

    private mutating func check(
        _ segment: borrowing SegmentView, _ element: Int, _ rule: Finding.Rule, counted: Int
    ) {
        let sent = segment[element].string
        guard Int(sent) != counted else { return }
        report(
            rule, place(of: segment).at(element: element), segment.identifier.description,
            found: Fact(sent, .count), expected: ["\(counted)"])
    }

    private mutating func check(
        _ segment: borrowing SegmentView, _ element: Int, _ rule: Finding.Rule, _ expected: String
    ) {
        let sent = segment[element].string
        guard sent != expected else { return }
        report(
            rule, place(of: segment).at(element: element), segment.identifier.description,
            found: Fact(sent, .count), expected: [expected])
    }

    private func place(of segment: borrowing SegmentView) -> Location {
        var place = segment.location
        place.segmentPosition = envelope.set.isOpen ? envelope.set.count : 0
        return place
    }

    private mutating func reportGap(_ segment: borrowing SegmentView, _ missing: String) {
        guard !isGapReported else { return }
        isGapReported = true
        report(.groupRequired, segment.location, segment.identifier.description, detail: missing)
    }

    private mutating func close(inside depth: EnvelopeState.Depth, before name: String, at place: Location) {
        var missing: [Finding.Rule] = []
        let next = envelope.set.count + 1
        envelope.closeOpen(inside: depth) { missing.append($0) }
        for rule in missing {
            var place = place
            var context = Finding.Context()
            context.interchange = envelope.interchange.controlNumber
            if rule != .interchangeEndMissing { context.group = envelope.group.controlNumber }
            if rule == .setEndMissing {
                place.segmentPosition = next
                context.transactionSet = envelope.set.controlNumber
                context.guide = guide?.identifier ?? ""
            }
            keep(Finding(rule, at: place, in: context, detail: name))
        }
        course = .none
    }

    // MARK: - Transaction sets

    private mutating func choose(_ segment: borrowing SegmentView) {
        let set = segment[1].string
        let named = envelope.guideOfGroup.isEmpty ? segment[3].string : envelope.guideOfGroup
        switch library.choose(group: envelope.guideOfGroup, set: segment[3].string, transactionSet: set) {
        case .known(let guide): follow(guide)
        case .near(let guide):
            follow(guide)
            report(
                .guideNear, segment.location, "ST", found: Fact(named, .code), expected: [guide.identifier])
        case .undecided: course = .undecided
        case .unknown:
            course = .none
            report(.guideUnknown, segment.location, "ST", found: Fact(named.isEmpty ? set : named, .code))
        }
    }

    private mutating func follow(_ guide: Guide) {
        // A 270 and a 271 share their guide's identifier.
        if followed?.identifier != guide.identifier || followed?.transactionSet != guide.transactionSet {
            tracker = LoopTracker(guide)
            cuts = BlockCuts(guide)
            followed = guide
        }
        course = .guided
    }

    /// Whether this segment, waiting behind an ST, decides on the guide.
    static func decides(_ segment: borrowing SegmentView) -> Bool {
        switch segment.identifier {
        case "SV1", "SV2", "SV3", "SE", "GE", "IEA", "ISA", "ST", "GS": true
        default: false
        }
    }

    /// Ends the waiting: the first service line tells the guide, anything else that there is none.
    mutating func decide(by segment: borrowing SegmentView, from place: Location) {
        if let guide = library.guide(ofServiceLine: segment.identifier.description) {
            follow(guide)
            report(
                .guideNear, place, "ST", found: Fact(envelope.guideOfGroup, .code),
                expected: [guide.identifier])
        } else {
            course = .none
            report(.guideUnknown, place, "ST", found: Fact(envelope.guideOfGroup, .code))
        }
    }

    /// Places the ST that waited, now that its guide is decided.
    mutating func beginDecided(_ segment: borrowing SegmentView) -> Step {
        var step = begin(course == .none ? .carried : .header)
        step.position = 1
        if course == .guided { step.placement = tracker?.begin(segment) ?? .none }
        return step
    }

    private mutating func inSet(_ segment: borrowing SegmentView) -> Step {
        guard envelope.set.isOpen else {
            reportGap(segment, envelope.group.isOpen ? "transaction set" : "functional group")
            // The ST is missing, but a set there was.
            if segment.identifier == "SE" { envelope.group.count += 1 }
            return carry(isEnd: false)
        }
        if course == .undecided {
            return Step(kind: kind, begins: false, waits: true)
        }
        envelope.set.count += 1
        let isEnd = segment.identifier == "SE"
        let before = tracker?.position ?? 0
        guard course == .guided, var placement = tracker?.place(segment) else {
            var step = carry(isEnd: isEnd)
            step.position = envelope.set.count
            return isEnd ? endSet(segment, step) : step
        }
        if isEnd { placement.remarks.remove(.late) }
        var step = cut(placement)
        step.position = envelope.set.count
        remark(on: segment, placement, behind: before)
        return isEnd ? endSet(segment, step) : step
    }

    /// A segment of a set whose guide is not known: such sets are cut into pieces of a bounded size.
    private mutating func carry(isEnd: Bool) -> Step {
        carriedInBlock += 1
        if kind == .carried, carriedInBlock < Self.mostCarried { return Step(kind: kind, begins: false) }
        return begin(.carried)
    }

    private mutating func begin(_ kind: Block.Kind) -> Step {
        self.kind = kind
        carriedInBlock = 0
        claim.removeAll(keepingCapacity: true)
        return Step(kind: kind, begins: true)
    }

    /// Whether the placed segment begins a level, a unit or the trailer.
    private mutating func cut(_ placement: Placement) -> Step {
        var step = Step(kind: kind, begins: false, placement: placement)
        guard placement.rule >= 0, let cut = cuts?[placement.rule], cut != .none else { return step }
        let loop = cuts?.loop(of: placement.rule) ?? 0
        switch cut {
        case .level where placement.remarks.contains(.opensLoop): step = begin(.level(loop))
        case .unit where placement.remarks.contains(.opensLoop): step = begin(.unit(loop))
        case .trailer where kind != .trailer: step = begin(.trailer)
        default: break
        }
        step.placement = placement
        return step
    }

    // MARK: - Findings

    private mutating func remark(
        on segment: borrowing SegmentView, _ placement: Placement, behind before: Int
    ) {
        if case .unit = kind, placement.remarks.contains(.opensLoop), claim.isEmpty,
            segment.identifier == "CLM" || segment.identifier == "CLP"
        {
            segment[1].withUnsafeBufferPointer { claim.append(contentsOf: $0) }
        }
        if placement.rule >= 0, placement.remarks.isDisjoint(with: [.late, .orphan]) { return }
        if placement.remarks.contains(.inUnknownLoop) { return }
        var place = segment.location
        place.segmentPosition = envelope.set.count
        let identifier = segment.identifier.description
        guard let guide = followed else { return }
        if placement.remarks.contains(.orphan) {
            let rule = guide.segments[Int(placement.rule)]
            let parent = guide.loops[guide.loops[rule.loop].parent]
            report(
                .loopMissing, place, identifier, name: rule.name,
                detail: "loop \(parent.identifier) (\(parent.name))")
        } else if placement.rule >= 0 {
            let rule = guide.segments[Int(placement.rule)]
            let after = guide.segments[before]
            report(
                .segmentOrder, place, identifier, name: rule.name,
                detail: "\(after.identifier) (\(after.name)), which was sent before it")
        } else if !guide.segments.contains(where: { $0.identifier == segment.identifier }) {
            let isStandard = X12Specs.isStandardSegment(identifier)
            report(
                isStandard ? .segmentNotInSet : .segmentUnknown, place, identifier,
                found: Fact(identifier, isIdentifier(identifier) ? .code : .text),
                detail: "the \(guide.transactionSet)")
        } else {
            // What is longer than a code is no qualifier, and may be somebody's name or number.
            let sent = tracker?.qualifier(of: segment) ?? ""
            let entry = sent.utf8.count <= 3 ? sent : ""
            report(
                .segmentUnexpected, place, identifier, found: entry.isEmpty ? nil : Fact(entry, .code),
                detail: entry.isEmpty ? "" : " with qualifier '\(entry)'")
        }
    }

    /// Whether a text could be a segment's identifier; anything else may be data that a stray separator cut off.
    private func isIdentifier(_ text: String) -> Bool {
        (2...3).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
    }

    private mutating func report(
        _ rule: Finding.Rule, _ place: Location, _ segment: String, found: Fact? = nil,
        expected: [String] = [],
        name: String = "", detail: String = ""
    ) {
        guard !isCut else { return }
        var context = context()
        context.segment = isIdentifier(segment) ? segment : ""
        context.name = name
        keep(Finding(rule, at: place, in: context, found: found, expected: expected, detail: detail))
    }

    private mutating func keep(_ finding: Finding) {
        if keepsFindings { findings.append(finding) } else { omitted += 1 }
    }

    /// What stands around the segment being read.
    func context() -> Finding.Context {
        var context = Finding.Context()
        context.interchange = envelope.interchange.controlNumber
        context.group = envelope.group.controlNumber
        context.transactionSet = envelope.set.isOpen ? envelope.set.controlNumber : ""
        context.claim = String(decoding: claim, as: UTF8.self)
        guard let guide else { return context }
        context.guide = guide.identifier
        let path = openLoops()
        context.loop = path.last.map { guide.loops[$0.loop].identifier } ?? ""
        context.loopPath = path.map { "\(guide.loops[$0.loop].identifier)[\($0.count)]" }.joined(
            separator: " > ")
        return context
    }

    /// The loops open around the segment placed last.
    private func openLoops() -> [(loop: Int, count: Int)] {
        switch tracker {
        case .some(let tracker): tracker.path(to: tracker.position)
        case .none: []
        }
    }
}
