import CLibXML2

/// An expression evaluated over a whole document at once: what evaluation block by block is compared with.
enum WholeDocument {
    /// The text of each node that an expression finds, in document order.
    static func values(_ path: String, in xml: [UInt8]) -> [String] {
        let document = xml.withUnsafeBytes {
            xmlReadMemory(
                $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), nil, nil,
                Int32(XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue))
        }
        let context = xmlXPathNewContext(document)
        xmlXPathRegisterNs(context, "f", "urn:swift-x12:findings:1")
        let object = xmlXPathEval(path, context)
        defer {
            xmlXPathFreeObject(object)
            xmlXPathFreeContext(context)
            xmlFreeDoc(document)
        }
        guard let set = object?.pointee.nodesetval else { return [] }
        xmlXPathNodeSetSort(set)
        return (0..<Int(set.pointee.nodeNr)).map { index in
            let text = xmlNodeGetContent(set.pointee.nodeTab[index])
            defer { clibxml2_free(text) }
            return text.map { String(cString: $0) } ?? ""
        }
    }
}
