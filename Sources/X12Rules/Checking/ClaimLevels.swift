public import X12Models
public import X12Text

/// What stands above a claim: the head of its set, billing provider, subscriber and patient, and what rules ask of them
/// again and again, worked out once.
public final class ClaimLevels: Sendable {
    /// The day the input was received, as asked for or, without that, as its group says (GS04).
    public let received: CalendarDate?
    /// The head of the set.
    public var header: ClaimHeader? { outer.header }
    /// The billing provider (2000A).
    public var billingProvider: BillingProvider? { outer.billingProvider }
    /// The subscriber (2000B).
    public let subscriber: Subscriber?
    /// The patient, where that is not the subscriber (2000C).
    public let patient: Patient?
    /// The patient's date of birth, of whichever level the patient stands in.
    public let birthDate: CalendarDate?
    /// The patient's gender (DMG03: `F`, `M`, `U`).
    public let gender: String?
    /// Whether the patient is said to be pregnant.
    public let isPregnant: Bool
    /// Whether Medicare is asked to pay (SBR09 is `MB` or `MA`).
    public let isMedicare: Bool

    /// What the input is compared with, where that is at hand.
    public let counterparts: Counterparts?

    /// What stays as it is while subscribers go by, so that it is not copied for each.
    private final class Outer: Sendable {
        let header: ClaimHeader?
        let billingProvider: BillingProvider?

        init(_ header: ClaimHeader?, _ billingProvider: BillingProvider?) {
            self.header = header
            self.billingProvider = billingProvider
        }
    }

    private let outer: Outer

    convenience init(
        received: CalendarDate? = nil, header: ClaimHeader? = nil, billingProvider: BillingProvider? = nil,
        subscriber: Subscriber? = nil, patient: Patient? = nil, counterparts: Counterparts? = nil
    ) {
        self.init(Outer(header, billingProvider), received, subscriber, patient, counterparts)
    }

    private init(
        _ outer: Outer, _ received: CalendarDate?, _ subscriber: Subscriber?, _ patient: Patient?,
        _ counterparts: Counterparts?
    ) {
        self.outer = outer
        self.counterparts = counterparts
        self.received = received
        self.subscriber = subscriber
        self.patient = patient
        let isDependent = patient != nil
        birthDate = (isDependent ? patient?.person?.birthDate : subscriber?.person?.birthDate)?.firstDay
        gender = isDependent ? patient?.person?.gender : subscriber?.person?.gender
        let pregnancy =
            isDependent ? patient?.pregnancyIndicator : subscriber?.patientHealth?.pregnancyIndicator
        isPregnant = pregnancy == "Y"
        let indicator = subscriber?.claimFilingIndicator
        isMedicare = indicator == .medicarePartB || indicator == .medicarePartA
    }

    func with(header: ClaimHeader) -> ClaimLevels {
        ClaimLevels(received: received, header: header, counterparts: counterparts)
    }

    func with(billingProvider: BillingProvider) -> ClaimLevels {
        ClaimLevels(
            received: received, header: header, billingProvider: billingProvider, counterparts: counterparts)
    }

    func with(subscriber: Subscriber) -> ClaimLevels {
        ClaimLevels(outer, received, subscriber, nil, counterparts)
    }

    func with(patient: Patient) -> ClaimLevels {
        ClaimLevels(outer, received, subscriber, patient, counterparts)
    }
}

extension DateTimePeriod {
    /// The day, or the first of several.
    public var firstDay: CalendarDate? {
        switch self {
        case .date(let day), .dateTime(let day, _), .range(let day, _): day
        case .time: nil
        }
    }

    /// The day, or the last of several.
    public var lastDay: CalendarDate? {
        switch self {
        case .date(let day), .dateTime(let day, _), .range(_, let day): day
        case .time: nil
        }
    }
}
