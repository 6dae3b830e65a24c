public import X12Text

/// What another payer decided on a line: loop 2430.
public struct LineAdjudication: ModelPart {
    /// Who decided, as in 2330B NM109 (SVD01, 2 to 80 characters).
    public var payerIdentifier: String?
    /// What was paid for the line (SVD02); 0 when nothing.
    public var paidAmount: ExactDecimal?
    /// The procedure that the payer decided on (SVD03); may differ from the line's.
    public var procedure: Procedure?
    /// How many units were paid (SVD05).
    public var paidUnitCount: ExactDecimal?
    /// The line into which the payer bundled this one (SVD06).
    public var bundledLineNumber: Int?
    /// Why the payer paid less than was charged for the line (2430 CAS, up to five).
    public var adjustments: [Adjustment] = []
    /// When the payer decided or paid (DTP with `573`).
    public var paymentDate: DateTimePeriod?
    /// What the patient still owes for the line (AMT02 with `EAF`).
    public var remainingPatientLiability: ExactDecimal?

    /// An empty decision.
    public init() {}

    /// Walks loop 2430.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("SVD") {
            visitor.text(1, "payerIdentifier", &payerIdentifier)
            visitor.decimal(2, "paidAmount", &paidAmount)
            visitor.composite(3, "procedure", &procedure)
            visitor.decimal(5, "paidUnitCount", &paidUnitCount)
            visitor.integer(6, "bundledLineNumber", &bundledLineNumber)
            visitor.leave()
        }
        visitor.adjustments("adjustments", &adjustments)
        visitor.dated("573", "paymentDate", &paymentDate)
        visitor.amount("EAF", "remainingPatientLiability", &remainingPatientLiability)
    }
}
