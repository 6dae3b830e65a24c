/// One more identifier of who asks about coverage: REF of loop 2100B.
public struct ReceiverIdentifier: ModelPart {
    /// What the identifier is (REF01: `0B` state licence, `1C` Medicare, `1D` Medicaid, `1J` facility, `4A`
    /// personal number, `CT` contract, `EL` device, `EO` submitter, `HPI` NPI, `JD` user, `N5` and `N7` network,
    /// `Q4` prior number, `SY` social security number, `TJ` tax number).
    public var qualifier: String?
    /// The identifier (REF02, 1 to 50 characters).
    public var value: String?
    /// The state that a licence is of (REF03, two letters).
    public var state: String?

    /// An empty identifier.
    public init() {}

    /// Walks the elements of a REF that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "qualifier", &qualifier)
        visitor.text(2, "value", &value)
        visitor.text(3, "state", &state)
    }
}
