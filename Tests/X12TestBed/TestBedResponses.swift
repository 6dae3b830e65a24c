import X12Models
import X12TestSupport
import X12Text

/// Makes the payer's answers (271) to inquiries.
struct TestBedResponses {
    /// The answer about one member: coverage, or that there is no such member.
    func items(_ visit: TestBedVisit, _ inquiry: [ModelItem]) -> [ModelItem] {
        guard case .inquiry(let asked) = inquiry.last else { return [] }
        var response = EligibilityResponse()
        var subscriber = ResponseSubscriber()
        var person = ResponseSubscriberDetails()
        person.entityType = .person
        person.lastOrOrganizationName = visit.subscriber.last
        person.firstName = visit.subscriber.first
        person.identifierQualifier = "MI"
        person.memberIdentifier = visit.subscriber.memberID
        guard let child = visit.child, let dependent = asked.dependent else {
            subscriber.traces = (asked.subscriber?.traces ?? []).map(returned)
            if visit.outcome == .memberUnknown {
                person.requestValidations = [unknown("75")]
            } else {
                person.birthDate = CalendarDate(x12: visit.subscriber.birthDate).map { .date($0) }
                person.gender = visit.subscriber.gender
                person.dates = [planBegin]
                response.benefits = benefits
            }
            subscriber.person = person
            response.subscriber = subscriber
            return [.response(response)]
        }
        subscriber.person = person
        var told = ResponseDependent()
        told.traces = dependent.traces.map(returned)
        var details = ResponseDependentDetails()
        details.entityType = .person
        details.lastName = child.last
        details.firstName = child.first
        if visit.outcome == .memberUnknown {
            details.requestValidations = [unknown("67")]
        } else {
            details.birthDate = CalendarDate(x12: child.birthDate).map { .date($0) }
            details.gender = child.gender
            details.relationship = Relationship(rawValue: "19")
            details.dates = [planBegin]
            response.benefits = benefits
        }
        told.person = details
        response.dependent = told
        return [.responseSubscriber(subscriber), .response(response)]
    }

    private func returned(_ trace: TraceNumber) -> TraceNumber {
        var trace = trace
        trace.type = .referenced
        return trace
    }

    private func unknown(_ reason: String) -> RequestValidation {
        var validation = RequestValidation()
        validation.validRequestIndicator = "N"
        validation.rejectReason = RejectReason(rawValue: reason)
        validation.followUpAction = FollowUpAction(rawValue: "C")
        return validation
    }

    private var planBegin: QualifiedPeriod {
        var period = QualifiedPeriod()
        period.qualifier = "346"
        period.period = CalendarDate(year: 2025, month: 1, day: 1).map { .date($0) }
        return period
    }

    /// The services that a payer speaks of when it is asked about a plan as a whole.
    private static let generalServices = [
        "1", "33", "35", "47", "48", "50", "86", "88", "98", "AL", "MH", "UC",
    ]

    /// Active, with a deductible of which a part is left, a copayment and a coinsurance.
    private var benefits: [EligibilityBenefit] {
        var active = EligibilityBenefit()
        active.kind = BenefitKind(rawValue: "1")
        active.serviceTypes = [ServiceType(rawValue: "30")]
        active.planDescription = "PPO GOLD"
        var services = EligibilityBenefit()
        services.kind = BenefitKind(rawValue: "1")
        services.serviceTypes = Self.generalServices.map(ServiceType.init(rawValue:))
        return [
            active, services, amount("C", "30", "23", 150_000), amount("C", "30", "29", 40_000),
            amount("B", "98", "27", 3_000), share("98"),
        ]
    }

    private func amount(
        _ kind: String, _ service: String, _ period: String, _ cents: Int
    ) -> EligibilityBenefit {
        var benefit = EligibilityBenefit()
        benefit.kind = BenefitKind(rawValue: kind)
        benefit.coverageLevel = CoverageLevel(rawValue: "IND")
        benefit.serviceTypes = [ServiceType(rawValue: service)]
        benefit.period = BenefitPeriod(rawValue: period)
        benefit.amount = .cents(cents)
        benefit.inPlanNetworkIndicator = "Y"
        return benefit
    }

    private func share(_ service: String) -> EligibilityBenefit {
        var benefit = amount("A", service, "27", 0)
        benefit.amount = nil
        benefit.period = nil
        benefit.fraction = ExactDecimal("0.2")
        return benefit
    }
}
