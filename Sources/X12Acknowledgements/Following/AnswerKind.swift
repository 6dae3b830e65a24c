/// What kind of answer says something of a claim.
public enum AnswerKind: String, Sendable, CaseIterable {
    /// Of an interchange.
    case interchange = "TA1"
    /// Of a group or set.
    case set = "999"
    /// Of claims, by who takes them in.
    case claim = "277CA"
    /// Of claims, by who was asked.
    case status = "277"
    /// Of payments.
    case remittance = "835"
}
