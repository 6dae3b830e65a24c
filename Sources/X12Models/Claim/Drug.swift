public import X12Text

/// The drug or product of a line: loop 2410.
public struct Drug: ModelPart {
    /// What kind of code it is (LIN02: `N4` NDC, `UP` universal product code, `HI` HIBC).
    public var qualifier: String?
    /// The code (LIN03; an NDC has 11 digits in the form 5-4-2, without hyphens).
    public var code: String?
    /// How much of it (CTP04).
    public var quantity: ExactDecimal?
    /// The unit of the quantity (CTP05-1: `ML`, `GR`, `ME` milligram, `F2` international unit, `UN` unit).
    public var unit: String?
    /// The prescription (REF01: `XZ` prescription number, `VY` link for drugs given together).
    public var prescription: Identifier?

    /// An empty drug.
    public init() {}

    /// Walks loop 2410.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("LIN") {
            visitor.text(2, "qualifier", &qualifier)
            visitor.text(3, "code", &code)
            visitor.leave()
        }
        if visitor.enter("CTP") {
            visitor.decimal(4, "quantity", &quantity)
            visitor.text(5, 1, "unit", &unit)
            visitor.leave()
        }
        if visitor.enter("REF", "VY", if: prescription != nil) {
            visitor.part("prescription", &prescription)
            visitor.leave()
        }
    }
}
