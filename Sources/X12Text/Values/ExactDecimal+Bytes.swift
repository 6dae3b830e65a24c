extension ExactDecimal {
    /// The most bytes ``write(to:)`` writes: a minus, 19 digits and a point.
    public static var maximumBytes: Int { 21 }

    /// Reads a number written as an optional minus, then digits with at most one point among them.
    ///
    /// At least one digit is needed. A plus, an exponent, a comma and a blank are not taken.
    ///
    /// - Returns: the number, and whether its ``description`` gives the same bytes back (not so for `100.00`,
    ///   `.5`, `5.`, `007`, `-0`); `nil` when the bytes are no such number, or one of more than 18 digits.
    public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> (value: ExactDecimal, isCanonical: Bool)?
    {
        let isNegative = bytes.first == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        var significand: UInt64 = 0
        // Where the point is; zeros behind it are held back until another digit shows that they matter.
        var point = -1
        var scale = 0
        var heldZeros = 0
        for index in start..<Swift.max(start, bytes.count) {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit <= 9 else {
                guard bytes[index] == UInt8(ascii: "."), point < 0 else { return nil }
                point = index
                continue
            }
            if point >= 0 {
                guard digit != 0 else {
                    heldZeros += 1
                    continue
                }
                scale += heldZeros + 1
                guard scale <= maximumDigits else { return nil }
                for _ in 0..<heldZeros {
                    significand *= 10
                    guard significand <= largestSignificand else { return nil }
                }
                heldZeros = 0
            }
            significand = significand * 10 + UInt64(digit)
            guard significand <= largestSignificand else { return nil }
        }
        let wholeEnd = point < 0 ? bytes.count : point
        let digits = bytes.count - start - (point < 0 ? 0 : 1)
        guard digits > 0 else { return nil }
        let wholeIsPlain =
            wholeEnd == start + 1 || (wholeEnd > start && bytes[start] != UInt8(ascii: "0"))
        let pointIsNeeded = point < 0 || (scale > 0 && heldZeros == 0)
        let signIsNeeded = !isNegative || significand != 0
        let signed = isNegative ? -Int64(significand) : Int64(significand)
        return (
            ExactDecimal(normalised: signed, scale: UInt8(scale)),
            wholeIsPlain && pointIsNeeded && signIsNeeded
        )
    }

    /// Reads a number as the overload over a buffer does.
    ///
    /// - Returns: the number and whether it was in canonical form; `nil` when the bytes are no number.
    public static func parse(_ bytes: Span<UInt8>) -> (value: ExactDecimal, isCanonical: Bool)? {
        bytes.withUnsafeBufferPointer { Self.parse($0) }
    }

    /// Writes the form that X12 asks for: the canonical one, but without a zero before the point (`.5`).
    ///
    /// The guides have leading zeros left out, and what senders write agrees (Decisions/0008).
    ///
    /// - Parameter target: memory for ``maximumBytes`` bytes.
    /// - Returns: how many bytes were written.
    public func writeX12(to target: UnsafeMutablePointer<UInt8>) -> Int {
        write(to: target, zeroBeforePoint: false)
    }

    /// The form that X12 asks for, as bytes.
    public var x12: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(upTo: Self.maximumBytes) { writeX12(to: $0) }
        return bytes
    }

    /// Writes the canonical form in ASCII, as ``description`` has it.
    ///
    /// - Parameter target: memory for ``maximumBytes`` bytes.
    /// - Returns: how many bytes were written.
    public func write(to target: UnsafeMutablePointer<UInt8>) -> Int {
        write(to: target, zeroBeforePoint: true)
    }

    /// Appends the canonical form in ASCII.
    public func append(to bytes: inout [UInt8]) { bytes.append(upTo: Self.maximumBytes) { write(to: $0) } }

    @inline(__always)
    private func write(to target: UnsafeMutablePointer<UInt8>, zeroBeforePoint: Bool) -> Int {
        target[0] = UInt8(ascii: "-")
        var start = target + (significand < 0 ? 1 : 0)
        let magnitude = significand.magnitude
        let fraction = Int(scale)
        if magnitude < 100_000_000 {
            let digits = EightDigits.of(magnitude)
            let count = 8 &- min(digits.trailingZeroBitCount, 56) &>> 3
            if count > fraction {
                Self.write(digits &>> UInt64(64 &- count &* 8), count, fraction, to: start)
                return start - target + count + (fraction > 0 ? 1 : 0)
            }
        }
        let count = Self.digitCount(magnitude)
        if fraction == 0 {
            Self.write(magnitude, count, to: start)
            return start - target + count
        }
        if count > fraction {
            // The digits behind the point are moved one place on.
            Self.write(magnitude, count, to: start)
            start += count - fraction
            for index in stride(from: fraction, to: 0, by: -1) { start[index] = start[index - 1] }
            start[0] = UInt8(ascii: ".")
            return start - target + 1 + fraction
        }
        if zeroBeforePoint {
            start[0] = UInt8(ascii: "0")
            start += 1
        }
        start[0] = UInt8(ascii: ".")
        start += 1
        start.update(repeating: UInt8(ascii: "0"), count: fraction - count)
        Self.write(magnitude, count, to: start + fraction - count)
        return start - target + fraction
    }

    /// Writes up to eight digits, the first in the lowest byte, with a point before the last `fraction` of them, which are
    /// fewer; nine bytes are written to.
    @inline(__always)
    private static func write(
        _ digits: UInt64, _ count: Int, _ fraction: Int, to target: UnsafeMutablePointer<UInt8>
    ) {
        let text = digits | EightDigits.zeros
        guard fraction > 0 else {
            return UnsafeMutableRawPointer(target).storeBytes(of: text.littleEndian, as: UInt64.self)
        }
        // Before the point are one to seven digits.
        let place = UInt64(count &- fraction) &* 8
        let whole = (1 &<< place) &- 1 as UInt64
        let point = UInt64(UInt8(ascii: ".")) &<< place
        let first = text & whole | point | (text & ~whole) &<< 8
        UnsafeMutableRawPointer(target).storeBytes(of: first.littleEndian, as: UInt64.self)
        target[8] = UInt8(truncatingIfNeeded: text &>> 56)
    }

    /// Writes a number that has `count` digits.
    @inline(__always)
    private static func write(_ number: UInt64, _ count: Int, to target: UnsafeMutablePointer<UInt8>) {
        var rest = number
        var end = count
        while end >= 2 {
            end -= 2
            (target + end).write(two: Int(truncatingIfNeeded: rest % 100))
            rest /= 100
        }
        if end == 1 { target[0] = UInt8(truncatingIfNeeded: 0x30 &+ rest) }
    }

    /// How many digits a number has that is less than ten to the power of 18; 1 for 0.
    @inline(__always)
    private static func digitCount(_ number: UInt64) -> Int {
        // Most numbers are amounts of three to six digits.
        if number < 10_000 { return number < 100 ? (number < 10 ? 1 : 2) : (number < 1000 ? 3 : 4) }
        if number < 100_000_000 {
            return number < 1_000_000 ? (number < 100_000 ? 5 : 6) : (number < 10_000_000 ? 7 : 8)
        }
        var count = 8
        var power: UInt64 = 100_000_000
        while power <= number {
            count += 1
            power *= 10
        }
        return count
    }
}
