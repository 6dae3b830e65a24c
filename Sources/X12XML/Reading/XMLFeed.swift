internal import CLibXML2
internal import X12Diagnostics
internal import X12Text

/// What libxml2 calls back: it asks for bytes, and says what is wrong.
final class XMLFeed {
    private var source: ByteSource
    private var readSinceEvent = 0
    /// The most bytes that may be read for one event.
    private var most: Int
    /// Whether the root's start tag was read.
    private(set) var hasRoot = false
    /// Why no more bytes come.
    private(set) var failure: X12Error?
    private(set) var errorLine = 0
    /// What libxml2 says of its first error, the words that could be out of the data left out.
    private(set) var errorWords = ""

    init(_ source: consuming ByteSource) {
        self.source = source
        most = XMLPull.mostProlog
    }

    /// Notes that the root, or an event behind it, was handed out, and how many bytes may be read for the next.
    func passEvent(most: Int) {
        readSinceEvent = 0
        self.most = most
        hasRoot = true
    }

    /// Fills a buffer of libxml2's: the number of bytes, 0 at the end, -1 when reading failed.
    static func read(
        _ context: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<CChar>?, _ length: Int32
    ) -> Int32 {
        guard let context, let buffer, length > 0 else { return -1 }
        return Unmanaged<XMLFeed>.fromOpaque(context).takeUnretainedValue().fill(
            UnsafeMutableRawBufferPointer(start: buffer, count: Int(length)))
    }

    private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int32 {
        guard failure == nil else { return -1 }
        do throws(X12Error) {
            let count = try source.read(into: buffer)
            readSinceEvent += count
            // libxml2 reads on for as long as comments and text take turns, and keeps it all.
            guard readSinceEvent <= most else {
                throw X12Error(
                    .limitPassed,
                    hasRoot
                        ? "a value, or what stands between two elements, is longer than \(most) bytes"
                        : "no element in the first \(most) bytes of the XML")
            }
            return Int32(count)
        } catch {
            failure = error
            return -1
        }
    }

    /// Takes an error of libxml2's; the first one counts.
    static func note(_ context: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?) {
        guard let context, let error = error?.pointee, error.level.rawValue >= XML_ERR_ERROR.rawValue else {
            return
        }
        let feed = Unmanaged<XMLFeed>.fromOpaque(context).takeUnretainedValue()
        guard feed.errorLine == 0 else { return }
        feed.errorLine = Int(error.line)
        feed.errorWords = words(for: error.code)
    }

    /// The words for the errors that are met most. libxml2's own may quote the input, which may be a patient's.
    private static func words(for code: Int32) -> String {
        switch UInt32(code) {
        case XML_ERR_DOCUMENT_EMPTY.rawValue: "the document is empty"
        case XML_ERR_DOCUMENT_END.rawValue: "something stands behind the root, or the end is missing"
        case XML_ERR_TAG_NAME_MISMATCH.rawValue: "an end tag does not fit its start tag"
        case XML_ERR_TAG_NOT_FINISHED.rawValue, XML_ERR_GT_REQUIRED.rawValue: "a tag is cut off"
        case XML_ERR_INVALID_ENCODING.rawValue, XML_I18N_CONV_FAILED.rawValue:
            "the bytes are not in the encoding that the document declares"
        case XML_ERR_UNKNOWN_ENCODING.rawValue, XML_ERR_UNSUPPORTED_ENCODING.rawValue:
            "the declared encoding is not known"
        case XML_ERR_INVALID_CHAR.rawValue, XML_ERR_INVALID_CHARREF.rawValue: "a character is not allowed"
        case XML_ERR_UNDECLARED_ENTITY.rawValue, XML_ERR_ENTITY_LOOP.rawValue: "an entity is not allowed"
        case XML_ERR_ATTRIBUTE_REDEFINED.rawValue: "an attribute stands twice"
        case XML_ERR_LT_IN_ATTRIBUTE.rawValue, XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue,
            XML_ERR_ATTRIBUTE_NOT_STARTED.rawValue, XML_ERR_ATTRIBUTE_WITHOUT_VALUE.rawValue:
            "an attribute is not written as XML asks"
        case XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue: "a prefix has no namespace"
        case XML_ERR_INTERNAL_ERROR.rawValue, XML_ERR_NAME_TOO_LONG.rawValue:
            "a limit of libxml2 is passed (too deep, too long), or bytes are damaged"
        default: ""
        }
    }
}
