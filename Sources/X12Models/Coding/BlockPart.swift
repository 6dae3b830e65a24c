internal import X12Grammar
internal import X12Parser

/// A part that stands for a whole block: an envelope segment, a header, a level, a claim, a trailer.
public protocol BlockPart: ModelPart {
    /// What came with the part and has no place in it; `nil` when everything has.
    var carried: Carried? { get set }
}

extension BlockPart {
    /// An empty part for a block.
    init(standingFor block: borrowing Block) {
        switch block.kind {
        case .level(let loop), .unit(let loop):
            self.init(standingFor: block.shared?.loopIdentifiers[loop] ?? "")
        default: self.init()
        }
    }
}
