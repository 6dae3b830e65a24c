internal import X12Diagnostics

/// An interchange's header: ISA, with the delimiters it declares and the line end that follows its segments.
///
/// The fixed widths of ISA are filled up with blanks when it is written, and left out here.
public struct Interchange: BlockPart {
    /// What kind of authorization is given (ISA01: `00` none, `03` additional data).
    public var authorizationQualifier: String?
    /// The authorization (ISA02, up to 10 characters).
    public var authorization: String?
    /// What kind of security is given (ISA03: `00` none, `01` password).
    public var securityQualifier: String?
    /// The password (ISA04, up to 10 characters).
    public var security: String?
    /// What the sender's identifier is (ISA05: `ZZ` mutually defined, `01` DUNS, `30` tax number).
    public var senderQualifier: String?
    /// Who sends (ISA06, up to 15 characters).
    public var sender: String?
    /// What the receiver's identifier is (ISA07).
    public var receiverQualifier: String?
    /// Who receives (ISA08, up to 15 characters).
    public var receiver: String?
    /// The date, YYMMDD as sent (ISA09).
    public var date: String?
    /// The time, HHMM as sent (ISA10).
    public var time: String?
    /// The repetition separator (ISA11), or `U` in an interchange of a version before 00402.
    public var repetitionSeparator: String?
    /// The version of the interchange's control segments (ISA12: `00501`).
    public var version: String?
    /// The interchange control number, nine digits (ISA13).
    public var controlNumber: String?
    /// Whether a TA1 is asked for (ISA14: `0`, `1`).
    public var acknowledgmentRequested: String?
    /// Whether this is in earnest (ISA15: `P` production, `T` test).
    public var usage: String?
    /// The component separator (ISA16).
    public var componentSeparator: String?
    /// The element separator, the fourth byte of the interchange.
    public var elementSeparator: String?
    /// The segment terminator, the byte behind ISA16.
    public var segmentTerminator: String?
    /// What follows each terminator: nothing, `\n` or `\r\n`.
    public var lineEnd: String?
    /// What came with the header and has no place above.
    @Boxed public var carried: Carried?

    /// An empty header.
    public init() {}

    /// Walks ISA.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("ISA") else { return }
        visitor.text(1, "authorizationQualifier", &authorizationQualifier)
        visitor.text(2, "authorization", &authorization)
        visitor.text(3, "securityQualifier", &securityQualifier)
        visitor.text(4, "security", &security)
        visitor.text(5, "senderQualifier", &senderQualifier)
        visitor.text(6, "sender", &sender)
        visitor.text(7, "receiverQualifier", &receiverQualifier)
        visitor.text(8, "receiver", &receiver)
        visitor.text(9, "date", &date)
        visitor.text(10, "time", &time)
        visitor.text(11, "repetitionSeparator", &repetitionSeparator)
        visitor.text(12, "version", &version)
        visitor.text(13, "controlNumber", &controlNumber)
        visitor.text(14, "acknowledgmentRequested", &acknowledgmentRequested)
        visitor.text(15, "usage", &usage)
        visitor.text(16, "componentSeparator", &componentSeparator)
        if Visitor.visitsProperties {
            visitor.text(0, "elementSeparator", &elementSeparator)
            visitor.text(0, "segmentTerminator", &segmentTerminator)
            visitor.text(0, "lineEnd", &lineEnd)
        }
        visitor.leave()
    }

    /// Takes the blanks off that fill the fixed widths.
    mutating func trimPadding() {
        for path in [
            \Self.authorizationQualifier, \.authorization, \.securityQualifier, \.security, \.senderQualifier,
            \.sender, \.receiverQualifier, \.receiver, \.date, \.time, \.repetitionSeparator, \.version,
            \.controlNumber, \.acknowledgmentRequested, \.usage,
        ] {
            guard let value = self[keyPath: path], value.hasSuffix(" ") else { continue }
            let kept = value.trimmedEnd
            self[keyPath: path] = kept.isEmpty ? nil : kept
        }
    }
}
