public import X12Text

/// What stands around a part of an answer.
public final class AcknowledgementLevels: Sendable {
    /// The day the input was received, as asked for or, without that, as its group says (GS04).
    public let received: CalendarDate?
    /// What the input is compared with, where that is at hand.
    public let counterparts: Counterparts?

    /// The batch that is answered (2200B TRN02 of a 277CA).
    public let batchIdentifier: String?

    init(received: CalendarDate? = nil, counterparts: Counterparts? = nil, batchIdentifier: String? = nil) {
        self.batchIdentifier = batchIdentifier
        self.received = received
        self.counterparts = counterparts
    }
}
