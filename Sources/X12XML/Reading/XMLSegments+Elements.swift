internal import X12Diagnostics
internal import X12Text

/// What the start tag of a segment says.
struct XMLSegmentExtras {
    /// The name of its element, for errors.
    var name = ""
    var before: [UInt8]?
    var received: [UInt8]?
    var isCut = false
}

/// Segments with their elements, repetitions and components.
extension XMLSegments {
    private static let segmentAttributes: [StaticString] = [
        "name", "before", "received", "cut", "byteOffset", "byteCount", "line",
    ]
    private static let valueAttributes: [StaticString] = ["name", "meaning", "verbatim", "escaped"]

    /// Reads the segment that was begun.
    func segment() throws(X12Error) {
        let line = xml.line
        var extras = XMLSegmentExtras(name: nameWords)
        let identifier: [UInt8]?
        if SegmentShape.isIdentifier(xml.name) {
            identifier = Array(xml.name)
            try checkAttributes(Self.segmentAttributes)
        } else {
            guard nameWords == "segment" else {
                throw place.error("<\(nameWords)> is not known here", line: line)
            }
            identifier = nil
            try checkAttributes(Self.segmentAttributes + ["id"])
        }
        if xml.hasAttributes {
            extras.before = try noted("before", line)
            extras.received = try noted("received", line)
            extras.isCut = try flag("cut", line)
        }
        text.removeAll(keepingCapacity: true)
        if let identifier {
            text += identifier
        } else {
            guard let named = try noted("id", line) else {
                throw place.error("the attribute id is missing", line: line, inside: extras.name)
            }
            try check(named, isVerbatim: true, line, extras.name)
            text += named
        }
        let isHeader = identifier.map { $0 == Array("ISA".utf8) } ?? false
        if isHeader {
            try header(line)
        } else {
            try elements(of: identifier, extras.name)
        }
        try put(extras, isHeader: isHeader, line: line)
    }

    private func elements(of identifier: [UInt8]?, _ name: String) throws(X12Error) {
        var position = 0
        while let event = try xml.next(), event != .end {
            guard event == .start else {
                try skipBlanks()
                continue
            }
            if try skipForeign() { continue }
            let inner = "\(name)/\(nameWords)"
            let next = try self.position(of: identifier, "element", digits: 2, inner)
            if next == position {
                guard let separator = delimiters.repetition else {
                    throw place.error(
                        "repeats, but the interchange has no repetition separator", line: xml.line,
                        inside: inner)
                }
                text.append(separator)
            } else {
                guard next > position else {
                    throw place.error(
                        "stands behind an element of a higher number", line: xml.line, inside: inner)
                }
                try separate(next - position, delimiters.element)
                position = next
            }
            try element(inner)
        }
    }

    /// Reads the content of an element: a value or components.
    private func element(_ path: String) throws(X12Error) {
        let line = xml.line
        let name = Array(xml.name)
        let isGeneric = name == Array("element".utf8)
        let (isVerbatim, isEscaped) = try valueFlags(line, path)
        var value: [UInt8] = []
        var component = 0
        while let event = try xml.next(), event != .end {
            guard event == .start else {
                try append(to: &value)
                continue
            }
            if try skipForeign() { continue }
            let inner = "\(path)/\(nameWords)"
            guard !isGeneric else { throw place.error("is not known here", line: xml.line, inside: inner) }
            let next = try self.position(of: name + [UInt8(ascii: "-")], "component", digits: nil, inner)
            guard next > component else {
                throw place.error(
                    "stands behind a component of its own or a higher number", line: xml.line, inside: inner)
            }
            try separate(component == 0 ? next - 1 : next - component, delimiters.component)
            component = next
            try self.component(inner)
        }
        guard component > 0 else { return try put(value, isVerbatim, isEscaped, line, path) }
        guard value.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else {
            throw place.error("text stands between components", line: line, inside: path)
        }
    }

    private func component(_ path: String) throws(X12Error) {
        let line = xml.line
        let (isVerbatim, isEscaped) = try valueFlags(line, path)
        let value = try simpleValue(path)
        try put(value, isVerbatim, isEscaped, line, path)
    }

    /// Reads the elements of an ISA and fills them up to their widths.
    private func header(_ line: Int) throws(X12Error) {
        let identifier = Array("ISA".utf8)
        var values = Array(repeating: [UInt8](), count: InterchangeHeaderText.widths.count)
        var position = 0
        while let event = try xml.next(), event != .end {
            guard event == .start else {
                try skipBlanks()
                continue
            }
            if try skipForeign() { continue }
            let inner = "ISA/\(nameWords)"
            let next = try self.position(of: identifier, "element", digits: 2, inner)
            guard next > position, next <= values.count else {
                throw place.error("is not in its place", line: xml.line, inside: inner)
            }
            position = next
            let (_, isEscaped) = try valueFlags(xml.line, inner)
            let value = try simpleValue(inner)
            guard let bytes = isEscaped ? XMLText.bytes(noted: value) : value else {
                throw place.error("is not in the notation", line: line, inside: inner)
            }
            guard !bytes.contains(delimiters.element), !bytes.contains(delimiters.segment) else {
                throw place.error("holds a delimiter", line: line, inside: inner)
            }
            values[next - 1] = bytes
        }
        text = InterchangeHeaderText.padded(values, delimiters.element)
    }

