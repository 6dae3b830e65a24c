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
    public var birthDate: CalendarDate? { person.birthDate }
    /// The day the patient died, where that is said (PAT06).
    var deathDate: CalendarDate? { person.deathDate }
    /// The patient's gender (DMG03: `F`, `M`, `U`).
    public var gender: String? { person.gender }
    /// Whether the patient is said to be pregnant.
    public var isPregnant: Bool { person.isPregnant }
    /// What kind of plan pays (SBR09).
    let filingIndicator: ClaimFilingIndicator?
    /// Whether Medicare is asked to pay (SBR09 is `MB` or `MA`).
    public var isMedicare: Bool { filingIndicator == .medicarePartB || filingIndicator == .medicarePartA }
    /// What kind of claims they are (BHT06).
    var claimType: String? { outer.claimType }
    /// Who sends the set's claims (1000A NM109).
    var submitterIdentifier: String? { outer.submitterIdentifier }
    /// The billing provider's NPI (2010AA NM109).
    var billingIdentifier: String? { outer.billingIdentifier }

    /// What the input is compared with, where that is at hand.
    public let counterparts: Counterparts?

    /// What stays as it is while subscribers go by, so that it is not copied for each; with what rules ask of it for each
    /// claim, so that neither is it taken out to be looked at.
    private final class Outer: Sendable {
        let header: ClaimHeader?
        let billingProvider: BillingProvider?
        let claimType: String?
        let submitterIdentifier: String?
        let billingIdentifier: String?

        init(_ header: ClaimHeader?, _ billingProvider: BillingProvider?) {
            claimType = header?.claimType
            submitterIdentifier = header?.submitter?.identifier
            billingIdentifier = billingProvider?.provider?.npi
            self.header = header
            self.billingProvider = billingProvider
        }
    }

    /// What rules ask of the patient, of whichever level.
    private struct Person {
        var birthDate: CalendarDate?
        var deathDate: CalendarDate?
        var gender: String?
        var isPregnant = false
    }

    private let outer: Outer
    private let person: Person

    convenience init(received: CalendarDate? = nil, counterparts: Counterparts? = nil) {
        self.init(Outer(nil, nil), received, counterparts)
    }

    private init(
        _ outer: Outer, _ received: CalendarDate?, _ counterparts: Counterparts?,
        subscriber: Subscriber? = nil, patient: Patient? = nil, _ person: Person = Person(),
        _ filingIndicator: ClaimFilingIndicator? = nil
    ) {
        self.outer = outer
        self.received = received
        self.counterparts = counterparts
        self.subscriber = subscriber
        self.patient = patient
        self.person = person
        self.filingIndicator = filingIndicator
    }

    func with(header: ClaimHeader) -> ClaimLevels {
        ClaimLevels(Outer(header, nil), received, counterparts)
    }

    func with(billingProvider: BillingProvider) -> ClaimLevels {
        ClaimLevels(Outer(header, billingProvider), received, counterparts)
    }

    func with(subscriber: Subscriber) -> ClaimLevels {
        ClaimLevels(
            outer, received, counterparts, subscriber: subscriber,
            Person(
                birthDate: subscriber.person?.birthDate?.firstDay,
                deathDate: subscriber.patientHealth?.deathDate?.firstDay, gender: subscriber.person?.gender,
                isPregnant: subscriber.patientHealth?.pregnancyIndicator == "Y"),
            subscriber.claimFilingIndicator)
    }

    func with(patient: Patient) -> ClaimLevels {
        ClaimLevels(
            outer, received, counterparts, subscriber: subscriber, patient: patient,
            Person(
                birthDate: patient.person?.birthDate?.firstDay, deathDate: patient.deathDate?.firstDay,
                gender: patient.person?.gender,
                isPregnant: patient.pregnancyIndicator == "Y"),
            filingIndicator)
    }
}
