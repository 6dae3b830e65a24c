/// How a payee gets the remittance when it does not come with the money: RDM.
public struct RemittanceDelivery: ModelPart {
    /// The way (RDM01: `BM` mail, `EM` electronic mail, `FT` file transfer, `OL` online).
    public var method: String?
    /// To whom (RDM02, 1 to 60 characters).
    public var name: String?
    /// To which number or address (RDM03, 1 to 256 characters).
    public var address: String?

    /// An empty delivery.
    public init() {}

    /// Walks RDM.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("RDM") else { return }
        visitor.text(1, "method", &method)
        visitor.text(2, "name", &name)
        visitor.text(3, "address", &address)
        visitor.leave()
    }
}
