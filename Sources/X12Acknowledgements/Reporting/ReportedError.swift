/// One thing wrong in a transaction set, as a 999 tells it.
struct ReportedError {
    /// IK302; the position in the set, ST being 1.
    var position: Int
    /// IK301.
    var segment: String
    /// IK303, four characters at most.
    var loop: String
    /// IK304.
    var segmentError: String
    /// IK401; 0 where the error is the segment's own.
    var element = 0
    var component = 0
    var repetition = 0
    /// IK402; empty where the element has no number.
    var dataElement = ""
    /// IK403; empty where the error is the segment's own.
    var elementError = ""
    /// IK404; empty where it is missing or may not be shown.
    var copy = ""
    /// CTX01 of the business unit.
    var businessUnit: BusinessUnitName?
    /// CTX of the situational trigger.
    var trigger: ReportedTrigger?

    /// What groups errors under one IK3: the same segment with the same error.
    func belongsWith(_ other: ReportedError) -> Bool {
        position == other.position && segment == other.segment && segmentError == other.segmentError
            && loop == other.loop
    }

    /// The order within a set: by segment, the segment's own errors first, then by element.
    static func precedes(_ left: ReportedError, _ right: ReportedError) -> Bool {
        (left.position, left.rank, left.segmentError, left.element, left.component, left.repetition)
            < (
                right.position, right.rank, right.segmentError, right.element, right.component,
                right.repetition
            )
    }

    private var rank: Int { elementError.isEmpty ? 0 : 1 }
}

/// A number by which people find what an error is about.
struct BusinessUnitName: Equatable {
    /// Where it stands: `CLM01`.
    let place: String
    /// The number.
    let reference: String
}

/// The place of the value that makes another one necessary, or forbids it.
struct ReportedTrigger {
    let segment: String
    let position: Int
    let loop: String
    let element: Int
    let component: Int
}
