// How what is carried is said in JSON; X12 has it in its own way (``CarriedApplication``).

extension Carried: ModelPart {
    /// Walks the properties.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        let key = SegmentKey("")
        visitor.segments(key, "spellings", &spellings)
        visitor.segments(key, "segments", &segments)
        visitor.segments(key, "omitted", &omitted)
        visitor.numbers("order", &order)
        visitor.number("layout", &layout)
        visitor.segments(key, "leading", &leading)
        visitor.part("trailing", &trailing)
        visitor.flag("isCut", &isCut)
    }
}

extension Carried.Spelling: ModelPart {
    /// An empty spelling.
    public init() { self.init(segment: 0, text: CarriedText("")) }

    /// Walks the properties.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.number("segment", &segment)
        text.walk(&visitor)
    }
}

extension Carried.Segment: ModelPart {
    /// An empty segment.
    public init() { self.init(position: 0, text: CarriedText("")) }

    /// Walks the properties.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.number("position", &position)
        text.walk(&visitor)
        visitor.text(0, "place", &place)
        visitor.number("beside", &beside)
    }
}

extension Carried.Leading: ModelPart {
    /// Nothing.
    public init() { self.init(position: 0, text: CarriedText("")) }

    /// Walks the properties.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.number("position", &position)
        text.walk(&visitor)
    }
}

extension CarriedText: ModelPart {
    /// No bytes.
    public init() { self.init([]) }

    /// Walks the properties: text, or base64 where the bytes are not UTF-8.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        var sent = Visitor.decodes ? nil : text
        var encoded = Visitor.decodes || sent != nil ? nil : encodedBytes
        visitor.text(0, "text", &sent)
        visitor.text(0, "base64", &encoded)
        guard Visitor.decodes else { return }
        bytes = sent.map { Array($0.utf8) } ?? encoded.flatMap { Base64.decode($0) } ?? []
    }
}

extension CarriedText {
    fileprivate var encodedBytes: String {
        var letters: [UInt8] = []
        bytes.withUnsafeBufferPointer { Base64.encode($0, to: &letters) }
        return String(decoding: letters, as: UTF8.self)
    }
}

extension ModelVisitor {
    /// Numbers in one text, with blanks between them.
    fileprivate mutating func numbers(_ name: StaticString, _ values: inout [Int]) {
        var listed = values.isEmpty ? nil : values.map(String.init).joined(separator: " ")
        text(0, name, &listed)
        if Self.decodes { values = listed?.split(separator: " ").compactMap { Int($0) } ?? [] }
    }

    /// A number that is 0 when it is absent.
    fileprivate mutating func number(_ name: StaticString, _ value: inout Int) {
        var sent = value == 0 ? nil : Optional(value)
        integer(0, name, &sent)
        if Self.decodes { value = sent ?? 0 }
    }
}
