/// A small, fast generator of pseudo-random numbers whose sequence is the same on every machine and toolchain.
///
/// Vigna's SplitMix64. Two generators with the same seed give the same numbers for ever, so a failing test
/// prints its seed and can be run again.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator that starts at `seed`; every value is allowed.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number in `range`, which may not be empty.
    ///
    /// The standard library's `Int.random(in:using:)` may change its way of drawing between releases; this one
    /// may not. The bias of the multiplication is below 2^-32 for ranges of up to 2^32.
    public mutating func number(in range: ClosedRange<Int>) -> Int {
        let width = UInt64(range.upperBound - range.lowerBound) + 1
        return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
    }

    /// Whether something that happens in `percent` of 100 cases happens now.
    public mutating func happens(percent: Int) -> Bool {
        number(in: 1...100) <= percent
    }

    /// One of `choices`, which may not be empty.
    public mutating func pick<Choices: RandomAccessCollection>(_ choices: Choices) -> Choices.Element
    where Choices.Index == Int {
        choices[number(in: choices.startIndex...choices.endIndex - 1)]
    }
}
