public import X12Models

/// A payer under a key that encounters name it by, with the way its claims go.
public struct NamedPayer: ModelPart {
    /// The key, unique in the practice file.
    public var key: String?
    /// The payer (2010BB).
    public var payer: Payer?
    /// What kind of plan it is (SBR09).
    public var claimFilingIndicator: ClaimFilingIndicator?
    /// Who receives the file: the payer itself, or a clearinghouse (1000B).
    public var receiver: Receiver?
    /// The receiver's address in the envelope (ISA07, ISA08, GS03).
    public var address: EnvelopeAddress?
    /// The address that inquiries go to (270); nil is that of claims.
    public var inquiryAddress: EnvelopeAddress?
    /// The name of the payer's profile.
    public var profile: String?
    /// How this payer knows the sender (ISA05, ISA06, GS02); nil is the practice's address.
    public var sender: EnvelopeAddress?
    /// The number that this payer has given the submitter (1000A NM109); nil is the practice's.
    public var submitterIdentifier: String?

    /// An empty entry.
    public init() {}

    /// Walks the properties.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(0, "key", &key)
        visitor.part("payer", &payer)
        visitor.code(0, "claimFilingIndicator", &claimFilingIndicator)
        visitor.part("receiver", &receiver)
        visitor.part("address", &address)
        visitor.part("inquiryAddress", &inquiryAddress)
        visitor.text(0, "profile", &profile)
        visitor.part("sender", &sender)
        visitor.text(0, "submitterIdentifier", &submitterIdentifier)
    }
}
