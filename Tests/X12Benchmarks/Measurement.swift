import CYardstick

/// What one job took, round by round.
struct Measurement {
    let job: Job
    /// The answer of the first round; all others gave the same.
    fileprivate(set) var answer: UInt64?
    /// Seconds a round.
    fileprivate(set) var seconds: [Double] = []
    /// Resident bytes at most above what was resident before the job; `nil` where the system does not say.
    fileprivate(set) var extraMemory: Int?
    /// How often memory was asked for; `nil` where that cannot be counted.
    fileprivate(set) var allocations: Int?
}

/// All jobs over one input.
struct Measurements {
    let input: BenchmarkInput
    private let clock: TimeSource
    /// In the order of the catalogue, the yardstick first.
    private(set) var jobs: [Measurement]

    /// A job gave another answer than in the round before.
    struct Inconsistent: Error, CustomStringConvertible {
        var job: String
        var description: String { "job '\(job)' gives another answer from round to round" }
    }

    /// Runs each of `jobs` once a round, `rounds` times, after one round that does not count.
    ///
    /// A shared machine changes its speed from minute to minute, but hardly within a round: so a ratio is taken
    /// round by round. Each round starts with another job, so that none always follows the same neighbour.
    init(input: BenchmarkInput, jobs chosen: [Job], rounds: Int, clock: TimeSource) throws {
        self.input = input
        self.clock = clock
        jobs = chosen.map { Measurement(job: $0) }
        for position in jobs.indices { try measureMemory(at: position) }
        for round in 0..<rounds {
            for step in jobs.indices { try runOnce(at: (round + step) % jobs.count) }
        }
    }

    /// A job's speed as a share of the yardstick's, round by round.
    func ratios(of measurement: Measurement) -> [Double] {
        zip(jobs[0].seconds, measurement.seconds).map { $0 / $1 }
    }

    private mutating func runOnce(at position: Int) throws {
        let start = clock.now
        let answer = try jobs[position].job.run(input)
        jobs[position].seconds.append(clock.now - start)
        guard answer == jobs[position].answer else { throw Inconsistent(job: jobs[position].job.name) }
    }

    private mutating func measureMemory(at position: Int) throws {
        let before = PeakMemory.restart()
        let calls = yardstick_allocations()
        jobs[position].answer = try jobs[position].job.run(input)
        if calls != .max { jobs[position].allocations = Int(yardstick_allocations() - calls) }
        if let before, let after = PeakMemory.highWaterMark() {
            jobs[position].extraMemory = max(0, after - before)
        }
    }
}

/// The middle and the ends of some numbers.
struct Spread {
    let median: Double
    let least: Double
    let most: Double

    /// `numbers` may not be empty.
    init(_ numbers: [Double]) {
        precondition(!numbers.isEmpty, "a spread needs a number")
        let sorted = numbers.sorted()
        let middle = sorted.count / 2
        median = sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
        least = sorted[0]
        most = sorted[sorted.count - 1]
    }
}
