/// A day of the Gregorian calendar, years 1 to 9999, without time or zone.
@frozen
public struct CalendarDate: Hashable, Comparable, Sendable {
    /// Year, month and day as the number they read as: 20260220.
    @usableFromInline let number: Int32

    /// Creates a date.
    ///
    /// - Returns: `nil` when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard 1...9999 ~= year, 1...12 ~= month, day >= 1, day <= Self.days(inMonth: month, of: year) else {
            return nil
        }
        number = Int32(year * 10_000 + month * 100 + day)
    }

    /// Reads a date written as X12 (`20260220`, data type DT of 8 characters).
    ///
    /// - Returns: `nil` when it is not eight digits, or no real day.
    public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
        guard bytes.count == 8, let year = bytes.digits(0, 4), let month = bytes.digits(4, 2),
            let day = bytes.digits(6, 2)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// Reads a date as the overload over a buffer does.
    ///
    /// - Returns: `nil` when it is not eight digits, or no real day.
    public static func parse(_ bytes: Span<UInt8>) -> CalendarDate? {
        bytes.withUnsafeBufferPointer { Self.parse($0) }
    }

    /// Reads a date written as X12 (`20260220`).
    public init?(x12 text: some StringProtocol) {
        guard let date = Array(text.utf8).withUnsafeBufferPointer({ Self.parse($0) }) else { return nil }
        self = date
    }

    /// Reads a date written as ISO 8601 (`2026-02-20`).
    public init?(iso text: some StringProtocol) {
        guard let date = Array(text.utf8).withUnsafeBufferPointer({ Self.parse(iso: $0) }) else { return nil }
        self = date
    }

    /// The year, 1 to 9999.
    @inlinable public var year: Int { Int(number) / 10_000 }
    /// The month, 1 to 12.
    @inlinable public var month: Int { Int(number) / 100 % 100 }
    /// The day of the month, from 1.
    @inlinable public var day: Int { Int(number) % 100 }

    /// The earlier day is the lesser.
    @inlinable
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.number < right.number }

    /// How many days from this day to another; negative when the other is the earlier.
    public func days(until other: CalendarDate) -> Int { other.dayNumber - dayNumber }

    /// The days since a day long ago; years begin in March here, so that a leap day is a year's last.
    private var dayNumber: Int {
        let shifted = month > 2 ? month - 3 : month + 9
        let years = month > 2 ? year : year - 1
        return years * 365 + years / 4 - years / 100 + years / 400 + (shifted * 153 + 2) / 5 + day
    }

    /// Appends the date as X12 writes it: `20260220`.
    public func appendX12(to bytes: inout [UInt8]) { bytes.append(upTo: 8) { writeX12(to: $0) } }

    /// Appends the date as ISO 8601 writes it: `2026-02-20`.
    public func appendISO(to bytes: inout [UInt8]) { bytes.append(upTo: 10) { writeISO(to: $0) } }

    /// Writes the date as X12 does, to memory for 8 bytes; how many were written.
    package func writeX12(to target: UnsafeMutablePointer<UInt8>) -> Int {
        let digits = EightDigits.of(UInt64(UInt32(bitPattern: number))) | EightDigits.zeros
        UnsafeMutableRawPointer(target).storeBytes(of: digits.littleEndian, as: UInt64.self)
        return 8
    }

    /// Writes the date as ISO 8601 does, to memory for 10 bytes; how many were written.
    package func writeISO(to target: UnsafeMutablePointer<UInt8>) -> Int {
        target.write(four: year)
        target[4] = UInt8(ascii: "-")
        (target + 5).write(two: month)
        target[7] = UInt8(ascii: "-")
        (target + 8).write(two: day)
        return 10
    }

    /// Reads a date written as ISO 8601 (`2026-02-20`).
    ///
    /// - Returns: `nil` when it is not so written, or no real day.
    public static func parse(iso bytes: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = bytes.digits(0, 4), let month = bytes.digits(5, 2), let day = bytes.digits(8, 2)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The date as ISO 8601 writes it: `2026-02-20`.
    public var description: String {
        var bytes: [UInt8] = []
        appendISO(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
