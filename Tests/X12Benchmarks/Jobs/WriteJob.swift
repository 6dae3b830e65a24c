import X12Diagnostics
import X12Models
import X12TestSupport
import X12Text

extension Job {
    /// Models to X12, counts and levels made anew: of the first models of the input, again and again until as many bytes
    /// are written as it has.
    static let writeX12 = Job(
        name: "write", summary: "W: X12 from models, segments, levels and totals counted anew",
        kinds: [.professionalClaims, .remittances]
    ) { input in
        let models = try WrittenModels.of(input)
        let written = try bytesWritten(of: models, atLeast: input.bytes.count)
        return UInt64(written)
    }
}

/// Writes models until so many bytes are written; how many there are then.
@inline(never)
private func bytesWritten(of models: WrittenModels, atLeast least: Int) throws(X12Error) -> Int {
    var written = 0
    while written < least {
        var writer = ModelWriter(.issue)
        for index in models.items.indices {
            // Each is taken out and put back, so that it is the writer's alone as one is that comes from a reader: a loop over
            // them would copy each.
            guard let item = models.items[index].take() else { continue }
            try writer.write(item)
            models.items[index] = consume item
            if writer.pendingBytes >= 64 << 10 { written += writer.takeBytes().count }
        }
        try writer.finish()
        written += writer.takeBytes().count
    }
    return written
}

/// The models of the beginning of an input, read once.
private final class WrittenModels: @unchecked Sendable {
    // Rounds run one after the other on one thread.
    var items: [ModelItem?]
    private let input: BenchmarkInput

    nonisolated(unsafe) private static var last: WrittenModels?

    static func of(_ input: BenchmarkInput) throws -> WrittenModels {
        if let last, last.input === input { return last }
        let made = try WrittenModels(input)
        last = made
        return made
    }

    private init(_ input: BenchmarkInput) throws {
        self.input = input
        // One set of a megabyte, so that memory holds it.
        var bytes: [UInt8] = []
        input.kind.write(atLeast: 1_000_000, seed: 1) { bytes += $0 }
        var reader = ModelReader(ByteSource(bytes: bytes))
        var items: [ModelItem?] = []
        while let item = try reader.next() { items.append(item) }
        self.items = items
    }
}
