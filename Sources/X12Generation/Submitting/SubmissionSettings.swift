public import X12Grammar
public import X12Text

/// How files are written for a receiver: what a payer's profile says about envelopes, and the moment of writing.
public struct SubmissionSettings: Hashable, Sendable {
    /// Whether claims are in earnest (ISA15: `P` production, `T` test); nil is what the payer's profile says, or else
    /// test.
    public var usage: String?
    /// Whether a TA1 is asked for (ISA14).
    public var asksForAcknowledgement = false
    /// The delimiters.
    public var delimiters = Delimiters.usual
    /// What follows each segment terminator: nothing, `\n` or `\r\n`.
    public var lineEnd = ""
    /// The most claims in one transaction set, 1 or more; 5,000 is what most receivers take.
    public var claimsPerSet = 5000 {
        didSet { precondition(claimsPerSet >= 1, "a transaction set holds one claim or more") }
    }
    /// The most claims in one interchange, 1 or more; nil for any number.
    public var claimsPerFile: Int? {
        didSet { precondition(claimsPerFile ?? 1 >= 1, "an interchange holds one claim or more") }
    }
    /// The most bytes in one interchange; nil for any number.
    public var bytesPerFile: Int?
    /// The most inquiries in one transaction set, 1 or more; 99 is what the guide suggests for batches.
    public var inquiriesPerSet = 99 {
        didSet { precondition(inquiriesPerSet >= 1, "a transaction set holds one inquiry or more") }
    }
    /// What the sets hold (BHT06: `CH` charges, `RP` reports of encounters).
    public var claimType = "CH"
    /// Which characters texts may have.
    public var texts = TextPolicy()
    /// The day of writing (ISA09, GS04, BHT04).
    public var date: CalendarDate
    /// The time of writing (ISA10, GS05, BHT05).
    public var time: ClockTime

    /// The usual settings at a moment.
    public init(date: CalendarDate, time: ClockTime) {
        self.date = date
        self.time = time
    }

    /// These settings with what a payer's profile says of its files, and with the most that its constraints let stand in a set and
    /// a file.
    public func following(
        _ profile: PayerProfile, for kind: SubmissionKind = .claims
    ) -> SubmissionSettings {
        var settings = self
        let said = profile.submission
        if said.claimsPerSet > 0 { settings.claimsPerSet = min(claimsPerSet, said.claimsPerSet) }
        if said.claimsPerFile > 0 {
            settings.claimsPerFile = min(claimsPerFile ?? said.claimsPerFile, said.claimsPerFile)
        }
        if usage == nil, !said.usage.isEmpty { settings.usage = said.usage }
        let bytes = Array(said.delimiters.utf8)
        if bytes.count == 4 {
            settings.delimiters = Delimiters(
                element: bytes[0], component: bytes[1], repetition: bytes[2], segment: bytes[3])
        }
        switch said.lineEnd {
        case "none": settings.lineEnd = ""
        case "lf": settings.lineEnd = "\n"
        case "crlf": settings.lineEnd = "\r\n"
        default: break
        }
        if let set = TextPolicy.CharacterSet(rawValue: said.characters) { settings.texts.characterSet = set }
        if said.letterCase == "upper" { settings.texts.isUpperCase = true }
        settings.limit(by: profile, kind)
        return settings
    }

    /// Takes over the most that constraints without a condition let stand in a set, a group or an interchange.
    private mutating func limit(by profile: PayerProfile, _ kind: SubmissionKind) {
        func least(_ one: Int?, _ other: Int) -> Int { min(one ?? other, other) }
        var setsPerFile: Int?
        for constraint in profile.constraints
        where constraint.transactionSet == kind.transactionSet && constraint.holds(on: date) {
            guard let (parting, most) = constraint.parting else { continue }
            switch parting {
            case .claimsPerSet: claimsPerSet = min(claimsPerSet, most)
            case .claimsPerFile: claimsPerFile = least(claimsPerFile, most)
            case .setsPerFile: setsPerFile = least(setsPerFile, most)
            case .bytesPerFile: bytesPerFile = least(bytesPerFile, most)
            }
        }
        if let setsPerFile, setsPerFile < Int.max / limit(of: kind) {
            claimsPerFile = least(claimsPerFile, setsPerFile * limit(of: kind))
        }
    }

    /// The most consignments of a kind in one transaction set.
    func limit(of kind: SubmissionKind) -> Int {
        switch kind {
        case .claims: claimsPerSet
        case .inquiries: inquiriesPerSet
        case .remittances: 1
        }
    }

    /// The moment of writing as text, for the ledger to keep.
    var moment: String {
        var bytes: [UInt8] = []
        date.appendX12(to: &bytes)
        time.appendX12(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same settings at another moment; at this one when the text is none.
    func asOf(_ moment: String) -> SubmissionSettings {
        guard let date = CalendarDate(x12: moment.prefix(8)), let time = ClockTime(x12: moment.dropFirst(8))
        else {
            return self
        }
        var settings = self
        settings.date = date
        settings.time = time
        return settings
    }
}
