/// A claim's or line's control number that an earlier job has used.
public struct RepeatedNumber: Hashable, Sendable {
    /// What bears the number.
    public enum Kind: String, Sendable {
        /// A claim (CLM01).
        case claim
        /// A service line (2400 REF02 with `6R`).
        case line
    }

    /// What bears the number.
    public let kind: Kind
    /// The position of the claim among those that were handed in, from 0.
    public let claim: Int
    /// The position of the line in its claim, from 0; `nil` for a claim.
    public let line: Int?
    /// When the earlier job began, as its caller's clock said.
    public let earlierTime: String
    /// The interchange that the earlier job wrote (ISA13); `nil` when the earlier one is in this same job.
    public let earlierInterchange: Int?
}
