import X12Diagnostics
import X12Parser
import X12TestSupport
import X12Text
import X12XML

extension Job {
    /// X12 to XML of every segment, element and component, without names and line ends.
    static let xml = Job(
        name: "xml", summary: "every block written as XML, without names",
        kinds: [.professionalClaims, .remittances]
    ) { input in try export(input, .bare, "xml") }

    /// The same as it is read by people: names, meanings, indentation.
    static let xmlWithNames = Job(
        name: "xml-names", summary: "every block written as XML, with names, meanings and line ends",
        kinds: [.professionalClaims, .remittances]
    ) { input in
        var options = GenericXMLOptions()
        options.showsFindings = false
        return try export(input, options, "xml-names")
    }

    /// XML back to X12, placed and compared with the document's nesting.
    static let xmlImport = Job(
        name: "xml-import", summary: "XML read back as blocks; speed is in bytes of X12",
        kinds: [.professionalClaims, .remittances]
    ) { input in
        var reader = try GenericXMLReader(ByteSource(bytes: input.xml))
        var block = Block()
        var segments = 0
        while try reader.next(into: &block) { segments += block.count }
        try WrongAnswer.unless(segments, is: input.key.segments, "segments", in: "xml-import")
        return UInt64(segments)
    }

    private static func export(
        _ input: BenchmarkInput, _ options: GenericXMLOptions, _ name: String
    ) throws -> UInt64 {
        var reader = BlockReader(ByteSource(bytes: input.bytes))
        let total = try writeXML(&reader, options) { _ in }
        try WrongAnswer.unless(total.segments, is: input.key.segments, "segments", in: name)
        return UInt64(total.bytes)
    }
}

extension BenchmarkInput {
    /// The input as XML without names.
    func makeXML() throws(X12Error) -> [UInt8] {
        var xml: [UInt8] = []
        var reader = BlockReader(ByteSource(bytes: bytes))
        _ = try writeXML(&reader, .bare) { xml += $0 }
        return xml
    }
}

/// Writes all blocks; says how many segments and bytes that were.
@inline(never)
private func writeXML(
    _ reader: inout BlockReader, _ options: GenericXMLOptions, _ take: (UnsafeRawBufferPointer) -> Void
) throws(X12Error) -> (segments: Int, bytes: Int) {
    var writer = GenericXMLWriter(options)
    var block = Block()
    var segments = 0
    var bytes = 0
    while try reader.next(into: &block) {
        segments += block.count
        writer.write(block)
        try writer.drain(over: 32 << 10) { piece throws(X12Error) in
            bytes += piece.count
            take(piece)
        }
    }
    try writer.drain { piece throws(X12Error) in
        bytes += piece.count
        take(piece)
    }
    return (segments, bytes)
}
