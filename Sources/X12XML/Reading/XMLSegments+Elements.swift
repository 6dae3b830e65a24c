internal import X12Diagnostics
internal import X12Text

/// What the start tag of a segment says.
struct XMLSegmentExtras {
    var before: [UInt8]?
    var received: [UInt8]?
    var isCut = false
}

/// Segments with their elements, repetitions and components.
extension XMLSegments {
    private static let segmentAttributes: [StaticString] = [
        "name", "before", "received", "cut", "byteOffset", "byteCount", "line",
    ]
    private static let freeSegmentAttributes: [StaticString] = segmentAttributes + ["id"]
    private static let valueAttributes: [StaticString] = ["name", "meaning", "verbatim", "escaped"]
    private static let freeValueAttributes: [StaticString] = valueAttributes + ["position"]

    /// Reads the segment that was begun.
    mutating func segment() throws(X12Error) {
        let line = xml.line
        text.removeAll(keepingCapacity: true)
        ownerCount = SegmentShape.isIdentifier(xml.name) ? xml.name.count : 0
        guard ownerCount > 0 || nameWords == "segment" else {
            throw place.error("<\(nameWords)> is not known here", line: line)
        }
        var extras = XMLSegmentExtras()
        if xml.hasAttributes {
            try checkAttributes(ownerCount > 0 ? Self.segmentAttributes : Self.freeSegmentAttributes)
            extras.before = try noted("before", line)
            extras.received = try noted("received", line)
            extras.isCut = try flag("cut", line)
        }
        if ownerCount > 0 {
            text += xml.name
        } else {
            guard let named = try noted("id", line) else {
                throw place.error("the attribute id is missing", line: line, inside: ownerWords)
            }
            try named.withUnsafeBufferPointer { named throws(X12Error) in
                try check(named, isVerbatim: true, ownerWords)
            }
            text += named
        }
        let isHeader = ownerCount == 3 && text.elementsEqual("ISA".utf8)
        if isHeader {
            try header(line)
        } else {
            try elements()
        }
        try put(extras, isHeader: isHeader, line: line)
    }

    private mutating func elements() throws(X12Error) {
        var position = 0
        while let event = try xml.next(), event != .end {
            guard event == .start else {
                try skipBlanks()
                continue
            }
            if try skipForeign() { continue }
            let next = try elementPosition()
            if next == position {
                guard let separator = delimiters.repetition else {
                    throw place.error(
                        "repeats, but the interchange has no repetition separator", line: xml.line,
                        inside: elementWords)
                }
                text.append(separator)
            } else {
                guard next > position else {
                    throw place.error(
                        "stands behind an element of a higher number", line: xml.line, inside: elementWords)
                }
                try separate(next - position, delimiters.element)
                position = next
            }
            try element()
        }
    }

    /// Reads the content of an element: a value or components.
    private mutating func element() throws(X12Error) {
        let isGeneric = xml.name.elementsEqual("element".utf8)
        let nameCount = xml.name.count
        // The name of a component begins with it.
        name.replaceSubrange(0..<name.count, with: xml.name)
        let (isVerbatim, isEscaped) = try valueFlags()
        value.removeAll(keepingCapacity: true)
        var component = 0
        while let event = try xml.next(), event != .end {
            guard event == .start else {
                try appendText(isComponent: false)
                continue
            }
            if try skipForeign() { continue }
            guard !isGeneric else {
                throw place.error("is not known here", line: xml.line, inside: componentWords)
            }
            let next = try componentPosition(nameCount)
            guard next > component else {
                throw place.error(
                    "stands behind a component of its own or a higher number", line: xml.line,
                    inside: componentWords)
            }
            try separate(component == 0 ? next - 1 : next - component, delimiters.component)
            component = next
            let flags = try valueFlags()
            try readSimpleValue(isComponent: true)
            try put(inner, flags.verbatim, flags.escaped, isComponent: true)
        }
        guard component > 0 else { return try put(value, isVerbatim, isEscaped, isComponent: false) }
        guard value.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else {
            throw place.error("text stands between components", line: xml.line, inside: elementWords)
        }
    }

    // Where an element stands, in words: made for an error only.

    /// The element that is read, or was: `CLM/CLM05`.
    private var elementWords: String { "\(ownerWords)/\(nameWords)" }

    /// The component that is read, or was: `CLM/CLM05/CLM05-2`.
    private var componentWords: String {
        "\(ownerWords)/\(String(decoding: name, as: UTF8.self))/\(nameWords)"
    }

    /// Reads the elements of an ISA and fills them up to their widths.
    private mutating func header(_ line: Int) throws(X12Error) {
        var values = Array(repeating: [UInt8](), count: InterchangeHeaderText.widths.count)
        var position = 0
        while let event = try xml.next(), event != .end {
            guard event == .start else {
                try skipBlanks()
                continue
            }
            if try skipForeign() { continue }
            let next = try elementPosition()
            guard next > position, next <= values.count else {
                throw place.error("is not in its place", line: xml.line, inside: elementWords)
            }
            position = next
            let (_, isEscaped) = try valueFlags()
            try readSimpleValue(isComponent: false)
            guard let bytes = isEscaped ? XMLText.bytes(noted: value) : value else {
                throw place.error("is not in the notation", line: line, inside: elementWords)
            }
            guard !bytes.contains(delimiters.element), !bytes.contains(delimiters.segment) else {
                throw place.error("holds a delimiter", line: line, inside: elementWords)
            }
            values[next - 1] = bytes
        }
        text = InterchangeHeaderText.padded(values, delimiters.element)
    }

    // MARK: - Values

