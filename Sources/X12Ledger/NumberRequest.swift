/// How many control numbers a job needs, asked for before its first byte is written.
public struct NumberRequest: Hashable, Sendable {
    /// What tells the job from others, 1 to 200 characters: asked for again, the same job gets the same numbers.
    public let job: String
    /// Whom the interchange is from and for.
    public let partner: TradingPartner
    /// How many functional groups the interchange has.
    public let groups: Int
    /// How many transaction sets all groups have together.
    public let sets: Int
    /// What tells the job's content from others, up to 64 characters; empty where that is not looked at. A job that asks again
    /// with other content is refused.
    public let content: String
    /// Whether the interchange is a test (ISA15 `T`). A test's claims have not been sent for a job in production, nor the other way
    /// round, and the same name is one job among tests and another in production.
    public let isTest: Bool
    /// When the job began, as the caller's clock says (`2026-03-02T09:30:00`); kept for people to read.
    public let time: String

    /// Creates a request.
    public init(
        job: String, partner: TradingPartner, groups: Int, sets: Int, content: String = "",
        isTest: Bool = false,
        at time: String
    ) {
        self.job = job
        self.partner = partner
        self.groups = groups
        self.sets = sets
        self.content = content
        self.isTest = isTest
        self.time = time
    }
}
