public import X12Text

/// The result of a test: MEA.
public struct TestResult: ModelPart {
    /// What the value is (MEA01: `OG` at the start, `TR` test result).
    public var reference: String?
    /// What was measured (MEA02: `HT` height, `R1` hemoglobin, `R2` hematocrit, `R3` epoetin starting dose,
    /// `R4` creatinine).
    public var qualifier: String?
    /// The value (MEA03).
    public var value: ExactDecimal?

    /// An empty result.
    public init() {}

    /// Walks the elements of an MEA that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "reference", &reference)
        visitor.text(2, "qualifier", &qualifier)
        visitor.decimal(3, "value", &value)
    }
}
