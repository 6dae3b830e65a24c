internal import X12Models
internal import X12Parser
internal import X12Text

/// What a 277 says of one claim (2200D, 2200E), read by the segments' places in the loop.
struct ToldStatus {
    /// The number of the question (TRN02), which can be the claim's.
    var trace = ""
    /// The practice's number (REF of `EJ`), and the payer's (REF of `1K`).
    var number = ""
    var payerNumber = ""
    var charge: ExactDecimal?
    var days: ClosedRange<CalendarDate>?
    /// The status that holds since the last day (STC01), and that day (STC02).
    var code = ""
    var since: CalendarDate?
    /// Where it stands in its block.
    var segment = 0

    /// All that a subscriber or dependent of a 277 is told.
    static func all(in block: borrowing Block) -> [ToldStatus] {
        var all: [ToldStatus] = []
        var isInLine = false
        for index in 0..<block.count {
            let segment = block.view(index)
            switch segment.identifier {
            case "TRN":
                isInLine = false
                all.append(ToldStatus())
                all[all.count - 1].trace = segment[2].string
                all[all.count - 1].segment = index
            case "SVC": isInLine = true
            default:
                guard !isInLine, !all.isEmpty else { continue }
                all[all.count - 1].take(segment)
            }
        }
        return all
    }

    private mutating func take(_ segment: borrowing SegmentView) {
        switch segment.identifier {
        case "STC": takeStatus(segment)
        case "REF":
            if segment[1].string == "EJ" { number = segment[2].string }
            if segment[1].string == "1K" { payerNumber = segment[2].string }
        case "DTP":
            let period = DateTimePeriod(qualifier: segment[2].string, x12: segment[3].string)
            if let first = period?.firstDay { days = first...max(first, period?.lastDay ?? first) }
        default: break
        }
    }

    private mutating func takeStatus(_ segment: borrowing SegmentView) {
        let day = CalendarDate(x12: segment[2].string)
        if !code.isEmpty {
            guard let day, since.map({ day > $0 }) ?? true else { return }
        }
        let element = ElementView(bytes: segment[1], delimiters: segment.delimiters)
        let parts = [element.component(1).string, element.component(2).string, element.component(3).string]
        code = parts.filter { !$0.isEmpty }.joined(separator: ":")
        since = day
        charge = ExactDecimal.parse(segment[4])?.value
    }

    /// What the category says; `nil` where it says nothing of the claim: the question could not be answered.
    var verdict: SeenAnswer.Verdict? {
        let category = code.split(separator: ":").first ?? ""
        var status = ClaimStatusCode()
        status.category = String(category)
        if status.isAccepting { return .accepted }
        if status.isRejecting { return .rejected }
        switch category.first {
        case "P": return .pending
        case "R": return .wanted
        case "F": return category == "F2" ? .denied : .decided
        case "D": return .notFound
        default: return nil
        }
    }
}
