import Testing
import X12CodeStore
import X12Diagnostics
import X12Grammar
import X12TestSupport
import X12Text

/// The official files' layouts: what comes out of them, and what is refused.
@Suite("Loading code files")
struct CodeLoadingTests {
    private let folder = TemporaryFolder()

    /// A file, and some of the codes that come out of it.
    struct File: CustomTestStringConvertible, Sendable {
        let set: CodeSet
        let text: String
        let day: String
        let codes: [String: String]
        var count: Int
        var testDescription: String { "\(set) of \(day)" }
    }

    static let files = [
        File(
            set: .diagnosis, text: CodeFiles.diagnoses, day: "2025-10-01",
            codes: [
                "J02": "Sore throat, group - heading", "J020": "Sore throat by streptococci -",
                "S134XXA": "Sprain of the neck, first encounter -",
            ], count: 4),
        File(
            set: .diagnosis, text: CodeFiles.validDiagnoses, day: "2026-04-01",
            codes: ["J029": "Sore throat, not specified -"], count: 2),
        File(
            set: .inpatientProcedure, text: CodeFiles.inpatientProcedures, day: "2025-10-01",
            codes: ["001": "Bypass of nerves - heading", "0016070": "Bypass of a ventricle -"], count: 2),
        File(
            set: .hcpcs, text: CodeFiles.supplies, day: "2026-10-01",
            codes: [
                "Z9001": "Example supply, first part of a long description 2020-01-01-",
                "Z9002": "Example that ended 2010-01-01-2025-12-31", "Q1": "Example modifier 2026-04-01-",
            ], count: 3),
        File(
            set: .drug, text: CodeFiles.packages, day: "2026-03-01",
            codes: [
                // The second row of the first package widens its days.
                "09999123401": "100 TABLETS in 1 BOTTLE 2019-01-01-",
                "99999012301": "1 VIAL, 5\" box 2020-01-01-2024-12-31", "99999123401": "10 mL -",
            ], count: 3),
        File(
            set: .taxonomy, text: CodeFiles.taxonomy, day: "2025-07-01",
            codes: ["207Q00000X": "Family Medicine -", "246ZS0400X": "Other, Surgical -2025-07-01"], count: 2),
        File(
            set: .combination, text: CodeFiles.combinations, day: "2026-03-01",
            codes: ["16": " -", "16-CO-N290": " -", "16-PI-N290": " -", "16-CO-M51": " -", "45-CO": " -"],
            count: 6),
        File(
            set: .adjustmentReason, text: CodeFiles.reasons, day: "2026-07-01",
            codes: [
                "45": "above the fee 1995-01-01-", "309": "something new 2026-07-01-",
                "16": "lacks something. At least one Remark Code must be provided 1995-01-01- remark",
                "A2": "contract 1995-01-01-2008-01-01",
            ], count: 4),
    ]

    @Test("gives the codes of each layout with words and days", arguments: files)
    func layouts(file: File) throws {
        let store = try CodeStore(path: folder.path("codes"))
        let day = try #require(CalendarDate(iso: file.day))
        let edition = try store.load(file.set, vintage: day, from: ByteSource(bytes: Array(file.text.utf8)))
        #expect(edition.count == file.count)
        #expect(try store.editions() == [edition])
        for (code, wanted) in file.codes {
            let listed = try #require(try store.code(code, in: edition), "\(code)")
            #expect(Self.line(listed) == wanted)
        }
        #expect(try store.code("NONE", in: edition) == nil)
    }

    @Test("takes the names of products along")
    func products() throws {
        let store = try CodeStore(path: folder.path("codes"))
        let edition = try store.load(
            .drug, vintage: Self.day, from: ByteSource(bytes: Array(CodeFiles.packages.utf8)),
            products: ByteSource(bytes: Array(CodeFiles.products.utf8)))
        #expect(try store.code("09999123401", in: edition)?.label == "Examplin: 100 TABLETS in 1 BOTTLE")
        #expect(try store.code("99999012301", in: edition)?.label == "otherum: 1 VIAL, 5\" box")
    }

    @Test("reads Latin-1 where a file is no UTF-8, and passes over a byte-order mark")
    func encodings() throws {
        let store = try CodeStore(path: folder.path("codes"))
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("code,description\n1,Caf".utf8)
        bytes += [0xE9, 0x0A]
        let edition = try store.load(.status, vintage: Self.day, from: ByteSource(bytes: bytes))
        #expect(try store.code("1", in: edition)?.label == "Caf\u{E9}")
    }

