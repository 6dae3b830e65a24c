internal import ArgumentParser
internal import X12Text

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// A day and a time of day, as the command line is told or as the clock says; nothing deeper asks the clock.
struct Moment {
    let date: CalendarDate
    let time: ClockTime

    /// Reads `2026-03-02T09:30`.
    init(text: String) throws {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let date = CalendarDate(iso: parts[0]),
            let time = ClockTime(x12: parts[1].filter { $0 != ":" })
        else { throw ValidationError("'\(text)' is no moment; write it as 2026-03-02T09:30") }
        self.date = date
        self.time = time
    }

    /// Reads a day: `2026-03-02`, or `20260302`.
    @Sendable
    static func day(_ text: String) throws -> CalendarDate {
        guard let day = CalendarDate(iso: text) ?? CalendarDate(x12: text) else {
            throw ValidationError("'\(text)' is no day; write it as 2026-03-01")
        }
        return day
    }

    private init(date: CalendarDate, time: ClockTime) {
        self.date = date
        self.time = time
    }

    /// The local time, to the minute.
    static var now: Moment {
        var seconds = Self.seconds
        var local = tm()
        localtime_r(&seconds, &local)
        let date = CalendarDate(
            year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
        let digits = [local.tm_hour / 10, local.tm_hour % 10, local.tm_min / 10, local.tm_min % 10]
        let time = ClockTime(x12: digits.map { String($0) }.joined())
        guard let date, let time else { preconditionFailure("the clock shows no time of day") }
        return Moment(date: date, time: time)
    }

    private static var seconds: time_t {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return now.tv_sec
    }
}
