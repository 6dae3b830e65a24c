import X12Text

extension ClaimPayment {
    /// Walks loop 2100 and its loops 2110.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        walkClaim(&visitor)
        visitor.adjustments("adjustments", &adjustments)
        walkParties(&visitor)
        visitor.part("inpatientAdjudication", &$inpatientAdjudication)
        visitor.part("outpatientAdjudication", &$outpatientAdjudication)
        walkSupplements(&visitor)
        visitor.loops("2110", "serviceLines", &serviceLines)
    }

    /// CLP.
    private mutating func walkClaim<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("CLP") else { return }
        visitor.text(1, "patientControlNumber", &patientControlNumber)
        visitor.code(2, "status", &status)
        visitor.decimal(3, "chargeAmount", &chargeAmount)
        visitor.decimal(4, "paymentAmount", &paymentAmount)
        visitor.decimal(5, "patientResponsibilityAmount", &patientResponsibilityAmount)
        visitor.code(6, "claimFilingIndicator", &claimFilingIndicator)
        visitor.text(7, "payerClaimControlNumber", &payerClaimControlNumber)
        visitor.text(8, "facilityType", &facilityType)
        visitor.code(9, "claimFrequency", &claimFrequency)
        visitor.text(11, "drgCode", &drgCode)
        visitor.decimal(12, "drgWeight", &drgWeight)
        visitor.decimal(13, "dischargeFraction", &dischargeFraction)
        visitor.leave()
    }

    /// The seven NM1, which share a position.
    private mutating func walkParties<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("NM1", "QC") {
            visitor.constant(1, "QC")
            visitor.part("patient", &patient)
            visitor.leave()
        }
        Self.walk(&$insured, "IL", "insured", &visitor)
        Self.walk(&$correctedInsured, "74", "correctedInsured", &visitor)
        Self.walk(&$renderingProvider, "82", "renderingProvider", &visitor)
        Self.walk(&$crossoverCarrier, "TT", "crossoverCarrier", &visitor)
        Self.walk(&$correctedPriorityPayer, "PR", "correctedPriorityPayer", &visitor)
        Self.walk(&$otherSubscriber, "GB", "otherSubscriber", &visitor)
    }

    /// One NM1 whose elements are a part.
    @inline(__always)
    private static func walk<Part: ModelPart, Visitor: ModelVisitor>(
        _ party: inout Boxed<Part>, _ code: StaticString, _ name: StaticString, _ visitor: inout Visitor
    ) {
        if party.box == nil, visitor.skipsAbsent { return }
        guard visitor.enter("NM1", code) else { return }
        visitor.constant(1, code)
        visitor.part(name, &party)
        visitor.leave()
    }

    /// REF, DTM, PER, AMT and QTY.
    private mutating func walkSupplements<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.segments(SegmentKey("REF", "1L"), "identifiers", &identifiers)
        visitor.segments(
            SegmentKey("REF", "0B"), "renderingProviderIdentifiers", &renderingProviderIdentifiers)
        visitor.segments(SegmentKey("DTM", "232"), "statementDates", &statementDates)
        visitor.day("036", "coverageExpirationDate", &coverageExpirationDate)
        visitor.day("050", "receivedDate", &receivedDate)
        visitor.segments(SegmentKey("PER", "CX"), "contacts", &contacts)
        visitor.segments(SegmentKey("AMT", "AU"), "supplementalAmounts", &supplementalAmounts)
        visitor.segments(SegmentKey("QTY", "CA"), "supplementalQuantities", &supplementalQuantities)
    }
}
