public import X12Diagnostics
public import X12Parser
public import X12Text

/// Reads an interchange as models from any of the forms we write: X12, a JSON document or NDJSON.
///
/// The form is recognised by the first bytes: what begins with a brace or a bracket is JSON, NDJSON when `objectType`
/// comes before `interchanges`; everything else is X12.
public struct ModelInput: ~Copyable {
    /// The forms.
    public enum Form: Hashable, Sendable {
        case x12
        case json
        case ndjson
    }

    /// The form that was recognised.
    public let form: Form
    /// What was found in the piece read last; only X12 is looked at for that.
    public private(set) var findings: [Finding] = []
    private var x12: ModelReader?
    private var json: JSONDocumentReader?
    private var ndjson: NDJSONReader?
    /// Where the object stands that the piece read last was made of.
    private var place = Location()
    /// What keeps segments, elements, components and repetitions apart in the interchange that is open.
    private var delimiters: [String] = []

    /// How many first bytes are looked at.
    package static let lookAhead = 4096

    /// Recognises a source's form and reads from it.
    ///
    /// - Parameters:
    ///   - source: the bytes.
    ///   - guides: what sets of X12 are read by.
    ///   - limits: what is refused as too large.
    ///   - workers: how many threads make models of X12; see ``ModelReader``.
    /// - Throws: what reading the source's first bytes throws.
    public init(
        _ source: consuming ByteSource, guides: GuideLibrary = GuideLibrary(), limits: Limits = Limits(),
        workers: Int = 1
    ) throws(X12Error) {
        let shared = SharedSource(source)
        var head: [UInt8] = []
        var room = [UInt8](repeating: 0, count: Self.lookAhead)
        while head.count < Self.lookAhead, Self.recognise(head) == nil {
            let count = try Self.read(shared, &room)
            guard count > 0 else { break }
            head += room.prefix(count)
        }
        form = Self.form(of: head)
        var rest = head[...]
        let whole = ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int in
            guard !rest.isEmpty else { return try shared.read(into: buffer) }
            let count = min(buffer.count, rest.count)
            rest.prefix(count).withUnsafeBytes { buffer.copyMemory(from: $0) }
            rest = rest.dropFirst(count)
            return count
        }
        switch form {
        case .x12: x12 = ModelReader(whole, guides: guides, limits: limits, workers: workers)
        case .json: json = JSONDocumentReader(whole)
        case .ndjson: ndjson = NDJSONReader(whole)
        }
    }

    /// The next piece; `nil` after the last.
    ///
    /// - Throws: what the reader of the form throws.
    public mutating func next() throws(X12Error) -> ModelItem? {
        switch form {
        case .x12:
            let item = try x12?.next() ?? nil
            findings = x12?.takeFindings() ?? []
            return item
        case .json:
            let item = try json?.next() ?? nil
            if let item { note(item, at: json?.place) }
            return item
        case .ndjson:
            let item = try ndjson?.next() ?? nil
            if let item { note(item, at: ndjson?.place) }
            return item
        }
    }

    private mutating func note(_ item: ModelItem, at place: Location?) {
        self.place = place ?? self.place
        guard case .interchange(let interchange) = item else { return }
        delimiters = [
            interchange.segmentTerminator ?? "~", interchange.elementSeparator ?? "*",
            interchange.componentSeparator ?? ":", interchange.repetitionSeparator ?? "^",
        ]
    }

    private func value(of refused: RefusedProperty, _ delimiters: [String]) -> JSONValue? {
        form == .json
            ? json?.value(of: refused, delimiters: delimiters) ?? nil
            : ndjson?.value(of: refused, delimiters: delimiters) ?? nil
    }

    /// An error about the piece read last, with its place in the document: that of the value, where it can be told, or
    /// else the line that the piece came from.
    package func located(_ error: X12Error) -> X12Error {
        guard error.location.line == 0, form != .x12 else { return error }
        if let property = error.property {
            // Those of segments and elements first: the others are data where nothing repeats or has components.
            for delimiters in [delimiters.prefix(2), delimiters.dropFirst(2)] {
                guard let value = value(of: property, Array(delimiters)) else { continue }
                return value.error(error.detail, error.code)
            }
        }
        return X12Error(error.code, at: place, "line \(place.line): \(error.detail)")
    }

    /// The form of an input that begins with these bytes, which are all there are or as many as are looked at.
    package static func form(of head: [UInt8]) -> Form {
        recognise(head) ?? (isJSON(head) ? .json : .x12)
    }

    /// The form that some first bytes show; `nil` when more are needed.
    private static func recognise(_ head: [UInt8]) -> Form? {
        let text = begun(head)
        guard let first = text.first, head.count >= 3 || first != 0xEF else { return nil }
        // A list is no document of ours; who reads it says so.
        guard first != UInt8(ascii: "[") else { return .json }
        guard first == UInt8(ascii: "{") else { return .x12 }
        let words = String(decoding: text, as: UTF8.self)
        let document = words.firstRange(of: "\"interchanges\"")
        let line = words.firstRange(of: "\"objectType\"")
        switch (document, line) {
        case (let document?, let line?): return line.lowerBound < document.lowerBound ? .ndjson : .json
        case (nil, _?): return .ndjson
        case (_?, nil): return .json
        case (nil, nil): return nil
        }
    }

    /// The bytes behind a byte-order mark and blanks.
    private static func begun(_ head: [UInt8]) -> ArraySlice<UInt8> {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return (head.starts(with: mark) ? head.dropFirst(3) : head[...]).drop { $0 <= 0x20 }
    }

    private static func isJSON(_ head: [UInt8]) -> Bool { begun(head).first == UInt8(ascii: "{") }

    private static func read(_ source: SharedSource, _ room: inout [UInt8]) throws(X12Error) -> Int {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: room.count, alignment: 1)
        defer { memory.deallocate() }
        let count = try source.read(into: memory)
        for index in 0..<count { room[index] = memory[index] }
        return count
    }
}
