internal import X12Text

/// A person of whose coverage something is asked or told, so that both guides' loops 2100C and 2100D are walked alike.
protocol InsuredPerson: ModelPart {
    associatedtype Benefit: ModelPart
    /// The property that holds the level of the person.
    static var level: StaticString { get }
    /// The property that holds what is asked or told.
    static var benefits: StaticString { get }

    var firstName: String? { get }
    var birthDate: DateTimePeriod? { get }
    var gender: String? { get }
    var dates: [QualifiedPeriod] { get }
}

/// Loop 2100C or 2100D: a person, and inside, what is asked or told of the person's coverage.
///
/// As properties the benefits stand beside the person's level, so this is walked as X12 alone, and has no name.
struct PersonLoop<Person: InsuredPerson>: ModelPart {
    /// The part of the level that stands in the loop.
    struct Level: ModelPart {
        var person: Person?

        mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
            visitor.part("person", &person)
        }
    }

    var level = Level()
    var benefits: [Person.Benefit] = []

    init() {}

    /// Joins both, taking the benefits out of their place; nothing where there is neither.
    init?(_ person: Person?, taking benefits: inout [Person.Benefit]) {
        guard person != nil || !benefits.isEmpty else { return nil }
        level.person = person
        // Moved and not copied: a list that is held twice is copied as soon as it is walked.
        swap(&self.benefits, &benefits)
    }

    mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.part(Person.level, &level)
        visitor.loops("2110*", Person.benefits, &benefits)
    }
}

extension InquirySubscriberDetails: InsuredPerson {
    typealias Benefit = BenefitInquiry
    static var level: StaticString { "subscriber" }
    static var benefits: StaticString { "benefitInquiries" }
}

extension InquiryDependentDetails: InsuredPerson {
    typealias Benefit = BenefitInquiry
    static var level: StaticString { "dependent" }
    static var benefits: StaticString { "benefitInquiries" }
}

extension ResponseSubscriberDetails: InsuredPerson {
    typealias Benefit = EligibilityBenefit
    static var level: StaticString { "subscriber" }
    static var benefits: StaticString { "benefits" }
}

extension ResponseDependentDetails: InsuredPerson {
    typealias Benefit = EligibilityBenefit
    static var level: StaticString { "dependent" }
    static var benefits: StaticString { "benefits" }
}
