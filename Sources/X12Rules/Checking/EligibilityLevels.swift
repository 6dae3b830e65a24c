public import X12Models
public import X12Text

/// What stands above an inquiry about coverage or its answer.
public final class EligibilityLevels: Sendable {
    /// The day the input was received, as asked for or, without that, as its group says (GS04).
    public let received: CalendarDate?
    /// The day the answer was made, as it says itself (BHT04); `nil` in an inquiry.
    public let answered: CalendarDate?
    /// Who knows about coverage (2000A).
    public let source: InformationSource?
    /// Who asks about it (2000B).
    public let receiver: InformationReceiver?
    /// The subscriber of whom, or of whose dependent, is asked (2000C of a 270).
    public let inquirySubscriber: InquirySubscriber?
    /// The subscriber of whom, or of whose dependent, is told (2000C of a 271).
    public let responseSubscriber: ResponseSubscriber?
    /// What the input is compared with, where that is at hand.
    public let counterparts: Counterparts?

    init(
        received: CalendarDate? = nil, answered: CalendarDate? = nil, counterparts: Counterparts? = nil,
        source: InformationSource? = nil, receiver: InformationReceiver? = nil,
        inquirySubscriber: InquirySubscriber? = nil,
        responseSubscriber: ResponseSubscriber? = nil
    ) {
        self.received = received
        self.answered = answered
        self.counterparts = counterparts
        self.source = source
        self.receiver = receiver
        self.inquirySubscriber = inquirySubscriber
        self.responseSubscriber = responseSubscriber
    }

    func with(source: InformationSource) -> EligibilityLevels { levels(source) }

    func with(receiver: InformationReceiver) -> EligibilityLevels { levels(source, receiver) }

    func with(inquirySubscriber: InquirySubscriber?) -> EligibilityLevels {
        levels(source, receiver, inquirySubscriber)
    }

    func with(responseSubscriber: ResponseSubscriber?) -> EligibilityLevels {
        levels(source, receiver, nil, responseSubscriber)
    }

    /// Other levels of the same set.
    private func levels(
        _ source: InformationSource?, _ receiver: InformationReceiver? = nil,
        _ inquirySubscriber: InquirySubscriber? = nil, _ responseSubscriber: ResponseSubscriber? = nil
    ) -> EligibilityLevels {
        EligibilityLevels(
            received: received, answered: answered, counterparts: counterparts, source: source,
            receiver: receiver, inquirySubscriber: inquirySubscriber, responseSubscriber: responseSubscriber)
    }
}
