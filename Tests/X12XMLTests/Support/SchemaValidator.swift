import CLibXML2

/// libxml2's judgement of documents by a schema.
struct SchemaValidator: ~Copyable {
    private let schema: xmlSchemaPtr

    /// What is wrong with the schema itself.
    struct Unusable: Error { let faults: [String] }

    init(_ text: String) throws {
        xmlInitParser()
        let bytes = Array(text.utf8)
        let list = FaultList()
        let parsed = bytes.withUnsafeBytes { bytes -> xmlSchemaPtr? in
            let parser = xmlSchemaNewMemParserCtxt(
                bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count))
            defer { xmlSchemaFreeParserCtxt(parser) }
            xmlSchemaSetParserStructuredErrors(parser, FaultList.note, list.pointer)
            return xmlSchemaParse(parser)
        }
        guard let parsed, list.faults.isEmpty else { throw Unusable(faults: list.faults) }
        schema = parsed
    }

    deinit { xmlSchemaFree(schema) }

    /// What a document does that the schema does not allow, `line: words` each; empty when it is valid.
    borrowing func faults(of xml: [UInt8]) -> [String] {
        let list = FaultList()
        let document = xml.withUnsafeBytes {
            xmlReadMemory(
                $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), nil, nil,
                Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue))
        }
        guard let document else { return ["0: not well-formed"] }
        defer { xmlFreeDoc(document) }
        let context = xmlSchemaNewValidCtxt(schema)
        defer { xmlSchemaFreeValidCtxt(context) }
        xmlSchemaSetValidStructuredErrors(context, FaultList.note, list.pointer)
        let result = xmlSchemaValidateDoc(context, document)
        return list.faults.isEmpty && result != 0 ? ["0: result \(result)"] : list.faults
    }
}

/// What libxml2 says while it works.
private final class FaultList {
    private(set) var faults: [String] = []

    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    static let note: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<xmlError>?) -> Void = {
        list, error in
        guard let list, let error = error?.pointee else { return }
        let words = error.message.map { String(cString: $0).split(separator: "\n").joined() } ?? ""
        Unmanaged<FaultList>.fromOpaque(list).takeUnretainedValue().faults.append("\(error.line): \(words)")
    }
}
