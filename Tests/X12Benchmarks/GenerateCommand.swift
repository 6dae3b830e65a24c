import ArgumentParser
import X12Grammar
import X12Specs
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

/// How much of what a guide leaves open is sent, by the names used on a command line.
enum ExtentChoice: String, ExpressibleByArgument, CaseIterable {
    case minimal, typical, everything

    var extent: GrammarProfile.Extent {
        switch self {
        case .minimal: .minimal
        case .typical: .typical
        case .everything: .everything
        }
    }
}

/// The programs whose differences we know, by the names used on a command line.
enum JudgeChoice: String, ExpressibleByArgument, CaseIterable {
    case pyx12

    var rulings: [JudgeRuling] {
        switch self {
        case .pyx12: Pyx12Rulings.all
        }
    }
}

/// `x12-benchmarks generate 837p 1GB > claims.837`, or
/// `x12-benchmarks generate --guide 005010X214 --size 10MB > claims.277`
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract:
            "Write made-up claims, remittances or benefits to standard output, and what they hold to standard error."
    )

    @Argument(help: "What to write: 837p, 835 or 271.", transform: WorkloadKind.named)
    var kind: WorkloadKind?

    @Argument(help: "At least how much: 64KB, 100MB, 1GB.")
    var amount: ByteSize?

    @Option(
        help: """
            Instead of a kind, a guide of which whatever it allows is to be written, true to it but without \
            sense: \(X12Specs.guides.joined(separator: ", ")).
            """)
    var guide: String?

    @Option(help: "At least how much of a guide.")
    var size = ByteSize(bytes: 1)

    @Option(help: "How much of what the guide leaves open: minimal, typical or everything.")
    var extent = ExtentChoice.typical

    @Option(help: "Only what another program accepts too, by our list of where it differs: pyx12.")
    var judge: JudgeChoice?

    @Flag(help: "Put what shares a position of the guide into any order.")
    var shuffled = false

    @Option(help: "Where the random numbers start.")
    var seed: UInt64 = 1

    @Option(help: "What follows each terminator: none, lf or crlf.")
    var lineEnd = LineEndChoice.none

    @Flag(help: "Put the whole file into one transaction set (and under one billing provider).")
    var oneSet = false

    func run() throws {
        if let guide { return try generate(guide) }
        guard let kind, let amount else {
            throw ValidationError("say what to write, and how much: 837p 100MB")
        }
        let key = try kind.write(
            atLeast: amount.bytes, seed: seed, format: lineEnd.format, isOneSet: oneSet,
            to: StandardStream.output.write)
        try StandardStream.error.write(
            """
            \(key.bytes) bytes, \(key.segments) segments, \(key.transactionSets) transaction sets, \
            \(key.claims) claims, \(key.serviceLines) service lines, \(key.adjustments) adjustments, \
            \(key.members) members, \(key.benefits) benefits
            charges \(key.charges) cents, paid \(key.paid) cents, payments \(key.payments) cents

            """)
    }

    private func generate(_ identifier: String) throws {
        guard kind == nil, amount == nil else {
            throw ValidationError("with --guide, say how much with --size")
        }
        guard var guide = X12Specs.guide(identifier) else {
            throw ValidationError(
                "no guide is called '\(identifier)'; there are: \(X12Specs.guides.joined(separator: ", "))")
        }
        for ruling in judge?.rulings ?? [] where ruling.guide == identifier {
            guide = ruling.narrowing(guide) ?? guide
        }
        var generator = GrammarGenerator(
            guide, seed: seed, profile: GrammarProfile(extent.extent, isShuffled: shuffled),
            format: lineEnd.format)
        let key = try generator.write(
            atLeast: size.bytes, isOneSet: oneSet, to: StandardStream.output.write)
        let coverage = generator.coverage.counts
        try StandardStream.error.write(
            """
            \(key.bytes) bytes, \(key.segments) segments, \(key.transactionSets) transaction sets
            \(coverage.visited) of \(coverage.used) loops, segments, elements, repetitions and codes visited

            """)
    }
}
