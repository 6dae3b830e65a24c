import Testing
import X12Diagnostics
import X12Generation
import X12Models
import X12TestSupport
import X12Text

@Suite("Encounters as a table")
struct EncounterTableTests {
    private let head =
        "claimNumber,payer,memberIdentifier,lastName,diagnoses,serviceDate,procedureCode,chargeAmount"

    private func read(_ text: String) throws -> [Encounter] {
        var reader = EncounterTableReader(PracticeSamples.table(text))
        var encounters: [Encounter] = []
        while let encounter = try reader.next() { encounters.append(encounter) }
        return encounters
    }

    @Test("rows of one claim below each other are its services")
    func services() throws {
        let encounters = try read(
            head
                + "\nA1,p,M1,MOSS,J02.0 I10,2026-02-20,99213,120\nA1,,,,,20260221,87880,60.5\nA2,p,M2,REED,I10,2026-02-20/2026-02-22,99214,1\n"
        )
        #expect(encounters.map(\.claimNumber) == ["A1", "A2"])
        #expect(encounters.first?.services.map(\.procedureCode) == ["99213", "87880"])
        #expect(encounters.first?.services.last?.chargeAmount == ExactDecimal("60.5"))
        #expect(encounters.first?.diagnoses == ["J02.0", "I10"])
        #expect(
            encounters.last?.services.first?.serviceDate
                == DateTimePeriod(qualifier: "RD8", x12: "20260220-20260222"))
    }

    @Test(
        "what spreadsheets write is read alike",
        arguments: [
            ("line ends of Windows", "\r\n", ",", ""), ("semicolons", "\n", ";", ""),
            ("tabs", "\n", "\t", ""),
            ("a byte-order mark", "\n", ",", "\u{FEFF}"), ("empty lines", "\n\n", ",", ""),
        ])
    func dialects(_ dialect: (name: String, lineEnd: String, separator: String, mark: String)) throws {
        let rows = [head, "A1,p,M1,\"O'HARA, JR\",I10,2026-02-20,99213,120"]
        var text = rows.joined(separator: dialect.lineEnd) + dialect.lineEnd
        if dialect.separator != "," {
            text = text.replacing(",", with: dialect.separator).replacing(
                "O'HARA\(dialect.separator)", with: "O'HARA,")
        }
        let encounters = try read(dialect.mark + text)
        #expect(encounters.count == 1)
        #expect(encounters.first?.subscriber?.lastName == "O'HARA, JR")
        #expect(encounters.first?.services.first?.chargeAmount == 120)
    }

    @Test("a quoted field holds quotes and line ends, and lines are counted on")
    func quotes() throws {
        let first = "A1,p,M1,\"A \"\"B\"\"\nC\",I10,2026-02-20,99213,1"
        let encounters = try read(head + "\n" + first + "\n")
        #expect(encounters.map(\.subscriber?.lastName) == ["A \"B\"\nC"])
        let malformed = try read(head + "\n" + first + "\nA2,p,M2,D,I10,2026-02-20,99213,x")
        #expect(malformed.map { $0.malformed.map(\.place) } == [[], ["line 4, column 'chargeAmount',"]])
    }

    @Test(
        "a table that cannot be used is refused with line and reason",
        arguments: [
            ("", "the table is empty"),
            ("claimNumber,colour\n", "line 1: there is no column 'colour'"),
            ("claimNumber,payer,payer\n", "line 1: the column 'payer' stands twice"),
            ("claimNumber,payer\n", "line 1: columns are missing: 'memberIdentifier'"),
            ("HEAD\nA1,p\n", "line 2: has 2 fields, and the first row names 8 columns"),
            ("HEAD\nA1,p,M1,\"X,I10\n", "line 2: a quoted field does not end"),
            (
                "HEAD\nA1,p,M1,X,I10,2026-02-20,99213,1\nA2,p,M1,X,I10,2026-02-20,99213,1\nA1,,,,,2026-02-20,87880,1\n",
                "line 4: other rows of its claim stand further up, and another claim between"
            ),
            ("HEAD\nA1,p,M1,X\"Y,I10,2026-02-20,99213,1\n", "line 2: a quote inside a field"),
        ])
    func refusals(_ table: (text: String, message: String)) throws {
        let error = #expect(throws: X12Error.self) { try read(table.text.replacing("HEAD", with: head)) }
        #expect(error?.code == .malformedModel)
        #expect(error?.detail.contains(table.message) == true, "\(error?.detail ?? "")")
    }

    @Test(
        "a text that is not in its column's form keeps its claim back, and no other",
        arguments: [
            (
                "A2,p,M1,X,I10,2026-02-20,99213,12$\n",
                "line 3, column 'chargeAmount', must be a decimal (120.50)"
            ),
            ("A2,p,M1,X,I10,02/20/2026,99213,12\n", "line 3, column 'serviceDate', must be a date"),
            (
                "A2,p,M1,X,I10,2026-02-20,99213,1\nA2,q,,,,2026-02-20,99213,1\n",
                "line 4, column 'payer', differs from the claim's first row, line 3"
            ),
        ])
    func malformed(_ table: (rows: String, message: String)) throws {
        let good = "A1,p,M1,X,I10,2026-02-20,99213,1\n"
        let encounters = try read(head + "\n" + good + table.rows + good.replacing("A1", with: "A3"))
        #expect(encounters.map(\.claimNumber) == ["A1", "A2", "A3"])
        #expect(encounters.map(\.malformed.isEmpty) == [true, false, true])
        let findings = EncounterAssembler(Practice()).assemble(encounters[1]).findings
        #expect(findings.map(\.rule) == [.columnMalformed])
        #expect(findings.first?.detail.hasPrefix(table.message) == true, "\(findings.first?.detail ?? "")")
        #expect(findings.first?.found?.isPublic == false)
    }

    @Test(
        "what a spreadsheet made of a text keeps the claim back",
        arguments: ["1.00E+11", "=A1", "#N/A", "#REF!", "#NAME?", "########"])
    func spoiled(_ text: String) throws {
        let encounters = try read(
            head + "\nA1,p,M1,X,I10,2026-02-20,99213,1\nA2,p,\(text),X,I10,2026-02-20,99213,1\n")
        #expect(encounters.map(\.malformed.isEmpty) == [true, false])
        #expect(encounters.last?.malformed.map(\.place) == ["line 3, column 'memberIdentifier',"])
    }

    @Test(
        "signs that a spreadsheet may write too are left alone", arguments: ["1E5", "12E", "#7", "A=B", "-5"])
    func unspoiled(_ text: String) throws {
        let encounters = try read(head + "\nA1,p,\(text),X,I10,2026-02-20,99213,1\n")
        #expect(encounters.map(\.memberIdentifier) == [text])
        #expect(encounters.map(\.malformed.isEmpty) == [true])
    }

    @Test("a row without a claim's number keeps the claim above back, which may want it")
    func numberless() throws {
        let good = "A1,p,M1,X,I10,2026-02-20,99213,1\n"
        let encounters = try read(
            head + "\n" + good + good.replacing("A1", with: "A2") + ",,,,,2026-02-20,87880,60\n"
                + good.replacing("A1", with: "A3"))
        #expect(encounters.map(\.claimNumber) == ["A1", "A2", "A3"])
        #expect(encounters.map { $0.malformed.map(\.place) } == [[], ["line 4, column 'claimNumber',"], []])
        // What is kept back has all that was said.
        #expect(encounters.map(\.services.count) == [1, 2, 1])
    }

    @Test("blanks around texts, and columns and rows of nothing else, are no part of a table")
    func blanks() throws {
        let encounters = try read(
            head.replacing(",", with: " ,")
                + " ,,\n A1 , p,M1 ,\u{A0}VAN DYK ,I10,2026-02-20 ,99213, 120 ,,\n"
                + "A1,,, ,,2026-02-20,87880,60,,\n , ,,,,,, ,,\n")
        #expect(encounters.map(\.claimNumber) == ["A1"])
        #expect(encounters.map(\.malformed.isEmpty) == [true])
        #expect(encounters.first?.payer == "p")
        #expect(encounters.first?.memberIdentifier == "M1")
        #expect(encounters.first?.subscriber?.lastName == "VAN DYK")
        #expect(encounters.first?.services.map(\.chargeAmount) == [120, 60])
    }

    @Test("text that is not UTF-8 is refused, and nothing of it is shown")
    func encoding() throws {
        var bytes = Array((head + "\nA1,p,M1,").utf8)
        bytes += [0xC4, 0x20]
        bytes += Array(",I10,2026-02-20,99213,1\n".utf8)
        var reader = EncounterTableReader(ByteSource(bytes: bytes))
        #expect(throws: X12Error(.malformedModel)) { try reader.next() }
    }

    @Test("the columns' names are unique, and the sample table uses some")
    func columns() throws {
        let names = EncounterTableReader.columnNames
        #expect(Set(names).count == names.count)
        let sample = try read(
            String(decoding: SampleFiles.samples.bytes("practice/encounters.csv"), as: UTF8.self))
        #expect(sample.map(\.services.count) == [2, 1, 2])
    }
}
