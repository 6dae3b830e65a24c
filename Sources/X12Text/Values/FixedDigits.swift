extension UnsafeBufferPointer<UInt8> {
    /// The number that `count` digits from `start` on spell; `nil` when one of them is no digit.
    ///
    /// The caller has checked that the bytes are there; `count` is at most 8.
    @inline(__always)
    func digits(_ start: Int, _ count: Int) -> Int? {
        var number = 0
        for index in start..<start + count {
            let digit = self[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            number = number &* 10 &+ Int(digit)
        }
        return number
    }
}

extension [UInt8] {
    /// Appends a number that is not negative with exactly `count` digits, zeros in front.
    mutating func append(digits number: Int, _ count: Int) {
        var divisor = 1
        for _ in 1..<Swift.max(count, 1) { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}
