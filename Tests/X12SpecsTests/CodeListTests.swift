import Testing
import X12Grammar
import X12Specs
import X12Text

/// The code lists that change with the calendar: how many, from when until when, as of which day.
@Suite("Code lists with dates")
struct CodeListTests {
    /// A list with its numbers, counted by hand in its source.
    struct List: CustomTestStringConvertible, Sendable {
        let key: String
        let codes: Int
        let stopped: Int
        let vintage: String
        var testDescription: String { key }
    }

    @Test(
        "have all codes, those that stopped and the day they are of",
        arguments: [
            List(key: "1034", codes: 407, stopped: 110, vintage: "2026-03-10"),
            List(key: "S411", codes: 1198, stopped: 79, vintage: "2026-03-10"),
            List(key: "S507", codes: 56, stopped: 3, vintage: "2014-11-01"),
            List(key: "S508", codes: 795, stopped: 103, vintage: "2014-11-01"),
            List(key: "1331", codes: 52, stopped: 0, vintage: "2026-10-01"),
            List(key: "156", codes: 77, stopped: 0, vintage: ""),
            List(key: "26", codes: 253, stopped: 4, vintage: ""),
        ])
    func numbers(wanted: List) throws {
        let list = try #require(X12Specs.codeList(wanted.key))
        #expect(list.codes.count == wanted.codes)
        #expect(list.codes.values.count { $0.stop != nil } == wanted.stopped)
        #expect((list.vintage?.description ?? "") == wanted.vintage)
        #expect(list.codes.values.allSatisfy { !$0.label.isEmpty })
    }

    @Test(
        "know days of single codes",
        arguments: [
            ("1034", "45", "1995-01-01", ""), ("1034", "A7", "1995-01-01", "2015-07-01"),
            ("1034", "308", "2025-11-01", ""), ("S411", "M33", "1997-01-01", "2004-08-01"),
            ("1331", "10", "2022-01-01", ""), ("1331", "11", "", ""), ("26", "AN", "", "2010-12-15"),
            ("S508", "808", "", ""), ("S507", "F5", "1995-01-01", "2003-10-16"),
        ])
    func days(key: String, code: String, start: String, stop: String) throws {
        let listed = try #require(X12Specs.codeList(key)?.codes[code])
        #expect((listed.start?.description ?? "") == start)
        #expect((listed.stop?.description ?? "") == stop)
    }

    @Test("adjustment reasons whose words ask for a remark are marked")
    func remarks() {
        let marked = X12Specs.codeList("1034")?.codes.filter(\.value.needsRemark).keys.sorted() ?? []
        #expect(
            marked == [
                "125", "129", "148", "16", "17", "201", "226", "227", "234", "237", "250", "251", "252",
                "267",
                "96", "A1",
            ])
        #expect(X12Specs.codeList("S411")?.codes.contains(where: \.value.needsRemark) == false)
    }

    @Test("a list that no day changes has no dates")
    func withoutDates() {
        for (key, list) in X12Specs.codeLists.lists where list.vintage == nil && key != "26" {
            #expect(list.codes.values.allSatisfy { $0.start == nil && $0.stop == nil }, "\(key)")
        }
    }

    @Test("one list alone is the one among all; there is none of another name")
    func alone() {
        #expect(X12Specs.codeLists.lists.count == 41)
        for (key, list) in X12Specs.codeLists.lists { #expect(X12Specs.codeList(key) == list, "\(key)") }
        #expect(X12Specs.codeList("S411 ") == nil)
        #expect(
            X12Specs.label(dataElement: "1033", code: "CO") == X12Specs.codeList("1033")?.codes["CO"]?.label)
        #expect(X12Specs.label(dataElement: "nothing", code: "CO") == nil)
    }

    @Test("no words are longer than a line of a report takes")
    func lengths() {
        for (key, list) in X12Specs.codeLists.lists {
            for (code, listed) in list.codes { #expect(listed.label.count <= 80, "\(key) \(code)") }
        }
    }
}
