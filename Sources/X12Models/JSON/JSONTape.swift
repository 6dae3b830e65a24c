/// Reads one JSON value out of bytes that lie in one piece onto a document's tape.
///
/// It does not call itself, so a deep document costs memory of the limit's size and no stack.
struct JSONTape {
    private let scanner: JSONScanner
    private let start: Int
    private let depthLimit: Int
    private let entryLimit: Int
    private var entries: [JSONDocument.Entry]
    private var open: [Container] = []
    private var keys: [Int32] = []
    /// Where reading is.
    private(set) var index: Int

    private struct Container {
        let entry: Int
        let isObject: Bool
        var count: Int32 = 0
        /// The entry of the key that was read last.
        var key: Int32 = 0
    }

    /// Creates a tape for the value at `start`; `entries` is memory to be used again.
    init(
        _ scanner: JSONScanner, at start: Int, depthLimit: Int, entryLimit: Int,
        reusing entries: consuming [JSONDocument.Entry]
    ) {
        self.scanner = scanner
        self.start = start
        self.depthLimit = depthLimit
        self.entryLimit = entryLimit
        index = start
        entries.removeAll(keepingCapacity: true)
        self.entries = entries
    }

    /// Reads the value; ``index`` is then behind it.
    mutating func read() throws(JSONFault) {
        while true {
            // A value is due here.
            skipBlanks()
            guard index < scanner.count else { throw scanner.fault(atEnd: "a value is missing") }
            guard entries.count < entryLimit else { throw .tooMany(at: index) }
            let opened = try value()
            if opened, try !openedIsEmpty() {
                if open[open.count - 1].isObject { try key() }
                continue
            }
            // A value has ended here: go on to the next, closing what ends.
            while true {
                guard !open.isEmpty else { return }
                skipBlanks()
                guard index < scanner.count else {
                    throw scanner.fault(atEnd: "an object or array is not closed")
                }
                let top = open[open.count - 1]
                let byte = scanner.base[index]
                if byte == UInt8(ascii: ",") {
                    index += 1
                    if top.isObject { try key() }
                    break
                }
                guard byte == (top.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                    throw .malformed(at: index, "a comma or the end of the object or array is missing")
                }
                index += 1
                try close()
            }
        }
    }

    /// Hands the entries over; the tape has none then.
    mutating func takeEntries() -> [JSONDocument.Entry] {
        var taken: [JSONDocument.Entry] = []
        swap(&taken, &entries)
        return taken
    }

    /// The path from the outermost value to where reading stopped, behind the path to this one.
    func path(from prefix: String) -> String {
        var path = prefix
        for container in open {
            if !container.isObject {
                path += "[\(max(Int(container.count) - 1, 0))]"
            } else if container.key > 0 {
                JSONText.appendField(JSONText.resolved(raw(entries[Int(container.key)])), to: &path)
            }
        }
        return path
    }

    // MARK: - Values

    /// Reads a value that stands alone, or opens an object or array and says so.
    @inline(__always)
    private mutating func value() throws(JSONFault) -> Bool {
        if !open.isEmpty, !open[open.count - 1].isObject { open[open.count - 1].count += 1 }
        let byte = scanner.base[index]
        switch byte {
        case UInt8(ascii: "\""):
            try string(.string)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard open.count < depthLimit else { throw .tooDeep(at: index) }
            let isObject = byte == UInt8(ascii: "{")
            open.append(Container(entry: entries.count, isObject: isObject))
            append(isObject ? .object : .array, at: index)
            index += 1
            return true
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            let end = try scanner.number(at: index)
            append(.number, at: index, length: end - index)
            index = end
        case UInt8(ascii: "t"): try word("true", .yes)
        case UInt8(ascii: "f"): try word("false", .no)
        case UInt8(ascii: "n"): try word("null", .null)
        default:
            throw .malformed(at: index, "a value is missing")
        }
        return false
    }

    private mutating func word(_ word: StaticString, _ kind: JSONDocument.Kind) throws(JSONFault) {
        let end = try scanner.word(word, at: index)
        append(kind, at: index)
        index = end
    }

