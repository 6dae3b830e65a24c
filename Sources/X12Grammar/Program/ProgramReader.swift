import X12Diagnostics

/// Reads what ``ProgramWriter`` wrote; whatever the bytes are, it ends with a value or an error.
struct ProgramReader {
    private let bytes: [UInt8]
    private var position = 0
    private var pool: [String] = []

    /// Reads the head and the pool of texts of a program whose first line must be `kind`.
    init(_ bytes: [UInt8], kind: String) throws(X12Error) {
        self.bytes = bytes
        guard try text(line()) == kind else { throw fault("not a program of kind \(kind)") }
        guard let count = Int(try text(line())), (0...bytes.count).contains(count)
        else { throw fault("the number of texts is not readable") }
        pool.reserveCapacity(count)
        for _ in 0..<count { pool.append(try text(line())) }
    }

    /// How many different texts there are.
    var textCount: Int { pool.count }

    /// Takes a number.
    mutating func number() throws(X12Error) -> Int {
        var value = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case 0x30...0x4F: return value << 5 | Int(byte - 0x30)
            case 0x50...0x6F where value < 1 << 40: value = value << 5 | Int(byte - 0x50)
            case UInt8(ascii: "\n"): continue
            default: throw fault("a number is malformed")
            }
        }
        throw fault("the program ends too early")
    }

    /// Takes a limit; 0 stands for `Int.max`.
    mutating func limit() throws(X12Error) -> Int {
        let number = try number()
        return number == 0 ? .max : number
    }

    /// Takes a text.
    mutating func text() throws(X12Error) -> String {
        let index = try number()
        guard index < pool.count else { throw fault("there is no text \(index)") }
        return pool[index]
    }

    /// Takes one of an enumeration's values, written by its raw value.
    mutating func value<Value: RawRepresentable<String>>(_: Value.Type) throws(X12Error) -> Value {
        let text = try text()
        guard let value = Value(rawValue: text) else { throw fault("'\(text)' is not a \(Value.self)") }
        return value
    }

    /// Takes a range of indices.
    mutating func range() throws(X12Error) -> Range<Int> {
        let start = try number()
        return start..<start + (try number())
    }

    /// Takes a list, whose elements take at least one byte each.
    mutating func list<Element>(
        _ each: (inout ProgramReader) throws(X12Error) -> Element
    ) throws(X12Error) -> [Element] {
        let count = try number()
        guard count <= bytes.count - position else { throw fault("a list is longer than its program") }
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try each(&self)) }
        return list
    }

    /// Makes sure that nothing is left.
    func finish() throws(X12Error) {
        guard bytes[position...].allSatisfy({ $0 == UInt8(ascii: "\n") }) else {
            throw fault("the program goes on after its end")
        }
    }

    /// An error at the place reached.
    func fault(_ detail: String) -> X12Error {
        X12Error(.malformedGuide, at: Location(byteOffset: position), detail)
    }

    // MARK: - Lines

    /// A line of the program, and whether something in it is written as an escape.
    private typealias Line = (bytes: Range<Int>, hasEscapes: Bool)

    private mutating func line() throws(X12Error) -> Line {
        let start = position
        let (end, hasEscapes) = bytes.withUnsafeBufferPointer { bytes in
            var end = start
            var hasEscapes = false
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
                if bytes[end] == UInt8(ascii: "\\") { hasEscapes = true }
                end += 1
            }
            return (end, hasEscapes)
        }
        guard end < bytes.count else { throw fault("the program ends too early") }
        position = end + 1
        return (start..<end, hasEscapes)
    }

    private func text(_ line: Line) throws(X12Error) -> String {
        guard line.hasEscapes else {
            return bytes.withUnsafeBufferPointer { String(decoding: $0[line.bytes], as: UTF8.self) }
        }
        var result: [UInt8] = []
        var rest = bytes[line.bytes]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                result.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else {
                throw fault("an escape is malformed")
            }
            result.append(value)
            rest = rest.dropFirst(2)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
