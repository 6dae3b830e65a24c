/// A payer by its name and number, as far as two files can agree on them.
struct PayerName: Hashable, Sendable {
    var name = PlainDigest()
    var number = PlainDigest()

    /// Whether one of the two is the same.
    func isSame(as other: PayerName) -> Bool {
        !name.isNone && name == other.name || !number.isNone && number == other.number
    }
}
