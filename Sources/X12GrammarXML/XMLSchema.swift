import CLibXML2

/// Checks documents against a schema.
enum XMLSchema {
    /// What a document does that the schema does not allow; empty when it is valid.
    static func faults(of document: xmlDocPtr, schema text: String) -> [SpecFault] {
        var faults: [SpecFault] = []
        let bytes = Array(text.utf8)
        let valid = bytes.withUnsafeBytes { bytes -> Bool in
            guard
                let parser = xmlSchemaNewMemParserCtxt(
                    bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count))
            else { return false }
            defer { xmlSchemaFreeParserCtxt(parser) }
            guard let schema = xmlSchemaParse(parser) else { return false }
            defer { xmlSchemaFree(schema) }
            guard let context = xmlSchemaNewValidCtxt(schema) else { return false }
            defer { xmlSchemaFreeValidCtxt(context) }
            return withUnsafeMutablePointer(to: &faults) { list in
                xmlSchemaSetValidStructuredErrors(
                    context,
                    { list, error in
                        guard let list, let error = error?.pointee else { return }
                        let fault = SpecFault(
                            line: Int(error.line),
                            message: XMLSchema.withoutNamespace(XMLTree.oneLine(error.message)))
                        list.assumingMemoryBound(to: [SpecFault].self).pointee.append(fault)
                    }, list)
                return xmlSchemaValidateDoc(context, document) == 0
            }
        }
        if !valid && faults.isEmpty {
            faults.append(SpecFault(line: 0, message: "the schema cannot be used"))
        }
        return faults
    }

    /// Takes `{urn:...}` out of a message, which only gets in a reader's way.
    private static func withoutNamespace(_ message: String) -> String {
        var result = ""
        var rest = message[...]
        while let open = rest.firstRange(of: "{urn:") {
            result += rest[..<open.lowerBound]
            rest = rest[open.upperBound...]
            rest = rest.firstIndex(of: "}").map { rest[rest.index(after: $0)...] } ?? ""
        }
        return result + rest
    }
}
