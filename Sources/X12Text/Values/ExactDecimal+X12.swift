extension ExactDecimal {
    /// Reads a number in the very spelling that ``writeX12(to:)`` gives it, of up to 17 bytes: `215.5`, `.5`, `-80`.
    ///
    /// - Returns: `nil` for every other spelling, also of a number: `100.00`, `0.5`, `5.`, `007`; and for what is longer.
    @inlinable
    @inline(__always)
    package static func parseCanonicalX12(_ start: UnsafePointer<UInt8>, _ count: Int) -> ExactDecimal? {
        guard count > 0, count <= 17 else { return nil }
        let isNegative = start[0] == UInt8(ascii: "-")
        var index = isNegative ? 1 : 0
        let first = index
        var number: UInt64 = 0
        while index < count {
            let digit = start[index] &- UInt8(ascii: "0")
            if digit > 9 { break }
            number = number &* 10 &+ UInt64(digit)
            index &+= 1
        }
        // Of all whole parts that begin with a zero only 0 itself, without a fraction, is written so.
        if index > first, start[first] == UInt8(ascii: "0") {
            return count == 1 ? ExactDecimal(unchecked: 0, scale: 0) : nil
        }
        var scale = 0
        if index < count {
            guard start[index] == UInt8(ascii: ".") else { return nil }
            index &+= 1
            scale = count &- index
            while index < count {
                let digit = start[index] &- UInt8(ascii: "0")
                if digit > 9 { return nil }
                number = number &* 10 &+ UInt64(digit)
                index &+= 1
            }
            guard scale > 0, start[count &- 1] != UInt8(ascii: "0") else { return nil }
        } else if index == first {
            return nil
        }
        let significand = Int64(truncatingIfNeeded: number)
        return ExactDecimal(
            unchecked: isNegative ? 0 &- significand : significand, scale: UInt8(truncatingIfNeeded: scale))
    }

    /// Takes digits over that are known to be fewer than 19, the last of them behind the point no zero.
    @inlinable
    @inline(__always)
    init(unchecked significand: Int64, scale: UInt8) {
        self.significand = significand
        self.scale = scale
    }
}
