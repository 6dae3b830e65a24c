public import X12Diagnostics
internal import X12Text

/// The compact form in which a code list is compiled into a binary.
///
/// Each list has a program of its own, for a run asks for few of them: all together have 3,000 codes, and to read them took a
/// tenth of the time to check a small file.
public enum CodeProgram {
    static let kind = "x12-codes-3"

    /// The program of a list, in the order of its codes.
    public static func encode(_ list: CodeList) -> String {
        var writer = ProgramWriter()
        writer.write(list.name)
        writer.write(number(list.vintage))
        writer.write(list.codes.sorted { $0.key < $1.key }) { writer, entry in
            writer.write(entry.key)
            writer.write(entry.value.label)
            writer.write(number(entry.value.start))
            writer.write(number(entry.value.stop))
            writer.write((entry.value.isHeading ? 1 : 0) + (entry.value.needsRemark ? 2 : 0))
        }
        return writer.program(kind)
    }

    /// The list of a program; throws `malformedGuide` when the text is no such program.
    public static func decode(_ program: String) throws(X12Error) -> CodeList {
        try decode(Array(program.utf8))
    }

    /// The list of a program that was compiled into the binary; throws `malformedGuide`.
    public static func decode(_ program: StaticString) throws(X12Error) -> CodeList {
        try decode(program.withUTF8Buffer { Array($0) })
    }

    private static func decode(_ bytes: [UInt8]) throws(X12Error) -> CodeList {
        var reader = try ProgramReader(bytes, kind: kind)
        let list = try list(&reader)
        try reader.finish()
        return list
    }

    private static func list(_ reader: inout ProgramReader) throws(X12Error) -> CodeList {
        var list = CodeList(name: try reader.text(), vintage: try day(&reader))
        let count = try reader.number()
        list.codes.reserveCapacity(min(count, reader.textCount))
        for _ in 0..<count {
            let code = try reader.text()
            var entry = ListedCode(try reader.text(), start: try day(&reader), stop: try day(&reader))
            let marks = try reader.number()
            entry.isHeading = marks & 1 != 0
            entry.needsRemark = marks & 2 != 0
            list.codes[code] = entry
        }
        return list
    }

    // MARK: - Days

    /// A day as a number, `20260310`; 0 for none.
    private static func number(_ day: CalendarDate?) -> Int {
        day.map { ($0.year * 100 + $0.month) * 100 + $0.day } ?? 0
    }

    private static func day(_ reader: inout ProgramReader) throws(X12Error) -> CalendarDate? {
        let number = try reader.number()
        if number == 0 { return nil }
        guard
            let day = CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        else { throw reader.fault("\(number) is no day") }
        return day
    }
}
