public import X12Text

/// The certificate for durable medical equipment: CR3.
public struct EquipmentCertification: ModelPart {
    /// Which certificate it is (CR301: `I` initial, `R` renewal, `S` revised).
    public var certificationType: String?
    /// For how many months the equipment is needed (CR303).
    public var duration: ExactDecimal?

    /// An empty certificate.
    public init() {}

    /// Walks CR3.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("CR3") {
            visitor.text(1, "certificationType", &certificationType)
            visitor.constant(2, "MO")
            visitor.decimal(3, "duration", &duration)
            visitor.leave()
        }
    }
}
