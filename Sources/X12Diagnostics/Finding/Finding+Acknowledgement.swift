extension Finding {
    /// The codes that an acknowledgement tells the finding by: of its rule's those for where it is.
    ///
    /// A finding is told of the interchange, a group, a set or a segment, never of two. Where a rule of any segment strikes
    /// a control segment, that one's place decides: a GS06 that is no number is told of the group (AK905 `6`).
    public var acknowledgement: Acknowledgement {
        let codes = rule.acknowledgement
        let note = codes.interchangeNote(element: location.element)
        var told = Acknowledgement(statuses: codes.statuses)
        if !note.isEmpty {
            told.interchangeNotes = [0: note]
        } else if !codes.groupError.isEmpty {
            told.groupError = codes.groupError
        } else if !codes.setError.isEmpty {
            told.setError = codes.setError
        } else if codes.segmentError.isEmpty {
            return told
        } else {
            switch (context.segment, location.element) {
            // Something else than it should be stands between ISA and IEA.
            case ("ISA", _), ("IEA", _): told.interchangeNotes = [0: "022"]
            case ("TA1", _) where location.segmentPosition == 0: told.interchangeNotes = [0: "022"]
            case ("GS", 6), ("GE", 2): told.groupError = "6"
            case ("GS", 7), ("GS", 8): told.groupError = "2"
            case ("GE", _): told.groupError = "5"
            case ("GS", _): told.groupError = "1"
            case ("ST", 1): told.setError = "6"
            case ("ST", 2): told.setError = "7"
            default: return codes
            }
        }
        return told
    }
}
