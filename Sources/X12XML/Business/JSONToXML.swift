internal import X12Diagnostics

/// Writes a JSON document of ours as XML, token by token.
///
/// - A field is an element of its name; a text, a number, true or false is its text.
/// - A list is an element with an element for each of its own, named in the singular (``ListNames``).
/// - An object that says first what it is (`objectType`) is an element of that name; a transaction set among others is
///   one named by its number, `set837`.
/// - The document's version is an attribute.
struct JSONToXML: ~Copyable {
    /// An object or a list that is open.
    private struct Level {
        var name: [UInt8]
        /// For a list, the name of each of its elements.
        var element: [UInt8]?
        /// Whether its start tag was written; an object waits for its first field.
        var isStarted: Bool
    }

    /// What a field means that is no element.
    private enum Special {
        case kind, set, version
    }

    private let isIndented: Bool
    private var buffer = XMLBuffer()
    private var levels: [Level] = []
    private var key: [UInt8] = []
    private var special: Special?

    init(isIndented: Bool) { self.isIndented = isIndented }

    /// Hands the bytes that wait to a sink.
    mutating func drain(
        over limit: Int, into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        try buffer.drain(over: limit, into: sink)
    }

    /// Takes whole tokens of a well-formed document.
    mutating func take(_ json: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < json.count {
            let byte = json[index]
            index += 1
            switch byte {
            case UInt8(ascii: "{"): beginObject()
            case UInt8(ascii: "}"): end()
            case UInt8(ascii: "["): beginList()
            case UInt8(ascii: "]"): end()
            case UInt8(ascii: "\""):
                let text = JSONStringText.read(json, &index)
                if index < json.count, json[index] == UInt8(ascii: ":") {
                    index += 1
                    field(text)
                } else {
                    value(text)
                }
            case UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "\n"): break
            default:
                let start = index - 1
                while index < json.count, !Self.endsScalar(json[index]) { index += 1 }
                value(Array(json[start..<index]))
            }
        }
    }

    private static func endsScalar(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") || byte <= 0x20
    }

    // MARK: - Structure

    /// The name of the value that comes next.
    private var nextName: [UInt8] { levels.last?.element ?? (levels.isEmpty ? Self.root : key) }

    private static let root = Array("document".utf8)

    private mutating func beginObject() {
        levels.append(Level(name: nextName, element: nil, isStarted: false))
    }

    private mutating func beginList() {
        let name = nextName
        start(name)
        let element = Array(ListNames.element(of: String(decoding: name, as: UTF8.self)).utf8)
        levels.append(Level(name: name, element: element, isStarted: true))
    }

    private mutating func field(_ name: [UInt8]) {
        key = name
        guard let last = levels.indices.last, !levels[last].isStarted else { return }
        if levels.count == 1 {
            special = .version
        } else if name == Array("objectType".utf8) {
            special = .kind
        } else if name == Array("transactionSet".utf8) {
            special = .set
        } else {
            startObject(levels[last].name)
        }
    }

    private mutating func value(_ text: [UInt8]) {
        guard let special else {
            indent(levels.count)
            tag(nextName)
            guard !text.isEmpty else { return tagEnd("/>") }
            // Line ends and the like would be hard to see, and not every program leaves them alone.
            let isHeld =
                text.allSatisfy { $0 >= 0x20 } && text.withUnsafeBufferPointer { XMLText.isCharacters($0) }
            tagEnd(isHeld ? ">" : " escaped=\"true\">")
            let written = isHeld ? text : text.withUnsafeBufferPointer { XMLText.noted($0) }
            written.withUnsafeBufferPointer { buffer.append(text: $0) }
            return endTag(nextName)
        }
        self.special = nil
        switch special {
        case .version:
            buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            tag(Self.root)
            buffer.append(attribute: "schemaVersion", text)
            tagEnd(">")
            levels[levels.count - 1].isStarted = true
        case .kind: levels[levels.count - 1].name = text
        case .set: levels[levels.count - 1].name = Array("set".utf8) + text
        }
    }

    private mutating func startObject(_ name: [UInt8]) {
        let last = levels.count - 1
        levels[last].name = name
        levels[last].isStarted = true
        indent(last)
        tag(name)
        tagEnd(">")
    }

    private mutating func end() {
        let level = levels.removeLast()
        indent(levels.count)
        guard level.isStarted else {
            tag(level.name)
            return tagEnd("/>")
        }
        endTag(level.name)
        if levels.isEmpty { buffer.append(UInt8(ascii: "\n")) }
    }

    // MARK: - Tags

    private mutating func start(_ name: [UInt8]) {
        indent(levels.count)
        tag(name)
        tagEnd(">")
    }

    private mutating func tag(_ name: [UInt8]) {
        buffer.append(UInt8(ascii: "<"))
        buffer.append(name)
    }

    private mutating func tagEnd(_ text: StaticString) { buffer.append(text) }

    private mutating func endTag(_ name: [UInt8]) {
        buffer.append("</")
        buffer.append(name)
        buffer.append(UInt8(ascii: ">"))
    }

    private mutating func indent(_ depth: Int) {
        guard isIndented else { return }
        buffer.reserve(Indentation.most)
        buffer.advance(to: Indentation.copy(depth, to: buffer.target))
    }
}
