/// Where an ambulance took the patient: loop 2310F of a claim, 2420H of a line.
public struct AmbulanceDropOff: ModelPart {
    /// Always an organization (NM102: `2`); the segment has no other value that must be sent, so it is kept.
    public var entityType: EntityType?
    /// The name of the place (NM103, 1 to 60 characters); nil when it has none.
    public var organizationName: String?
    /// The address (N3, N4).
    public var address: Address?

    /// An empty location.
    public init() {}

    /// Walks loop 2310F or 2420H.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "45") {
            visitor.constant(1, "45")
            visitor.code(2, "entityType", &entityType)
            visitor.text(3, "organizationName", &organizationName)
            visitor.leave()
        }
        visitor.part("address", &address)
    }
}
