public import X12Text

/// The dates of a line other than that of the service: the DTP segments of loop 2400.
public struct ServiceLineDates: ModelPart {
    /// The prescription of a drug or item (`471`).
    public var prescription: DateTimePeriod?
    /// The revision of a certificate, or the recertification (`607`).
    public var certificationRevision: DateTimePeriod?
    /// The begin of therapy (`463`).
    public var beginTherapy: DateTimePeriod?
    /// The last certification (`461`).
    public var lastCertification: DateTimePeriod?
    /// When a physician last saw the patient (`304`).
    public var lastSeen: DateTimePeriod?
    /// Tests, one of each (`738` last hemoglobin or hematocrit, `739` last serum creatinine).
    public var tests: [QualifiedPeriod] = []
    /// The shipment (`011`).
    public var shipped: DateTimePeriod?
    /// The last X-ray (`455`).
    public var lastXRay: DateTimePeriod?
    /// The first treatment (`454`).
    public var initialTreatment: DateTimePeriod?

    /// An empty set of dates.
    public init() {}

    /// Walks the DTP segments of loop 2400 behind the service date.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.dated("471", "prescription", &prescription)
        visitor.dated("607", "certificationRevision", &certificationRevision)
        visitor.dated("463", "beginTherapy", &beginTherapy)
        visitor.dated("461", "lastCertification", &lastCertification)
        visitor.dated("304", "lastSeen", &lastSeen)
        visitor.segments(SegmentKey("DTP", "738"), "tests", &tests)
        visitor.dated("011", "shipped", &shipped)
        visitor.dated("455", "lastXRay", &lastXRay)
        visitor.dated("454", "initialTreatment", &initialTreatment)
    }
}
