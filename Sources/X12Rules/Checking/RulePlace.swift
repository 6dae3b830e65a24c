internal import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Parser
internal import X12Text

/// Where in the input the engine is: control numbers, the loops around, the number of the claim in its set.
struct RulePlace {
    /// What findings on any block of the set share.
    private(set) var context = Finding.Context()
    /// The number of the claim or payment in its set, from 1.
    private(set) var unit = 0
    /// How often each loop came in its parent.
    private var counts: [Int] = []
    /// The loop the block stands for.
    private var loop = 0
    /// The guide of the set.
    private var guide: SharedGuide?
    /// Where the loops inside each loop of the guide end.
    private var innerEnds: [Int] = []

    mutating func enterInterchange(_ block: borrowing Block) {
        context = Finding.Context()
        if block.count > 0 { context.interchange = block.view(0)[13].string }
    }

    mutating func enterGroup(_ block: borrowing Block) {
        guard block.count > 0 else { return }
        context.group = block.view(0)[6].string
    }

    mutating func enterSet(_ block: borrowing Block, _ shared: SharedGuide) {
        context.guide = shared.guide.identifier
        context.transactionSet = block.count > 0 ? block.view(0)[2].string : ""
        let loops = shared.guide.loops.count
        counts = Array(repeating: 0, count: loops)
        loop = 0
        unit = 0
        guard guide !== shared else { return }
        guide = shared
        innerEnds = (0..<loops).map { outer in
            (outer + 1..<loops).first { !shared.guide.isLoop($0, inside: outer) } ?? loops
        }
    }

    mutating func enterLoop(_ loop: Int, _ shared: SharedGuide) {
        guard counts.indices.contains(loop) else { return }
        counts[loop] += 1
        self.loop = loop
        for inner in loop + 1..<innerEnds[loop] { counts[inner] = 0 }
    }

    mutating func enterUnit(_ loop: Int, _ shared: SharedGuide) {
        unit += 1
        enterLoop(loop, shared)
    }

    mutating func leaveLoops() { loop = 0 }

    /// What stands around a place of the block.
    func surroundings(of place: PartPlace, in block: borrowing Block, _ shared: SharedGuide) -> Surroundings {
        var context = self.context
        if case .unit = block.kind, let claim = block.claimNumber { context.claim = claim }
        var loops = place.loops.map { Surroundings.Loop(index: $0.index, number: $0.number) }
        var around = loop
        while around > 0 {
            loops.insert(Surroundings.Loop(index: around, number: counts[around]), at: 0)
            around = shared.guide.loops[around].parent
        }
        return Surroundings(
            context: context, guide: shared, loops: loops, rule: Int(block[place.segment].placement.rule),
            element: place.element, component: place.component)
    }
}

/// What stands around a place, before it is put into words.
///
/// Places are kept of each subscriber and each payment, findings made of few of them.
struct Surroundings {
    /// An instance of a loop.
    struct Loop {
        var index: Int
        /// Counted from 1 in the loop around.
        var number: Int
    }

    /// What findings on the block share.
    var context: Finding.Context
    var guide: SharedGuide
    /// The loops around, the outermost first.
    var loops: [Loop]
    /// The segment in the guide; negative where none takes it.
    var rule: Int
    var element: Int
    var component: Int

    /// The same in words.
    var words: Finding.Context {
        var words = context
        words.loopPath = loops.map { "\(guide.loopIdentifiers[$0.index])[\($0.number)]" }
            .joined(separator: " > ")
        guard rule >= 0 else { return words }
        let segment = guide.guide.segments[rule]
        words.loop = segment.loop > 0 ? guide.loopIdentifiers[segment.loop] : ""
        words.segment = segment.identifier.description
        words.name = guide.guide.name(of: segment, element, component)
        return words
    }
}

extension Block {
    /// The number of the claim or payment that it begins with (CLM01, CLP01); people asked about, and answers, have none.
    var claimNumber: String? {
        guard count > 0 else { return nil }
        let first = view(0)
        return first.identifier == "CLM" || first.identifier == "CLP" ? first[1].string : nil
    }
}

extension Guide {
    /// Whether a loop stands inside another.
    func isLoop(_ inner: Int, inside outer: Int) -> Bool {
        var loop = inner
        while loop > outer { loop = loops[loop].parent }
        return loop == outer
    }

    /// The name of an element or component; of the segment where there is none.
    func name(of segment: SegmentRule, _ element: Int, _ component: Int) -> String {
        let rule = segment.element(element, component, in: self) ?? segment.element(element, in: self)
        return rule?.name ?? segment.name
    }
}
