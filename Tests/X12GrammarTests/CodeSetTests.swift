import Testing
import X12Grammar
import X12Text

@Suite("Code sets and their editions")
struct CodeSetTests {
    @Test("each set has a place of its own, a name in small letters and a title")
    func sets() {
        #expect(CodeSet.allCases.map(\.ordinal) == Array(0..<CodeSet.allCases.count))
        for set in CodeSet.allCases {
            #expect(set.rawValue == set.rawValue.lowercased())
            #expect(CodeSet(rawValue: set.rawValue) == set)
            #expect(!set.title.isEmpty)
        }
    }

    @Test("an edition covers its first and its last day, and all days where it has none")
    func covering() throws {
        let first = try #require(CalendarDate(iso: "2025-10-01"))
        let last = try #require(CalendarDate(iso: "2026-03-31"))
        let edition = CodeEdition(
            .diagnosis, name: "2026", vintage: first, first: first, last: last, count: 1)
        #expect(edition.covers(first) && edition.covers(last))
        #expect(!edition.covers(try #require(CalendarDate(iso: "2025-09-30"))))
        #expect(!edition.covers(try #require(CalendarDate(iso: "2026-04-01"))))
        #expect(CodeEdition(.state, count: 1).covers(first))
        #expect(edition.label == "2026")
        #expect(CodeEdition(.remark, vintage: first, count: 1).label == "2025-10-01")
    }
}
