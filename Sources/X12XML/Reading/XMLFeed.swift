internal import CLibXML2
internal import X12Diagnostics
internal import X12Text

/// What libxml2 calls back: it asks for bytes, and says what is wrong.
final class XMLFeed {
    private var source: ByteSource
    /// What was read since the last event: memory that the reader of events sets to nothing at each of them.
    let sinceEvent: UnsafeMutablePointer<Count>
    /// The most bytes that may be read for one event, once there is a root.
    private let most: Int
    /// Why no more bytes come.
    private(set) var failure: X12Error?
    /// The limit that was passed, where that is why.
    private(set) var passedLimit: String?
    private(set) var errorLine = 0
    /// The line of a document type declaration before the root, 0 for none: libxml2 gives it no number of its own.
    private(set) var declarationLine = 0
    private var prologLine = 1
    private var prologMatch = 0
    /// What libxml2 says of its first error, the words that could be out of the data left out.
    private(set) var errorWords = ""

    /// How much was read for one event.
    struct Count: BitwiseCopyable {
        var bytes = 0
        var equalSigns = 0
        /// Whether the root's start tag was handed out.
        var hasRoot = false
    }

    /// Feeds from a source, at most so many bytes for each event behind the root's start tag.
    init(_ source: consuming ByteSource, most: Int) {
        self.source = source
        self.most = most
        sinceEvent = .allocate(capacity: 1)
        sinceEvent.initialize(to: Count())
    }

    deinit { sinceEvent.deallocate() }

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
        Self.hush()
        do throws(X12Error) {
            let count = try source.read(into: buffer)
            sinceEvent.pointee.bytes += count
            // libxml2 reads on for as long as comments and text take turns, and keeps it all.
            let hasRoot = sinceEvent.pointee.hasRoot
            let most = hasRoot ? self.most : XMLPull.mostProlog
            guard sinceEvent.pointee.bytes <= most else {
                throw pass(
                    hasRoot
                        ? "a value, or what stands between two elements, is longer than \(most) bytes"
                        : "no element in the first \(most) bytes of the XML")
            }
            if !hasRoot { findDeclaration(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
            try countEqualSigns(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            return Int32(count)
        } catch {
            failure = error
            return -1
        }
    }

    /// Looks for a document type declaration; what is between the letters of wide encodings is passed over.
    private func findDeclaration(_ bytes: UnsafeRawBufferPointer) {
        guard declarationLine == 0 else { return }
        let word = Array("<!DOCTYPE".utf8)
        for byte in bytes where byte != 0 {
            if byte == UInt8(ascii: "\n") { prologLine += 1 }
            prologMatch = byte == word[prologMatch] ? prologMatch + 1 : byte == word[0] ? 1 : 0
            guard prologMatch == word.count else { continue }
            declarationLine = prologLine
            return
        }
    }

    /// Stops at a tag with thousands of attributes, each of which libxml2 compares with all others.
    ///
    /// Only what is long already is looked at; no value of X12 holds so many signs.
    private func countEqualSigns(_ bytes: UnsafeRawBufferPointer) throws(X12Error) {
        guard sinceEvent.pointee.bytes > Self.longTag else { return }
        for byte in bytes where byte == UInt8(ascii: "=") { sinceEvent.pointee.equalSigns += 1 }
        guard sinceEvent.pointee.equalSigns <= Self.mostEqualSigns else {
            throw pass("a tag has more than \(Self.mostEqualSigns) attributes, or a value as many '='")
        }
    }

    private func pass(_ limit: String) -> X12Error {
        passedLimit = limit
        return X12Error(.limitPassed, limit)
    }

    /// From how many bytes on a tag is looked at.
    private static let longTag = 16 << 10
    private static let mostEqualSigns = 4096

    /// Keeps libxml2 from printing what it cannot say to a reader: that bytes are not in their encoding, which it
    /// quotes. Where a program has a handler of its own for this thread, that one stays.
    private static func hush() {
        guard __xmlStructuredError().pointee == nil else { return }
        xmlSetStructuredErrorFunc(nil) { _, _ in }
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
