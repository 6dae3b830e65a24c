import X12Diagnostics
import X12Models
import X12TestSupport
import X12Text

/// One thing to be measured.
///
/// A new job is a file beside this one with a static member, and a line in ``all``.
struct Job: Sendable {
    /// What `--jobs` calls it.
    let name: String
    /// What it does, for the list.
    let summary: String
    /// The inputs it can work on.
    var kinds = Set(WorkloadKind.allCases)
    /// Whether it runs only when it is named.
    var isOnRequest = false
    /// Goes over the whole input once. The number it returns depends on all the work, so that none of it can be left
    /// out by the compiler; it must be the same in each round.
    let run: @Sendable (BenchmarkInput) throws -> UInt64

    /// Every job, the yardstick first.
    static let all: [Job] = [
        .yardstick, .index, .tokenise, .place, .blocks, .reemit, .validate, .validateFaulty, .validateAll,
        .models, .roundTrip, .writeX12, .ndjson, .jsonRead, .jsonWrite, .foundationRead, .foundationWrite,
        .xml, .xmlWithNames, .xmlImport, .csv, .generate, .generateUnchecked,
    ]
}

/// What a job works on.
///
/// A class, so that handing it to a job copies nothing.
final class BenchmarkInput: @unchecked Sendable {
    /// `837p`, `835` or `271`.
    let kind: WorkloadKind
    /// The file, in memory.
    let bytes: [UInt8]
    /// What is in it.
    let key: AnswerKey
    /// The delimiters it was written with.
    let format: WorkloadFormat
    /// The file as XML; made when it is first asked for, by the one job that runs at a time.
    private(set) lazy var xml: [UInt8] = (try? makeXML()) ?? []

    /// The file as models, one a line; made when it is first asked for.
    private(set) lazy var ndjson: [UInt8] = (try? makeLines()) ?? []

    private func makeLines() throws -> [UInt8] {
        var reader = ModelReader(ByteSource(bytes: bytes))
        var writer = NDJSONWriter()
        var lines: [UInt8] = []
        let take = { (drained: UnsafeRawBufferPointer) throws(X12Error) in lines.append(contentsOf: drained) }
        while let item = try reader.next() {
            writer.write(item)
            try writer.drain(over: 64 << 10, into: take)
        }
        writer.finish()
        try writer.drain(into: take)
        return lines
    }

    init(kind: WorkloadKind, atLeast size: Int, seed: UInt64, format: WorkloadFormat) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size + 64 * 1024)
        key = kind.write(atLeast: size, seed: seed, format: format) { bytes.append(contentsOf: $0) }
        self.bytes = bytes
        self.kind = kind
        self.format = format
    }
}
