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

    init(_ finding: Finding) {
        let codes = finding.acknowledgement
        let note = codes.interchangeNote(element: 0)
        if !note.isEmpty {
            self = .interchange(note)
        } else if !codes.groupError.isEmpty {
            self = .group(codes.groupError)
        } else if !codes.setError.isEmpty {
            self = .set(codes.setError)
        } else {
            self = codes.segmentError.isEmpty ? .nothing : .segment
        }
    }
}
