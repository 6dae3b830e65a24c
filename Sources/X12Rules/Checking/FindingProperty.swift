package import X12Diagnostics
internal import X12Grammar
internal import X12Models
package import X12Parser
internal import X12Text

/// The property of the models that a finding of levels 1 and 2, which know segments alone, is about.
package final class FindingProperty {
    private var finder = PropertyFinder()

    package init() {}

    /// Takes note of the next block.
    package func enter(_ block: borrowing Block) { finder.enter(block) }

    /// The path of the property; of the part that a missing segment would belong to. `chart` is the block's, which is
    /// made when it is first needed.
    package func path(of finding: Finding, in block: borrowing Block, _ chart: inout BlockChart?) -> String {
        guard let guide = block.guide, let index = block.index(ofOrdinal: finding.location.segment),
            block[index].placement.rule >= 0
        else { return "" }
        let rule = guide.segments[Int(block[index].placement.rule)]
        if rule.identifier.description == finding.context.segment {
            let place = finding.location
            return finder.path(
                of: PartPlace(
                    segment: index, element: place.element, component: place.component,
                    repetition: place.repetition), in: block, &chart)
        }
        // What is missing is told where it was due, behind a segment that may be another loop's.
        if chart == nil { chart = BlockChart(block) }
        guard let opener = chart?.opener(ofLoopNamed: finding.context.loop, upTo: index) else { return "" }
        return finder.path(of: PartPlace(segment: opener), in: block, &chart)
    }
}
