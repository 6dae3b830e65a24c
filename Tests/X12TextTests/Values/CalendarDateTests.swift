import Testing
import X12Text

@Suite("Calendar date")
struct CalendarDateTests {
    @Test(
        "real days are read and written both ways",
        arguments: [
            ("20260220", "2026-02-20"), ("20240229", "2024-02-29"), ("20000229", "2000-02-29"),
            ("00010101", "0001-01-01"), ("99991231", "9999-12-31"), ("20261130", "2026-11-30"),
        ])
    func bothWays(x12: String, iso: String) throws {
        let date = try #require(CalendarDate(x12: x12))
        var bytes: [UInt8] = []
        date.appendX12(to: &bytes)
        #expect(bytes == Array(x12.utf8))
        #expect(date.description == iso)
        #expect(CalendarDate(iso: iso) == date)
        #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
    }

    @Test(
        "what is no day is refused",
        arguments: [
            "20250230", "20250229", "19000229", "20261301", "20260001", "20260100", "20260132", "20260431",
            "2026",
            "00000101", "202602", "2026022", "202602200", "2026O220", "abcdefgh", "", "2026-2-2", " 2026022",
            "-2026022", "20261331",
        ])
    func refused(text: String) {
        #expect(CalendarDate(x12: text) == nil)
    }

    @Test(
        "other ISO forms are refused",
        arguments: [
            "20260220", "2026-2-20", "2026/02/20", "2026-02-30", "2026-02-20T", "2026-02-2x", "26-02-20",
        ])
    func refusedISO(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test("exactly the days of four centuries are taken, in order")
    func everyDay() {
        var taken = 0
        var last: CalendarDate?
        for year in 1801...2200 {
            for month in 0...13 {
                for day in 0...32 {
                    guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
                    taken += 1
                    if let last, !(last < date) { Issue.record("\(last) is not before \(date)") }
                    last = date
                }
            }
        }
        // Four centuries of the Gregorian calendar are 146,097 days.
        #expect(taken == 146_097)
    }

    @Test("a span is read as a text is")
    func span() {
        #expect(
            CalendarDate.parse(Array("20260220".utf8).span) == CalendarDate(year: 2026, month: 2, day: 20))
    }
}
