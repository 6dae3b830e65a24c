internal import X12Grammar
internal import X12Parser
internal import X12Rules
internal import X12Text

/// Whether an input has anything to do with what it is compared with.
///
/// A remittance that was held against another day's claims has nothing wrong by that, and must not pass for compared.
struct CounterpartsMet {
    private let counterparts: Counterparts?
    private var isAnyAsked = false
    private var isAnyMet = false

    /// Begins with an input; there is nothing to meet where it is compared with nothing.
    init(_ counterparts: Counterparts?) { self.counterparts = counterparts }

    /// Whether the input has numbers to be compared, and none of them is known.
    var isNothingMet: Bool { isAnyAsked && !isAnyMet }

    /// Takes in the next block.
    mutating func add(_ block: borrowing Block) {
        guard let counterparts, !isAnyMet else { return }
        if let guide = block.guide, guide.identifier == Rule.Transaction.claimAcknowledgement.guide {
            return add(answer: block, by: guide, counterparts)
        }
        for index in 0..<block.count {
            let segment = block.view(index)
            let number =
                switch segment.identifier {
                case "CLP" where counterparts.holdsPaymentsAlone: ""
                case "CLM", "CLP": segment[1].string
                case "TRN" where block.kind != .header: segment[2].string
                default: ""
                }
            guard !number.isEmpty else { continue }
            isAnyAsked = true
            if counterparts.holds(number) {
                isAnyMet = true
                return
            }
        }
    }

    /// An answer to claims (277CA) is compared with the batch that it names: numbers of claims come again in others.
    private mutating func add(
        answer block: borrowing Block, by guide: Guide, _ counterparts: Counterparts
    ) {
        guard case .level(let loop) = block.kind, guide.loops[loop].identifier == "2000B" else { return }
        for index in 0..<block.count {
            let segment = block.view(index)
            guard segment.identifier == "TRN", segment[1].string == "2" else { continue }
            isAnyAsked = true
            if counterparts.hasBatch(segment[2].string) { isAnyMet = true }
        }
    }
}
