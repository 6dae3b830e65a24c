internal import X12Diagnostics

/// Puts counts, level numbers and control numbers right while pieces are written
/// (``ModelWriter/Mode/issue``).
///
/// Levels are numbered from 1 in each transaction set, trailers repeat their headers' control numbers, and
/// SE01, GE01 and IEA01 are what was written. A control number that a header lacks is counted up from 1.
struct IssueCounts {
    /// Segments of the open transaction set written so far.
    var segments = 0
    private var interchange = ""
    private var group = ""
    private var set = ""
    private var groups = 0
    private var sets = 0
    private var level = 0
    /// The levels around the next piece, the outermost first.
    private var open: [(depth: Int, number: Int)] = []

    /// Whether a piece is written as it is, with no count or number of its own to be put right; the lines of a claim are
    /// counted while it is written.
    static func leaves(_ item: ModelItem) -> Bool {
        switch item {
        case .claim, .remittanceGroup, .claimPayment, .transactionSetResponse, .carried: true
        default: false
        }
    }

    /// A piece that is about to be written and begins no level, put right.
    ///
    /// - Parameter item: The piece.
    /// - Returns: The piece with its counts and numbers.
    mutating func issue(_ item: consuming ModelItem) -> ModelItem {
        switch consume item {
        case .interchange(var part):
            groups = 0
            number(&part.controlNumber, 1, digits: 9)
            interchange = part.controlNumber ?? ""
            return .interchange(part)
        case .group(var part):
            groups += 1
            sets = 0
            number(&part.controlNumber, groups, digits: 1)
            group = part.controlNumber ?? ""
            return .group(part)
        case .claimHeader(var part, let guide):
            beginSet(&part.controlNumber)
            return .claimHeader(part, guide: guide)
        case .remittanceHeader(var part, let guide):
            beginSet(&part.controlNumber)
            return .remittanceHeader(part, guide: guide)
        case .inquiryHeader(var part, let guide):
            beginSet(&part.controlNumber)
            return .inquiryHeader(part, guide: guide)
        case .responseHeader(var part, let guide):
            beginSet(&part.controlNumber)
            return .responseHeader(part, guide: guide)
        case .implementationAcknowledgementHeader(var part, let guide):
            beginSet(&part.controlNumber)
            return .implementationAcknowledgementHeader(part, guide: guide)
        case .claimAcknowledgementHeader(var part, let guide):
            beginSet(&part.controlNumber)
            return .claimAcknowledgementHeader(part, guide: guide)
        case .groupTrailer(var part):
            part.transactionSetCount = sets
            part.controlNumber = group
            return .groupTrailer(part)
        case .interchangeTrailer(var part):
            part.functionalGroupCount = groups
            part.controlNumber = interchange
            return .interchangeTrailer(part)
        case let other: return other
        }
    }

    /// The place of the next level in the hierarchy, none below it (HL04): whether there is one, the piece behind it tells.
    ///
    /// - Parameter depth: How deep it stands, from 0.
    /// - Returns: HL01, HL02 and HL04.
    mutating func place(at depth: Int) -> HierarchicalLevel {
        level += 1
        while let last = open.last, last.depth >= depth { open.removeLast() }
        var place = HierarchicalLevel()
        place.identifier = ShortText.number(level)
        place.parentIdentifier = open.last.map { ShortText.number($0.number) }
        place.childCode = "0"
        open.append((depth, level))
        return place
    }

    /// Puts a trailer's own count and number right.
    ///
    /// - Parameters:
    ///   - count: SE01.
    ///   - controlNumber: SE02.
    ///   - own: How many segments the trailer itself comes to.
    func close(_ count: inout Int?, _ controlNumber: inout String?, own: Int) {
        count = segments + own
        controlNumber = set
    }

    private mutating func beginSet(_ controlNumber: inout String?) {
        sets += 1
        segments = 0
        level = 0
        open = []
        number(&controlNumber, sets, digits: 4)
        set = controlNumber ?? ""
    }

    private func number(_ controlNumber: inout String?, _ count: Int, digits: Int) {
        if controlNumber == nil { controlNumber = String(count, digits: digits) }
    }
}
