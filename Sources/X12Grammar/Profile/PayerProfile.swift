/// What a payer asks for beyond the guide: constraints, envelopes, and how much our own rules matter to it.
///
/// A profile may build upon another; what it says itself wins (``PayerProfile/adding(_:)``).
public struct PayerProfile: Hashable, Sendable {
    /// The profile's name, as an option names it (`medicare-part-b`).
    public var name = ""
    /// The profile's title for people.
    public var title = ""
    /// The name of the profile that it builds upon; empty when there is none.
    public var base = ""
    /// The edition of the payer's document that it follows (`3.2, January 2026`); empty when that is not said.
    public var version = ""
    /// How far its facts can be trusted: `illustrative` until somebody holds it against the payer's own documents.
    public var status = ""
    /// Where its facts come from.
    public var sources: [String] = []
    /// What sends a file to this profile.
    public var routes: [ProfileRoute] = []
    /// How files for the payer are written.
    public var submission = ProfileSubmission()
    /// What claims and answers have to keep.
    public var constraints: [ProfileConstraint] = []
    /// Ids of constraints of the base that do not hold here.
    public var removed: [String] = []
    /// How much rules of ours matter here, as lines of a rule configuration (`837P-CLIA off`).
    public var ruleSettings: [String] = []
    /// The acknowledgement that tells of what is found above level 2: `999` or `277CA`; empty when that is not said.
    public var businessAnswer = ""
    /// Where its file says what it builds upon (`my-payer.xml:2`); empty for one that came compiled.
    public var origin = ""

    /// An empty profile.
    public init() {}

    /// This profile built upon a base: what it does not say is taken from there.
    public func built(upon base: PayerProfile) -> PayerProfile {
        var whole = self
        whole.base = ""
        whole.submission = submission.filled(from: base.submission)
        let own = Set(constraints.map(\.id))
        whole.constraints =
            base.constraints.filter { !own.contains($0.id) && !removed.contains($0.id) } + constraints
        whole.ruleSettings = base.ruleSettings + ruleSettings
        whole.sources = base.sources + sources
        if whole.businessAnswer.isEmpty { whole.businessAnswer = base.businessAnswer }
        // What a base further down asks for is taken out as well.
        whole.removed = removed + base.removed
        return whole
    }
}

/// Identifiers that send a file or claim to a profile; an empty one asks for nothing.
public struct ProfileRoute: Hashable, Sendable {
    /// The receiver (ISA08 or GS03).
    public var receiver = ""
    /// The payer (2010BB NM109 of a claim, 2100A NM109 of an answer; N104, REF02 with `2U` or ISA06 of a remittance).
    public var payer = ""
    /// The kind of plan (2000B SBR09 of a claim: `MB`, `CI`).
    public var product = ""
    /// The state of the billing provider (2010AA N402 of a claim).
    public var state = ""

    /// How much it asks for; the route that asks for most wins.
    ///
    /// A payer tells more than a receiver, and both more than product and state, which narrow them down.
    public var weight: Int {
        (payer.isEmpty ? 0 : 8) + (receiver.isEmpty ? 0 : 4) + (product.isEmpty ? 0 : 2)
            + (state.isEmpty ? 0 : 1)
    }

    /// A route that leads nowhere.
    public init() {}
}

/// How files for a payer are written; what is empty or 0 is not said.
public struct ProfileSubmission: Hashable, Sendable {
    /// The receiver's identifier qualifier (ISA07).
    public var receiverQualifier = ""
    /// The receiver (ISA08).
    public var receiver = ""
    /// The receiver of the group (GS03).
    public var groupReceiver = ""
    /// The most claims in a transaction set.
    public var claimsPerSet = 0
    /// The most claims in an interchange.
    public var claimsPerFile = 0
    /// Whether files are in earnest (ISA15): `P`, `T`.
    public var usage = ""
    /// Element separator, component separator, repetition separator, segment terminator: `*:^~`.
    public var delimiters = ""
    /// What follows each segment: `none`, `lf`, `crlf`.
    public var lineEnd = ""
    /// The characters that texts may have: `basic`, `extended`.
    public var characters = ""
    /// Whether texts are in capitals: `upper`, `any`.
    public var letterCase = ""

    /// Nothing said.
    public init() {}

    func filled(from base: ProfileSubmission) -> ProfileSubmission {
        func own(_ text: String, _ other: String) -> String { text.isEmpty ? other : text }
        var whole = self
        whole.receiverQualifier = own(receiverQualifier, base.receiverQualifier)
        whole.receiver = own(receiver, base.receiver)
        whole.groupReceiver = own(groupReceiver, base.groupReceiver)
        whole.claimsPerSet = claimsPerSet > 0 ? claimsPerSet : base.claimsPerSet
        whole.claimsPerFile = claimsPerFile > 0 ? claimsPerFile : base.claimsPerFile
        whole.usage = own(usage, base.usage)
        whole.delimiters = own(delimiters, base.delimiters)
        whole.lineEnd = own(lineEnd, base.lineEnd)
        whole.characters = own(characters, base.characters)
        whole.letterCase = own(letterCase, base.letterCase)
        return whole
    }
}
