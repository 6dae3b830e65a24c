public import X12Text

/// The person whom an inquiry (270) asks about or a response (271) tells of: what subscribers (2000C) and dependents (2000D)
/// of both say of one, in the same words.
public struct EligibilityPerson: Sendable, Equatable {
    /// Whether the person is insured through somebody else (2000D).
    public var isDependent = false
    /// Last name, or the name of an organization (NM103).
    public var lastName: String?
    /// First name (NM104).
    public var firstName: String?
    /// Date of birth (DMG02).
    public var birthDate: CalendarDate?
    /// Gender (DMG03: `F`, `M`, `U` unknown).
    public var gender: String?
    /// What the person is to the subscriber (INS02): `18` self for subscribers, whatever they say.
    public var relationship: Relationship?
    /// Numbers by which the inquiry is found again (TRN).
    public var traces: [TraceNumber] = []
    /// Dates of the person (DTP): what is asked for, or since when there is coverage.
    public var dates: [QualifiedPeriod] = []

    /// The number that the inquiry gave itself, as an answer repeats it (TRN02 of `2`).
    public var referencedTrace: String? { traces.first { $0.type == .referenced }?.number }

    /// The person of an inquiry's level 2000C; of nobody where there is none.
    public init(_ level: InquirySubscriber?) {
        self.init(level?.person, level?.person?.lastOrOrganizationName, level?.traces ?? [])
        relationship = .subscriber
    }

    /// The person of an inquiry's level 2000D.
    public init(_ level: InquiryDependent) {
        self.init(level.person, level.person?.lastName, level.traces)
        isDependent = true
        relationship = level.person?.relationship
    }

    /// The person of a response's level 2000C; of nobody where there is none.
    public init(_ level: ResponseSubscriber?) {
        self.init(level?.person, level?.person?.lastOrOrganizationName, level?.traces ?? [])
        relationship = .subscriber
    }

    /// The person of a response's level 2000D.
    public init(_ level: ResponseDependent) {
        self.init(level.person, level.person?.lastName, level.traces)
        isDependent = true
        relationship = level.person?.relationship
    }

    private init(_ details: (some InsuredPerson)?, _ lastName: String?, _ traces: [TraceNumber]) {
        self.lastName = lastName
        firstName = details?.firstName
        birthDate = details?.birthDate?.firstDay
        gender = details?.gender
        self.traces = traces
        dates = details?.dates ?? []
    }
}

extension EligibilityInquiry {
    /// The person asked about: the dependent, else the subscriber.
    public var person: EligibilityPerson {
        dependent.map { EligibilityPerson($0) } ?? EligibilityPerson(subscriber)
    }
}

extension EligibilityResponse {
    /// The person told of: the dependent, else the subscriber.
    public var person: EligibilityPerson {
        dependent.map { EligibilityPerson($0) } ?? EligibilityPerson(subscriber)
    }
}
