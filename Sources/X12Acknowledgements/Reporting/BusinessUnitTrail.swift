internal import X12Diagnostics
internal import X12Parser
internal import X12Text

/// Remembers which number people know the parts of a transaction set by.
///
/// A claim has its own control number (CLM01), which its findings carry. Payments and eligibility go by their trace
/// number (TRN02), and where there is none a subscriber goes by the member number.
struct BusinessUnitTrail {
    private struct Entry {
        let start: Int
        /// The number; `nil` where the unit has none.
        let unit: BusinessUnitName?
    }

    /// The latest units, in the order they came; older ones are forgotten, and with them the name of a unit in which
    /// something is found that late.
    private var entries: [Entry] = []
    private var kind = ""
    private static let most = 64

    /// Forgets all and begins a transaction set of a kind (ST01).
    mutating func begin(_ transactionSet: String) {
        entries.removeAll(keepingCapacity: true)
        kind = transactionSet
    }

    /// Takes note of what a block says.
    mutating func note(_ block: borrowing Block, showsValues: Bool) {
        switch (kind, block.kind) {
        case ("835", .header): add(block, from: 1, showsValues: showsValues)
        case ("270", .unit), ("271", .unit), ("276", .unit), ("277", .unit):
            add(block, from: Int(block[0].position), showsValues: showsValues)
        default: break
        }
    }

    /// The unit that a place of the set belongs to.
    ///
    /// - Parameters:
    ///   - position: The segment's position in the set.
    ///   - claim: The claim's number, as the finding has it.
    /// - Returns: the unit; `nil` where there is none, or it was forgotten.
    func unit(at position: Int, claim: String) -> BusinessUnitName? {
        if kind == "837" { return claim.isEmpty ? nil : BusinessUnitName(place: "CLM01", reference: claim) }
        return entries.last { $0.start <= position }?.unit
    }

    private mutating func add(_ block: borrowing Block, from start: Int, showsValues: Bool) {
        let unit = Self.unit(of: block, showsValues: showsValues)
        if entries.count == Self.most { entries.removeFirst() }
        entries.append(Entry(start: start, unit: unit))
    }

    private static func unit(of block: borrowing Block, showsValues: Bool) -> BusinessUnitName? {
        var member: String?
        for index in 0..<block.count {
            let segment = block.view(index)
            if segment.identifier == "TRN" {
                return BusinessUnitName(place: "TRN02", reference: segment[2].string)
            }
            if segment.identifier == "NM1", segment[1].string == "IL", showsValues {
                member = segment[9].string
            }
        }
        return member.map { BusinessUnitName(place: "SUBSCRIBER NAME NM109", reference: $0) }
    }
}
