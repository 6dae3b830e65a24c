internal import X12Models
internal import X12Specs
internal import X12Text

/// What an answer (271) says of one person, put in the order in which a front desk asks.
struct CoverageAnswer {
    /// Why something could not be answered, and what to do, in words.
    struct Rejection {
        /// Whom or what the reason is about.
        var subject: String
        var reason: String?
        var reasonCode: String?
        var action: String?
        var actionCode: String?
    }

    /// A date or period with what it is (DTP).
    struct Dated: Equatable {
        var label: String
        var qualifier: String?
        var period: DateTimePeriod
    }

    let person: EligibilityPerson
    /// The number on the insurance card, which is the subscriber's.
    let memberIdentifier: String?
    let payer: String?
    let status: CoverageStatus
    /// How the days of active coverage stand to the day of the answer, where they do not hold it.
    let otherDays: CoverageDays.Standing?
    /// Whether the inquiry was refused (AAA01 is N), of the person or above.
    let isRefused: Bool
    /// The plans that active or inactive coverage is told of, each once.
    let plans: [String]
    let dates: [Dated]
    let rejections: [Rejection]
    let benefits: [EligibilityBenefit]

    /// What a response of a day says.
    init(_ response: EligibilityResponse, on day: CalendarDate?) {
        person = response.person
        memberIdentifier = response.subscriber?.person?.memberIdentifier
        payer = response.informationSource?.party?.lastOrOrganizationName
        status = response.coverageStatus
        otherDays = day.flatMap {
            response.coverageOfOtherDays(than: $0, subscriber: response.subscriber?.person?.dates ?? [])?
                .standing
        }
        isRefused = response.rejections.contains {
            $0.level != .benefit && $0.validation.validRequestIndicator == "N"
        }
        benefits = response.benefits
        let coverage = response.coverage
        var names: [String] = []
        for name in coverage.compactMap(\.planDescription) where !names.contains(name) { names.append(name) }
        plans = names
        dates = Self.dates(person.dates + coverage.flatMap(\.dates))
        rejections = response.rejections.map { reason in
            Rejection(reason, benefit: reason.benefit.map { response.benefits[$0] })
        }
    }

    /// Each date once, in the order told.
    private static func dates(_ told: [QualifiedPeriod]) -> [Dated] {
        var dates: [Dated] = []
        for date in told {
            guard let period = date.period, period.firstDay != nil else { continue }
            let label = date.qualifier.flatMap { X12Specs.label(dataElement: "374", code: $0) }
            let dated = Dated(
                label: label ?? "date \(date.qualifier ?? "")", qualifier: date.qualifier, period: period)
            if !dates.contains(dated) { dates.append(dated) }
        }
        return dates
    }
}

extension CoverageAnswer.Rejection {
    /// A reason in words; of the benefit that it is about, where it is about one.
    init(_ rejection: EligibilityRejection, benefit: EligibilityBenefit? = nil) {
        subject =
            switch rejection.level {
            case .source: "the payer"
            case .receiver: "the provider who asks"
            case .subscriber: "the subscriber"
            case .dependent: "the dependent"
            case .benefit: benefit.map(CoverageWords.services) ?? ""
            }
        reasonCode = rejection.validation.rejectReason?.rawValue
        actionCode = rejection.validation.followUpAction?.rawValue
        reason = reasonCode.flatMap { X12Specs.label(dataElement: "901", code: $0) }
        action = actionCode.flatMap { X12Specs.label(dataElement: "889", code: $0) }
    }
}
