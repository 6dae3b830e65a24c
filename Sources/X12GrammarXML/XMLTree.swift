import CLibXML2

/// Owns a document that libxml2 has read and checked against a schema.
///
/// Reading uses no network, expands no entity and refuses a document type declaration, so a file can name
/// nothing outside itself and cannot grow beyond its own size.
struct XMLTree: ~Copyable {
    private let document: xmlDocPtr
    private let path: String

    /// Reads a document and checks it.
    ///
    /// - Parameters:
    ///   - source: the document.
    ///   - schema: the text of the schema that it must follow.
    init(_ source: SpecSource, schema: String) throws(SpecFaults) {
        document = try Self.document(source, schema: schema)
        path = source.path
    }

    deinit { xmlFreeDoc(document) }

    /// Hands out the root element, which must not be kept beyond the call.
    borrowing func read<Result>(
        _ body: (XMLElement) throws(SpecFaults) -> Result
    ) throws(SpecFaults) -> Result {
        guard let root = xmlDocGetRootElement(document) else { throw SpecFaults(path: path, "empty") }
        return try body(XMLElement(root))
    }

    // MARK: - Reading

    private static func document(_ source: SpecSource, schema: String) throws(SpecFaults) -> xmlDocPtr {
        let document = try parse(source)
        var faults = XMLSchema.faults(of: document, schema: schema)
        if document.pointee.intSubset != nil {
            faults = [SpecFault(line: 1, message: "a document type declaration is not allowed")]
        }
        guard !faults.isEmpty else { return document }
        xmlFreeDoc(document)
        throw SpecFaults(path: source.path, faults)
    }

    private static func parse(_ source: SpecSource) throws(SpecFaults) -> xmlDocPtr {
        xmlInitParser()
        guard let context = xmlNewParserCtxt() else { throw SpecFaults(path: source.path, "out of memory") }
        defer { xmlFreeParserCtxt(context) }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let document = source.bytes.withUnsafeBytes { bytes in
            xmlCtxtReadMemory(
                context, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), source.path, nil,
                Int32(options))
        }
        if let document { return document }
        guard let error = xmlCtxtGetLastError(context) else {
            throw SpecFaults(path: source.path, "not XML")
        }
        throw SpecFaults(path: source.path, line: Int(error.pointee.line), oneLine(error.pointee.message))
    }

    /// A message of libxml2 without its line end.
    static func oneLine(_ message: UnsafePointer<CChar>?) -> String {
        guard let message else { return "not XML" }
        return String(cString: message).split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
