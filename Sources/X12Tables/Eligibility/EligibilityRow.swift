internal import X12Models
internal import X12Text

/// The levels that inquiries and responses stand under, as they come.
struct EligibilityLevels {
    var source: InformationSource?
    var receiver: InformationReceiver?
}

/// An inquiry or a response: what a row of its tables is made from.
final class EligibilityRow {
    let key: String
    let place: SetPlace
    let levels: EligibilityLevels
    let reference: String?
    /// The subscriber's name and number, also where a dependent is the person.
    let subscriber: EligibilityPerson
    let memberIdentifier: String?
    let person: EligibilityPerson

    init(
        key: String, place: SetPlace, reference: String?, _ levels: EligibilityLevels,
        subscriber: EligibilityPerson, memberIdentifier: String?, dependent: EligibilityPerson?
    ) {
        self.key = key
        self.place = place
        self.reference = reference
        self.levels = levels
        self.subscriber = subscriber
        self.memberIdentifier = memberIdentifier
        person = dependent ?? subscriber
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
    let plan: ToldPeriod
    let eligibility: ToldPeriod
    let unplacedSegments: Int?
}

/// One thing that is told of a person's coverage.
struct BenefitRow {
    let person: EligibilityRow
    let position: Int
    let benefit: EligibilityBenefit
    let period: ToldPeriod
}

/// One thing that a benefit allows: how much, how often and when.
struct BenefitLimitRow {
    let benefit: BenefitRow
    let position: Int
    let limit: ServiceDelivery
}

/// One reason why something could not be answered.
struct RejectionRow {
    let place: SetPlace
    /// The response; nil for a source or receiver.
    let person: EligibilityRow?
    let rejection: EligibilityRejection
}
