/// An identifier with what it is and what it stands for: REF of a response (271), loops 2100C, 2100D, 2110C, 2110D.
public struct DescribedIdentifier: ModelPart {
    /// What the identifier is (REF01: `18` plan, `1L` policy, `1W` member, `6P` group, `F6` Medicare, `HJ` card,
    /// `N6` network, `NQ` Medicaid, `SY` social security number, `9F` referral, `G1` authorization, `ALS` and
    /// `CLI` lists, `FO` formulary).
    public var qualifier: String?
    /// The identifier (REF02, 1 to 50 characters).
    public var value: String?
    /// The name of the plan, group or network that it identifies (REF03, 1 to 80 characters).
    public var description: String?

    /// An empty identifier.
    public init() {}

    /// Walks the elements of a REF that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "qualifier", &qualifier)
        visitor.text(2, "value", &value)
        visitor.text(3, "description", &description)
    }
}
