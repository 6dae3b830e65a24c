/// A time of day without a zone, as fine as it was sent: `0930`, `093015`, `09301525`.
///
/// Times of different precision are different values; where they name the same moment, the coarser one
/// comes first.
@frozen
public struct ClockTime: Hashable, Comparable, Sendable {
    /// Hundredths of a second since midnight.
    @usableFromInline let hundredths: Int32
    /// How much of the time was sent.
    public let precision: Precision

    /// How fine a time is: the formats of data type TM.
    @frozen
    public enum Precision: UInt8, Hashable, Sendable, CaseIterable {
        /// `HHMM`.
        case minutes = 4
        /// `HHMMSS`.
        case seconds = 6
        /// `HHMMSSD`.
        case tenths = 7
        /// `HHMMSSDD`.
        case hundredths = 8
    }

    /// Creates a time; what is finer than `precision` must be 0.
    ///
    /// - Returns: `nil` unless hour is 0 to 23, minute and second 0 to 59, hundredths 0 to 99, and nothing
    ///   is said that `precision` leaves out.
    public init?(hour: Int, minute: Int, second: Int = 0, hundredths: Int = 0, precision: Precision) {
        guard 0...23 ~= hour, 0...59 ~= minute, 0...59 ~= second, 0...99 ~= hundredths else { return nil }
        switch precision {
        case .minutes: guard second == 0, hundredths == 0 else { return nil }
        case .seconds: guard hundredths == 0 else { return nil }
        case .tenths: guard hundredths % 10 == 0 else { return nil }
        case .hundredths: break
        }
        self.hundredths = Int32(((hour * 60 + minute) * 60 + second) * 100 + hundredths)
        self.precision = precision
    }

    /// Reads a time written as X12 (`0930`, `093015`, `0930152`, `09301525`).
    ///
    /// - Returns: `nil` when it is not 4, 6, 7 or 8 digits, or no time of a day.
    public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> ClockTime? {
        guard bytes.count <= 8, let precision = Precision(rawValue: UInt8(bytes.count)),
            let hour = bytes.digits(0, 2), let minute = bytes.digits(2, 2),
            let second = precision == .minutes ? 0 : bytes.digits(4, 2),
            let fraction = precision.rawValue <= 6 ? 0 : bytes.digits(6, bytes.count - 6)
        else { return nil }
        return ClockTime(
            hour: hour, minute: minute, second: second,
            hundredths: precision == .tenths ? fraction * 10 : fraction, precision: precision)
    }

    /// Reads a time as the overload over a buffer does.
    ///
    /// - Returns: `nil` when it is not 4, 6, 7 or 8 digits, or no time of a day.
    public static func parse(_ bytes: Span<UInt8>) -> ClockTime? {
        bytes.withUnsafeBufferPointer { Self.parse($0) }
    }

    /// Reads a time written as X12 (`0930`).
    public init?(x12 text: some StringProtocol) {
        guard let time = Array(text.utf8).withUnsafeBufferPointer({ Self.parse($0) }) else { return nil }
        self = time
    }

    /// Reads a time written as ISO 8601 (`09:30`, `09:30:15`, `09:30:15.2`, `09:30:15.25`).
    public init?(iso text: some StringProtocol) {
        guard let time = Array(text.utf8).withUnsafeBufferPointer({ Self.parse(iso: $0) }) else { return nil }
        self = time
    }

    /// The hour, 0 to 23.
    @inlinable public var hour: Int { Int(hundredths) / 360_000 }
    /// The minute of the hour, 0 to 59.
    @inlinable public var minute: Int { Int(hundredths) / 6_000 % 60 }
    /// The second of the minute, 0 to 59; 0 when it was not sent.
    @inlinable public var second: Int { Int(hundredths) / 100 % 60 }
    /// The hundredths of the second, 0 to 99; 0 when they were not sent.
    @inlinable public var hundredthOfSecond: Int { Int(hundredths) % 100 }

    /// The earlier time is the lesser.
    @inlinable
    public static func < (left: ClockTime, right: ClockTime) -> Bool {
        (left.hundredths, left.precision.rawValue) < (right.hundredths, right.precision.rawValue)
    }
}

extension ClockTime: CustomStringConvertible {
    /// The time as ISO 8601 writes it: `09:30:15`.
    public var description: String {
        var bytes: [UInt8] = []
        appendISO(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the time as X12 writes it, with the precision it has: `093015`.
    public func appendX12(to bytes: inout [UInt8]) { bytes.append(upTo: 8) { writeX12(to: $0) } }

    /// Appends the time as ISO 8601 writes it, with the precision it has: `09:30:15`.
    public func appendISO(to bytes: inout [UInt8]) { bytes.append(upTo: 11) { writeISO(to: $0) } }

    /// Writes the time as X12 does, to memory for 8 bytes; how many were written.
    package func writeX12(to target: UnsafeMutablePointer<UInt8>) -> Int {
        target.write(two: hour)
        (target + 2).write(two: minute)
        guard precision != .minutes else { return 4 }
        (target + 4).write(two: second)
        return 6 + writeFraction(to: target + 6)
    }

    /// Writes the time as ISO 8601 does, to memory for 11 bytes; how many were written.
    package func writeISO(to target: UnsafeMutablePointer<UInt8>) -> Int {
        target.write(two: hour)
        target[2] = UInt8(ascii: ":")
        (target + 3).write(two: minute)
        guard precision != .minutes else { return 5 }
        target[5] = UInt8(ascii: ":")
        (target + 6).write(two: second)
        guard precision != .seconds else { return 8 }
        target[8] = UInt8(ascii: ".")
        return 9 + writeFraction(to: target + 9)
    }

    /// Reads a time written as ISO 8601, as fine as it is (`09:30`, `09:30:15.25`).
    ///
    /// - Returns: `nil` when it is not so written, or no time of a day.
    public static func parse(iso bytes: UnsafeBufferPointer<UInt8>) -> ClockTime? {
        // The same digits with colons and a point between them, at fixed places.
        let places: [(index: Int, mark: UInt8)] = [
            (2, UInt8(ascii: ":")), (5, UInt8(ascii: ":")), (8, UInt8(ascii: ".")),
        ]
        guard [5, 8, 10, 11].contains(bytes.count) else { return nil }
        var digits: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if let place = places.first(where: { $0.index == index }) {
                guard byte == place.mark else { return nil }
            } else {
                digits.append(byte)
            }
        }
        return digits.withUnsafeBufferPointer { parse($0) }
    }

    private func writeFraction(to target: UnsafeMutablePointer<UInt8>) -> Int {
        switch precision {
        case .minutes, .seconds: return 0
        case .tenths:
            target[0] = UInt8(truncatingIfNeeded: 0x30 + hundredthOfSecond / 10)
            return 1
        case .hundredths:
            target.write(two: hundredthOfSecond)
            return 2
        }
    }
}
