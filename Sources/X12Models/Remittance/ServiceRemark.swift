/// A remark on a service line: LQ in loop 2110.
public struct ServiceRemark: ModelPart {
    /// Whose list the code is of (LQ01: `HE` remittance advice remark codes, `RX` pharmacy reject codes).
    public var qualifier: String?
    /// The code (LQ02, 1 to 30 characters).
    public var code: String?

    /// An empty remark.
    public init() {}

    /// Walks LQ01 and LQ02.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "qualifier", &qualifier)
        visitor.text(2, "code", &code)
    }
}
