public import X12Diagnostics

/// The compact form in which a guide is compiled into a binary: 7-bit text, read in about a millisecond.
///
/// Encoding and decoding keep the same order; `decode(encode(guide)) == guide` holds for every guide.
public enum GuideProgram {
    static let kind = "x12-guide-3"

    /// The program of a guide: printable 7-bit characters and line ends, no quotation mark among them.
    public static func encode(_ guide: Guide) -> String {
        var writer = ProgramWriter()
        writer.write(guide.identifier)
        writer.write(guide.transactionSet)
        writer.write(guide.functionalIdentifier)
        writer.write(guide.variant)
        writer.write(guide.name)
        writer.write(guide.codeLists) { writer, codes in writer.write(codes) { $0.write($1) } }
        writer.write(guide.syntaxNotes) { $0.write($1) }
        writer.write(guide.elements) { $0.write($1) }
        writer.write(guide.segments) { $0.write($1) }
        writer.write(guide.loops) { $0.write($1) }
        return writer.program(kind)
    }

    /// The guide of a program.
    ///
    /// Throws `malformedGuide` when the text is no program, or one whose indices lead nowhere; the error's
    /// location is the byte reached.
    public static func decode(_ program: String) throws(X12Error) -> Guide {
        try decode(Array(program.utf8))
    }

    /// The guide of a program that was compiled into the binary.
    ///
    /// Throws as ``decode(_:)-(String)`` does.
    public static func decode(_ program: StaticString) throws(X12Error) -> Guide {
        try decode(program.withUTF8Buffer { Array($0) })
    }

    /// The guide of a program's bytes.
    ///
    /// Throws as ``decode(_:)-(String)`` does.
    public static func decode(_ bytes: [UInt8]) throws(X12Error) -> Guide {
        var reader = try ProgramReader(bytes, kind: kind)
        var guide = Guide(
            identifier: try reader.text(), transactionSet: try reader.text(),
            functionalIdentifier: try reader.text(), variant: try reader.text(), name: try reader.text())
        guide.codeLists = try reader.list { (reader) throws(X12Error) in
            try reader.list { (reader) throws(X12Error) in try reader.text() }
        }
        guide.syntaxNotes = try reader.list { (reader) throws(X12Error) in try reader.syntaxNote() }
        guide.elements = try reader.list { (reader) throws(X12Error) in try reader.elementRule() }
        guide.segments = try reader.list { (reader) throws(X12Error) in try reader.segmentRule() }
        guide.loops = try reader.list { (reader) throws(X12Error) in try reader.loopRule() }
        try reader.finish()
        guard guide.indicesAreSound else { throw reader.fault("an index leads nowhere") }
        return guide
    }
}
