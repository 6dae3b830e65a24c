internal import X12Models
internal import X12Text

/// The levels that inquiries and responses stand under, as they come.
struct EligibilityLevels {
    var source: InformationSource?
    var receiver: InformationReceiver?
}

/// The person who is asked about or told of, whichever of the two guides' four kinds it is.
struct InsuredPersonRow {
    var lastName: String?
    var firstName: String?
    var birthDate: CalendarDate?
    var gender: String?
    var relationship: String?
    var traces: [TraceNumber] = []
}

/// An inquiry or a response: what a row of its tables is made from.
final class EligibilityRow {
    let key: String
    let place: SetPlace
    let levels: EligibilityLevels
    let reference: String?
    /// The subscriber's name and number, also where a dependent is the person.
    let subscriber: InsuredPersonRow
    let memberIdentifier: String?
    let person: InsuredPersonRow
    let isDependent: Bool

    init(
        key: String, place: SetPlace, reference: String?, _ levels: EligibilityLevels,
        subscriber: InsuredPersonRow, memberIdentifier: String?, dependent: InsuredPersonRow?
    ) {
        self.key = key
        self.place = place
        self.reference = reference
        self.levels = levels
        self.subscriber = subscriber
        self.memberIdentifier = memberIdentifier
        person = dependent ?? subscriber
        isDependent = dependent != nil
    }
}

/// One thing that is asked.
struct InquiryRow {
    let person: EligibilityRow
    /// The question's place among the person's, from 1; nil when nothing in particular is asked.
    let position: Int?
    let inquiry: BenefitInquiry
    let planDate: DateTimePeriod?
}

/// A person whose coverage was asked about, with the days that were told.
struct ResponseRow {
    let person: EligibilityRow
    let benefitCount: Int
    let rejectionCount: Int
    let groupNumber: String?
    let dates: [QualifiedPeriod]
    let unplacedSegments: Int?

    /// The day, or the first of the days, with one of some qualifiers, the first that was sent.
    func firstDay(_ qualifiers: String...) -> CalendarDate? {
        dates.period(of: qualifiers)?.firstDay
    }

    /// The day on which coverage ends; a plan's single day says only that it had begun.
    var endDay: CalendarDate? {
        if let end = dates.period(of: ["347", "357"]) { return end.lastDay }
        guard case .range(_, let end) = dates.period(of: ["291"]) else { return nil }
        return end
    }
}

/// One thing that is told of a person's coverage.
struct BenefitRow {
    let person: EligibilityRow
    let position: Int
    let benefit: EligibilityBenefit
}

/// One thing that a benefit allows: how much, how often and when.
struct BenefitLimitRow {
    let benefit: BenefitRow
    let position: Int
    let limit: ServiceDelivery
}

/// One reason why something could not be answered.
struct RejectionRow {
    /// Who could not be answered for.
    enum Level: String {
        case source, receiver, subscriber, dependent, benefit
    }

    let place: SetPlace
    /// The response; nil for a source or receiver.
    let person: EligibilityRow?
    let level: Level
    let benefit: Int?
    let validation: RequestValidation
}

extension [QualifiedPeriod] {
    /// The first period with one of some qualifiers, in the qualifiers' order.
    func period(of qualifiers: [String]) -> DateTimePeriod? {
        for qualifier in qualifiers {
            if let found = first(where: { $0.qualifier == qualifier }) { return found.period }
        }
        return nil
    }
}
