internal import X12Models
internal import X12Text

/// What there is to tell of one functional group.
struct GroupReport {
    /// GS01, GS02, GS03, GS06 and GS08 as sent.
    let functionalIdentifier: String
    let sender: String
    let receiver: String
    let controlNumber: String
    let guide: String
    /// GS04, where it is a date.
    var date: CalendarDate?
    /// GE01 as sent, where it is a count.
    var includedSetCount: Int?
    private(set) var receivedSetCount = 0
    /// Sets that were accepted, and those of them that have errors noted.
    private(set) var acceptedSetCount = 0
    private(set) var notedSetCount = 0
    /// AK905.
    private var codes: Set<String> = []
    private(set) var isRefused = false
    private var isNoted = false

    init(functionalIdentifier: String, sender: String, receiver: String, controlNumber: String, guide: String)
    {
        self.functionalIdentifier = functionalIdentifier
        self.sender = sender
        self.receiver = receiver
        self.controlNumber = controlNumber
        self.guide = guide
    }

    /// GE01 as it counts sets, six digits at most; `nil` where it is no count.
    static func includedSets(_ text: String) -> Int? {
        Int(text).flatMap { (0...999_999).contains($0) ? $0 : nil }
    }

    /// Takes note of something wrong with the group itself (AK905).
    mutating func add(_ code: String, refuses: Bool) {
        codes.insert(code)
        if refuses { isRefused = true } else { isNoted = true }
    }

    /// Whether it is refused for GS01, which is missing or not that of its sets (AK905 of `1`).
    var isOfWrongKind: Bool { isRefused && codes.contains("1") }

    /// Counts a transaction set that is complete.
    mutating func count(_ set: SetReport) {
        receivedSetCount += 1
        if set.isAccepted { acceptedSetCount += 1 }
        if set.isAccepted, set.isNoted { notedSetCount += 1 }
    }

    /// The end of the group's 999.
    var trailer: ImplementationAcknowledgementTrailer {
        var trailer = ImplementationAcknowledgementTrailer()
        trailer.status = status
        trailer.includedSetCount = includedSetCount ?? receivedSetCount
        trailer.receivedSetCount = receivedSetCount
        trailer.acceptedSetCount = status == .rejected ? 0 : acceptedSetCount
        trailer.errorCodes = SetReport.listed(codes)
        return trailer
    }

    private var status: AcknowledgementStatus {
        if isRefused { return .rejected }
        if acceptedSetCount < receivedSetCount { return acceptedSetCount == 0 ? .rejected : .partlyAccepted }
        return isNoted || notedSetCount > 0 ? .acceptedWithErrors : .accepted
    }
}
