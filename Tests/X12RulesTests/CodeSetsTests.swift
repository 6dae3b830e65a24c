import Testing
import X12Diagnostics
import X12Grammar
import X12Text

@testable import X12Rules

@Suite("Asking code sets")
struct CodeSetsTests {
    private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

    /// Two editions of diagnoses, and an older and a newer list of adjustment reasons than ours.
    private static func tables() throws -> CodeTables {
        var tables = CodeTables()
        tables.add(
            .diagnosis, name: "2025", first: try day("2024-10-01"), last: try day("2025-03-31"),
            ["A01": ListedCode(), "A02": ListedCode()])
        tables.add(
            .diagnosis, name: "2026", first: try day("2025-10-01"), last: try day("2026-03-31"),
            ["A02": ListedCode(), "A03": ListedCode(), "A0": ListedCode(isHeading: true)])
        return tables
    }

    @Test(
        "an ICD-10 code is asked in the edition that has begun by the day",
        arguments: [
            ("A01", "2025-01-05", CodeStanding.valid), ("A01", "2025-11-05", .unlisted),
            // Between two editions the older one speaks, but not surely.
            ("A03", "2025-06-01", .unsure), ("A01", "2025-06-01", .valid),
            ("A03", "2026-01-05", .valid), ("A0", "2026-01-05", .heading),
            // Before the first and behind the last, nobody can tell what is missing.
            ("A03", "2024-01-05", .unsure), ("A99", "2027-01-05", .unsure), ("A02", "2027-01-05", .valid),
        ])
    func editions(code: String, day: String, wanted: CodeStanding) throws {
        let sets = CodeSets(loaded: try Self.tables())
        let day = try Self.day(day)
        #expect(sets.standing(of: code, in: .diagnosis, on: day) == wanted)
        // The second time the answer is remembered.
        #expect(sets.standing(of: code, in: .diagnosis, on: day) == wanted)
    }

    @Test("what was answered last for a code is answered again, whatever was asked between")
    func remembered() throws {
        let codes = (0..<300).map { "C\($0)" }
        let listed = codes.enumerated().filter { $0.offset.isMultiple(of: 3) }.map { $0.element }
        var tables = CodeTables()
        tables.add(
            .diagnosis, name: "2026", first: try Self.day("2025-10-01"), last: try Self.day("2026-03-31"),
            Dictionary(uniqueKeysWithValues: listed.map { ($0, ListedCode()) }))
        let sets = CodeSets(loaded: tables)
        let day = try Self.day("2026-01-05")
        // More codes than there are places for the last answers, so that places are taken over and taken back.
        for step in [1, 7, 1, 11] {
            for index in stride(from: 0, to: codes.count * step, by: step) {
                let place = index % codes.count
                let wanted: CodeStanding = place.isMultiple(of: 3) ? .valid : .unlisted
                #expect(sets.standing(of: codes[place], in: .diagnosis, on: day) == wanted)
            }
        }
    }

    @Test("a claim over two editions may use the codes of either")
    func span() throws {
        let sets = CodeSets(loaded: try Self.tables())
        let (first, last) = (try Self.day("2025-03-01"), try Self.day("2025-10-02"))
        for code in ["A01", "A02", "A03"] {
            #expect(sets.standing(of: code, in: .diagnosis, from: first, to: last) == .valid)
        }
        #expect(sets.standing(of: "A04", in: .diagnosis, from: first, to: last) == .unlisted)
    }

    @Test("without a day a code of any edition is fine, and a set that is not at hand says nothing")
    func withoutDay() throws {
        let sets = CodeSets(loaded: try Self.tables())
        #expect(sets.standing(of: "A01", in: .diagnosis, on: nil) == .valid)
        #expect(sets.standing(of: "A04", in: .diagnosis, on: nil) == .unsure)
        #expect(sets.standing(of: "J1885", in: .hcpcs, on: nil) == .unknown)
        #expect(CodeSets().standing(of: "A01", in: .diagnosis, on: try Self.day("2026-01-01")) == .unknown)
    }

    @Test("of a list that comes along and is loaded too, the newer one is asked")
    func newer() throws {
        let today = try Self.day("2026-01-05")
        func standing(_ vintage: String) throws -> CodeStanding {
            var tables = CodeTables()
            let day = try Self.day(vintage)
            tables.add(.adjustmentReason, vintage: day, last: day, ["999": ListedCode()])
            return CodeSets(loaded: tables).standing(of: "999", in: .adjustmentReason, on: today)
        }
        #expect(try standing("2020-01-01") == .unlisted)
        #expect(try standing("2026-07-01") == .valid)
        #expect(CodeSets().standing(of: "45", in: .adjustmentReason, on: today) == .valid)
        #expect(
            CodeSets().standing(of: "A2", in: .adjustmentReason, on: today)
                == .ended(try Self.day("2008-01-01"))
        )
    }

    @Test(
        "modifiers with a digit first are asked of a list of CPT that has modifiers, and of no other",
        arguments: [([], false), (["59"], true), (["26"], true), (["25", "59"], false)])
    func modifiersOfCPT(more: [String], isFound: Bool) throws {
        var tables = CodeTables()
        let codes = ["99213", "87880"] + more
        tables.add(.cpt, Dictionary(uniqueKeysWithValues: codes.map { ($0, ListedCode()) }))
        let claim = ExampleSet.officeVisit.interchange([RuleExample.Change("HC:99213*", "HC:99213:25*")])
        let findings = try Checked.findings(in: claim, codes: tables)
        #expect(Checked.places(findings) == (isFound ? ["837P-MODIFIERS SV101-3"] : []))
    }

    /// A source that cannot be asked.
    private struct Broken: CodeSource {
        func editions(of set: CodeSet) throws(X12Error) -> [CodeEdition] {
            set == .hcpcs ? [CodeEdition(set, count: 1)] : []
        }

        func code(_ code: String, in edition: CodeEdition) throws(X12Error) -> ListedCode? {
            throw X12Error(.storeUnusable, "damaged")
        }
    }

    @Test("a source that breaks down is told, and accuses no code")
    func broken() throws {
        let sets = CodeSets(loaded: Broken())
        #expect(sets.standing(of: "J1885", in: .hcpcs, on: try Self.day("2026-01-05")) == .unknown)
        #expect(sets.failure == X12Error(.storeUnusable))
    }

    @Test("codes of any length are told apart")
    func lengths() throws {
        var tables = CodeTables()
        tables.add(.drug, ["00003029320": ListedCode(), "1": ListedCode()])
        let sets = CodeSets(loaded: tables)
        let day = try Self.day("2026-01-05")
        for code in ["00003029320", "1"] { #expect(sets.standing(of: code, in: .drug, on: day) == .valid) }
        for code in ["00003029321", "2", "", String(repeating: "1", count: 500)] {
            #expect(sets.standing(of: code, in: .drug, on: day) == .unlisted)
        }
    }
}
