public import X12Diagnostics
public import X12Models
public import X12Parser
public import X12Text

/// An input whose form was told from its first bytes: X12, JSON, NDJSON or XML.
///
///     let input = try RecognisedInput(try ByteSource(path: "claims"))
///     var blocks = BlockReader(try input.x12())
public struct RecognisedInput: ~Copyable {
    /// The forms.
    public enum Form: Hashable, Sendable {
        case x12
        case json
        case ndjson
        case xml
    }

    /// The form that was recognised.
    public let form: Form
    private let bytes: RepeatedHead

    /// Looks at a source's first bytes: at most 4096.
    ///
    /// - Throws: what reading them throws.
    public init(_ source: consuming ByteSource) throws(X12Error) {
        let bytes = RepeatedHead(source)
        let head = try bytes.readHead(ModelInput.lookAhead)
        self.bytes = bytes
        if Self.isXML(head) {
            form = .xml
            return
        }
        form =
            switch ModelInput.form(of: head) {
            case .x12: .x12
            case .json: .json
            case .ndjson: .ndjson
            }
    }

    /// The input's own bytes, from the first on.
    public consuming func source() -> ByteSource {
        let bytes = bytes
        return ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int in
            try bytes.read(into: buffer)
        }
    }

    /// What the input holds, as bytes of X12: as received, wherever the form says how.
    ///
    /// - Throws: ``X12Error/Code/malformedXML`` when libxml2 cannot begin, and what reading the first bytes throws.
    public consuming func x12(
        guides: GuideLibrary = GuideLibrary(), limits: Limits = Limits()
    ) throws(X12Error) -> ByteSource {
        switch form {
        case .x12: return source()
        case .xml: return try GenericXMLReader.bytes(of: source(), guides: guides, limits: limits)
        case .json, .ndjson:
            let writing = ModelBytes(try ModelInput(source(), guides: guides, limits: limits))
            return ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int in
                try writing.read(into: buffer)
            }
        }
    }

    /// What the input holds, as models, made by so many threads where it is X12 or XML (``ModelReader``).
    ///
    /// - Throws: as ``x12(guides:limits:)``.
    public consuming func models(
        guides: GuideLibrary = GuideLibrary(), limits: Limits = Limits(), workers: Int = 1
    ) throws(X12Error) -> ModelInput {
        let bytes = form == .xml ? try x12(guides: guides, limits: limits) : source()
        return try ModelInput(bytes, guides: guides, limits: limits, workers: workers)
    }

    /// Whether some first bytes are those of XML, in UTF-8 or UTF-16.
    static func isXML(_ head: [UInt8]) -> Bool {
        let characters = head.prefix(64).filter { $0 != 0 }[...]
        let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
        let length = marks.first { characters.starts(with: $0) }?.count ?? 0
        let text = characters.dropFirst(length).drop { $0 <= 0x20 }
        guard text.first == UInt8(ascii: "<"), let next = text.dropFirst().first else { return false }
        return next | 0x20 >= UInt8(ascii: "a") && next | 0x20 <= UInt8(ascii: "z")
            || next == UInt8(ascii: "?") || next == UInt8(ascii: "!") || next == UInt8(ascii: "_")
    }
}

/// A source whose first bytes were read already and are handed out again.
private final class RepeatedHead {
    private var source: ByteSource
    private var head: [UInt8] = []
    private var taken = 0

    init(_ source: consuming ByteSource) { self.source = source }

    /// The first bytes, as many as there are up to a number.
    func readHead(_ count: Int) throws(X12Error) -> [UInt8] {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
        defer { room.deallocate() }
        while head.count < count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: room[head.count...])
            let read = try source.read(into: rest)
            if read == 0 { break }
            head += rest[..<read]
        }
        return head
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int {
        guard taken < head.count else { return try source.read(into: buffer) }
        let count = min(buffer.count, head.count - taken)
        head.withUnsafeBytes { bytes in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[taken..<taken + count]))
        }
        taken += count
        return count
    }
}

/// Models of an input, written as X12 while they are read.
private final class ModelBytes {
    private var input: ModelInput
    private var writer = ModelWriter(.asReceived)
    private var bytes: [UInt8] = []
    private var taken = 0
    private var isAtEnd = false

    init(_ input: consuming ModelInput) { self.input = input }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int {
        while taken == bytes.count, !isAtEnd { try fill() }
        let count = min(buffer.count, bytes.count - taken)
        bytes.withUnsafeBytes { bytes in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[taken..<taken + count]))
        }
        taken += count
        return count
    }

    private func fill() throws(X12Error) {
        if let item = try input.next() {
            try writer.write(item)
        } else {
            try writer.finish()
            isAtEnd = true
        }
        bytes = writer.takeBytes()
        taken = 0
    }
}
