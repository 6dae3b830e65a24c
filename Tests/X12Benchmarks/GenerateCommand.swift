import ArgumentParser
import X12TestSupport

/// What follows each terminator, by the names used on a command line.
enum LineEndChoice: String, ExpressibleByArgument, CaseIterable {
    case none, lf, crlf

    var format: WorkloadFormat {
        switch self {
        case .none: WorkloadFormat()
        case .lf: WorkloadFormat(lineEnd: .lineFeed)
        case .crlf: WorkloadFormat(lineEnd: .carriageReturnLineFeed)
        }
    }
}

extension WorkloadKind {
    /// The kind that a command line names.
    static func named(_ name: String) throws -> WorkloadKind {
        guard let kind = WorkloadKind(rawValue: name) else {
            let known = allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("no kind of file is called '\(name)'; there are: \(known)")
        }
        return kind
    }
}

/// `x12-benchmarks generate 837p 1GB > claims.837`
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract:
            "Write made-up claims, remittances or benefits to standard output, and what they hold to standard error."
    )

    @Argument(help: "What to write: 837p, 835 or 271.", transform: WorkloadKind.named)
    var kind: WorkloadKind

    @Argument(help: "At least how much: 64KB, 100MB, 1GB.")
    var size: ByteSize

    @Option(help: "Where the random numbers start.")
    var seed: UInt64 = 1

    @Option(help: "What follows each terminator: none, lf or crlf.")
    var lineEnd = LineEndChoice.none

    @Flag(help: "Put the whole file into one transaction set (and under one billing provider).")
    var oneSet = false

    func run() throws {
        let key = try kind.write(
            atLeast: size.bytes, seed: seed, format: lineEnd.format, isOneSet: oneSet,
            to: StandardStream.output.write)
        try StandardStream.error.write(
            """
            \(key.bytes) bytes, \(key.segments) segments, \(key.transactionSets) transaction sets, \
            \(key.claims) claims, \(key.serviceLines) service lines, \(key.adjustments) adjustments, \
            \(key.members) members, \(key.benefits) benefits
            charges \(key.charges) cents, paid \(key.paid) cents, payments \(key.payments) cents

            """)
    }
}
