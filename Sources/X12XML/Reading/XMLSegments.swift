internal import X12Diagnostics
internal import X12Text

/// Turns a document of the generic form into the bytes of its segments, and notes how they are nested.
///
/// Whoever makes blocks of the bytes, and whoever compares the blocks with the document, share one (``Shared``).
struct XMLSegments: ~Copyable {
    /// What two readers look at.
    final class Shared {
        var segments: XMLSegments

        init(_ source: consuming ByteSource, limits: Limits) throws(X12Error) {
            segments = try XMLSegments(source, limits: limits)
        }
    }

    var xml: XMLPull
    let limits: Limits
    var place = XMLPlace()
    /// What the document says besides values, to be compared with the segments once they are placed.
    var expectations = XMLExpectations()
    /// The bytes made and not taken yet, and how many of them were taken.
    private var output: [UInt8] = []
    private var taken = 0
    private var hasRoot = false
    private var isAtEnd = false
    /// The open elements, as they were opened.
    private var containers: [NestingMark] = []
    /// Whether no segment was read yet.
    private var isFirst = true
    /// Whether an interchange has begun whose header was not read yet.
    private var lacksHeader = false
    private var trailing: [UInt8]?

    /// The delimiters and the line end of the interchange being read.
    var delimiters = Delimiters.usual
    private var lineEnd: [UInt8] = []
    /// The segment being put together.
    var text: [UInt8] = []
    /// How many of its bytes are the identifier that names its element; 0 when that is `segment`.
    var ownerCount = 0
    /// The name of the element being read, its value, and that of its component, in room that is used again.
    var name: [UInt8] = []
    var value: [UInt8] = []
    var inner: [UInt8] = []

    init(_ source: consuming ByteSource, limits: Limits) throws(X12Error) {
        xml = try XMLPull(source, limits: limits)
        self.limits = limits
    }

