import Testing
import X12Text

@Suite("Date time period")
struct DateTimePeriodTests {
    @Test(
        "the four formats are read and written both ways",
        arguments: [
            ("D8", "20260220", "2026-02-20"), ("RD8", "20260220-20260225", "2026-02-20/2026-02-25"),
            ("RD8", "20260225-20260220", "2026-02-25/2026-02-20"),
            ("RD8", "20260220-20260220", "2026-02-20/2026-02-20"), ("DT", "202602200930", "2026-02-20T09:30"),
            ("TM", "0930", "T09:30"),
        ])
    func bothWays(qualifier: String, x12: String, iso: String) throws {
        let period = try #require(DateTimePeriod(qualifier: qualifier, x12: x12))
        var bytes: [UInt8] = []
        period.appendX12(to: &bytes)
        #expect(bytes == Array(x12.utf8))
        #expect("\(period.qualifier)" == qualifier)
        #expect(period.description == iso)
        #expect(DateTimePeriod(iso: iso) == period)
        #expect(DateTimePeriod.parse(qualifier: Array(qualifier.utf8).span, bytes.span) == period)
    }

    @Test(
        "what is not in the qualifier's format is refused",
        arguments: [
            ("D8", "20250230"), ("D8", "20261301"), ("D8", "2026"), ("D8", "2026022A"), ("D8", ""),
            ("D8", "20260220-20260225"), ("RD8", "20260220"), ("RD8", "20260220/20260225"),
            ("RD8", "20260220-20260230"), ("RD8", "20260230-20260225"), ("RD8", "20260220-"),
            ("DT", "20260220"), ("DT", "202602202400"), ("DT", "20260220093015"), ("TM", "093015"),
            ("TM", "2400"),
            ("D6", "260220"), ("RD", "20260220"), ("", "20260220"), ("R08", "20260220-20260225"),
            ("d8", "20260220"),
        ])
    func refused(qualifier: String, x12: String) {
        #expect(DateTimePeriod(qualifier: qualifier, x12: x12) == nil)
    }

    @Test(
        "other texts of JSON are refused",
        arguments: [
            "", "20260220", "2026-02-30", "2026-02-20/", "2026-02-20-2026-02-25", "2026-02-20 09:30", "T0930",
            "T09:30:15", "2026-02-20T09:30:15", "09:30",
        ])
    func refusedISO(text: String) {
        #expect(DateTimePeriod(iso: text) == nil)
    }

    @Test("a time finer than its format is written to the minute")
    func finer() throws {
        let time = try #require(ClockTime(x12: "093015"))
        #expect(DateTimePeriod.time(time).description == "T09:30")
    }

    @Test("any period comes back from both of its texts", arguments: [UInt64(11), 12])
    func roundTrip(seed: UInt64) {
        var random = ValueRandom(seed: seed)
        func date() -> CalendarDate? {
            CalendarDate(
                year: Int.random(in: 1...9999, using: &random), month: Int.random(in: 1...12, using: &random),
                day: Int.random(in: 1...28, using: &random))
        }
        var seen = 0
        for _ in 0..<2_000 {
            let time = ClockTime(
                hour: Int.random(in: 0...23, using: &random), minute: Int.random(in: 0...59, using: &random),
                precision: .minutes)
            guard let start = date(), let end = date(), let time else { continue }
            for period in [
                DateTimePeriod.date(start), .range(start, end), .dateTime(start, time), .time(time),
            ] {
                var bytes: [UInt8] = []
                period.appendX12(to: &bytes)
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(DateTimePeriod(qualifier: "\(period.qualifier)", x12: text) == period, "seed \(seed)")
                #expect(DateTimePeriod(iso: period.description) == period, "seed \(seed)")
                seen += 1
            }
        }
        #expect(seen == 8_000)
    }
}
