public import X12Text

/// The dates of a claim: the DTP segments of loop 2300.
public struct ClaimDates: ModelPart {
    /// When the illness or its symptoms began (`431`).
    public var onset: DateTimePeriod?
    /// The first treatment (`454`).
    public var initialTreatment: DateTimePeriod?
    /// When the attending or supervising physician last saw the patient (`304`).
    public var lastSeen: DateTimePeriod?
    /// When a chronic condition became acute (`453`).
    public var acuteManifestation: DateTimePeriod?
    /// The accident (`439`).
    public var accident: DateTimePeriod?
    /// The last menstrual period (`484`).
    public var lastMenstrualPeriod: DateTimePeriod?
    /// The last X-ray (`455`).
    public var lastXRay: DateTimePeriod?
    /// The prescription of glasses or a hearing aid (`471`).
    public var prescription: DateTimePeriod?
    /// Disability (`314` from and to, `360` its begin, `361` its end).
    public var disability: QualifiedPeriod?
    /// The last day at work (`297`).
    public var lastWorked: DateTimePeriod?
    /// When the patient may work again (`296`).
    public var authorizedReturnToWork: DateTimePeriod?
    /// Admission to a hospital (`435`).
    public var admission: DateTimePeriod?
    /// Discharge from it (`096`).
    public var discharge: DateTimePeriod?
    /// When shared care was assumed and relinquished, up to two (`090`, `091`).
    public var careTransfers: [QualifiedPeriod] = []
    /// First contact in a property and casualty claim (`444`).
    public var firstContact: DateTimePeriod?
    /// When the repricer received the claim (`050`).
    public var repricerReceived: DateTimePeriod?

    /// An empty set of dates.
    public init() {}

    /// Walks the DTP segments of loop 2300.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.dated("431", "onset", &onset)
        visitor.dated("454", "initialTreatment", &initialTreatment)
        visitor.dated("304", "lastSeen", &lastSeen)
        visitor.dated("453", "acuteManifestation", &acuteManifestation)
        visitor.dated("439", "accident", &accident)
        visitor.dated("484", "lastMenstrualPeriod", &lastMenstrualPeriod)
        visitor.dated("455", "lastXRay", &lastXRay)
        visitor.dated("471", "prescription", &prescription)
        if visitor.enter("DTP", "314", if: disability != nil) {
            visitor.part("disability", &disability)
            visitor.leave()
        }
        visitor.dated("297", "lastWorked", &lastWorked)
        visitor.dated("296", "authorizedReturnToWork", &authorizedReturnToWork)
        visitor.dated("435", "admission", &admission)
        visitor.dated("096", "discharge", &discharge)
        visitor.segments(SegmentKey("DTP", "090"), "careTransfers", &careTransfers)
        visitor.dated("444", "firstContact", &firstContact)
        visitor.dated("050", "repricerReceived", &repricerReceived)
    }
}
