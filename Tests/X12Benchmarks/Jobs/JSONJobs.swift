import Foundation
import X12Diagnostics
import X12Models
import X12TestSupport
import X12Text

// Reading and writing JSON alone, and Foundation's coders at the same lines. Foundation takes seconds for megabytes, so
// these run when they are named: `--size 1MB --jobs json-read,json-write,foundation-read,foundation-write`.

extension Job {
    /// NDJSON to models.
    static let jsonRead = Job(
        name: "json-read", summary: "models from lines of JSON", kinds: [.professionalClaims, .remittances],
        isOnRequest: true
    ) { input in
        let lines = try JSONLines.of(input)
        var reader = NDJSONReader(ByteSource(bytes: lines.bytes))
        var items = 0
        while try reader.next() != nil { items += 1 }
        return UInt64(items)
    }

    /// Models to NDJSON.
    static let jsonWrite = Job(
        name: "json-write", summary: "lines of JSON from models", kinds: [.professionalClaims, .remittances],
        isOnRequest: true
    ) { input in
        let lines = try JSONLines.of(input)
        return UInt64(try bytesWritten(of: lines.items))
    }

    /// The same lines through `JSONDecoder`, into a type that takes any JSON.
    static let foundationRead = Job(
        name: "foundation-read", summary: "values from the same lines, by Foundation's JSONDecoder",
        kinds: [.professionalClaims, .remittances], isOnRequest: true
    ) { input in
        let lines = try JSONLines.of(input)
        let decoder = JSONDecoder()
        for line in lines.data { _ = try decoder.decode(JSONTree.self, from: line) }
        return UInt64(lines.data.count)
    }

    /// The same values through `JSONEncoder`.
    static let foundationWrite = Job(
        name: "foundation-write", summary: "the same lines from values, by Foundation's JSONEncoder",
        kinds: [.professionalClaims, .remittances], isOnRequest: true
    ) { input in
        let lines = try JSONLines.of(input)
        let encoder = JSONEncoder()
        var bytes = 0
        for tree in try lines.trees() { bytes += try encoder.encode(tree).count }
        return UInt64(bytes)
    }
}

@inline(never)
private func bytesWritten(of items: [ModelItem]) throws(X12Error) -> Int {
    var writer = NDJSONWriter()
    var bytes = 0
    let count = { (drained: UnsafeRawBufferPointer) throws(X12Error) in bytes += drained.count }
    for item in items {
        writer.write(item)
        try writer.drain(over: 64 << 10, into: count)
    }
    writer.finish()
    try writer.drain(into: count)
    return bytes
}

/// An input as models and as lines of JSON, made once.
private final class JSONLines: @unchecked Sendable {
    let items: [ModelItem]
    let bytes: [UInt8]
    /// The same, a line each.
    let data: [Data]
    private let input: BenchmarkInput
    private var made: [JSONTree]?

    // Rounds run one after the other on one thread.
    nonisolated(unsafe) private static var last: JSONLines?

    static func of(_ input: BenchmarkInput) throws -> JSONLines {
        if let last, last.input === input { return last }
        let made = try JSONLines(input)
        last = made
        return made
    }

    private init(_ input: BenchmarkInput) throws {
        self.input = input
        var reader = ModelReader(ByteSource(bytes: input.bytes))
        var writer = NDJSONWriter()
        var items: [ModelItem] = []
        while let item = try reader.next() {
            writer.write(item)
            items.append(item)
        }
        writer.finish()
        var bytes: [UInt8] = []
        try writer.drain { drained throws(X12Error) in bytes.append(contentsOf: drained) }
        self.items = items
        self.bytes = bytes
        data = bytes.split(separator: UInt8(ascii: "\n")).map { Data($0) }
    }

    /// The values that Foundation reads from the lines.
    func trees() throws -> [JSONTree] {
        if let made { return made }
        let decoder = JSONDecoder()
        let trees = try data.map { try decoder.decode(JSONTree.self, from: $0) }
        made = trees
        return trees
    }
}

/// Any JSON that models come to: text, whole numbers, marks, lists, objects.
private enum JSONTree: Codable, Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([JSONTree])
    case object([String: JSONTree])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let object = try? value.decode([String: JSONTree].self) {
            self = .object(object)
        } else if let list = try? value.decode([JSONTree].self) {
            self = .list(list)
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else {
            self = .number(try value.decode(Int.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .text(let text): try value.encode(text)
        case .number(let number): try value.encode(number)
        case .flag(let flag): try value.encode(flag)
        case .list(let list): try value.encode(list)
        case .object(let object): try value.encode(object)
        }
    }
}
