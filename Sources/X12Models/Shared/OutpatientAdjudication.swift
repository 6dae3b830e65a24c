public import X12Text

/// How a payer decided on an outpatient or professional claim: MOA of loop 2320, or of 2100 in the 835.
public struct OutpatientAdjudication: ModelPart {
    /// The rate of reimbursement (MOA01), a fraction of 1.
    public var reimbursementRate: ExactDecimal?
    /// The amount payable for HCPCS services (MOA02).
    public var payableAmount: ExactDecimal?
    /// Up to five remark codes (MOA03 to MOA07).
    public var remarkCodes: [String] = []
    /// What was paid for end-stage renal disease (MOA08).
    public var renalDiseasePaymentAmount: ExactDecimal?
    /// Professional services that were billed and are not payable (MOA09).
    public var nonPayableProfessionalAmount: ExactDecimal?

    /// An empty decision.
    public init() {}

    /// Walks MOA.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("MOA") {
            visitor.decimal(1, "reimbursementRate", &reimbursementRate)
            visitor.decimal(2, "payableAmount", &payableAmount)
            visitor.texts(3...7, "remarkCodes", &remarkCodes)
            visitor.decimal(8, "renalDiseasePaymentAmount", &renalDiseasePaymentAmount)
            visitor.decimal(9, "nonPayableProfessionalAmount", &nonPayableProfessionalAmount)
            visitor.leave()
        }
    }
}
