public import X12Models

/// What a practice says once, so that its claims need not repeat it: who it is, who sends, which payers there are.
///
/// A JSON file; names and shapes of parties are those of the claim models. Nothing in it is guessed: what a claim
/// needs and neither the claim nor this file says is reported.
public struct Practice: ModelPart {
    /// Who sends the files (1000A).
    public var submitter: Submitter?
    /// The sender's address in the envelope (ISA05, ISA06, GS02).
    public var sender: EnvelopeAddress?
    /// The providers that bill, each under a key of the practice's own; the first bills what names none.
    public var billingProviders: [NamedBillingProvider] = []
    /// The providers that treat (2310B).
    public var renderingProviders: [NamedRenderingProvider] = []
    /// The places where services are given, other than the billing provider's address (2310C).
    public var serviceFacilities: [NamedServiceFacility] = []
    /// The payers that claims name.
    public var payers: [NamedPayer] = []
    /// What holds for every claim that does not say otherwise.
    public var claimDefaults: ClaimDefaults?

    /// An empty practice.
    public init() {}

    /// Walks the properties; a practice has no segments of its own.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.part("submitter", &submitter)
        visitor.part("sender", &sender)
        visitor.loops("", "billingProviders", &billingProviders)
        visitor.loops("", "renderingProviders", &renderingProviders)
        visitor.loops("", "serviceFacilities", &serviceFacilities)
        visitor.loops("", "payers", &payers)
        visitor.part("claimDefaults", &claimDefaults)
    }
}

extension Practice {
    /// How a payer knows the sender in the envelope.
    func sender(to payer: NamedPayer?) -> EnvelopeAddress? { payer?.sender ?? sender }

    /// Who sends, the practice or else somebody, with the number that a payer has given.
    func submitter(to payer: NamedPayer?, otherwise other: Submitter? = nil) -> Submitter? {
        var submitter = submitter ?? other
        if let identifier = payer?.submitterIdentifier { submitter?.identifier = identifier }
        return submitter
    }
}
