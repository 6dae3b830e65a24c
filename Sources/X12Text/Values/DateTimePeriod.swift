/// What a date time period format qualifier and its period say together (elements 1250 and 1251, as in
/// DTP02 and DTP03).
///
/// Formats other than these (`D6`, `RD6`, ...) are not decoded; their text is carried as it was sent.
public enum DateTimePeriod: Hashable, Sendable {
    /// One day: `D8`, CCYYMMDD.
    case date(CalendarDate)
    /// From a day to a day: `RD8`, CCYYMMDD-CCYYMMDD. The days are kept as sent, also when the second is the earlier.
    case range(CalendarDate, CalendarDate)
    /// A day and a time to the minute: `DT`, CCYYMMDDHHMM. Seconds have no place in the format and are not written.
    case dateTime(CalendarDate, ClockTime)
    /// A time to the minute: `TM`, HHMM. Seconds have no place in the format and are not written.
    case time(ClockTime)

    /// Reads a period in the format that the qualifier names.
    ///
    /// - Returns: `nil` when the qualifier is not D8, RD8, DT or TM, or the text is not in its format.
    public static func parse(
        qualifier: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>
    ) -> DateTimePeriod? {
        switch (qualifier.count, qualifier.first, qualifier.last) {
        case (2, UInt8(ascii: "D"), UInt8(ascii: "8")):
            return CalendarDate.parse(text).map { .date($0) }
        case (3, UInt8(ascii: "R"), UInt8(ascii: "8")) where qualifier[1] == UInt8(ascii: "D"):
            guard text.count == 17, text[8] == UInt8(ascii: "-"),
                let start = CalendarDate.parse(UnsafeBufferPointer(rebasing: text[..<8])),
                let end = CalendarDate.parse(UnsafeBufferPointer(rebasing: text[9...]))
            else { return nil }
            return .range(start, end)
        case (2, UInt8(ascii: "D"), UInt8(ascii: "T")):
            guard text.count == 12,
                let date = CalendarDate.parse(UnsafeBufferPointer(rebasing: text[..<8])),
                let time = ClockTime.parse(UnsafeBufferPointer(rebasing: text[8...]))
            else { return nil }
            return .dateTime(date, time)
        case (2, UInt8(ascii: "T"), UInt8(ascii: "M")):
            guard text.count == 4 else { return nil }
            return ClockTime.parse(text).map { .time($0) }
        default:
            return nil
        }
    }

    /// Reads a period as the overload over buffers does.
    ///
    /// - Returns: `nil` when the qualifier is not D8, RD8, DT or TM, or the text is not in its format.
    public static func parse(qualifier: Span<UInt8>, _ text: Span<UInt8>) -> DateTimePeriod? {
        qualifier.withUnsafeBufferPointer { qualifier in
            text.withUnsafeBufferPointer { text in Self.parse(qualifier: qualifier, text) }
        }
    }

    /// Reads a period in the format that the qualifier names: `("RD8", "20260220-20260225")`.
    public init?(qualifier: some StringProtocol, x12 text: some StringProtocol) {
        let period = Array(qualifier.utf8).withUnsafeBufferPointer { qualifier in
            Array(text.utf8).withUnsafeBufferPointer { Self.parse(qualifier: qualifier, $0) }
        }
        guard let period else { return nil }
        self = period
    }

    /// Reads the text that JSON holds: `2026-02-20`, `2026-02-20/2026-02-25`, `2026-02-20T09:30`, `T09:30`.
    public init?(iso text: some StringProtocol) {
        let period = Array(text.utf8).withUnsafeBufferPointer { Self.parse(iso: $0) }
        guard let period else { return nil }
        self = period
    }

    /// The format qualifier of X12 (element 1250).
    public var qualifier: StaticString {
        switch self {
        case .date: "D8"
        case .range: "RD8"
        case .dateTime: "DT"
        case .time: "TM"
        }
    }

