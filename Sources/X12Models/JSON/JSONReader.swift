package import X12Diagnostics

/// Reads JSON of any size from a source of bytes, token by token or value by value, in flat memory.
///
/// The outer structure is walked with ``next()``; where a value is small enough to be held (one claim of a
/// huge array), ``readValue(into:)`` takes it whole:
///
///     let claim = JSONDocument()
///     while let token = try reader.next() {
///         guard token == .key("claims"), try reader.next() == .beginArray else { ... }
///         while try reader.readValue(into: claim) { ... }
///     }
///
/// Errors are ``X12Error``s with line, column (in bytes), byte offset and path. A byte-order mark is skipped.
package struct JSONReader: ~Copyable {
    /// One step through the structure.
    package enum Token: Hashable, Sendable {
        case beginObject, endObject, beginArray, endArray
        /// The name of a field; its value comes next.
        case key(String)
        case string(String)
        /// A number as it was written.
        case number(String)
        case bool(Bool)
        case null
    }

    /// What may come next.
    enum State {
        /// A top-level value, or the end of the input.
        case document
        /// A value: behind a colon, or behind a comma of an array.
        case value
        /// The first element, or the end of the array.
        case firstElement
        /// The first key, or the end of the object.
        case firstKey
        /// A key: behind a comma of an object.
        case key
        /// A comma, or the end of what is open.
        case afterValue
    }

    struct Frame {
        let isArray: Bool
        /// How many elements or fields were begun.
        var count = 0
        /// The key read last, and all that were read.
        var key = ""
        var keys: Set<[UInt8]> = []
    }

    let limits: JSONLimits
    let allowsSeveral: Bool
    var window: JSONWindow
    var state = State.document
    var frames: [Frame] = []
    /// The line on which the last top-level value ended; 0 before the first.
    var lastLine = 0
    /// The path to the outermost value.
    private var outerPath = ""

    /// Creates a reader over a source, which fills the memory it is given and says how much; 0 is the end.
    ///
    /// - Parameters:
    ///   - limits: what the input may ask of us.
    ///   - allowsSeveral: whether several top-level values may follow each other, each on new lines (NDJSON).
    ///   - source: where the bytes come from.
    package init(
        limits: JSONLimits = JSONLimits(), allowsSeveral: Bool = false,
        source: @escaping (UnsafeMutableRawBufferPointer) throws(X12Error) -> Int
    ) {
        self.limits = limits
        self.allowsSeveral = allowsSeveral
        window = JSONWindow(largest: limits.largestValue, source: source)
    }

    /// Creates a reader over bytes in memory.
    package init(_ bytes: [UInt8], limits: JSONLimits = JSONLimits(), allowsSeveral: Bool = false) {
        var position = 0
        self.init(limits: limits, allowsSeveral: allowsSeveral) { target throws(X12Error) in
            let length = min(target.count, bytes.count - position)
            bytes.withUnsafeBytes {
                target.copyMemory(from: .init(rebasing: $0[position..<position + length]))
            }
            position += length
            return length
        }
    }

    /// Creates a reader over a value that was read whole; places are those of the input that it came from.
    init(_ document: JSONDocument, limits: JSONLimits = JSONLimits()) {
        self.init(document.bytes, limits: limits)
        window.begin(at: document.origin)
        outerPath = document.origin.path
    }

    /// The next token, or `nil` at the end of the input.
    ///
    /// - Throws: `.malformedJSON`, `.limitPassed`, and what the source throws.
    package mutating func next() throws(X12Error) -> Token? {
        guard let byte = try advanceToValue() else { return nil }
        switch byte {
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            let isArray = frames.last?.isArray == true
            close()
            return isArray ? .endArray : .endObject
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard !awaitsKey else { throw fault("a key is missing") }
            guard frames.count < limits.depth else {
                throw fault("objects and arrays nest too deeply", .limitPassed)
            }
            window.advance(1)
            let isArray = byte == UInt8(ascii: "[")
            frames.append(Frame(isArray: isArray))
            state = isArray ? .firstElement : .firstKey
            return isArray ? .beginArray : .beginObject
        case UInt8(ascii: "\"") where awaitsKey:
            return try key()
        default:
            guard !awaitsKey else { throw fault("a key is missing") }
            let document = JSONDocument()
            try fill(document)
            return token(document.root)
        }
    }

    /// Reads the value that comes next whole: of the key just read, the next of an array, the next at top level.
    ///
    /// - Parameter document: takes the value; views into its former content become invalid.
    /// - Returns: `false`, and nothing read, when the array ends (its end is then taken) or the input does.
    /// - Throws: `.malformedJSON`, `.limitPassed`, and what the source throws.
    package mutating func readValue(into document: JSONDocument) throws(X12Error) -> Bool {
        guard let byte = try advanceToValue() else { return false }
        guard byte != UInt8(ascii: "]") else {
            close()
            return false
        }
        precondition(!awaitsKey && byte != UInt8(ascii: "}"), "a key is due: ask for it with next()")
        try fill(document)
        return true
    }

    /// Whether an error says that the input ends within a value.
    package func endsBefore(_ error: X12Error) -> Bool {
        window.isEnded && error.location.byteOffset >= window.offset + window.available
    }

    /// After an error at top level, goes on at the next line that begins with an object.
    ///
    /// - Returns: `false`, and all passed over, when there is none.
    /// - Throws: what the source throws.
    package mutating func goOnAtNextObject() throws(X12Error) -> Bool {
        frames = []
        state = .document
        return try window.skipToObjectLine()
    }

    /// The path to where reading is: `claims[3]`.
    package var path: String {
        var path = outerPath
        for frame in frames {
            if frame.isArray {
                path += "[\(max(frame.count - 1, 0))]"
            } else if frame.count > 0 {
                JSONText.appendField(frame.key, to: &path)
            }
        }
        return path
    }
}
