/// Bytes that are copied again and again, one behind the other, with room behind them to copy blindly.
struct TagArena: ~Copyable {
    /// A stretch of the arena.
    struct Piece: BitwiseCopyable, Equatable {
        var offset: UInt32 = 0
        var count: UInt32 = 0
    }

    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity = 64 << 10
    private var count = 0

    init() { bytes = .allocate(capacity: capacity + XMLBuffer.slack) }

    /// Appends some bytes.
    mutating func append(_ text: String) -> Piece {
        var text = text
        let start = count
        text.withUTF8 { source in
            reserve(source.count)
            if let base = source.baseAddress { (bytes + count).update(from: base, count: source.count) }
            count += source.count
        }
        return Piece(offset: UInt32(start), count: UInt32(count - start))
    }

    /// Appends an attribute: a blank, its name, and its value, escaped.
    mutating func append(attribute name: String, _ value: String) -> Piece {
        append(Self.attribute(name, value))
    }

    /// An attribute as it is written; empty when its value is.
    static func attribute(_ name: String, _ value: String) -> String {
        value.isEmpty ? "" : " \(name)=\"\(escaped(value))\""
    }

    private static func escaped(_ value: String) -> String {
        guard hasSpecial(value) else { return value }
        var text = ""
        for character in value {
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            default: text.append(character)
            }
        }
        return text
    }

    private static func hasSpecial(_ value: String) -> Bool {
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): return true
            default: break
            }
        }
        return false
    }

    /// All bytes, in memory that the caller lets go.
    consuming func release() -> UnsafePointer<UInt8> { UnsafePointer(bytes) }

    private mutating func reserve(_ length: Int) {
        guard count + length > capacity else { return }
        while count + length > capacity { capacity *= 2 }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + XMLBuffer.slack)
        larger.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = larger
    }
}
