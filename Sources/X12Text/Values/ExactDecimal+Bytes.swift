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
        let length = write(to: target)
        let sign = significand < 0 ? 1 : 0
        guard scale > 0, target[sign] == UInt8(ascii: "0") else { return length }
        (target + sign).update(from: target + sign + 1, count: length - sign - 1)
        return length - 1
    }

    /// The form that X12 asks for, as bytes.
    public var x12: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Self.maximumBytes) { buffer, count in
            count = buffer.baseAddress.map { writeX12(to: $0) } ?? 0
        }
    }

    /// Writes the canonical form in ASCII, as ``description`` has it.
    ///
    /// - Parameter target: memory for ``maximumBytes`` bytes.
    /// - Returns: how many bytes were written.
    public func write(to target: UnsafeMutablePointer<UInt8>) -> Int {
        var length = 0
        if significand < 0 {
            target[0] = UInt8(ascii: "-")
            length = 1
        }
        let magnitude = significand.magnitude
        var digits = 1
        var power: UInt64 = 10
        while power <= magnitude {
            digits += 1
            power *= 10
        }
        // A digit before the point, also when the number has none of its own.
        let count = Swift.max(digits, Int(scale) + 1)
        var rest = magnitude
        var end = length + count + (scale > 0 ? 1 : 0)
        length = end
        for index in 0..<count {
            if index == Int(scale), scale > 0 {
                end -= 1
                target[end] = UInt8(ascii: ".")
            }
            end -= 1
            target[end] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        return length
    }

    /// Appends the canonical form in ASCII.
    public func append(to bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.maximumBytes) { room in
            guard let base = room.baseAddress else { return }
            let length = write(to: base)
            bytes.append(contentsOf: UnsafeBufferPointer(start: base, count: length))
        }
    }
}
