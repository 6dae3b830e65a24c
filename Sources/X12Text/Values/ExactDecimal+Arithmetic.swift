extension ExactDecimal: Comparable {
    /// Compares by value: 99.9 is less than 100.
    @inlinable
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.scale == right.scale { return left.significand < right.significand }
        return isLess(left, right)
    }

    @usableFromInline
    static func isLess(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
        let scale = Swift.max(left.scale, right.scale)
        let wideLeft = left.significand.multipliedFullWidth(by: powerOfTen(scale - left.scale))
        let wideRight = right.significand.multipliedFullWidth(by: powerOfTen(scale - right.scale))
        return (wideLeft.high, wideLeft.low) < (wideRight.high, wideRight.low)
    }
}

extension ExactDecimal {
    /// The largest number of 18 digits.
    static let largestSignificand: UInt64 = 999_999_999_999_999_999

    /// The sum, or `nil` when it has more than 18 digits.
    public func adding(_ other: ExactDecimal) -> ExactDecimal? {
        let scale = Swift.max(self.scale, other.scale)
        guard let left = aligned(to: scale), let right = other.aligned(to: scale) else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        guard !overflow else { return nil }
        return ExactDecimal(significand: sum, scale: Int(scale))
    }

    /// The difference, or `nil` when it has more than 18 digits.
    public func subtracting(_ other: ExactDecimal) -> ExactDecimal? { adding(-other) }

    /// The exact product, or `nil` when it has more than 18 digits or more than 18 behind the point.
    public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
        let product = significand.magnitude.multipliedFullWidth(by: other.significand.magnitude)
        return ExactDecimal(
            magnitude: product, scale: Int(scale) + Int(other.scale),
            isNegative: isNegative != other.isNegative)
    }

    /// The number without its sign.
    public var magnitude: ExactDecimal { isNegative ? -self : self }

    /// The number with its sign turned.
    @inlinable
    public static prefix func - (number: ExactDecimal) -> ExactDecimal { number.negated() }

    /// The sum; stops the program when it has more than 18 digits.
    ///
    /// For numbers that are known to be small. Numbers read from an input go through ``adding(_:)``.
    public static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
        guard let sum = left.adding(right) else { preconditionFailure("a decimal holds 18 digits") }
        return sum
    }

    /// The difference; stops the program when it has more than 18 digits.
    ///
    /// For numbers that are known to be small. Numbers read from an input go through ``subtracting(_:)``.
    public static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal { left + -right }

    @usableFromInline
    func negated() -> ExactDecimal { ExactDecimal(normalised: -significand, scale: scale) }

    /// Whether two amounts differ by no more than a tolerance.
    public func isWithin(_ tolerance: ExactDecimal, of other: ExactDecimal) -> Bool {
        if self == other { return true }
        guard tolerance > .zero, let difference = subtracting(other) else { return false }
        return difference.magnitude <= tolerance
    }

    // MARK: - Scales

    /// The significand at a larger scale, or `nil` when 64 bits do not hold it.
    ///
    /// A partner of the other sign cannot bring such a number back to 18 digits, so giving up is right.
    private func aligned(to scale: UInt8) -> Int64? {
        let (product, overflow) = significand.multipliedReportingOverflow(
            by: Self.powerOfTen(scale - self.scale))
        return overflow ? nil : product
    }

    /// Takes zeros off the end of a wide number until it is normal, and `nil` when it then does not fit.
    init?(magnitude: (high: UInt64, low: UInt64), scale: Int, isNegative: Bool) {
        var (high, low) = magnitude
        var scale = scale
        if high == 0, low == 0 { scale = 0 }
        while scale > 0 {
            let (quotientHigh, remainderHigh) = high.quotientAndRemainder(dividingBy: 10)
            let (quotientLow, remainder) = UInt64(10).dividingFullWidth((remainderHigh, low))
            guard remainder == 0 else { break }
            (high, low) = (quotientHigh, quotientLow)
            scale -= 1
        }
        guard high == 0, low <= Self.largestSignificand, scale <= Self.maximumDigits else { return nil }
        self.init(normalised: isNegative ? -Int64(low) : Int64(low), scale: UInt8(scale))
    }

    private static func powerOfTen(_ exponent: UInt8) -> Int64 {
        var power: Int64 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }
}
