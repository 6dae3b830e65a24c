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

extension UnsafeMutablePointer<UInt8> {
    /// Writes a number of up to two digits with two, a zero in front.
    @inline(__always)
    func write(two number: Int) {
        self[0] = UInt8(truncatingIfNeeded: 0x30 &+ number / 10)
        self[1] = UInt8(truncatingIfNeeded: 0x30 &+ number % 10)
    }

    /// Writes a number of up to four digits with four, zeros in front.
    @inline(__always)
    func write(four number: Int) {
        write(two: number / 100)
        (self + 2).write(two: number % 100)
    }
}

/// The digits of numbers below a hundred million, all eight at once.
enum EightDigits {
    /// The digits of a number, each in a byte of its own as a number from 0 to 9, the first digit in the lowest byte.
    ///
    /// The number is taken apart into two of four digits, these into four of two, and these into eight of one, each time side by
    /// side in one word; dividing by 100 and by 10 is multiplying by 10486 / 2^20 and 103 / 2^10, which is exact for so few
    /// digits.
    @inline(__always)
    static func of(_ number: UInt64) -> UInt64 {
        let fours = number / 10_000 | (number % 10_000) &<< 32
        let hundreds = (fours &* 10_486) &>> 20 & 0x0000_007F_0000_007F
        let twos = hundreds | (fours &- hundreds &* 100) &<< 16
        let tens = (twos &* 103) &>> 10 & 0x000F_000F_000F_000F
        return tens | (twos &- tens &* 10) &<< 8
    }

    /// A zero in each byte, to be added to digits.
    static let zeros: UInt64 = 0x3030_3030_3030_3030
}

extension [UInt8] {
    /// Appends what is written to memory for `count` bytes; how many were written is returned.
    @inline(__always)
    mutating func append(upTo count: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { room in
            guard let start = room.baseAddress else { return }
            let length = write(start)
            append(contentsOf: UnsafeBufferPointer(start: start, count: length))
        }
    }
}