    // MARK: - Values

    private func simpleValue(_ path: String) throws(X12Error) -> [UInt8] {
        var value: [UInt8] = []
        while let event = try xml.next(), event != .end {
            guard event == .start else {
                try append(to: &value)
                continue
            }
            guard try skipForeign() else {
                throw place.error("is not known here", line: xml.line, inside: "\(path)/\(nameWords)")
            }
        }
        return value
    }

    private func append(to value: inout [UInt8]) throws(X12Error) {
        value += xml.text
        guard value.count <= limits.segmentBytes else {
            throw X12Error(
                .limitPassed, at: Location(line: xml.line),
                "line \(xml.line): a value is longer than \(limits.segmentBytes) bytes")
        }
    }

    private func put(
        _ value: [UInt8], _ isVerbatim: Bool, _ isEscaped: Bool, _ line: Int, _ path: String
    ) throws(X12Error) {
        guard isEscaped else {
            try check(value, isVerbatim: isVerbatim, line, path)
            text += value
            return
        }
        guard let bytes = XMLText.bytes(noted: value) else {
            throw place.error("is not in the notation", line: line, inside: path)
        }
        try check(bytes, isVerbatim: isVerbatim, line, path)
        text += bytes
    }

    /// Refuses a value that would not be read back as it is.
    private func check(_ value: [UInt8], isVerbatim: Bool, _ line: Int, _ path: String) throws(X12Error) {
        for byte in value {
            if byte == delimiters.element || byte == delimiters.segment {
                throw place.error("holds a delimiter of the interchange", line: line, inside: path)
            }
            if !isVerbatim, byte == delimiters.component || byte == delimiters.repetition {
                throw place.error(
                    "holds a separator of components or repetitions, and is not verbatim", line: line,
                    inside: path)
            }
            if byte == 0x0A || byte == 0x0D {
                throw place.error("holds a line end", line: line, inside: path)
            }
        }
    }

    // MARK: - Names and attributes

    /// The position that an element's name or attribute says.
    private func position(
        of owner: [UInt8]?, _ generic: StaticString, digits: Int?, _ path: String
    ) throws(X12Error) -> Int {
        let name = xml.name
        var number = 0
        if generic.withUTF8Buffer({ $0.elementsEqual(name) }) {
            try checkAttributes(Self.valueAttributes + ["position"])
            number = xml.attribute("position").flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
            guard number > 0, number <= limits.segmentBytes else {
                throw place.error(
                    "the attribute position is missing or no number", line: xml.line, inside: path)
            }
            return number
        }
        if let owner, name.starts(with: owner) {
            let rest = name.dropFirst(owner.count)
            let isNumber =
                (1...(digits ?? 3)).contains(rest.count) && rest.count >= digits ?? 1
                && rest.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
            if isNumber { for digit in rest { number = number * 10 + Int(digit - UInt8(ascii: "0")) } }
        }
        guard number > 0 else { throw place.error("is not known here", line: xml.line, inside: path) }
        try checkAttributes(Self.valueAttributes)
        return number
    }

    private func separate(_ count: Int, _ separator: UInt8) throws(X12Error) {
        guard text.count + count <= limits.segmentBytes else {
            throw X12Error(
                .limitPassed, at: Location(line: xml.line),
                "line \(xml.line): a segment is longer than \(limits.segmentBytes) bytes")
        }
        for _ in 0..<count { text.append(separator) }
    }

    private func valueFlags(_ line: Int, _ path: String) throws(X12Error) -> (verbatim: Bool, escaped: Bool) {
        guard xml.hasAttributes else { return (false, false) }
        return (try flag("verbatim", line), try flag("escaped", line))
    }

    private func flag(_ name: StaticString, _ line: Int) throws(X12Error) -> Bool {
        guard let value = xml.attribute(name) else { return false }
        switch String(decoding: value, as: UTF8.self) {
        case "true", "1": return true
        case "false", "0": return false
        default: throw place.error("\(name) is not true or false", line: line, inside: nameWords)
        }
    }

    private func noted(_ name: StaticString, _ line: Int) throws(X12Error) -> [UInt8]? {
        guard let value = xml.attribute(name) else { return nil }
        guard let bytes = XMLText.bytes(noted: value) else {
            throw place.error("\(name) is not in the notation", line: line, inside: nameWords)
        }
        return bytes
    }
}