    @Test(
        "rows that a spreadsheet wrote without anything in them say nothing",
        arguments: [
            (CodeSet.status, "code,description,start\n1,one,\n,,\n,,\n"),
            (.combination, "CARC,RARC,CAGC\n16,,CO\n,,\n"),
            (.taxonomy, CodeFiles.taxonomy + ",,,,,,,\n"),
        ])
    func emptyRows(set: CodeSet, text: String) throws {
        let store = try CodeStore(path: folder.path("codes"))
        #expect(try store.load(set, vintage: Self.day, from: ByteSource(bytes: Array(text.utf8))).count <= 2)
    }

    @Test(
        "a text in quotes may go on over several lines, and is read as one",
        arguments: ["a fee,\nor a rate", "a fee,\r\n\r\nor a rate", "a fee,\n \"\"or\"\"\n a rate"])
    func severalLines(text: String) throws {
        let store = try CodeStore(path: folder.path("lines"))
        let file = "code,description,start\n45,\"\(text)\",1995-01-01\nA2,contract,soon\n"
        let error = #expect(throws: X12Error.self) {
            try store.load(.adjustmentReason, vintage: Self.day, from: ByteSource(bytes: Array(file.utf8)))
        }
        // Lines are counted as they stand in the file.
        let line = 3 + text.utf8.count { $0 == 0x0A }
        #expect(error?.location.line == line)
        let sound = file.replacing("soon", with: "1995-01-01")
        let edition = try store.load(
            .adjustmentReason, vintage: Self.day, from: ByteSource(bytes: Array(sound.utf8)))
        #expect(edition.count == 2)
        let label = try store.code("45", in: edition)?.label ?? ""
        let meant = text.replacing("\"\"", with: "\"")
        #expect(label.split { $0 == " " } == meant.split(whereSeparator: \.isWhitespace))
    }

    /// A file that is refused, with what is said.
    struct Bad: CustomTestStringConvertible, Sendable {
        let set: CodeSet
        let text: String
        let words: String
        var testDescription: String { "\(set): \(words)" }
    }

    static let bad = [
        Bad(
            set: .diagnosis, text: CodeFiles.validDiagnoses.replacing("J029    Sore", with: "J029   XSore"),
            words: "line 2: column 8 must be blank between the code and its description"),
        Bad(set: .diagnosis, text: "", words: "there is no code in the file"),
        Bad(
            set: .diagnosis, text: "ISA*00*          *00~\n",
            words:
                "line 1: columns 1 to 7 must be a code: a letter, a digit and up to five more, without a point"
        ),
        Bad(
            set: .diagnosis, text: CodeFiles.diagnoses + "00004 J03     1 Twice\n",
            words: "line 5: columns 1 to 5 must be an order number, higher than the one before"),
        Bad(
            set: .diagnosis, text: CodeFiles.diagnoses.replacing("00003 J029   ", with: "00003 J02.9  "),
            words:
                "line 3: columns 7 to 13 must be a code: a letter, a digit and up to five more, without a point"
        ),
        Bad(
            set: .diagnosis, text: CodeFiles.diagnoses.replacing("00003 J029    1", with: "00003 J029    7"),
            words: "line 3: column 15 must be 0 for a heading or 1 for a valid code"),
        Bad(
            set: .diagnosis, text: CodeFiles.diagnoses.replacing("J029", with: "J020"),
            words: "line 3: the code J020 stands twice"),
        Bad(
            set: .inpatientProcedure, text: CodeFiles.diagnoses,
            words:
                "line 2: columns 7 to 13 must be a code: seven letters and digits without I and O, three in a heading"
        ),
        Bad(
            set: .hcpcs, text: CodeFiles.diagnoses,
            words: "line 1: columns 6 to 10 must be a sequence number, and column 11 must be 3, 4, 7 or 8"),
        Bad(
            set: .hcpcs, text: CodeFiles.hcpcs("Z9001", 100, 4, "Alone", "") + "\n",
            words: "line 1: a continuation must follow the first line of its code"),
        Bad(
            set: .hcpcs, text: CodeFiles.hcpcs("Z9001", 100, 3, "A", "", added: "20201301") + "\n",
            words: "line 1: columns 269 to 276 must be a day, CCYYMMDD, or blank"),
        Bad(
            set: .drug, text: CodeFiles.products,
            words:
                "line 1: this is the list of products; load package.txt, and name this file with --products"),
        Bad(
            set: .drug, text: CodeFiles.packages.replacing("9999-1234-01", with: "9999123401"),
            words: "line 2: NDCPACKAGECODE must be ten digits in three parts, 4-4-2, 5-3-2 or 5-4-1"),
        Bad(
            set: .taxonomy, text: "Code,Name\n207Q00000X,Family\n",
            words:
                "line 1: the first line must name the columns: Code, Grouping, Classification, Specialization, Definition, Notes"
        ),
        Bad(
            set: .taxonomy, text: CodeFiles.taxonomy.replacing("207Q00000X", with: "207Q"),
            words: "line 2: Code must be nine letters or digits and an X"),
        Bad(
            set: .taxonomy, text: CodeFiles.taxonomy.replacing("ages\",", with: "ages,"),
            words: "line 2: a quote inside a field"),
        Bad(
            set: .adjustmentReason, text: "code,description\n45,\"above the fee\nA2,contract\n",
            words: "line 2: a quoted field does not end"),
        Bad(
            set: .combination, text: "CARC,RARC\n16,N290\n",
            words: "line 1: the first line must name the columns: CARC, RARC, CAGC"),
        Bad(
            set: .combination, text: CodeFiles.combinations.replacing("CO, PI", with: "CO, CR"),
            words: "line 2: CAGC must be one or more of CO, OA, PI and PR"),
        Bad(
            set: .combination, text: CodeFiles.combinations.replacing("M51", with: "M 51"),
            words: "line 3: RARC must be up to 5 letters and digits, in capitals, or empty"),
        Bad(
            set: .adjustmentReason, text: "reason,words\n45,x\n",
            words: "line 1: the first line must name the columns: code, description, start, stop"),
        Bad(
            set: .adjustmentReason, text: CodeFiles.reasons.replacing("2026-07-01", with: "soon"),
            words: "line 4: start must be a day: 2026-03-10, 20260310, 3/10/2026, or empty"),
        Bad(
            set: .adjustmentReason, text: CodeFiles.reasons.replacing("A2;", with: "a2;"),
            words: "line 5: code must be 1 to 5 letters and digits, in capitals"),
        Bad(
            set: .adjustmentReason, text: "code,description,start,stop\n45,x,2026-03-01,2026-02-28\n",
            words: "line 2: stop is before start"),
        Bad(
            set: .adjustmentReason, text: "code,description,start\n45,charge, fee, and rate\n",
            words:
                "line 2: 4 columns, but the first line has 3; a text with a separator in it stands in quotes"),
        Bad(
            set: .combination, text: "CARC,RARC,CAGC\n16,N290,CO,PI\n",
            words:
                "line 2: 4 columns, but the first line has 3; a text with a separator in it stands in quotes"),
        Bad(
            set: .hcpcs, text: "<!doctype html>\n<html>\n",
            words: "this is no code file: this is a web page (HTML); save the file that it offers"),
        Bad(
            set: .taxonomy, text: "PK\u{3}\u{4}",
            words:
                "this is no code file: this is a ZIP archive or a workbook (XLSX); unpack it, or save it as text, first"
        ),
        Bad(
            set: .cpt, text: String(repeating: "x", count: 70_000),
            words: "line 1: a line is longer than 65536 bytes: this is no code file"),
    ]

    @Test("refuses another layout with the line, and leaves what was there", arguments: bad)
    func refusals(file: Bad) throws {
        let store = try CodeStore(path: folder.path("codes"))
        let good = try #require(Self.files.first { $0.set == file.set } ?? Self.files.last)
        let set = file.set == .cpt ? CodeSet.cpt : good.set
        let before = try store.load(
            set, vintage: Self.day, from: ByteSource(bytes: Array(good.text.utf8)))
        let error = #expect(throws: X12Error(.malformedCodes)) {
            try store.load(file.set, vintage: Self.day, from: ByteSource(bytes: Array(file.text.utf8)))
        }
        #expect(error?.detail.hasPrefix(file.words) ?? false, "\(error?.detail ?? "")")
        #expect(try store.editions() == [before])
        let code = try #require(good.codes.keys.first)
        #expect(try store.code(code, in: before) != nil)
    }

    @Test("a file that breaks off anywhere is refused, or good as far as it goes; nothing crashes")
    func cuts() throws {
        let store = try CodeStore(path: folder.path("codes"))
        for file in Self.files {
            let bytes = Array(file.text.utf8)
            for length in stride(from: 0, to: bytes.count, by: 37) {
                do {
                    let edition = try store.load(
                        file.set, vintage: Self.day, from: ByteSource(bytes: Array(bytes[..<length])))
                    #expect(edition.count > 0)
                } catch {
                    #expect(error == X12Error(.malformedCodes))
                }
            }
        }
    }

    static let day: CalendarDate = {
        guard let day = CalendarDate(iso: "2026-03-01") else { preconditionFailure("no day") }
        return day
    }()

    /// `words start-stop marks`
    static func line(_ listed: ListedCode) -> String {
        var line = listed.label + " " + (listed.start?.description ?? "") + "-"
        line += listed.stop?.description ?? ""
        if listed.isHeading { line += " heading" }
        if listed.needsRemark { line += " remark" }
        return line
    }
}
