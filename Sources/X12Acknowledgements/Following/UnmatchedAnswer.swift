public import X12Text

/// An answer, or a part of one, that was held against no claim.
public struct UnmatchedAnswer: Sendable {
    /// What kind of answer it is.
    public let kind: AnswerKind
    /// What it calls what it answers: a claim, a batch, a group, an interchange.
    public let number: String
    /// Why it was held against none.
    public let reason: Reason
    /// What it pays.
    public let paid: ExactDecimal?
    /// Where it stands.
    public let place: FollowedClaim.Place

    /// Why an answer was held against no claim.
    public enum Reason: String, Sendable, CaseIterable {
        /// Nothing of this number was sent.
        case unknown
        /// All of this number was sent later.
        case sentLater
        /// Several have the number, and nothing says which is meant.
        case ambiguous
        /// The claim of this number is another patient's.
        case otherPatient
    }
}
