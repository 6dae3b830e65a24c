/// A decimal number held exactly: `180`, `12.5`, `-0.07`.
///
/// The value is `significand` divided by ten to the power of `scale`, and is kept without superfluous
/// zeros behind the point, so that numbers of the same value are the same: 100.00 equals 100. It holds 18
/// digits, as many as X12 allows a number (data type R), and up to 18 of them behind the point.
@frozen
public struct ExactDecimal: Hashable, Sendable {
    /// The digits as one number; of fewer than 19 digits.
    public let significand: Int64
    /// How many of the digits stand behind the point, 0 to 18; the last of these is never a zero.
    public let scale: UInt8

    /// The number of digits a value may have, and the number of them behind the point.
    public static var maximumDigits: Int { 18 }
    /// The number 0.
    public static let zero = ExactDecimal(normalised: 0, scale: 0)

    init(normalised significand: Int64, scale: UInt8) {
        self.significand = significand
        self.scale = scale
    }

    /// Creates the number `significand / 10^scale`: `(1250, 2)` is 12.5.
    ///
    /// - Returns: `nil` when, superfluous zeros left out, it has more than 18 digits, or more than 18
    ///   behind the point, or when `scale` is negative.
    public init?(significand: Int64, scale: Int) {
        guard scale >= 0 else { return nil }
        self.init(magnitude: (0, significand.magnitude), scale: scale, isNegative: significand < 0)
    }

    /// Creates a whole number.
    ///
    /// - Returns: `nil` when it has more than 18 digits.
    public init?(exactly number: Int) {
        self.init(significand: Int64(number), scale: 0)
    }

    /// Reads a number as ``parse(_:)-(UnsafeBufferPointer<UInt8>)`` does.
    public init?(_ text: some StringProtocol) {
        let parsed = Array(text.utf8).withUnsafeBufferPointer { Self.parse($0) }
        guard let parsed else { return nil }
        self = parsed.value
    }

    /// Whether the number is less than 0.
    @inlinable public var isNegative: Bool { significand < 0 }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
    /// Creates a whole number from a literal, which has at most 18 digits.
    public init(integerLiteral value: Int64) {
        precondition(value.magnitude <= Self.largestSignificand, "a decimal holds 18 digits")
        self.init(normalised: value, scale: 0)
    }
}

extension ExactDecimal: CustomStringConvertible {
    /// The number without superfluous zeros and with a digit before the point: `0.5`, `-12.3`, `100`.
    public var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
