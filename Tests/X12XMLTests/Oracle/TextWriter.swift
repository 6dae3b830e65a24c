import CLibXML2

/// libxml2's text writer and the buffer that it fills: what our own writer is compared with.
final class TextWriter {
    private let buffer: xmlBufferPtr
    private let handle: xmlTextWriterPtr
    /// What libxml2 did not do.
    struct Failure: Error { let call: String }

    init(isIndented: Bool) throws {
        guard let buffer = xmlBufferCreate(), let handle = xmlNewTextWriterMemory(buffer, 0) else {
            throw Failure(call: "create")
        }
        if isIndented {
            xmlTextWriterSetIndent(handle, 1)
            xmlTextWriterSetIndentString(handle, "  ")
        }
        let result = xmlTextWriterStartDocument(handle, nil, "UTF-8", nil)
        self.buffer = buffer
        self.handle = handle
        if result < 0 { throw Failure(call: "start document") }
    }

    deinit {
        xmlFreeTextWriter(handle)
        xmlBufferFree(buffer)
    }

    func start(_ name: String) throws { try check(xmlTextWriterStartElement(handle, name), name) }

    func attribute(_ name: String, _ value: String) throws {
        try check(xmlTextWriterWriteAttribute(handle, name, value), name)
    }

    func text(_ text: String) throws { try check(xmlTextWriterWriteString(handle, text), "text") }

    func end() throws { try check(xmlTextWriterEndElement(handle), "end") }

    /// An element with an attribute or none, and a value or none.
    func element(_ name: String, _ attributes: [(String, String)], _ value: String) throws {
        try start(name)
        for (key, value) in attributes { try attribute(key, value) }
        if !value.isEmpty { try text(value) }
        try end()
    }

    /// Everything that was written.
    func finish() throws -> [UInt8] {
        try check(xmlTextWriterEndDocument(handle), "end document")
        try check(xmlTextWriterFlush(handle), "flush")
        return Array(UnsafeBufferPointer(start: buffer.pointee.content, count: Int(buffer.pointee.use)))
    }

    private func check(_ result: Int32, _ call: String) throws {
        if result < 0 { throw Failure(call: call) }
    }
}

extension TextWriter {
    /// Writes a document of anybody's again, event by event as libxml2's reader tells them.
    static func rewritten(_ xml: [UInt8], isIndented: Bool) throws -> [UInt8] {
        let writer = try TextWriter(isIndented: isIndented)
        let options = XML_PARSE_NONET.rawValue
        let reader = xml.withUnsafeBytes {
            xmlReaderForMemory(
                $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), nil, nil, Int32(options))
        }
        defer { xmlFreeTextReader(reader) }
        // Blanks are a value where nothing else stands in an element, and for the eye elsewhere.
        var blanks: String?
        var isBegun = false
        var result = xmlTextReaderRead(reader)
        while result == 1 {
            let kind = xmlTextReaderNodeType(reader)
            if kind == Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue) {
                blanks = isBegun ? String(cString: xmlTextReaderConstValue(reader)) : nil
                isBegun = false
                result = xmlTextReaderRead(reader)
                continue
            }
            if let blanks, kind == Int32(XML_READER_TYPE_END_ELEMENT.rawValue) { try writer.text(blanks) }
            blanks = nil
            isBegun =
                kind == Int32(XML_READER_TYPE_ELEMENT.rawValue) && xmlTextReaderIsEmptyElement(reader) == 0
            if kind == Int32(XML_READER_TYPE_ELEMENT.rawValue) {
                let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
                try writer.start(String(cString: xmlTextReaderConstName(reader)))
                while xmlTextReaderMoveToNextAttribute(reader) == 1 {
                    try writer.attribute(
                        String(cString: xmlTextReaderConstName(reader)),
                        String(cString: xmlTextReaderConstValue(reader)))
                }
                if isEmpty { try writer.end() }
            } else if kind == Int32(XML_READER_TYPE_END_ELEMENT.rawValue) {
                try writer.end()
            } else if kind == Int32(XML_READER_TYPE_TEXT.rawValue) {
                try writer.text(String(cString: xmlTextReaderConstValue(reader)))
            }
            result = xmlTextReaderRead(reader)
        }
        guard result == 0 else { throw Failure(call: "read") }
        return try writer.finish()
    }
}
