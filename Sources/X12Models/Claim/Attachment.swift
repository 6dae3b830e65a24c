/// A paper or file that supports a claim or a line: PWK.
public struct Attachment: ModelPart {
    /// What it is (PWK01: `OZ` support data, `B4` referral form, `CT` certification).
    public var reportType: String?
    /// How it is sent (PWK02: `AA` on request, `BM` mail, `EL` electronically, `EM` electronic mail, `FT`
    /// file transfer, `FX` fax).
    public var transmission: String?
    /// What the number is (PWK05: `AC`); sent with the number.
    public var controlNumberQualifier: String?
    /// The number that ties the attachment to the claim (PWK06, 2 to 80 characters).
    public var controlNumber: String?

    /// An empty attachment.
    public init() {}

    /// Walks the elements of a PWK that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "reportType", &reportType)
        visitor.text(2, "transmission", &transmission)
        visitor.text(5, "controlNumberQualifier", &controlNumberQualifier)
        visitor.text(6, "controlNumber", &controlNumber)
    }
}
