/// Remittances (835, 005010X221A1) of any size: made up, balanced, and the same for the same seed.
///
/// 1 to 5 lines a claim; SVC02 - CAS = SVC03, CLP03 - all CAS = CLP04, and BPR02 = sum of CLP04 - PLB. Some claims are
/// denied, some reversed and corrected right behind. All counts are right, and segments stand in the guide's order,
/// also those that share a position.
public struct RemittanceWorkload: Sendable {
    /// Where the random numbers start.
    public var seed: UInt64
    /// How the bytes are spelled.
    public var format: WorkloadFormat
    /// How many claims a transaction set holds before the next one starts; `nil` puts the whole file into one set.
    public var claimsPerSet: Int?
    /// How many claims in 100 are denied as a whole.
    public var denialPercent: Int
    /// How many claims in 100 are a reversal, each followed by its correction.
    public var reversalPercent: Int

    /// A workload of the usual shape.
    public init(
        seed: UInt64 = 1, format: WorkloadFormat = WorkloadFormat(), claimsPerSet: Int? = 2_000,
        denialPercent: Int = 8, reversalPercent: Int = 2
    ) {
        self.seed = seed
        self.format = format
        self.claimsPerSet = claimsPerSet
        self.denialPercent = denialPercent
        self.reversalPercent = reversalPercent
    }

    /// Writes one interchange of at least `bytes` bytes, chunk by chunk, and says what is in it.
    ///
    /// The payment stands in front of the claims that it pays, so each transaction set is made twice: once to add up,
    /// once to write. Memory does not grow with `bytes`. The last claim is complete and all envelopes are closed, so a
    /// little more is written; one claim is the least. An error of `sink` ends the writing and is passed on.
    @discardableResult
    public func write(atLeast bytes: Int, to sink: ([UInt8]) throws -> Void) rethrows -> AnswerKey {
        var composer = RemittanceComposer(workload: self)
        composer.openInterchange()
        repeat {
            var trial = composer
            trial.openSet(paying: 0)
            var claims = 0
            repeat {
                claims += trial.claim()
                trial.out.discard()
            } while claims < claimsPerSet ?? Int.max && trial.out.byteCount < bytes

            composer.openSet(paying: trial.total)
            var written = 0
            while written < claims {
                written += composer.claim()
                try composer.out.drain(to: sink)
            }
            composer.closeSet()
        } while composer.out.byteCount < bytes
        composer.closeInterchange()
        try composer.out.drain(isLast: true, to: sink)
        return composer.key
    }

    /// The same in memory.
    public func bytes(atLeast bytes: Int) -> (bytes: [UInt8], key: AnswerKey) {
        var all: [UInt8] = []
        let key = write(atLeast: bytes) { all.append(contentsOf: $0) }
        return (all, key)
    }
}
