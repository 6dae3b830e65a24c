/// What ties a remittance to its check or transfer: TRN.
public struct RemittanceTrace: ModelPart {
    /// Number of the check or transfer (TRN02, 1 to 50 characters), which the bank hands on.
    public var number: String?
    /// The payer (TRN03, 10 characters): `1` and its tax number.
    public var payerIdentifier: String?
    /// A code that the payer's own divisions use (TRN04, 1 to 50 characters).
    public var supplementalCode: String?

    /// An empty trace.
    public init() {}

    /// Walks TRN.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("TRN", "1") else { return }
        visitor.constant(1, "1")
        visitor.text(2, "number", &number)
        visitor.text(3, "payerIdentifier", &payerIdentifier)
        visitor.text(4, "supplementalCode", &supplementalCode)
        visitor.leave()
    }
}
