internal import X12Diagnostics
internal import X12Grammar
internal import X12Specs
internal import X12Text

extension ReportedError {
    /// What a 999 tells of a finding on a segment; `nil` for a segment that the standard does not have.
    init?(_ finding: Finding, _ copied: CopiedText, showsValues: Bool) {
        let codes = finding.rule.acknowledgement
        let location = finding.location
        let name = finding.context.segment
        guard X12Specs.isStandardSegment(name), location.segmentPosition > 0 else { return nil }
        position = location.segmentPosition
        // Something missing is told at the place where it was expected: behind the segment read last.
        if codes.isBehind { position += 1 }
        segment = name
        loop = String(finding.context.loop.prefix(4))
        segmentError = codes.segmentError
        trigger = finding.trigger.map { ReportedTrigger($0) }
        guard !codes.elementError.isEmpty else { return }
        elementError = codes.elementError
        // A segment without any value lacks its first one.
        element = max(1, location.element)
        component = location.component
        repetition = location.repetition
        dataElement = Self.number(segment, element, component)
        guard let found = finding.found, showsValues || found.isPublic else { return }
        copy = copied.copy(found.text, atMost: 99)
    }

    /// The number of the data element at a place; empty for a composite as a whole, which has none.
    private static func number(_ segment: String, _ element: Int, _ component: Int) -> String {
        let slot = X12Specs.dictionary.slot(element, component, of: SegmentIdentifier(segment))
        guard let number = slot?.dataElement, number.allSatisfy(\.isNumber) else { return "" }
        return number
    }
}

extension ReportedTrigger {
    init(_ trigger: Finding.Trigger) {
        self.init(
            segment: trigger.segment, position: trigger.location.segmentPosition,
            loop: String(trigger.loop.prefix(4)), element: trigger.location.element,
            component: trigger.location.component)
    }
}