    /// The most bytes that ``writeX12(to:)`` and ``writeISO(to:)`` write.
    package static var maximumBytes: Int { 21 }

    /// Appends the period as X12 writes it (element 1251): `20260220-20260225`.
    public func appendX12(to bytes: inout [UInt8]) {
        bytes.append(upTo: Self.maximumBytes) { writeX12(to: $0) }
    }

    /// Appends the text for JSON: `2026-02-20/2026-02-25`.
    public func appendISO(to bytes: inout [UInt8]) {
        bytes.append(upTo: Self.maximumBytes) { writeISO(to: $0) }
    }

    /// Writes the period as X12 does, to memory for ``maximumBytes`` bytes; how many were written.
    package func writeX12(to target: UnsafeMutablePointer<UInt8>) -> Int {
        switch self {
        case .date(let date): return date.writeX12(to: target)
        case .range(let start, let end):
            _ = start.writeX12(to: target)
            target[8] = UInt8(ascii: "-")
            return 9 + end.writeX12(to: target + 9)
        case .dateTime(let date, let time):
            return date.writeX12(to: target) + time.toTheMinute.writeX12(to: target + 8)
        case .time(let time): return time.toTheMinute.writeX12(to: target)
        }
    }

    /// Writes the text for JSON to memory for ``maximumBytes`` bytes; how many were written.
    package func writeISO(to target: UnsafeMutablePointer<UInt8>) -> Int {
        switch self {
        case .date(let date): return date.writeISO(to: target)
        case .range(let start, let end):
            _ = start.writeISO(to: target)
            target[10] = UInt8(ascii: "/")
            return 11 + end.writeISO(to: target + 11)
        case .dateTime(let date, let time):
            _ = date.writeISO(to: target)
            target[10] = UInt8(ascii: "T")
            return 11 + time.toTheMinute.writeISO(to: target + 11)
        case .time(let time):
            target[0] = UInt8(ascii: "T")
            return 1 + time.toTheMinute.writeISO(to: target + 1)
        }
    }

    /// Reads the text that JSON holds (`2026-02-20/2026-02-25`).
    ///
    /// - Returns: `nil` when it is none of the four forms.
    public static func parse(iso bytes: UnsafeBufferPointer<UInt8>) -> DateTimePeriod? {
        func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(rebasing: bytes[range])
        }
        switch bytes.count {
        case 6 where bytes[0] == UInt8(ascii: "T"):
            return ClockTime.parse(iso: part(1..<6)).map { .time($0) }
        case 10:
            return CalendarDate.parse(iso: bytes).map { .date($0) }
        case 16 where bytes[10] == UInt8(ascii: "T"):
            guard let date = CalendarDate.parse(iso: part(0..<10)),
                let time = ClockTime.parse(iso: part(11..<16))
            else {
                return nil
            }
            return .dateTime(date, time)
        case 21 where bytes[10] == UInt8(ascii: "/"):
            guard let start = CalendarDate.parse(iso: part(0..<10)),
                let end = CalendarDate.parse(iso: part(11..<21))
            else { return nil }
            return .range(start, end)
        default:
            return nil
        }
    }
}

extension DateTimePeriod: CustomStringConvertible {
    /// The text that JSON holds: `2026-02-20/2026-02-25`.
    public var description: String {
        var bytes: [UInt8] = []
        appendISO(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension ClockTime {
    /// The same time without seconds.
    fileprivate var toTheMinute: ClockTime {
        ClockTime(hour: hour, minute: minute, precision: .minutes) ?? self
    }
}

extension DateTimePeriod {
    /// The day, or the first of several.
    public var firstDay: CalendarDate? {
        switch self {
        case .date(let day), .dateTime(let day, _), .range(let day, _): day
        case .time: nil
        }
    }

    /// The day, or the last of several.
    public var lastDay: CalendarDate? {
        switch self {
        case .date(let day), .dateTime(let day, _), .range(_, let day): day
        case .time: nil
        }
    }
}
