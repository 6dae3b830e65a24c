internal import X12Diagnostics

/// Sender and receiver of interchanges: control numbers are counted apart for each pair.
///
/// Identifiers are compared as ISA holds them without the blanks that fill them up to 15 characters.
public struct TradingPartner: Hashable, Sendable {
    /// What kind of identifier the sender's is (ISA05: `ZZ`, `30` tax number, ...).
    public let senderQualifier: String
    /// The sender (ISA06), 1 to 15 characters.
    public let sender: String
    /// What kind of identifier the receiver's is (ISA07).
    public let receiverQualifier: String
    /// The receiver (ISA08), 1 to 15 characters.
    public let receiver: String

    /// Creates a pair; blanks at the end of identifiers are taken away.
    public init(senderQualifier: String, sender: String, receiverQualifier: String, receiver: String) {
        self.senderQualifier = senderQualifier
        self.sender = sender.trimmedEnd
        self.receiverQualifier = receiverQualifier
        self.receiver = receiver.trimmedEnd
    }
}
