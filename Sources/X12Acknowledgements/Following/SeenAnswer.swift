internal import X12Text

/// What an answer says of a claim, or of all claims of a set.
struct SeenAnswer: Sendable {
    var kind: AnswerKind
    var verdict: Verdict
    /// Since when it holds, and when the answer was made.
    var since: CalendarDate?
    var made: CalendarDate?
    /// Codes, with blanks between them.
    var codes = ""
    var place: FilePlace

    /// What is said.
    enum Verdict: UInt8, Sendable {
        case accepted, rejected, contradicted, pending, wanted, decided, denied, notFound

        /// Whether it was refused, or may have been.
        var isRejection: Bool { self == .rejected || self == .contradicted }
    }

    /// Whether it counts more: a later stage, of one stage the later day, of one day the refusal.
    func outranks(_ other: SeenAnswer?) -> Bool {
        guard let other else { return true }
        let (stage, otherStage) = (Self.stage(kind), Self.stage(other.kind))
        guard stage == otherStage else { return stage > otherStage }
        if let made, let otherMade = other.made, made != otherMade { return made > otherMade }
        if kind != other.kind { return kind == .status }
        return verdict.isRejection && !other.verdict.isRejection
    }

    /// An interchange comes before a set, a set before a claim; both answers about claims are of one stage.
    private static func stage(_ kind: AnswerKind) -> Int {
        switch kind {
        case .interchange: 0
        case .set: 1
        case .claim, .status: 2
        case .remittance: 3
        }
    }
}
