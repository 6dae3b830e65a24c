public import X12Models

/// What holds for every claim of a practice that does not say otherwise.
public struct ClaimDefaults: ModelPart {
    /// Where services take place (CLM05-1).
    public var placeOfService: String?
    /// Whether the provider's signature is on file (CLM06: `Y`, `N`).
    public var providerSignatureIndicator: String?
    /// Whether the provider accepts assignment (CLM07: `A`, `B`, `C`).
    public var planParticipation: String?
    /// Whether the insured lets the payer pay the provider (CLM08: `Y`, `N`, `W`).
    public var benefitsAssignment: String?
    /// Whether medical data may be released (CLM09: `Y`, `I`).
    public var releaseOfInformation: String?
    /// The key of the provider that treats.
    public var renderingProvider: String?
    /// The laboratory's certificate, for claims with laboratory services (REF02 with `X4`).
    public var laboratoryCertificationNumber: String?

    /// No defaults.
    public init() {}

    /// Walks the properties.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(0, "placeOfService", &placeOfService)
        visitor.text(0, "providerSignatureIndicator", &providerSignatureIndicator)
        visitor.text(0, "planParticipation", &planParticipation)
        visitor.text(0, "benefitsAssignment", &benefitsAssignment)
        visitor.text(0, "releaseOfInformation", &releaseOfInformation)
        visitor.text(0, "renderingProvider", &renderingProvider)
        visitor.text(0, "laboratoryCertificationNumber", &laboratoryCertificationNumber)
    }
}
