internal import X12Diagnostics

/// What a finding is told of, and by which code.
enum FindingTarget {
    /// The interchange: TA105.
    case interchange(String)
    /// The functional group: AK905.
    case group(String)
    /// The transaction set: IK502.
    case set(String)
    /// A segment of the set: IK304 and, where an element is meant, IK403.
    case segment
    /// Nothing: no code tells it.
    case nothing

    /// The codes of a rule say it; where a rule of any segment strikes a control segment, its place does.
    init(_ finding: Finding) {
        let codes = finding.rule.acknowledgement
        let element = finding.location.element
        let note = codes.interchangeNote(element: element)
        if !note.isEmpty {
            self = .interchange(note)
        } else if !codes.groupError.isEmpty {
            self = .group(codes.groupError)
        } else if !codes.setError.isEmpty {
            self = .set(codes.setError)
        } else if codes.segmentError.isEmpty {
            self = .nothing
        } else {
            self = Self.byPlace(finding.context.segment, element)
        }
    }

    private static func byPlace(_ segment: String, _ element: Int) -> FindingTarget {
        switch (segment, element) {
        // Something else than it should be stands between ISA and IEA.
        case ("ISA", _), ("IEA", _), ("TA1", _): .interchange("022")
        case ("GS", 6), ("GE", 2): .group("6")
        case ("GS", 7), ("GS", 8): .group("2")
        case ("GE", _): .group("5")
        case ("GS", _): .group("1")
        case ("ST", 1): .set("6")
        case ("ST", 2): .set("7")
        default: .segment
        }
    }
}