    /// Fills a buffer with the next bytes; 0 at the end.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int {
        while taken == output.count, !isAtEnd {
            output.removeAll(keepingCapacity: true)
            taken = 0
            while output.count < 32 << 10, !isAtEnd { try readOn() }
        }
        let count = min(buffer.count, output.count - taken)
        output.withUnsafeBytes { bytes in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[taken..<taken + count]))
        }
        taken += count
        return count
    }

    // MARK: - Containers

    private mutating func readOn() throws(X12Error) {
        guard let event = try xml.next() else { return try end() }
        switch event {
        case .text: try skipBlanks()
        case .end:
            if var mark = containers.popLast() {
                mark.action = .close
                expectations.add(mark)
            }
            if place.depth > 0 { place.leave() }
        case .start: try begin()
        }
    }

    private mutating func begin() throws(X12Error) {
        if try skipForeign() { return }
        guard hasRoot else { return try beginRoot() }
        let name = Array(xml.name)
        if name.starts(with: "loop".utf8) {
            try open(.loop, name.dropFirst(4))
        } else if name.starts(with: "set".utf8) {
            try open(name.count == 3 ? .unguidedSet : .set, name.dropFirst(3))
        } else {
            switch name {
            case Self.interchange: try beginInterchange()
            case Self.group: try open(.group)
            case Self.misplaced: try open(.misplaced)
            case Self.unexpected: try open(.unexpected)
            case Self.missing: try missing()
            case Self.trailing: try readTrailing()
            default: try segment()
            }
        }
    }

    private static let interchange = Array("interchange".utf8)
    private static let group = Array("group".utf8)
    private static let misplaced = Array("misplaced".utf8)
    private static let unexpected = Array("unexpected".utf8)
    private static let missing = Array("missing".utf8)
    private static let trailing = Array("trailing".utf8)

    private mutating func beginRoot() throws(X12Error) {
        let line = xml.line
        let root = XMLPlace.printable(xml.name)
        guard root != "document" else {
            throw place.error(
                "XML of the models is written and not read; X12, XML of segments and JSON are", line: line)
        }
        guard root == GenericXML.root, !xml.isForeign else {
            throw place.error("the root is <\(root)>, not <\(GenericXML.root)>", line: line)
        }
        let version = xml.attribute("schemaVersion").map { String(decoding: $0, as: UTF8.self) }
        place.enter(xml.name)
        guard let version else { throw place.error("the attribute schemaVersion is missing", line: line) }
        guard version == GenericXML.schemaVersion else {
            let named = version.utf8.count <= 8 ? version : "another"
            throw place.error(
                "is of schema version \(named); this program reads \(GenericXML.schemaVersion)", line: line)
        }
        hasRoot = true
    }

    private mutating func beginInterchange() throws(X12Error) {
        let line = xml.line
        guard containers.isEmpty else {
            throw place.error("an interchange stands inside another element", line: line)
        }
        let element = try separator("elementSeparator", line)
        let segment = try separator("segmentTerminator", line)
        guard let between = XMLText.bytes(noted: xml.attribute("lineEnd") ?? []) else {
            throw place.error("lineEnd is not in the notation", line: line)
        }
        try open(.interchange, attributes: ["elementSeparator", "segmentTerminator", "lineEnd"])
        delimiters.element = element
        delimiters.segment = segment
        lineEnd = between
        lacksHeader = true
    }

    private func separator(_ name: StaticString, _ line: Int) throws(X12Error) -> UInt8 {
        guard let value = xml.attribute(name) else {
            throw place.error("the attribute \(name) is missing", line: line, inside: "interchange")
        }
        guard let bytes = XMLText.bytes(noted: value), bytes.count == 1 else {
            throw place.error("\(name) is not one byte", line: line, inside: "interchange")
        }
        return bytes[0]
    }

    private mutating func open(
        _ kind: Nesting.Frame.Kind, _ identifier: some Sequence<UInt8> = EmptyCollection<UInt8>(),
        attributes: [StaticString] = []
    ) throws(X12Error) {
        let line = xml.line
        guard kind == .interchange || !containers.isEmpty else {
            throw place.error("stands outside of an interchange", line: line, inside: nameWords)
        }
        var known = attributes
        if kind == .set || kind == .loop { known.append("name") }
        if kind == .set {
            known.append("guide")
            guard let guide = xml.attribute("guide") else {
                throw place.error("the attribute guide is missing", line: line, inside: nameWords)
            }
            expectations.add(guide: String(decoding: guide, as: UTF8.self))
        }
        try checkAttributes(known)
        let mark = NestingMark(.open, kind, identifier)
        expectations.add(mark)
        containers.append(mark)
        place.enter(xml.name)
        guard expectations.openSteps <= XMLExpectations.mostSteps else {
            throw X12Error(
                .limitPassed, at: Location(line: line),
                "line \(line): more than \(XMLExpectations.mostSteps) elements without a segment")
        }
    }

    private mutating func missing() throws(X12Error) {
        try checkAttributes(["id"])
        guard let identifier = xml.attribute("id") else {
            throw place.error("the attribute id is missing", line: xml.line, inside: "missing")
        }
        expectations.add(NestingMark(.missing, .group, identifier))
        while try xml.next() != .end { try skipBlanks() }
    }

    private mutating func readTrailing() throws(X12Error) {
        let line = xml.line
        guard containers.isEmpty, trailing == nil else {
            throw place.error("stands elsewhere than at the end", line: line, inside: "trailing")
        }
        try checkAttributes([])
        var noted: [UInt8] = []
        while try xml.next() != .end { noted += xml.text }
        guard let bytes = XMLText.bytes(noted: noted) else {
            throw place.error("is not in the notation", line: line, inside: "trailing")
        }
        trailing = bytes
    }

    private mutating func end() throws(X12Error) {
        isAtEnd = true
        guard !isFirst else {
            throw X12Error(.malformedXML, at: Location(line: 1), "the document holds no segment")
        }
        output += trailing ?? lineEnd
    }

    // MARK: - Segments

    /// Puts a finished segment out.
    mutating func put(_ extras: XMLSegmentExtras, isHeader: Bool, line: Int) throws(X12Error) {
        guard trailing == nil else {
            throw place.error("stands behind the end", line: line, inside: ownerWords)
        }
        guard !containers.isEmpty else {
            throw place.error("stands outside of an interchange", line: line, inside: ownerWords)
        }
        guard isHeader == lacksHeader else {
            throw place.error(
                isHeader ? "an interchange has one header" : "an interchange begins with its ISA", line: line,
                inside: ownerWords)
        }
        output += extras.before ?? (isFirst ? [] : lineEnd)
        let spelled = extras.received.flatMap { agrees($0, isHeader: isHeader) ? $0 : nil } ?? text
        guard spelled.count <= limits.segmentBytes else {
            throw X12Error(
                .limitPassed, at: Location(line: line),
                "line \(line): a segment is longer than \(limits.segmentBytes) bytes")
        }
        if isHeader { try learnDelimiters(spelled, line) }
        output += spelled
        if !extras.isCut { output.append(delimiters.segment) }
        expectations.add(segmentOf: spelled.count, line: line)
        isFirst = false
        lacksHeader = false
    }

    /// Takes over what a header declares. One that no reader takes for a header leaves the delimiters as they are.
    private mutating func learnDelimiters(_ header: [UInt8], _ line: Int) throws(X12Error) {
        let declared = Delimiters(ofHeader: header + [delimiters.segment])
        guard let declared else {
            guard !isFirst else {
                throw place.error("is not a header that can be read", line: line, inside: "ISA")
            }
            return
        }
        guard declared.element == delimiters.element, declared.segment == delimiters.segment else {
            throw place.error(
                "elementSeparator and segmentTerminator are not those of the header", line: line,
                inside: "ISA")
        }
        delimiters = declared
    }

    /// Whether a segment as it was received says what the document's values do.
    private func agrees(_ received: [UInt8], isHeader: Bool) -> Bool {
        let unwrapped = received.filter { $0 != 0x0A && $0 != 0x0D }
        guard isHeader else { return unwrapped == text || isMisspelled(unwrapped) }
        return InterchangeHeaderText.values(of: unwrapped, delimiters.element)
            == InterchangeHeaderText.values(of: text, delimiters.element)
    }

    /// Whether a segment has the document's values behind an identifier that is read as the document's.
    private func isMisspelled(_ received: [UInt8]) -> Bool {
        let identifier = received.prefix { $0 != delimiters.element }
        guard ownerCount > 0, (1...4).contains(identifier.count) else { return false }
        let own = SegmentIdentifier(String(decoding: text.prefix(ownerCount), as: UTF8.self))
        return SegmentIdentifier(String(decoding: identifier, as: UTF8.self)).inCapitals == own
            && received.dropFirst(identifier.count).elementsEqual(text.dropFirst(ownerCount))
    }

    // MARK: - Common

    /// The name of the segment that was read, for an error.
    var ownerWords: String {
        ownerCount > 0 ? String(decoding: text.prefix(ownerCount), as: UTF8.self) : "segment"
    }

    /// The name of the element that was begun, for an error.
    var nameWords: String { XMLPlace.printable(xml.name) }

    /// Passes over an element of another namespace with all it holds; false when there is none.
    mutating func skipForeign() throws(X12Error) -> Bool {
        guard xml.isForeign else { return false }
        guard hasRoot, xml.namespace == GenericXML.findingNamespace else {
            throw place.error("the namespace is not known here", line: xml.line, inside: nameWords)
        }
        var depth = 1
        while depth > 0, let event = try xml.next() {
            if event == .start { depth += 1 }
            if event == .end { depth -= 1 }
        }
        return true
    }

    /// Refuses text where only elements may stand.
    func skipBlanks() throws(X12Error) {
        guard xml.text.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else {
            throw place.error("text stands between elements", line: xml.line)
        }
    }

    /// Refuses attributes that are not known.
    func checkAttributes(_ known: [StaticString]) throws(X12Error) {
        var stranger: String?
        xml.forEachAttribute { name in
            let isKnown = known.contains { known in
                known.utf8CodeUnitCount == name.count
                    && known.withUTF8Buffer { $0.elementsEqual(name) }
            }
            if !isKnown { stranger = XMLPlace.printable(name) }
            return isKnown
        }
        if let stranger {
            throw place.error(
                "the attribute \(stranger) is not known here", line: xml.line, inside: nameWords)
        }
    }
}
