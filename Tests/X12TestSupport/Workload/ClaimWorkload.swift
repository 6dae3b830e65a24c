/// Professional claims (837P, 005010X222A1) of any size: made up, balanced, and the same for the same seed.
///
/// 10 to 60 subscribers a billing provider, one patient in five a dependent, 1 to 5 lines a claim, one claim in seven
/// with another payer's adjudication (2320, 2330, 2430). CLM02 is the sum of SV102; SVD02 and the CAS behind it add up
/// to SV102; AMT*D is the sum of SVD02. All counts and HL numbers are right, and segments stand in the guide's order,
/// also those that share a position.
public struct ClaimWorkload: Sendable {
    /// Where the random numbers start.
    public var seed: UInt64
    /// How the bytes are spelled.
    public var format: WorkloadFormat
    /// How many claims a transaction set holds before the next one starts; `nil` puts the whole file into one set
    /// under one billing provider.
    public var claimsPerSet: Int?
    /// How many claims in 100 come with another payer's adjudication.
    public var coordinationPercent: Int
    /// How many patients in 100 are dependents.
    public var dependentPercent: Int

    /// A workload of the usual shape.
    public init(
        seed: UInt64 = 1, format: WorkloadFormat = WorkloadFormat(), claimsPerSet: Int? = 5_000,
        coordinationPercent: Int = 15, dependentPercent: Int = 20
    ) {
        self.seed = seed
        self.format = format
        self.claimsPerSet = claimsPerSet
        self.coordinationPercent = coordinationPercent
        self.dependentPercent = dependentPercent
    }

    /// Writes one interchange of at least `bytes` bytes, chunk by chunk, and says what is in it.
    ///
    /// The last claim is complete and all envelopes are closed, so a little more is written; one claim is the least.
    /// Memory does not grow with `bytes`. An error of `sink` ends the writing and is passed on.
    @discardableResult
    public func write(atLeast bytes: Int, to sink: ([UInt8]) throws -> Void) rethrows -> AnswerKey {
        var composer = ClaimComposer(workload: self)
        composer.openInterchange()
        repeat {
            composer.openSet()
            var claimsLeft = claimsPerSet ?? Int.max
            repeat {
                composer.billingProvider()
                var subscribers = claimsPerSet == nil ? Int.max : composer.random.number(in: 10...60)
                repeat {
                    claimsLeft -= composer.subscriber(atMost: claimsLeft)
                    subscribers -= 1
                    try composer.out.drain(to: sink)
                } while subscribers > 0 && claimsLeft > 0 && composer.out.byteCount < bytes
            } while claimsLeft > 0 && composer.out.byteCount < bytes
            composer.out.closeSet()
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
