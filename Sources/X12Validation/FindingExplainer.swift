public import X12Diagnostics
internal import X12Grammar
public import X12Parser
internal import X12Specs
internal import X12Text

/// Says about a finding what grammar and code labels know: what codes mean, the box of the paper form, the line.
///
///     let explanation = FindingExplainer.explain(finding, in: block)
public enum FindingExplainer {
    /// The most allowed codes that are explained; of more, a list in words helps nobody.
    public static let mostAllowed = 12

    /// What there is to say about a finding of a block.
    public static func explain(_ finding: Finding, in block: borrowing Block) -> FindingExplanation {
        var chart: BlockChart?
        return explain(finding, in: block, &chart)
    }

    /// The same for one of several findings of a block: `chart` is the block's, which is made when it is first needed.
    package static func explain(
        _ finding: Finding, in block: borrowing Block, _ chart: inout BlockChart?
    ) -> FindingExplanation {
        var explanation = FindingExplanation()
        // Only the level that has the subscriber's name is looked through: a claim can have very many segments.
        let isPatient = finding.context.loop == "2010BA" && isSubscriberPatient(block)
        explanation.box = ClaimFormBox.box(
            of: finding, placedBy: rule(of: finding, block), isSubscriberPatient: isPatient)
        explanation.serviceLine =
            finding.serviceLine > 0 ? finding.serviceLine : serviceLine(of: finding, block, &chart)
        // A remittance is read by those it was sent to: how it is written is for whoever sent it to mend.
        if finding.rule.level <= 2, block.guide?.transactionSet == "835" { explanation.mender = "the payer" }
        if let guide = block.guide, !finding.context.loop.isEmpty {
            explanation.loopName =
                guide.loops.first { $0.identifier == finding.context.loop }?.name ?? ""
        }
        guard let dataElement = dataElement(of: finding, block) else { return explanation }
        func meaning(_ code: String) -> String { X12Specs.label(dataElement: dataElement, code: code) ?? "" }
        if let found = finding.found, found.kind == .code { explanation.foundMeaning = meaning(found.text) }
        if finding.expected.count <= mostAllowed {
            let allowed = finding.expected.map { FindingExplanation.Code($0, meaning($0)) }
            if allowed.contains(where: { !$0.meaning.isEmpty }) { explanation.allowed = allowed }
        }
        return explanation
    }

    /// Whether a subscriber's level says that the subscriber is the patient (SBR02 is 18).
    private static func isSubscriberPatient(_ block: borrowing Block) -> Bool {
        for index in 0..<block.count where block.view(index).identifier == "SBR" {
            return block.view(index)[2].string == "18"
        }
        return false
    }

    /// The rule that placed the segment a finding is about; `nil` where the segment is missing.
    private static func rule(of finding: Finding, _ block: borrowing Block) -> SegmentRule? {
        guard let guide = block.guide, let index = block.index(ofOrdinal: finding.location.segment),
            block[index].placement.rule >= 0
        else { return nil }
        let rule = guide.segments[Int(block[index].placement.rule)]
        return rule.identifier.description == finding.context.segment ? rule : nil
    }

    /// The data element that a finding is about; `nil` for a whole segment, a composite, or what nothing placed.
    private static func dataElement(of finding: Finding, _ block: borrowing Block) -> String? {
        let location = finding.location
        guard location.element > 0 else { return nil }
        if let guide = block.guide, let index = block.index(ofOrdinal: location.segment),
            block[index].placement.rule >= 0
        {
            let rule = guide.segments[Int(block[index].placement.rule)]
            return rule.element(location.element, location.component, in: guide)?.dataElement
        }
        let segment = SegmentIdentifier(finding.context.segment)
        return X12Specs.dictionary.slot(location.element, location.component, of: segment)?.dataElement
    }

    /// LX01 of the service line that a finding on a professional claim stands in, or the line's place in its claim or
    /// payment.
    private static func serviceLine(
        of finding: Finding, _ block: borrowing Block, _ chart: inout BlockChart?
    ) -> Int {
        guard let guide = block.guide, let loop = lineLoops[guide.transactionSet],
            finding.context.loopPath.contains(" > \(loop)["),
            var index = block.index(ofOrdinal: finding.location.segment)
        else { return 0 }
        func count(upTo index: Int) -> Int {
            if chart == nil { chart = BlockChart(block) }
            return chart?.openerCount(ofLoopNamed: loop, upTo: index) ?? 0
        }
        guard guide.transactionSet == "837" else { return count(upTo: index) }
        // Lines that were begun without their LX have the numbers behind the last one's.
        var unnumbered = 0
        while index >= 0, block.view(index).identifier != "LX" {
            if isLine(block[index], guide) { unnumbered += 1 }
            index -= 1
        }
        guard index >= 0 else { return unnumbered }
        if let number = Int(block.view(index)[1].string), lineNumbers.contains(number) {
            return number + unnumbered
        }
        return count(upTo: index) + unnumbered
    }

    /// The numbers that LX01 can have: six digits.
    private static let lineNumbers = 1...999_999

    /// The loop of a service line, by transaction set.
    private static let lineLoops = ["837": "2400", "835": "2110"]

    /// Whether a segment opens a service line.
    private static func isLine(_ segment: BlockSegment, _ guide: Guide) -> Bool {
        guard segment.placement.rule >= 0, segment.placement.remarks.contains(.opensLoop) else {
            return false
        }
        let loop = guide.segments[Int(segment.placement.rule)].loop
        return guide.loops[loop].identifier == lineLoops[guide.transactionSet]
    }
}
