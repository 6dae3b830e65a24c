public import X12Text

/// A sum of amounts that stays exact, or says that it is not.
public struct MoneyTotal: Hashable, Sendable {
    /// The sum of the amounts that could be read; `nil` once it passed the 18 digits a number may have.
    public private(set) var sum: ExactDecimal? = .zero
    /// How many amounts were added.
    public private(set) var amounts = 0
    /// How many amounts are no number, or were left out where one is needed; they are not in the sum.
    public private(set) var unreadable = 0

    /// Creates a sum of nothing.
    public init() {}

    /// Adds an amount as it was sent.
    public mutating func add(_ text: Span<UInt8>) {
        guard let amount = ExactDecimal.parse(text)?.value else {
            unreadable += 1
            return
        }
        amounts += 1
        sum = sum?.adding(amount)
    }

    /// Adds another sum.
    public mutating func add(_ other: MoneyTotal) {
        amounts += other.amounts
        unreadable += other.unreadable
        guard let addend = other.sum else {
            sum = nil
            return
        }
        sum = sum?.adding(addend)
    }
}
