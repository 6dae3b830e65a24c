internal import X12Models
internal import X12Specs
internal import X12Text

/// What an answer (271) says of one person, put in the order in which a front desk asks.
struct CoverageAnswer {
    /// Whether there is coverage, as far as the answer says.
    enum Status: String, CaseIterable {
        /// Coverage is told of (EB01 1 to 5), and of no kind of service that it is inactive.
        case active
        /// All that is told is that it is inactive (EB01 6 to 8).
        case inactive
        /// Some of it is active and some inactive.
        case divided
        /// Why there is no answer is told (AAA), and nothing of coverage.
        case rejected
        /// Neither: benefits at most.
        case untold
    }

    /// Why something could not be answered, and what to do.
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

    let lastName: String?
    let firstName: String?
    let birthDate: CalendarDate?
    /// The number on the insurance card, which is the subscriber's.
    let memberIdentifier: String?
    let isDependent: Bool
    /// The number that the inquiry gave itself (TRN02 of 2).
    let trace: String?
    let payer: String?
    let status: Status
    /// The plans that active or inactive coverage is told of, each once.
    let plans: [String]
    let dates: [Dated]
    let rejections: [Rejection]
    let benefits: [EligibilityBenefit]

    /// What a response says, with why levels above it could not be answered for.
    init(_ response: EligibilityResponse, subscriber: ResponseSubscriber?, above: [Rejection]) {
        let own = response.dependent == nil ? response.subscriber ?? subscriber : subscriber
        let person = response.dependent?.person
        isDependent = response.dependent != nil
        lastName = isDependent ? person?.lastName : own?.person?.lastOrOrganizationName
        firstName = isDependent ? person?.firstName : own?.person?.firstName
        birthDate = (isDependent ? person?.birthDate : own?.person?.birthDate)?.firstDay
        memberIdentifier = own?.person?.memberIdentifier
        let traces = isDependent ? response.dependent?.traces ?? [] : own?.traces ?? []
        trace = traces.first { $0.type == .referenced }?.number
        payer = response.informationSource?.party?.lastOrOrganizationName
        benefits = response.benefits
        let coverage = benefits.filter { $0.kind?.isActive == true || $0.kind?.isInactive == true }
        var names: [String] = []
        for name in coverage.compactMap(\.planDescription) where !names.contains(name) { names.append(name) }
        plans = names
        let ownDates = (isDependent ? person?.dates : own?.person?.dates) ?? []
        dates = Self.dates(ownDates + coverage.flatMap(\.dates))
        let subject = isDependent ? "the dependent" : "the subscriber"
        let ownReasons = (isDependent ? person?.requestValidations : own?.person?.requestValidations) ?? []
        rejections =
            above + ownReasons.map { Rejection($0, of: subject) }
            + benefits.flatMap { benefit in
                benefit.requestValidations.map { Rejection($0, of: CoverageWords.services(of: benefit)) }
            }
        status = Self.status(coverage, isRejected: !rejections.isEmpty)
    }

    private static func status(_ coverage: [EligibilityBenefit], isRejected: Bool) -> Status {
        let kinds = coverage.compactMap(\.kind)
        return switch (kinds.contains(where: \.isActive), kinds.contains(where: \.isInactive)) {
        case (true, true): .divided
        case (true, false): .active
        case (false, true): .inactive
        case (false, false): isRejected ? .rejected : .untold
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
    init(_ validation: RequestValidation, of subject: String) {
        self.subject = subject
        reasonCode = validation.rejectReason?.rawValue
        actionCode = validation.followUpAction?.rawValue
        reason = reasonCode.flatMap { X12Specs.label(dataElement: "901", code: $0) }
        action = actionCode.flatMap { X12Specs.label(dataElement: "889", code: $0) }
    }
}
