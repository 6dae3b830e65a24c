internal import ArgumentParser
internal import X12Diagnostics

/// How many threads work on one file.
struct WorkerOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Work on each file with this many threads; 0 is one for each processor. What is written does not depend on it. (default: one for each processor, at most 8, where several are faster; 1 where several files are worked on at a time)",
            valueName: "n"))
    var workers: Int?

    mutating func validate() throws {
        guard (0...1024).contains(workers ?? 0) else {
            throw ValidationError("--workers is a number from 0 to 1024")
        }
    }

    /// How many threads, unless it was said: so many.
    func count(otherwise usual: Int) -> Int {
        switch workers {
        case nil: usual
        case 0: System.processorCount
        case .some(let count): count
        }
    }

    /// How many threads check one file.
    var checkers: Int { count(otherwise: Self.several) }

    /// As many threads as there are processors, but for the largest machines.
    static var several: Int { min(System.processorCount, 8) }
}
