internal import X12Diagnostics
internal import X12Grammar

extension Rule.Transaction {
    /// The transaction that a guide is of; `nil` where no rule is about it.
    init?(of guide: Guide) { self.init(guide.identifier, guide.transactionSet) }

    /// The transaction of a guide as results name it: with the set behind it where the guide is of several
    /// (`005010X279A1-271`); `nil` where no rule is about it.
    package init?(ofGuideNamed name: String) {
        let parts = name.parts(between: UInt8(ascii: "-"))
        self.init(parts[0], parts.count > 1 ? parts[1] : nil)
    }

    private init?(_ guide: String, _ setIdentifier: String?) {
        let found = Self.allCases.first {
            $0.guide == guide && (setIdentifier == nil || $0.setIdentifier == setIdentifier)
        }
        guard let found else { return nil }
        self = found
    }
}
