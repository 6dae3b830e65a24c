import ArgumentParser
import CX12Scan
import CYardstick
import X12TestSupport

/// Measures jobs in interleaved rounds.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Measure jobs as ratios to the yardstick U.",
        discussion: """
            Each round runs every job once; the ratio is the job's speed over that of the yardstick in the same round, \
            and its median over all rounds is reported with the least and the most. MB/s are for orientation only. \
            'extra MB' is resident memory above what was in use before the job, the input not counted; 'allocations' is \
            how often memory was asked for, for each claim, payment or person of the input.

            Jobs:
            \(Job.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))
            """)

    @Option(help: "How large the made-up input is: 64KB, 100MB, 1GB.")
    var size = ByteSize(bytes: 100_000_000)

    @Option(help: "How many rounds are measured.")
    var rounds = 9

    @Option(
        help:
            "Jobs to run, with commas between; the yardstick always runs. All but those on request when left out."
    )
    var jobs: String?

    @Option(help: "Inputs, with commas between.")
    var files = WorkloadKind.allCases.map(\.rawValue).joined(separator: ",")

    @Option(help: "Where the random numbers start.")
    var seed: UInt64 = 1

    @Option(help: "What follows each terminator: none, lf or crlf.")
    var lineEnd = LineEndChoice.none

    @Option(help: "What time is taken from: wall, or cpu on a machine that others keep busy.")
    var clock: TimeSource = .wall

    @Option(help: "How to print results: text, markdown or json.")
    var format: ReportFormat = .text

    func validate() throws {
        guard rounds > 0 else { throw ValidationError("--rounds must be at least 1") }
        guard size.bytes <= 4_000_000_000 else { throw ValidationError("--size must be at most 4GB") }
        _ = try chosenJobs()
        _ = try chosenKinds()
    }

    func run() throws {
        let kind = yardstick_is_standard() == 0 ? "a byte loop, not U: no AVX2 here" : "AVX2"
        try StandardStream.error.write(
            "yardstick: \(kind); indexer: \(String(cString: x12scan_implementation())); \(rounds) rounds of \(size)\n"
        )
        var results: [Measurements] = []
        for kind in try chosenKinds() {
            let input = BenchmarkInput(
                kind: kind, atLeast: size.bytes, seed: seed, format: lineEnd.format)
            let jobs = try chosenJobs().filter { $0.kinds.contains(kind) }
            results.append(try Measurements(input: input, jobs: jobs, rounds: rounds, clock: clock))
        }
        try StandardStream.output.write(format.render(results))
    }

    private func chosenJobs() throws -> [Job] {
        guard let jobs else { return Job.all.filter { !$0.isOnRequest } }
        let names = jobs.split(separator: ",").map(String.init)
        for name in names where !Job.all.contains(where: { $0.name == name }) {
            let known = Job.all.map(\.name).joined(separator: ", ")
            throw ValidationError("no job is called '\(name)'; there are: \(known)")
        }
        return Job.all.filter { $0.name == Job.yardstick.name || names.contains($0.name) }
    }

    private func chosenKinds() throws -> [WorkloadKind] {
        try files.split(separator: ",").map { try WorkloadKind.named(String($0)) }
    }
}
