internal import X12Diagnostics
internal import X12Parser
internal import X12Text

/// What stands around a block: file, interchange, group, set.
struct Surroundings {
    private(set) var file: Int32 = 0
    private(set) var interchange = ""
    private(set) var interchangeDate = ""
    private(set) var interchangeParties = Sending.Parties()
    private(set) var group = ""
    private(set) var groupDate: CalendarDate?
    private(set) var parties = Sending.Parties()
    /// Which interchange, and which group, of all that were read.
    private(set) var interchangeOrdinal: Int32 = 0
    private(set) var groupOrdinal: Int32 = 0
    /// Which set of its file; and whether the block begins it, or is in it.
    private(set) var setOrdinal = 0
    private(set) var isSetBegun = false
    private(set) var isInSet = false

    mutating func begin(_ file: Int) {
        self.file = Int32(file)
        setOrdinal = 0
        isInSet = false
        groupDate = nil
        interchangeDate = ""
    }

    mutating func enter(_ block: borrowing Block) {
        isSetBegun = false
        switch block.kind {
        case .interchange:
            interchange = Self.text(block, 13)
            interchangeDate = Self.text(block, 9)
            interchangeParties = Sending.Parties(sender: Self.text(block, 6), receiver: Self.text(block, 8))
            interchangeOrdinal += 1
            groupDate = nil
            isInSet = false
        case .group:
            group = Self.text(block, 6)
            groupDate = CalendarDate(x12: Self.text(block, 4))
            parties = Sending.Parties(sender: Self.text(block, 2), receiver: Self.text(block, 3))
            groupOrdinal += 1
            isInSet = false
        case .header: beginSet()
        case .carried where block.count > 0 && block.view(0).identifier == "ST": beginSet()
        case .groupEnd, .interchangeEnd, .acknowledgement, .end: isInSet = false
        case .level, .unit, .trailer, .carried: break
        }
    }

    private mutating func beginSet() {
        setOrdinal += 1
        isSetBegun = true
        isInSet = true
    }

    /// The day of the group, else of the interchange.
    var date: CalendarDate? { groupDate ?? CalendarDate(x12: "20" + interchangeDate) }

    func place(_ block: borrowing Block, _ index: Int) -> FilePlace {
        let location = block[index].location
        return FilePlace(
            file: file, line: Int32(clamping: location.line), segment: Int32(clamping: location.segment))
    }

    /// An element without the blanks that fill it up.
    private static func text(_ block: borrowing Block, _ element: Int) -> String {
        block.view(0)[element].string.trimmedEnd
    }
}
