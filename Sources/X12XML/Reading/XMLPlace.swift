internal import X12Diagnostics

/// Where in a document reading is: the open elements, for the words of an error.
struct XMLPlace {
    private struct Level {
        var name: String
        var number: Int
        var lastChild = ""
        var lastNumber = 0
    }

    private var levels: [Level] = []

    /// How many elements are open.
    var depth: Int { levels.count }

    mutating func enter(_ name: UnsafeBufferPointer<UInt8>) {
        let name = Self.printable(name)
        var number = 1
        if let last = levels.indices.last {
            number = levels[last].lastChild == name ? levels[last].lastNumber + 1 : 1
            levels[last].lastChild = name
            levels[last].lastNumber = number
        }
        levels.append(Level(name: name, number: number))
    }

    mutating func leave() { levels.removeLast() }

    /// `/x12/interchange/group/set837/loop2000A[2]`, with the names inside that are given.
    func path(_ inner: String = "") -> String {
        let path = levels.map { "/\($0.name)" + ($0.number > 1 ? "[\($0.number)]" : "") }.joined()
        return inner.isEmpty ? path : "\(path)/\(inner)"
    }

    /// An error at a line of this place.
    func error(_ message: String, line: Int, inside inner: String = "") -> X12Error {
        let path = path(inner)
        return X12Error(
            .malformedXML, at: Location(line: line),
            "line \(line)\(path.isEmpty ? "" : ", \(path)"): \(message)")
    }

    /// A name that is none of ours and not short is not told, for it may be anybody's.
    static func printable(_ name: UnsafeBufferPointer<UInt8>) -> String {
        let isPlain =
            (1...32).contains(name.count)
            && name.allSatisfy { byte in
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "-")
            }
        return isPlain ? String(decoding: name, as: UTF8.self) : "?"
    }
}
