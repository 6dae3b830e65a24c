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
