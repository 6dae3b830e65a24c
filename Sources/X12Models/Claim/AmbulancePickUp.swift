/// Where an ambulance fetched the patient: loop 2310E of a claim, 2420G of a line.
public struct AmbulancePickUp: ModelPart {
    /// Always an organization (NM102: `2`); the segment has no other value that must be sent, so it is kept.
    public var entityType: EntityType?
    /// The address, or what comes closest to one (N3, N4).
    public var address: Address?

    /// An empty location.
    public init() {}

    /// Walks loop 2310E or 2420G.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "PW") {
            visitor.constant(1, "PW")
            visitor.code(2, "entityType", &entityType)
            visitor.leave()
        }
        visitor.part("address", &address)
    }
}
