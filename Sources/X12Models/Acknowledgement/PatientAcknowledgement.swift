/// A patient whose claims are answered: level 2000D of the 277CA.
public struct PatientAcknowledgement: BlockPart {
    /// The level's place in the hierarchy (HL); HL04 is not used.
    public var hierarchicalLevel: HierarchicalLevel?
    /// The patient (2100D).
    public var patient: AcknowledgedPatient?
    /// What became of each claim (2200D).
    public var claims: [AcknowledgedClaim] = []
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?
    /// Who answers; shared with its other patients until it is changed.
    @Boxed public var source: AcknowledgementSource?
    /// Who sent the claims.
    @Boxed public var receiver: AcknowledgementReceiver?
    /// Who billed.
    @Boxed public var provider: AcknowledgedProvider?

    /// An empty level.
    public init() {}

    /// Puts the patient under levels that it shares with others.
    mutating func stand(
        under source: Boxed<AcknowledgementSource>, _ receiver: Boxed<AcknowledgementReceiver>,
        _ provider: Boxed<AcknowledgedProvider>
    ) {
        _source = source
        _receiver = receiver
        _provider = provider
    }

    /// Walks level 2000D.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("HL", "PT") {
            visitor.part("hierarchicalLevel", &hierarchicalLevel)
            visitor.leave()
        }
        visitor.loop("2100D", "patient", &patient)
        visitor.loops("2200D", "claims", &claims)
    }
}
