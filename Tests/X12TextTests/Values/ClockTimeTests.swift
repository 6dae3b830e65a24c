import Testing
import X12Text

@Suite("Clock time")
struct ClockTimeTests {
    @Test(
        "times are read and written both ways with the precision they have",
        arguments: [
            ("0930", "09:30"), ("093015", "09:30:15"), ("0930152", "09:30:15.2"), ("09301525", "09:30:15.25"),
            ("0000", "00:00"), ("2359", "23:59"), ("235959", "23:59:59"), ("23595999", "23:59:59.99"),
            ("093000", "09:30:00"), ("0930000", "09:30:00.0"), ("09300000", "09:30:00.00"),
            ("00000001", "00:00:00.01"),
        ])
    func bothWays(x12: String, iso: String) throws {
        let time = try #require(ClockTime(x12: x12))
        var bytes: [UInt8] = []
        time.appendX12(to: &bytes)
        #expect(bytes == Array(x12.utf8))
        #expect(time.description == iso)
        #expect(ClockTime(iso: iso) == time)
        #expect(ClockTime.parse(bytes.span) == time)
    }

    @Test(
        "what is no time is refused",
        arguments: [
            "2400", "0960", "093060", "09", "09300", "093015250", "", "9:30", "09:30", "093O", "-930", " 930",
            "abcd",
        ])
    func refused(text: String) {
        #expect(ClockTime(x12: text) == nil)
    }

    @Test(
        "other ISO forms are refused",
        arguments: [
            "0930", "9:30", "09:30:", "09:30:15.", "09.30", "09:30:15,2", "24:00", "09:30:15.255", "09:30Z",
        ])
    func refusedISO(text: String) {
        #expect(ClockTime(iso: text) == nil)
    }

    @Test("every second of a day comes back, at every precision")
    func everySecond() throws {
        var last: ClockTime?
        for second in 0..<86_400 {
            let time = try #require(
                ClockTime(
                    hour: second / 3600, minute: second / 60 % 60, second: second % 60,
                    hundredths: second % 100,
                    precision: .hundredths))
            guard time.hour * 3600 + time.minute * 60 + time.second == second,
                time.hundredthOfSecond == second % 100, ClockTime(iso: time.description) == time
            else {
                Issue.record("\(time)")
                return
            }
            if let last { #expect(last < time) }
            last = time
        }
    }

    @Test("a coarser time differs from the same moment said more finely, and comes first")
    func precision() throws {
        let minutes = try #require(ClockTime(x12: "0930"))
        let seconds = try #require(ClockTime(x12: "093000"))
        let later = try #require(ClockTime(x12: "0931"))
        #expect(minutes != seconds)
        #expect(minutes < seconds)
        #expect(seconds < later)
    }

    @Test("what the precision leaves out must not be said")
    func leftOut() {
        #expect(ClockTime(hour: 9, minute: 30, second: 1, precision: .minutes) == nil)
        #expect(ClockTime(hour: 9, minute: 30, second: 1, hundredths: 10, precision: .seconds) == nil)
        #expect(ClockTime(hour: 9, minute: 30, second: 1, hundredths: 15, precision: .tenths) == nil)
        #expect(ClockTime(hour: 9, minute: 30, second: 1, hundredths: 20, precision: .tenths) != nil)
    }
}
