/// Where a party of a benefit is: N3 and N4 of loop 2120C or 2120D of a 271, with the region of military health care.
public struct RelatedEntityAddress: ModelPart {
    /// Street and number, first line (N301, 1 to 55 characters).
    public var line1: String?
    /// Second address line (N302, 1 to 55 characters).
    public var line2: String?
    /// City (N401, 2 to 30 characters).
    public var city: String?
    /// State or province code (N402, two letters), in the United States and Canada.
    public var state: String?
    /// ZIP or postal code (N403, 3 to 15 characters, no hyphen).
    public var postalCode: String?
    /// Country (N404, ISO 3166), absent for the United States.
    public var country: String?
    /// What the location is (N405: `RJ` region of military health care).
    public var locationQualifier: String?
    /// The region of military health care (N406, 1 to 30 characters).
    public var healthServiceRegion: String?
    /// Country subdivision (N407), for countries other than the United States and Canada.
    public var countrySubdivision: String?

    /// An empty address.
    public init() {}

    /// Walks N3 and N4.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("N3") {
            visitor.text(1, "line1", &line1)
            visitor.text(2, "line2", &line2)
            visitor.leave()
        }
        if visitor.enter("N4") {
            visitor.text(1, "city", &city)
            visitor.text(2, "state", &state)
            visitor.text(3, "postalCode", &postalCode)
            visitor.text(4, "country", &country)
            visitor.text(5, "locationQualifier", &locationQualifier)
            visitor.text(6, "healthServiceRegion", &healthServiceRegion)
            visitor.text(7, "countrySubdivision", &countrySubdivision)
            visitor.leave()
        }
    }
}