    private mutating func readSimpleValue(isComponent: Bool) throws(X12Error) {
        if isComponent {
            inner.removeAll(keepingCapacity: true)
        } else {
            value.removeAll(keepingCapacity: true)
        }
        while let event = try xml.next(), event != .end {
            guard event == .start else {
                try appendText(isComponent: isComponent)
                continue
            }
            guard try skipForeign() else {
                throw place.error("is not known here", line: xml.line, inside: elementWords)
            }
        }
    }

    /// Puts text that was read behind the value of the element, or of the component.
    private mutating func appendText(isComponent: Bool) throws(X12Error) {
        let text = xml.text
        guard (isComponent ? inner.count : value.count) + text.count <= limits.segmentBytes else {
            throw X12Error(
                .limitPassed, at: Location(line: xml.line),
                "line \(xml.line): a value is longer than \(limits.segmentBytes) bytes")
        }
        if isComponent {
            inner.append(contentsOf: text)
        } else {
            value.append(contentsOf: text)
        }
    }

    private mutating func put(
        _ value: [UInt8], _ isVerbatim: Bool, _ isEscaped: Bool, isComponent: Bool
    ) throws(X12Error) {
        var bytes = value
        if isEscaped {
            guard let meant = XMLText.bytes(noted: value) else {
                throw place.error(
                    "is not in the notation", line: xml.line,
                    inside: isComponent ? componentWords : elementWords)
            }
            bytes = meant
        }
        try bytes.withUnsafeBufferPointer { bytes throws(X12Error) in
            try check(bytes, isVerbatim: isVerbatim, isComponent ? componentWords : elementWords)
        }
        text.append(contentsOf: bytes)
    }

    /// Refuses a value that would not be read back as it is.
    private func check(
        _ value: UnsafeBufferPointer<UInt8>, isVerbatim: Bool, _ path: @autoclosure () -> String
    ) throws(X12Error) {
        let (element, segment) = (delimiters.element, delimiters.segment)
        let component = isVerbatim ? element : delimiters.component
        let repetition = isVerbatim ? element : delimiters.repetition ?? component
        for byte in value {
            if byte == element || byte == segment {
                throw place.error("holds a delimiter of the interchange", line: xml.line, inside: path())
            }
            if byte == component || byte == repetition {
                throw place.error(
                    "holds a separator of components or repetitions, and is not verbatim", line: xml.line,
                    inside: path())
            }
            if byte == 0x0A || byte == 0x0D {
                throw place.error("holds a line end", line: xml.line, inside: path())
            }
        }
    }

    // MARK: - Names and attributes

    /// The position that an element's name or attribute says.
    private func elementPosition() throws(X12Error) -> Int {
        let name = xml.name
        if ownerCount > 0, name.count == ownerCount + 2, text.starts(with: name.prefix(ownerCount)) {
            let number = Self.number(name.dropFirst(ownerCount))
            if number > 0 {
                if xml.hasAttributes { try checkAttributes(Self.valueAttributes) }
                return number
            }
        }
        guard name.elementsEqual("element".utf8) else {
            throw place.error("is not known here", line: xml.line, inside: elementWords)
        }
        return try writtenPosition(elementWords)
    }

    /// The position that a component's name or attribute says; its element's name has so many bytes.
    private func componentPosition(_ nameCount: Int) throws(X12Error) -> Int {
        let own = xml.name
        if own.count > nameCount + 1, own.count <= nameCount + 4, own[nameCount] == UInt8(ascii: "-"),
            own.starts(with: name)
        {
            let number = Self.number(own.dropFirst(nameCount + 1))
            if number > 0 {
                if xml.hasAttributes { try checkAttributes(Self.valueAttributes) }
                return number
            }
        }
        guard own.elementsEqual("component".utf8) else {
            throw place.error("is not known here", line: xml.line, inside: componentWords)
        }
        return try writtenPosition(componentWords)
    }

    private func writtenPosition(_ path: @autoclosure () -> String) throws(X12Error) -> Int {
        try checkAttributes(Self.freeValueAttributes)
        let number = xml.attribute("position").flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
        guard number > 0, number <= limits.segmentBytes else {
            throw place.error(
                "the attribute position is missing or no number", line: xml.line, inside: path())
        }
        return number
    }

    /// The number that digits say; 0 when there is something else among them.
    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var number = 0
        for digit in digits {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return 0 }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }

    private mutating func separate(_ count: Int, _ separator: UInt8) throws(X12Error) {
        guard text.count + count <= limits.segmentBytes else {
            throw X12Error(
                .limitPassed, at: Location(line: xml.line),
                "line \(xml.line): a segment is longer than \(limits.segmentBytes) bytes")
        }
        for _ in 0..<count { text.append(separator) }
    }

    private func valueFlags() throws(X12Error) -> (verbatim: Bool, escaped: Bool) {
        guard xml.hasAttributes else { return (false, false) }
        return (try flag("verbatim", xml.line), try flag("escaped", xml.line))
    }

    private func flag(_ name: StaticString, _ line: Int) throws(X12Error) -> Bool {
        guard xml.hasAttribute(name), let value = xml.attribute(name) else { return false }
        switch String(decoding: value, as: UTF8.self) {
        case "true", "1": return true
        case "false", "0": return false
        default: throw place.error("\(name) is not true or false", line: line, inside: nameWords)
        }
    }

    private func noted(_ name: StaticString, _ line: Int) throws(X12Error) -> [UInt8]? {
        guard xml.hasAttribute(name), let value = xml.attribute(name) else { return nil }
        guard let bytes = XMLText.bytes(noted: value) else {
            throw place.error("\(name) is not in the notation", line: line, inside: nameWords)
        }
        return bytes
    }
}
