/// Where an ambulance fetched the patient: loop 2310E of a claim, 2420G of a line.
public struct AmbulancePickUp: ModelPart {
    /// The address, or what comes closest to one (N3, N4).
    public var address: Address?

    /// An empty location.
    public init() {}

    /// Walks the loop.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "PW") {
            visitor.constant(1, "PW")
            visitor.constant(2, "2")
            visitor.leave()
        }
        visitor.part("address", &address)
    }
}
