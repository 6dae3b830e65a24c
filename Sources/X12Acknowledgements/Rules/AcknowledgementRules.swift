public import X12Diagnostics

/// What there is to say about an answer that could not be given.
extension Finding.Rule {
    /// A group of acknowledgements (GS01 `FA`).
    public static let acknowledgementsUnanswered = Self(
        "ACK-999-NO-999", level: 2, .info, "group {detail} holds acknowledgements, which nobody acknowledges",
        help: "nothing to do: a 999 is never answered by a 999, so that two programs do not answer forever")

    /// A group of a kind that the 999 has no code for.
    public static let groupUnanswerable = Self(
        "ACK-999-KIND", level: 2, .warning, "group {detail} is not answered: a 999 has no code for its kind",
        help:
            "the 999 of health care answers claims, remittances, eligibility, enrolment and their like alone; "
            + "ask the sender which answer is expected")

    /// A group that cannot be named, since its GS cannot be repeated.
    public static let groupUnnameable = Self(
        "ACK-999-NAME", level: 1, .warning,
        "group {detail} is not answered by a 999, since its GS cannot be repeated",
        help: "the TA1 says that the interchange is rejected; the sender mends the GS and sends it again")

    /// A transaction set that cannot be named, since its ST cannot be repeated or is of a kind the 999 has no code for.
    public static let setUnnameable = Self(
        "ACK-999-SET", level: 1, .warning,
        "transaction set {detail} is counted in AK9, but has no AK2 of its own",
        help: "a 999 has no code for what the ST says; the sender mends it and sends the set again")
}

/// The catalogue of this room.
public enum AcknowledgementRules {
    /// All rules, in the order of their ids.
    public static let all: [Finding.Rule] = [
        .groupUnanswerable, .groupUnnameable, .acknowledgementsUnanswered, .setUnnameable,
    ]
}
