/// A provider's part in the care, and a number or specialty of the provider: PRV of the eligibility guides.
public struct EligibilityProvider: ModelPart {
    /// What the provider does (PRV01).
    public var role: ProviderRole?
    /// What the identifier is (PRV02: `PXC` taxonomy code; in inquiries also `9K`, `D3` pharmacy, `EI` tax number,
    /// `HPI` NPI, `SY`, `TJ`).
    public var identifierQualifier: String?
    /// The taxonomy code or number (PRV03, 1 to 50 characters).
    public var identifier: String?

    /// An empty provider.
    public init() {}

    /// Walks the elements of a PRV that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.code(1, "role", &role)
        visitor.text(2, "identifierQualifier", &identifierQualifier)
        visitor.text(3, "identifier", &identifier)
    }
}

extension ModelVisitor {
    /// PRV, which the eligibility guides have once in a loop.
    mutating func provider(_ provider: inout EligibilityProvider?) {
        guard enter("PRV", "AD") else { return }
        part("provider", &provider)
        leave()
    }
}
