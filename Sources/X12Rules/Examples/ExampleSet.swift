/// A sound transaction set that examples of rules begin with: made-up people, nothing of anybody's.
public struct ExampleSet: Sendable {
    /// What it is about, in a few words.
    public let title: String
    /// The kind of transaction set.
    public let transaction: Rule.Transaction
    /// The segments between ST and SE, each ended by a tilde, one a line; `====` on a line begins another set.
    let segments: String

    /// A sound set: its title, kind, and segments between ST and SE, one a line, each ended by a tilde.
    public init(_ title: String, _ transaction: Rule.Transaction, _ segments: String) {
        self.title = title
        self.transaction = transaction
        self.segments = segments
    }

    /// The set in an interchange of its own, with changes made one after the other, and the right count in SE.
    ///
    /// A piece of text that does not stand there is not replaced; a test finds such a change.
    func interchange(_ changes: [RuleExample.Change]) -> String {
        var body = segments
        for change in changes {
            if let range = body.firstRange(of: change.from) { body.replaceSubrange(range, with: change.to) }
        }
        let bodies = body.split(separator: "\n====\n")
        // The remittance's ST has no third element.
        let guide = transaction == .remittance ? "" : "*\(transaction.guide)"
        var sets = ""
        for (index, body) in bodies.enumerated() {
            let count = body.utf8.count { $0 == UInt8(ascii: "~") } + 2
            sets += "ST*\(transaction.setIdentifier)*000\(index + 1)\(guide)~\n\(body)\n"
            sets += "SE*\(count)*000\(index + 1)~\n"
        }
        return """
            ISA*00*          *00*          *ZZ*SENDER01       *ZZ*RECEIVER01     *260301*0930*^*00501*000000101*0*T*:~
            GS*\(functionalIdentifier)*SENDER01*RECEIVER01*20260301*0930*101*X*\(transaction.guide)~
            \(sets)GE*\(bodies.count)*101~
            IEA*1*000000101~

            """
    }

    private var functionalIdentifier: String {
        switch transaction {
        case .claim: "HC"
        case .remittance: "HP"
        case .eligibilityInquiry: "HS"
        case .eligibilityAnswer: "HB"
        case .claimAcknowledgement: "HN"
        case .implementationAcknowledgement: "FA"
        }
    }
}
