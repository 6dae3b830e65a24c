public import X12Text

/// A transport by ambulance: CR1 of a claim or a line.
public struct AmbulanceTransport: ModelPart {
    /// The unit of the weight (CR101: `LB` pounds).
    public var weightUnit: String?
    /// The patient's weight (CR102); sent when it bears on the transport.
    public var patientWeight: ExactDecimal?
    /// Why the patient was taken there (CR104: `A` nearest facility, `B` preferred physician, `C` nearness of
    /// family, `D` specialist or equipment, `E` rehabilitation).
    public var reason: String?
    /// The distance in miles (CR106); may be 0.
    public var distance: ExactDecimal?
    /// Why a round trip was made (CR109, 1 to 80 characters).
    public var roundTripPurpose: String?
    /// Why a stretcher was used (CR110, 1 to 80 characters).
    public var stretcherPurpose: String?

    /// An empty transport.
    public init() {}

    /// Walks CR1.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("CR1") {
            visitor.text(1, "weightUnit", &weightUnit)
            visitor.decimal(2, "patientWeight", &patientWeight)
            visitor.text(4, "reason", &reason)
            visitor.constant(5, "DH")
            visitor.decimal(6, "distance", &distance)
            visitor.text(9, "roundTripPurpose", &roundTripPurpose)
            visitor.text(10, "stretcherPurpose", &stretcherPurpose)
            visitor.leave()
        }
    }
}
