internal import X12Grammar
internal import X12Specs
internal import X12Text

/// What one input holds, added up block by block.
///
///     var summary = InputSummary()
///     while try reader.next(into: &block) { summary.add(block) }
///
/// It counts by segment identifiers, so sets whose guide is not known are counted too. Memory grows with the
/// number of transaction sets, about 300 bytes for each, and not with their size. Segments outside of any
/// envelope are counted in ``segments`` alone; a transaction set or group whose surroundings are missing gets
/// nameless ones.
public struct InputSummary: Sendable {
    /// The interchanges, in the order received.
    public private(set) var interchanges: [InterchangeSummary] = []
    /// How many segments were read, the envelopes' own counted too.
    public private(set) var segments = 0
    /// The counts and sums of all sets that hold claims.
    public private(set) var claimTotal = TransactionSetSummary()
    /// The counts and sums of all sets that hold claim payments.
    public private(set) var paymentTotal = TransactionSetSummary()
    /// The counts of all sets that hold eligibility inquiries.
    public private(set) var inquiryTotal = TransactionSetSummary()
    /// The counts of all sets that hold eligibility responses.
    public private(set) var responseTotal = TransactionSetSummary()
    /// The counts of all other sets.
    public private(set) var otherTotal = TransactionSetSummary()
    /// How many transaction sets there are.
    public private(set) var transactionSets = 0
    /// How many of them are of a guide that is not known here, and so were not checked by one.
    public private(set) var transactionSetsWithoutGuide = 0

    /// The guides that sets were read by, as ``X12Specs/guides`` names them, in the order first met.
    public private(set) var guides: [String] = []
    /// What sets whose guide is not known here say that they follow (ST03, or GS08), in the order first met; of very many,
    /// the first.
    public private(set) var unknownGuides: [String] = []

    /// More names than this are not names of guides.
    private static let mostUnknownGuides = 20

    private var isInGroup = false
    private var isInSet = false
    /// The set being read; it joins its group when it ends.
    private var set = TransactionSetSummary()

    /// Creates a summary of nothing.
    public init() {}

    /// How many claims and claim payments there are.
    public var claims: Int { claimTotal.claims + paymentTotal.claims }

    /// Adds a block; blocks come in the order of the input, the last one of kind ``Block/Kind/end``.
    public mutating func add(_ block: borrowing Block) {
        for index in 0..<block.count { add(block.view(index)) }
        if case .header = block.kind, let guide = block.guide { follow(guide) }
        if block.kind == .carried, block.count > 0, block[0].position == 1 {
            transactionSetsWithoutGuide += 1
            noteUnknown(block.view(0)[3].string)
        }
        if block.kind == .end { endSet() }
    }

    private mutating func add(_ segment: borrowing SegmentView) {
        segments += 1
        switch segment.identifier {
        case "ISA": open(interchange: segment)
        case "GS": open(group: segment)
        // A set that breaks off in an STC ends with an ST.
        case "ST" where !isInSet || segment.isTerminated || segment.elementCount > 0: open(set: segment)
        case "GE", "IEA":
            endSet()
            isInGroup = false
        case "TA1" where !isInSet:
            if !interchanges.isEmpty { interchanges[interchanges.count - 1].acknowledgements += 1 }
        default:
            guard isInSet else { return }
            set.count(segment)
            if segment.identifier == "SE" { endSet() }
        }
    }

    // MARK: - Envelopes

    private mutating func open(interchange segment: borrowing SegmentView) {
        endSet()
        isInGroup = false
        var interchange = InterchangeSummary()
        interchange.sender = Self.unpadded(segment[6])
        interchange.receiver = Self.unpadded(segment[8])
        interchange.date = Self.unpadded(segment[9])
        interchange.controlNumber = Self.unpadded(segment[13])
        interchange.isTest = segment[15].string == "T"
        interchanges.append(interchange)
    }

    private mutating func open(group segment: borrowing SegmentView) {
        endSet()
        var group = GroupSummary()
        group.controlNumber = segment[6].string
        group.guide = segment[8].string
        append(group)
    }

    private mutating func append(_ group: GroupSummary) {
        if interchanges.isEmpty { interchanges.append(InterchangeSummary()) }
        interchanges[interchanges.count - 1].groups.append(group)
        isInGroup = true
    }

    /// Notes what a set whose guide is not known here says that it follows.
    private mutating func noteUnknown(_ sent: String) {
        let name = sent.isEmpty ? interchanges.last?.groups.last?.guide ?? "" : sent
        // What is longer than an identifier of a guide is something else, and may be a person's.
        guard 1...12 ~= name.utf8.count, !unknownGuides.contains(name),
            unknownGuides.count < Self.mostUnknownGuides
        else { return }
        unknownGuides.append(name)
    }

    /// Notes by which guide the sets of the open group are read.
    private mutating func follow(_ guide: Guide) {
        let own = [guide.identifier, "\(guide.identifier)-\(guide.transactionSet)"]
        let name = X12Specs.guides.first { own.contains($0) } ?? guide.identifier
        if !guides.contains(name) { guides.append(name) }
        let last = interchanges.count - 1
        guard last >= 0, isInGroup, let group = interchanges[last].groups.indices.last,
            interchanges[last].groups[group].followedGuide.isEmpty
        else { return }
        interchanges[last].groups[group].followedGuide = guide.identifier
        interchanges[last].groups[group].followedGuideName = guide.name
    }

    private mutating func open(set segment: borrowing SegmentView) {
        endSet()
        if !isInGroup { append(GroupSummary()) }
        isInSet = true
        set.identifier = segment[1].string
        set.controlNumber = segment[2].string
        set.count(segment)
    }

    private mutating func endSet() {
        guard isInSet else { return }
        isInSet = false
        transactionSets += 1
        switch set.kind {
        case .claims: claimTotal.add(set)
        case .payments: paymentTotal.add(set)
        case .inquiries: inquiryTotal.add(set)
        case .responses: responseTotal.add(set)
        case .other: otherTotal.add(set)
        }
        let last = interchanges.count - 1
        interchanges[last].groups[interchanges[last].groups.count - 1].transactionSets.append(set)
        set = TransactionSetSummary()
    }

    /// The text without the blanks an ISA is padded with.
    private static func unpadded(_ element: Span<UInt8>) -> String {
        var end = element.count
        while end > 0, element[end - 1] == 0x20 { end -= 1 }
        return element.extracting(0..<end).string
    }
}
