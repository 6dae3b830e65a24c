public import X12Models

/// One side of an envelope: how the other knows it.
public struct EnvelopeAddress: ModelPart {
    /// What kind of identifier it is (ISA05, ISA07: `ZZ` agreed upon, `30` tax number, `27` and `28` Medicare).
    public var qualifier: String?
    /// The identifier of the interchange (ISA06, ISA08, 1 to 15 characters).
    public var identifier: String?
    /// The identifier of the functional group (GS02, GS03, 2 to 15 characters); nil when it is the same.
    public var groupIdentifier: String?

    /// An empty address.
    public init() {}

    /// Walks the properties.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(0, "qualifier", &qualifier)
        visitor.text(0, "identifier", &identifier)
        visitor.text(0, "groupIdentifier", &groupIdentifier)
    }
}

extension EnvelopeAddress {
    /// One side of an envelope that was received; nil when it does not say whose it is.
    init?(_ qualifier: String?, _ identifier: String?, _ groupIdentifier: String?) {
        guard let identifier else { return nil }
        self.init()
        self.qualifier = qualifier
        self.identifier = identifier
        self.groupIdentifier = groupIdentifier
    }
}
