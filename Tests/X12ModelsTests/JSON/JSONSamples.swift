import X12Diagnostics
import X12Models

/// Ways to read and write JSON that the tests share.
enum JSONSamples {
    /// Reads all top-level values, handing out pieces of at most `chunk` bytes, and writes them compactly.
    static func rewritten(
        _ text: some Collection<UInt8>, chunk: Int = .max, limits: JSONLimits = JSONLimits(),
        form: JSONWriter.Form = .compact
    ) throws(X12Error) -> String {
        var reader = reader(Array(text), chunk: chunk, limits: limits)
        var writer = JSONWriter(form)
        let document = JSONDocument()
        while try reader.readValue(into: document) {
            write(document.root, to: &writer)
            writer.newline()
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// All tokens, as text, or the error's words behind those that came before it.
    static func tokens(_ text: some Collection<UInt8>, chunk: Int = .max) -> [String] {
        var reader = reader(Array(text), chunk: chunk)
        var tokens: [String] = []
        do {
            while let token = try reader.next() { tokens.append("\(token) at \(reader.path)") }
        } catch {
            tokens.append("\(error)")
        }
        return tokens
    }

    /// What whole reading gives, or the error's words.
    static func outcome(_ text: some Collection<UInt8>, chunk: Int = .max) -> String {
        do {
            return try rewritten(text, chunk: chunk)
        } catch {
            return "\(error.code): \(error) \(error.location.byteOffset) \(error.location.line)"
        }
    }

    static func reader(_ bytes: [UInt8], chunk: Int, limits: JSONLimits = JSONLimits()) -> JSONReader {
        var position = 0
        return JSONReader(limits: limits, allowsSeveral: true) { target throws(X12Error) in
            let length = min(target.count, chunk, bytes.count - position)
            for index in 0..<length { target[index] = bytes[position + index] }
            position += length
            return length
        }
    }

    /// Writes a value again; numbers that are no integers as their text.
    static func write(_ value: JSONValue, to writer: inout JSONWriter) {
        switch value.kind {
        case .object:
            writer.beginObject()
            for field in value.object?.fields ?? [] {
                writer.key(field.key)
                write(field.value, to: &writer)
            }
            writer.endObject()
        case .array:
            writer.beginArray()
            if let elements = value.elements { for element in elements { write(element, to: &writer) } }
            writer.endArray()
        case .string: writer.string(value.string ?? "")
        case .number:
            if let integer = value.integer {
                writer.integer(integer)
            } else {
                writer.string(value.numberText ?? "")
            }
        case .bool: writer.bool(value.bool == true)
        case .null: writer.null()
        }
    }
}

/// Random numbers that a seed fixes (SplitMix64), so that a failing case can be run again.
struct JSONRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
