import X12Diagnostics

extension JSONReader {
    /// Goes to where the next value, key or closing bracket starts, over a comma if one is due, and tells its
    /// first byte; `nil` at the end of the input.
    mutating func advanceToValue() throws(X12Error) -> UInt8? {
        if window.offset == 0 { try window.skipMark() }
        while true {
            guard let byte = try window.skipBlanks() else {
                guard frames.isEmpty, state == .document else { throw fault("the input ends within a value") }
                return nil
            }
            let isClosing = byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
            if isClosing { return try closing(byte) }
            switch state {
            case .document:
                if lastLine > 0 {
                    guard allowsSeveral else { throw fault("something follows the end of the document") }
                    guard window.line > lastLine else {
                        throw fault("a value does not start on its own line")
                    }
                }
            case .value, .firstElement:
                if let top = frames.indices.last, frames[top].isArray { frames[top].count += 1 }
            case .firstKey, .key:
                break
            case .afterValue:
                guard byte == UInt8(ascii: ",") else {
                    throw fault("a comma or the end of the object or array is missing")
                }
                window.advance(1)
                state = frames.last?.isArray == true ? .value : .key
                continue
            }
            return byte
        }
    }

    /// Whether a key must come next.
    var awaitsKey: Bool { state == .key || state == .firstKey }

    /// Takes a bracket that closes what is open.
    mutating func close() {
        window.advance(1)
        frames.removeLast()
        endValue()
    }

    /// Reads a key and its colon.
    mutating func key() throws(X12Error) -> Token {
        let text = try scanText()
        let top = frames.count - 1
        frames[top].count += 1
        guard frames[top].keys.insert(Array(text.utf8)).inserted else {
            throw fault("a key stands twice in one object")
        }
        guard frames[top].count <= limits.fields else {
            throw fault("an object of more than \(limits.fields) fields", .limitPassed)
        }
        frames[top].key = text
        guard try window.skipBlanks() == UInt8(ascii: ":") else { throw fault("a colon is missing") }
        window.advance(1)
        state = .value
        return .key(text)
    }

    /// Reads the value at hand onto a document's tape.
    ///
    /// When the value goes on behind what is at hand, twice as much is asked for and reading starts again, so
    /// that no byte is looked at more than a few times however small the source's pieces are.
    mutating func fill(_ document: JSONDocument) throws(X12Error) {
        while true {
            var reused: [JSONDocument.Entry] = []
            swap(&reused, &document.entries)
            let scanner = JSONScanner(base: window.base, count: window.filled, isFinal: window.isEnded)
            let start = window.position
            var tape = JSONTape(
                scanner, at: start, depthLimit: limits.depth - frames.count,
                entryLimit: limits.entries, reusing: reused)
            do {
                try tape.read()
            } catch .incomplete {
                document.entries = tape.takeEntries()
                document.entries.removeAll(keepingCapacity: true)
                _ = try window.fill(atLeast: max(2 * window.available, 512))
                continue
            } catch {
                throw located(error, path: tape.path(from: path))
            }
            let length = tape.index - start
            document.entries = tape.takeEntries()
            document.bytes.removeAll(keepingCapacity: true)
            document.bytes.append(contentsOf: UnsafeBufferPointer(start: window.base + start, count: length))
            document.origin = JSONDocument.Origin(
                byteOffset: window.offset, line: window.line, column: window.column, path: path)
            window.advanceOverLines(length)
            endValue()
            return
        }
    }

    /// The token that a value without fields or elements is.
    func token(_ value: JSONValue) -> Token {
        switch value.kind {
        case .string: .string(value.document.text(value.index))
        case .number: .number(value.document.text(value.index))
        case .bool: .bool(value.bool == true)
        default: .null
        }
    }

    /// An error at the place where reading is.
    func fault(_ reason: String, _ code: X12Error.Code = .malformedJSON) -> X12Error {
        let place = JSONDocument.Origin(
            byteOffset: window.offset, line: window.line, column: window.column, path: path)
        return .malformed(code, place, reason)
    }

    // MARK: - Parts

    private func closing(_ byte: UInt8) throws(X12Error) -> UInt8 {
        guard let top = frames.last else { throw fault("a value is missing") }
        guard byte == (top.isArray ? UInt8(ascii: "]") : UInt8(ascii: "}")) else {
            throw fault("a bracket closes what is not open")
        }
        switch state {
        case .afterValue, .firstElement, .firstKey: return byte
        case .key: throw fault("a key is missing")
        case .value, .document: throw fault("a value is missing")
        }
    }

    private mutating func endValue() {
        state = frames.isEmpty ? .document : .afterValue
        if frames.isEmpty { lastLine = window.line }
    }

    private mutating func scanText() throws(X12Error) -> String {
        while true {
            let scanner = JSONScanner(base: window.base, count: window.filled, isFinal: window.isEnded)
            do {
                let text = try scanner.string(at: window.position)
                let raw = UnsafeBufferPointer(start: window.base + text.start, count: text.end - text.start)
                window.advance(text.end + 1 - window.position)
                return text.hasEscapes ? JSONText.resolved(raw) : String(decoding: raw, as: UTF8.self)
            } catch .incomplete {
                _ = try window.fill(atLeast: max(2 * window.available, 512))
            } catch {
                throw located(error, path: path)
            }
        }
    }

    /// The error that a fault is, at its own place.
    private func located(_ fault: JSONFault, path: String) -> X12Error {
        let (index, code, reason): (Int, X12Error.Code, StaticString) =
            switch fault {
            case .malformed(let index, let reason): (index, .malformedJSON, reason)
            case .tooDeep(let index): (index, .limitPassed, "objects and arrays nest too deeply")
            case .tooMany(let index): (index, .limitPassed, "more keys and values than one object may have")
            case .incomplete: (window.filled, .malformedJSON, "the input ends within a value")
            }
        var place = JSONDocument.Origin(
            byteOffset: window.offset, line: window.line, column: window.column, path: path)
        for position in window.position..<max(index, window.position) {
            place.byteOffset += 1
            place.column += 1
            guard window.base[position] == UInt8(ascii: "\n") else { continue }
            place.line += 1
            place.column = 1
        }
        return .malformed(code, place, "\(reason)")
    }
}