    @inline(__always)
    private mutating func string(_ kind: JSONDocument.Kind) throws(JSONFault) {
        let text = try scanner.string(at: index)
        append(kind, at: text.start, length: text.end - text.start)
        entries[entries.count - 1].hasEscapes = text.hasEscapes
        index = text.end + 1
    }

    /// Reads a key and its colon.
    private mutating func key() throws(JSONFault) {
        skipBlanks()
        guard index < scanner.count else { throw scanner.fault(atEnd: "an object is not closed") }
        guard scanner.base[index] == UInt8(ascii: "\"") else {
            throw .malformed(at: index, "a key is missing")
        }
        open[open.count - 1].count += 1
        try string(.key)
        open[open.count - 1].key = Int32(truncatingIfNeeded: entries.count - 1)
        skipBlanks()
        guard index < scanner.count else { throw scanner.fault(atEnd: "an object is not closed") }
        guard scanner.base[index] == UInt8(ascii: ":") else {
            throw .malformed(at: index, "a colon is missing")
        }
        index += 1
    }

    private mutating func openedIsEmpty() throws(JSONFault) -> Bool {
        skipBlanks()
        guard index < scanner.count else { throw scanner.fault(atEnd: "an object or array is not closed") }
        let isObject = open[open.count - 1].isObject
        guard scanner.base[index] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { return false }
        index += 1
        try close()
        return true
    }

    private mutating func close() throws(JSONFault) {
        let top = open[open.count - 1]
        entries[top.entry].length = top.count
        entries[top.entry].next = Int32(entries.count)
        if top.isObject { try refuseEqualKeys(of: top) }
        open.removeLast()
    }

    @inline(__always)
    private mutating func append(_ kind: JSONDocument.Kind, at offset: Int, length: Int = 0) {
        // What stands alone ends at once; a container's end, and a key's, are set when the container closes.
        entries.append(
            JSONDocument.Entry(
                kind: kind, offset: Int32(truncatingIfNeeded: offset - start),
                length: Int32(truncatingIfNeeded: length), next: Int32(truncatingIfNeeded: entries.count + 1))
        )
    }

    @inline(__always)
    private mutating func skipBlanks() {
        while index < scanner.count {
            switch scanner.base[index] {
            case 0x20, 0x0A, 0x0D, 0x09: index += 1
            default: return
            }
        }
    }

    // MARK: - Keys

    /// Goes over the keys of an object that ends, sets where each field ends, and refuses a key said twice.
    private mutating func refuseEqualKeys(of object: Container) throws(JSONFault) {
        keys.removeAll(keepingCapacity: true)
        var key = object.entry + 1
        while key < entries.count {
            keys.append(Int32(key))
            let next = entries[key + 1].next
            entries[key].next = next
            key = Int(next)
        }
        // A few keys are compared with each other; many, which only a hostile input has, by a set.
        guard keys.count > 24 else {
            for later in keys.indices.dropFirst() {
                for earlier in 0..<later where isSame(keys[earlier], keys[later]) { throw equal(keys[later]) }
            }
            return
        }
        var seen: Set<[UInt8]> = []
        for key in keys where !seen.insert(content(key)).inserted { throw equal(key) }
    }

    private mutating func equal(_ key: Int32) -> JSONFault {
        open[open.count - 1].key = key
        return .malformed(at: start + Int(entries[Int(key)].offset) - 1, "a key stands twice in one object")
    }

    @inline(__always)
    private func isSame(_ left: Int32, _ right: Int32) -> Bool {
        let (first, second) = (entries[Int(left)], entries[Int(right)])
        guard !first.hasEscapes, !second.hasEscapes else { return content(left) == content(right) }
        guard first.length == second.length else { return false }
        let (left, right) = (raw(first), raw(second))
        return left.first == right.first && left.last == right.last && left.elementsEqual(right)
    }

    private func content(_ key: Int32) -> [UInt8] {
        let entry = entries[Int(key)]
        return entry.hasEscapes ? Array(JSONText.resolved(raw(entry)).utf8) : Array(raw(entry))
    }

    @inline(__always)
    private func raw(_ entry: JSONDocument.Entry) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: scanner.base + start + Int(entry.offset), count: Int(entry.length))
    }
}
