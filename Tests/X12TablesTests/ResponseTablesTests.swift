import Testing
import X12TestSupport

@Suite("Tables of eligibility responses")
struct ResponseTablesTests {
    /// Dates of a benefit, and what the row says: from when, until when, what the date is.
    static let benefitDates: [(dates: String, row: [String])] = [
        ("DTP*348*D8*20260101~", ["2026-01-01", "", "348"]),
        ("DTP*349*D8*20260630~", ["", "2026-06-30", "349"]),
        ("DTP*348*D8*20260101~DTP*349*D8*20260630~", ["2026-01-01", "2026-06-30", "348"]),
        ("DTP*349*D8*20260630~DTP*348*D8*20260101~", ["2026-01-01", "2026-06-30", "348"]),
        ("DTP*348*RD8*20260101-20260630~", ["2026-01-01", "2026-06-30", "348"]),
        ("DTP*349*RD8*20260101-20260630~", ["2026-01-01", "2026-06-30", "349"]),
        ("DTP*292*RD8*20260101-20260630~", ["2026-01-01", "2026-06-30", "292"]),
        ("DTP*292*D8*20260101~", ["2026-01-01", "", "292"]),
        ("DTP*346*RD8*20260101-20261231~DTP*348*D8*20260201~", ["2026-01-01", "2026-12-31", "346"]),
        ("DTP*356*D8*20260101~DTP*357*D8*20261231~", ["2026-01-01", "2026-12-31", "356"]),
        ("DTP*356*D8*20260101~DTP*347*D8*20261231~", ["2026-01-01", "", "356"]),
        ("DTP*193*D8*20260101~DTP*194*D8*20261231~", ["2026-01-01", "2026-12-31", "193"]),
        ("DTP*636*D8*20260201~DTP*349*D8*20260630~", ["", "2026-06-30", "349"]),
        ("DTP*472*D8*20260201~DTP*636*D8*20260202~", ["2026-02-01", "", "472"]),
        ("DTP*348*D8*20261301~DTP*349*D8*20260630~", ["", "2026-06-30", "349"]), ("", ["", "", ""]),
    ]

    @Test("a begin is no end, an end no begin, and both of a benefit are read", arguments: benefitDates)
    func benefit(dates: String, row: [String]) throws {
        let tables = try changed("EB*1**30**PPO GOLD~", "EB*1**30**PPO GOLD~\(dates)")
        let first = try #require(tables["benefits"].first)
        #expect(["date", "endDate", "dateQualifier"].map { first[$0] ?? "" } == row, "\(dates)")
    }

    @Test("all dates of a benefit stand in one cell, each behind its qualifier")
    func allDates() throws {
        let dates = "DTP*348*D8*20260101~DTP*636*D8*20260202~DTP*291*RD8*20260101-20261231~"
        let tables = try changed("EB*1**30**PPO GOLD~", "EB*1**30**PPO GOLD~\(dates)")
        #expect(
            tables.values("benefits", "dates").prefix(2) == [
                "348:2026-01-01 636:2026-02-02 291:2026-01-01/2026-12-31", "",
            ])
    }

    @Test(
        "a plan's days and those of eligibility are told apart",
        arguments: [
            ("DTP*346*D8*20260101~", ["2026-01-01", "", "", ""]),
            ("DTP*347*D8*20261231~", ["", "2026-12-31", "", ""]),
            ("DTP*346*RD8*20260101-20261231~", ["2026-01-01", "2026-12-31", "", ""]),
            ("DTP*291*RD8*20260101-20261231~", ["2026-01-01", "2026-12-31", "", ""]),
            ("DTP*291*D8*20260101~", ["2026-01-01", "", "", ""]),
            ("DTP*307*RD8*20260101-20261231~", ["", "", "2026-01-01", "2026-12-31"]),
            ("DTP*307*D8*20260101~", ["", "", "2026-01-01", ""]),
            (
                "DTP*346*D8*20260101~DTP*347*D8*20261231~DTP*356*D8*20200101~DTP*357*D8*20261115~",
                ["2026-01-01", "2026-12-31", "2020-01-01", "2026-11-15"]
            ),
        ])
    func personDates(dates: String, row: [String]) throws {
        let tables = try changed("DTP*346*D8*20260101~", dates)
        let person = try #require(tables["eligibility"].first)
        let names = ["planBeginDate", "planEndDate", "eligibilityBeginDate", "eligibilityEndDate"]
        #expect(names.map { person[$0] ?? "" } == row, "\(dates)")
    }

    @Test(
        "the group is told by its number, else by the policy's, else by the plan's",
        arguments: [
            ("REF*18*PLAN7~REF*1L*POL5~REF*6P*GRP9~", "GRP9"), ("REF*18*PLAN7~REF*1L*POL5~", "POL5"),
            ("REF*18*PLAN7~", "PLAN7"), ("REF*SY*1~", ""),
        ])
    func group(references: String, number: String) throws {
        let tables = try changed("REF*6P*GRP9*MAPLE COUNTY EMPLOYEES~", references)
        #expect(tables.values("eligibility", "groupNumber") == [number])
    }

    /// The tables of a sample with one change.
    private func changed(_ old: String, _ new: String) throws -> TableSet {
        let bytes = try SampleFiles.samples.bytes("271/pass/active-coverage.271")
        let text = String(decoding: bytes, as: UTF8.self)
        try #require(text.contains(old))
        return try TableSet(x12: Array(text.replacing(old, with: new).utf8))
    }
}
