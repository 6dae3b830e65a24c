public import X12Models

/// Where a claim goes, and from whom: all that one file's claims have in common.
public struct Destination: Sendable, Equatable {
    /// Who sends (1000A).
    public var submitter: Submitter
    /// The sender's address in the envelope.
    public var sender: EnvelopeAddress
    /// Who receives (1000B).
    public var receiver: Receiver
    /// The receiver's address in the envelope.
    public var address: EnvelopeAddress
    /// The name of the payer's profile, if there is one.
    public var profile: String?
    /// What claims are sent for (BHT06), where the file that they came in said so; nil is what the settings say.
    public var claimType: String?

    /// Creates a destination.
    public init(
        submitter: Submitter, sender: EnvelopeAddress, receiver: Receiver, address: EnvelopeAddress,
        profile: String? = nil, claimType: String? = nil
    ) {
        self.submitter = submitter
        self.sender = sender
        self.receiver = receiver
        self.address = address
        self.profile = profile
        self.claimType = claimType
    }
}
