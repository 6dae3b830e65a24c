internal import X12Models

/// What there is to tell of one interchange.
struct InterchangeReport {
    /// ISA09, ISA10 and ISA13 as sent.
    let date: String
    let time: String
    let controlNumber: String
    /// Whether a TA1 is asked for (ISA14).
    let isAsked: Bool
    /// Whether it holds answers (TA1, groups of acknowledgements), and whether anything else.
    var holdsAnswers = false
    var holdsOthers = false
    /// TA105: the first note for which the interchange is rejected, and the first it is accepted with.
    private var refusal: String?
    private var remark: String?

    init(_ interchange: Interchange) {
        date = interchange.date ?? ""
        time = interchange.time ?? ""
        controlNumber = interchange.controlNumber ?? ""
        isAsked = interchange.acknowledgmentRequested == "1"
    }

    /// Takes note of something wrong with the interchange (TA105).
    mutating func add(_ note: String, refuses: Bool) {
        if refuses { refusal = refusal ?? note } else { remark = remark ?? note }
    }

    /// Whether it is answered by a TA1 though nobody asked: when it is rejected, but for one that holds nothing but
    /// answers, so that two programs do not answer forever.
    var needsReceipt: Bool { isRefused && (holdsOthers || !holdsAnswers) }

    /// Whether the whole interchange is rejected: then no group of it is answered.
    var isRefused: Bool { refusal != nil }

    /// The TA1 that tells it.
    var acknowledgement: InterchangeAcknowledgement {
        var answer = InterchangeAcknowledgement()
        answer.controlNumber = controlNumber.isEmpty ? "000000000" : controlNumber
        answer.date = date.isEmpty ? "000000" : date
        answer.time = time.isEmpty ? "0000" : time
        answer.status = isRefused ? "R" : remark != nil ? "E" : "A"
        answer.note = refusal ?? remark ?? "000"
        return answer
    }
}
