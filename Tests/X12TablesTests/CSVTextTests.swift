import Testing
import X12Diagnostics
import X12TestSupport
import X12Text

@testable import X12Tables

@Suite("CSV text")
struct CSVTextTests {
    static let texts = [
        "", "plain", "a,b", "say \"no\"", "two\nlines", "two\r\nlines", "semi;colon", "tab\tstop", "=1+1",
        "+1", "-1", "@sum", "\t=1", "'", "''", "'=x", "\n", "ＡＢ", "＝1", "－1", "Müller", "\"", "\"=\"", " =1",
    ]

    @Test("every text is read back as it was", arguments: texts)
    func roundTrip(text: String) throws {
        #expect(try read(written([text, "end"])) == [text, "end"])
    }

    @Test("no text is left that a spreadsheet takes for a formula", arguments: texts)
    func noFormula(text: String) throws {
        var reader = CSVReader(ByteSource(bytes: written([text, "end"])))
        let field = try #require(try reader.next()?.fields.first)
        let isFormula = "=+-@\t\r\n＝＋－＠".contains(field.first ?? "x")
        #expect(!isFormula, "\(field)")
    }

    @Test("random texts are read back as they were")
    func random() throws {
        var numbers = SplitMix64(seed: 4)
        let signs = Array("a,;\"'=+-@\t\r\n ü＝0")
        for _ in 0..<2000 {
            let fields = (0..<3).map { _ in
                String(
                    (0..<Int.random(in: 0...6, using: &numbers)).map { _ in
                        signs[Int.random(in: 0..<signs.count, using: &numbers)]
                    })
            }
            #expect(try read(written(fields + ["end"])) == fields + ["end"])
        }
    }

    @Test("amounts and days are not guarded: they are ours")
    func values() throws {
        var text = CSVText()
        text.append(.decimal(ExactDecimal("-80.50") ?? .zero))
        text.append(.integer(-3))
        text.append(.date(try #require(CalendarDate(year: 2026, month: 2, day: 20))))
        text.append(.empty)
        text.endRow()
        #expect(String(decoding: text.bytes, as: UTF8.self) == "-80.5,-3,2026-02-20,\r\n")
    }

    @Test(
        "however the bytes come, the separator and the mark before the text are found",
        arguments: [
            "\u{FEFF}name;amount;text\r\nA;1,50;\"x,y;z\"\r\n", "a,b;c;d\n1,2;3;4\n",
            "\"a,b,c\";d;e\n\"1,2,3\";4;5\n", "\"a\nb,c\",d\n1,2", "one\r", "\u{FEFF}", "a\tb\n\"c\r\"\r\n",
        ], [1, 2, 3, 5, 1000])
    func anyChunking(text: String, chunk: Int) throws {
        #expect(try rows(Array(text.utf8), chunk: chunk) == rows(Array(text.utf8), chunk: .max))
    }

    @Test("what stands in quotes does not tell the separator, and a carriage return there is text")
    func quotedHeader() throws {
        #expect(
            try rows(Array("\"a,b,c\";d\n\"1\r\";2\n".utf8), chunk: 4) == [["a,b,c", "d"], ["1\r", "2"]])
    }

    private func rows(_ bytes: [UInt8], chunk: Int) throws -> [[String]] {
        var rest = bytes[...]
        var reader = CSVReader(
            ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int in
                let part = rest.prefix(min(chunk, buffer.count))
                part.withUnsafeBytes { buffer.copyMemory(from: $0) }
                rest = rest.dropFirst(part.count)
                return part.count
            })
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append(row.fields) }
        return rows
    }

    private func written(_ fields: [String]) -> [UInt8] {
        var text = CSVText()
        for field in fields { text.append(.text(field)) }
        text.endRow()
        return text.bytes
    }

    private func read(_ bytes: [UInt8]) throws -> [String]? {
        // The separator is guessed from the first line, so one that leaves no doubt comes first.
        var reader = CSVReader(ByteSource(bytes: Array("w,x,y,z,w,x,y,z,w,x,y,z,w,x,y,z\r\n".utf8) + bytes))
        _ = try reader.next()
        return try reader.next()?.fields.map { FormulaGuard.undone($0) }
    }
}
