/// What a test bed is made of, and how often something goes wrong in it.
public struct TestBedSettings: Sendable {
    /// Where the random numbers start; the same seed and settings give the same bytes for ever.
    public var seed: UInt64 = 1
    /// How many visits of patients there are.
    public var visits = 20
    /// How many visits make one day: one file of each kind.
    public var visitsPerDay = 20
    /// How many of 100 members the payer does not find: no coverage, and no claim.
    public var unknownMemberPercent = 5
    /// How many of 100 claims have a fault of the biller's, for which the payer rejects them.
    public var faultPercent = 5
    /// How many of 100 accepted claims are denied.
    public var denialPercent = 10
    /// How many of 100 paid claims are reversed and corrected in the payer's next remittance.
    public var reversalPercent = 5
    /// How many of 100 claims go to a second payer, with what the first one paid.
    public var secondaryPercent = 10

    /// Twenty visits, with the usual rates.
    public init() {}
}
