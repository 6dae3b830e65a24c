public import X12Diagnostics

/// The compact form in which code labels are compiled into a binary.
public enum CodeProgram {
    static let kind = "x12-codes-1"

    /// The program of the labels, in the order of data elements and codes.
    public static func encode(_ labels: CodeLabels) -> String {
        var writer = ProgramWriter()
        writer.write(labels.lists.sorted { $0.key < $1.key }) { writer, list in
            writer.write(list.key)
            writer.write(list.value.sorted { $0.key < $1.key }) { writer, entry in
                writer.write(entry.key)
                writer.write(entry.value)
            }
        }
        return writer.program(kind)
    }

    /// The labels of a program; throws `malformedGuide` when the text is no such program.
    public static func decode(_ program: String) throws(X12Error) -> CodeLabels {
        try decode(Array(program.utf8))
    }

    /// The labels of a program that was compiled into the binary; throws `malformedGuide`.
    public static func decode(_ program: StaticString) throws(X12Error) -> CodeLabels {
        try decode(program.withUTF8Buffer { Array($0) })
    }

    private static func decode(_ bytes: [UInt8]) throws(X12Error) -> CodeLabels {
        var reader = try ProgramReader(bytes, kind: kind)
        var labels = CodeLabels()
        for _ in 0..<(try reader.number()) {
            let element = try reader.text()
            for _ in 0..<(try reader.number()) {
                let code = try reader.text()
                labels.lists[element, default: [:]][code] = try reader.text()
            }
        }
        try reader.finish()
        return labels
    }
}
