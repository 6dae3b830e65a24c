/// A sum of amounts, in whole cents as long as all of them are such.
///
/// Once an amount that was to be added is not known, or the sum passes what a decimal holds, the sum is not known
/// either.
public struct MoneySum: Sendable {
    @usableFromInline var cents: Int64 = 0
    /// What is not in whole cents.
    private var rest = ExactDecimal.zero
    @usableFromInline var isKnown = true

    /// No amounts yet.
    public init() {}

    /// Adds an amount; `nil` is one that is not known.
    @inlinable @inline(__always)
    public mutating func add(_ amount: ExactDecimal?) {
        guard let amount, amount.scale <= 2 else { return addUnusual(amount) }
        let factor: Int64 = amount.scale == 2 ? 1 : amount.scale == 1 ? 10 : 100
        let (scaled, isTooLarge) = amount.significand.multipliedReportingOverflow(by: factor)
        let (sum, isOver) = cents.addingReportingOverflow(scaled)
        cents = sum
        if isTooLarge || isOver { isKnown = false }
    }

    /// Adds another sum.
    public mutating func add(_ other: MoneySum) { add(other.value) }

    @usableFromInline
    mutating func addUnusual(_ amount: ExactDecimal?) {
        guard let amount, let sum = rest.adding(amount) else {
            isKnown = false
            return
        }
        rest = sum
    }

    /// The sum; `nil` when it is not known.
    public var value: ExactDecimal? {
        guard isKnown, let whole = ExactDecimal(significand: cents, scale: 2) else { return nil }
        return rest == .zero ? whole : whole.adding(rest)
    }
}
