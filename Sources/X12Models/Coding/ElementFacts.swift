internal import X12Grammar

/// How the guide sees an element or a component, as far as a spelling is read by it (``CarriedApplication``).
struct ElementFacts: BitwiseCopyable {
    /// What a value is read as.
    enum Kind: UInt8, BitwiseCopyable {
        /// The guide has no use for it, so a part holds nothing of it.
        case unused
        case decimal, integer, composite
        /// Text or a code; not that of a period or of its format, which are read together.
        case text
        case other
    }

    let kind: Kind
    /// The index of the first component's facts, and how many components there are.
    private let first: Int32
    private let count: Int32

    init(_ rule: ElementRule) {
        kind =
            switch rule.type {
            case _ where rule.usage == .notUsed: .unused
            case .decimal: .decimal
            case .integer: .integer
            case .composite: .composite
            case .text, .identifier: Self.isOfPeriod(rule) ? .other : .text
            default: .other
            }
        first = Int32(rule.components.lowerBound)
        count = Int32(rule.components.count)
    }

    /// Whether it holds a period, or says in which format one is.
    static func isOfPeriod(_ rule: ElementRule) -> Bool {
        rule.dataElement == "1251" || rule.dataElement == "1250"
    }

    /// The kind of a component, from 1, all facts of the guide being at hand; `unused` behind the last one.
    @inline(__always)
    func component(_ position: Int, in all: UnsafePointer<ElementFacts>) -> Kind {
        guard kind == .composite else { return .other }
        return position <= Int(count) ? all[Int(first) + position - 1].kind : .unused
    }
}
