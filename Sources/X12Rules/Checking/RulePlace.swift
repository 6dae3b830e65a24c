internal import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Parser
internal import X12Text

/// Where in the input the engine is: control numbers, the loops around, the number of the claim in its set.
struct RulePlace {
    /// What findings on any block of the set share.
    private(set) var context = Finding.Context()
    /// The date of the group (GS04).
    private(set) var received: CalendarDate?
    /// The number of the claim or payment in its set, from 1.
    private(set) var unit = 0
    /// How often each loop came in its parent.
    private var counts: [Int] = []
    /// The loop the block stands for.
    private var loop = 0

    mutating func enterInterchange(_ block: borrowing Block) {
        context = Finding.Context()
        received = nil
        if block.count > 0 { context.interchange = block.view(0)[13].string }
    }

    mutating func enterGroup(_ block: borrowing Block) {
        guard block.count > 0 else { return }
        context.group = block.view(0)[6].string
        received = CalendarDate(x12: block.view(0)[4].string)
    }

    mutating func enterSet(_ block: borrowing Block, _ shared: SharedGuide) {
        context.guide = shared.guide.identifier
        context.transactionSet = block.count > 0 ? block.view(0)[2].string : ""
        counts = Array(repeating: 0, count: shared.guide.loops.count)
        loop = 0
        unit = 0
    }

    mutating func enterLoop(_ loop: Int, _ shared: SharedGuide) {
        guard counts.indices.contains(loop) else { return }
        counts[loop] += 1
        self.loop = loop
        var inner = loop + 1
        while inner < counts.count, shared.guide.isLoop(inner, inside: loop) {
            counts[inner] = 0
            inner += 1
        }
    }

    mutating func enterUnit(_ loop: Int, _ shared: SharedGuide) {
        unit += 1
        enterLoop(loop, shared)
    }

    mutating func leaveLoops() { loop = 0 }

    /// What stands around a place of the block.
    func context(of place: PartPlace, in block: borrowing Block, _ shared: SharedGuide) -> Finding.Context {
        var context = self.context
        if case .unit = block.kind, block.count > 0 {
            let first = block.view(0)
            // People asked about, and answers, have no number of a claim.
            if first.identifier == "CLM" || first.identifier == "CLP" { context.claim = first[1].string }
        }
        var path: [String] = []
        var around = loop
        while around > 0 {
            path.insert("\(shared.loopIdentifiers[around])[\(counts[around])]", at: 0)
            around = shared.guide.loops[around].parent
        }
        path += place.loops.map { "\(shared.loopIdentifiers[$0.index])[\($0.number)]" }
        context.loopPath = path.joined(separator: " > ")
        let rule = Int(block[place.segment].placement.rule)
        guard rule >= 0 else { return context }
        let segment = shared.guide.segments[rule]
        context.loop = segment.loop > 0 ? shared.loopIdentifiers[segment.loop] : ""
        context.segment = segment.identifier.description
        context.name = shared.guide.name(of: segment, place.element, place.component)
        return context
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
        guard element > 0, element <= segment.elements.count else { return segment.name }
        let whole = elements[segment.elements.lowerBound + element - 1]
        guard component > 0, component <= whole.components.count else { return whole.name }
        return elements[whole.components.lowerBound + component - 1].name
    }
}
