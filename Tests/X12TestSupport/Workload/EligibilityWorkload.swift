/// Eligibility responses (271, 005010X279A1) of any size: made up, and the same for the same seed.
///
/// 10 to 30 benefits (EB) a member with repeated service types in EB03, dates, messages and related parties between LS
/// and LE; one member in five is a dependent, one in twenty is not found (AAA). All counts and HL numbers are right, and
/// segments stand in the guide's order.
public struct EligibilityWorkload: Sendable {
    /// Where the random numbers start.
    public var seed: UInt64
    /// How the bytes are spelled.
    public var format: WorkloadFormat
    /// How many members a transaction set answers for before the next one starts; `nil` puts all into one set.
    public var membersPerSet: Int?

    /// A workload of the usual shape.
    public init(seed: UInt64 = 1, format: WorkloadFormat = WorkloadFormat(), membersPerSet: Int? = 99) {
        self.seed = seed
        self.format = format
        self.membersPerSet = membersPerSet
    }

    /// Writes one interchange of at least `bytes` bytes, chunk by chunk, and says what is in it.
    ///
    /// The last member is complete and all envelopes are closed, so a little more is written; one member is the least.
    /// Memory does not grow with `bytes`. An error of `sink` ends the writing and is passed on.
    @discardableResult
    public func write(atLeast bytes: Int, to sink: ([UInt8]) throws -> Void) rethrows -> AnswerKey {
        var composer = EligibilityComposer(workload: self)
        composer.openInterchange()
        repeat {
            composer.openSet()
            var membersLeft = membersPerSet ?? Int.max
            repeat {
                composer.member()
                membersLeft -= 1
                try composer.out.drain(to: sink)
            } while membersLeft > 0 && composer.out.byteCount < bytes
            composer.out.closeSet()
        } while composer.out.byteCount < bytes
        composer.closeInterchange()
        try composer.out.drain(isLast: true, to: sink)
        return composer.key
    }
}
