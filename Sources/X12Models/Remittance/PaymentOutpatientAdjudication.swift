public import X12Text

/// How an outpatient or professional claim was priced, and remarks on it: MOA.
public struct PaymentOutpatientAdjudication: ModelPart {
    /// Rate at which the claim was paid (MOA01): a fraction, `.8` for 80 percent.
    public var reimbursementRate: ExactDecimal?
    /// What is payable by HCPCS code (MOA02), in the remittance's currency.
    public var payableAmount: ExactDecimal?
    /// Up to five remarks on the claim (MOA03 to MOA07): remittance advice remark codes; an empty text is a
    /// gap.
    public var remarkCodes: [String] = []
    /// Payment for end stage renal disease (MOA08), in the remittance's currency.
    public var renalDiseasePaymentAmount: ExactDecimal?
    /// Professional component that was billed but is not payable (MOA09), in the remittance's currency.
    public var nonPayableProfessionalAmount: ExactDecimal?

    /// An empty adjudication.
    public init() {}

    /// Walks MOA.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("MOA") else { return }
        visitor.decimal(1, "reimbursementRate", &reimbursementRate)
        visitor.decimal(2, "payableAmount", &payableAmount)
        visitor.texts(3...7, "remarkCodes", &remarkCodes)
        visitor.decimal(8, "renalDiseasePaymentAmount", &renalDiseasePaymentAmount)
        visitor.decimal(9, "nonPayableProfessionalAmount", &nonPayableProfessionalAmount)
        visitor.leave()
    }
}
