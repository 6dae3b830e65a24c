internal import CLibXML2
internal import X12Diagnostics
internal import X12Text

/// Owns one libxml2 reader and hands out elements and text, one after the other.
///
/// Nothing but the source is read: no network, no external entity, and a document type declaration ends the
/// reading, so that no entity can be declared at all. libxml2's own limits stay on (256 levels, names of
/// 50,000 bytes, texts of 10 million); before the first element at most ``mostProlog`` bytes are read, and a multiple of
/// the longest segment for each event behind it.
struct XMLPull: ~Copyable {
    /// What comes next.
    enum Event {
        case start, end, text
    }

    /// The most bytes before the root's start tag.
    static let mostProlog = 1 << 20

    private let reader: xmlTextReaderPtr
    private let feed: Unmanaged<XMLFeed>
    private let sinceEvent: UnsafeMutablePointer<XMLFeed.Count>
    private var node: xmlNodePtr?
    /// Whether the element just begun has no content, and no end of its own to come.
    private var endsAtOnce = false

    init(_ source: consuming ByteSource, limits: Limits) throws(X12Error) {
        xmlInitParser()
        // A byte takes up to four characters where it is noted, and a character up to two bytes.
        let feed = Unmanaged.passRetained(XMLFeed(source, most: 8 * limits.segmentBytes))
        self.feed = feed
        sinceEvent = feed.takeUnretainedValue().sinceEvent
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_NOCDATA.rawValue
        guard
            let reader = xmlReaderForIO(
                { context, buffer, length in XMLFeed.read(context, buffer, length) }, { _ in 0 },
                feed.toOpaque(), nil, nil, Int32(options))
        else {
            feed.release()
            throw X12Error(.malformedXML, "out of memory")
        }
        self.reader = reader
        xmlTextReaderSetStructuredErrorHandler(
            reader, { context, error in XMLFeed.note(context, error) }, feed.toOpaque())
    }

    deinit {
        xmlFreeTextReader(reader)
        feed.release()
    }

    /// The next event; `nil` behind the root's end.
    ///
    /// - Throws: ``X12Error/Code/malformedXML`` with the line where libxml2 stops, and what the source throws.
    mutating func next() throws(X12Error) -> Event? {
        if endsAtOnce {
            endsAtOnce = false
            return .end
        }
        while true {
            let result = xmlTextReaderRead(reader)
            guard result == 1 else {
                if result == 0, feed.takeUnretainedValue().failure == nil { return nil }
                throw stop()
            }
            node = xmlTextReaderCurrentNode(reader)
            let kind = xmlTextReaderNodeType(reader)
            let isBegun = sinceEvent.pointee.hasRoot
            if isBegun || kind == Int32(XML_READER_TYPE_ELEMENT.rawValue) {
                sinceEvent.pointee = XMLFeed.Count(hasRoot: true)
            }
            switch kind {
            case Int32(XML_READER_TYPE_ELEMENT.rawValue):
                if !isBegun { try checkEncoding() }
                endsAtOnce = xmlTextReaderIsEmptyElement(reader) == 1
                return .start
            case Int32(XML_READER_TYPE_END_ELEMENT.rawValue): return .end
            case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
                Int32(XML_READER_TYPE_WHITESPACE.rawValue),
                Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue):
                return .text
            case Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue):
                let found = feed.takeUnretainedValue().declarationLine
                let line = found > 0 ? found : line
                throw X12Error(
                    .malformedXML, at: Location(line: line),
                    "line \(line): a document type declaration is not allowed")
            case Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue):
                throw X12Error(
                    .malformedXML, at: Location(line: line), "line \(line): an entity is not allowed")
            default: break
            }
        }
    }

    // MARK: - The node that was read

    /// The element's name without a prefix; valid until the next event.
    var name: UnsafeBufferPointer<UInt8> { Self.bytes(node?.pointee.name) }

    /// The namespace the element is in; `nil` for none.
    var namespace: String? { node?.pointee.ns?.pointee.href.map { String(cString: $0) } }

    /// Whether the element is in a namespace.
    var isForeign: Bool { node?.pointee.ns != nil }

    /// The text; valid until the next event.
    var text: UnsafeBufferPointer<UInt8> { Self.bytes(node?.pointee.content) }

    /// The line that the element's start tag ends on.
    var line: Int {
        let own = node.map { Int(xmlGetLineNo($0)) } ?? 0
        // A node's own number ends at 65,535; behind that the parser's is near enough.
        return own > 0 && own < 65535 ? own : Int(xmlTextReaderGetParserLineNumber(reader))
    }

    /// Hands out the names of the attributes that are in no namespace, until the answer is false.
    func forEachAttribute(_ body: (UnsafeBufferPointer<UInt8>) -> Bool) {
        var attribute = node?.pointee.properties
        while let current = attribute {
            if current.pointee.ns == nil, !body(Self.bytes(current.pointee.name)) { return }
            attribute = current.pointee.next
        }
    }

    /// Whether the element has attributes.
    var hasAttributes: Bool { node?.pointee.properties != nil }

    /// Whether the element has an attribute of this name that is in no namespace.
    func hasAttribute(_ name: StaticString) -> Bool {
        var attribute = node?.pointee.properties
        while let current = attribute {
            if current.pointee.ns == nil,
                Self.bytes(current.pointee.name).elementsEqual(
                    UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
            {
                return true
            }
            attribute = current.pointee.next
        }
        return false
    }

    /// The value of an attribute that is in no namespace; `nil` when there is none.
    func attribute(_ name: StaticString) -> [UInt8]? {
        guard let node else { return nil }
        let value = name.withUTF8Buffer { xmlGetNoNsProp(node, $0.baseAddress) }
        guard let value else { return nil }
        defer { clibxml2_free(value) }
        return Array(Self.bytes(value))
    }

    private static func bytes(_ text: UnsafePointer<xmlChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
    }

    // MARK: - Beginning and stopping

    private func checkEncoding() throws(X12Error) {
        guard let named = xmlTextReaderConstEncoding(reader) else { return }
        let encoding = String(cString: named).uppercased()
        let known = ["UTF-8", "UTF8", "US-ASCII", "ASCII", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1"]
        guard known.contains(encoding) else {
            throw X12Error(
                .malformedXML, at: Location(line: 1),
                "line 1: an encoding other than UTF-8, UTF-16, US-ASCII and ISO-8859-1 is not read")
        }
    }

    private func stop() -> X12Error {
        let feed = feed.takeUnretainedValue()
        let parserLine = Int(xmlTextReaderGetParserLineNumber(reader))
        if let limit = feed.passedLimit {
            return X12Error(.limitPassed, at: Location(line: parserLine), "line \(parserLine): \(limit)")
        }
        if let failure = feed.failure { return failure }
        let line = feed.errorLine > 0 ? feed.errorLine : parserLine
        return X12Error(
            .malformedXML, at: Location(line: line),
            "line \(line): not well-formed XML\(feed.errorWords.isEmpty ? "" : ": \(feed.errorWords)")")
    }
}
