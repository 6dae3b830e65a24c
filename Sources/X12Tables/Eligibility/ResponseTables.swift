internal import X12Models
internal import X12Text

/// The tables of eligibility responses (271).
struct ResponseTables {
    static let descriptions = [
        responses.description, benefits.description, rejections.description, limits.description,
    ]

    private var responses: TableFile<ResponseRow> = TableFile(Self.responses)
    private var benefits: TableFile<BenefitRow> = TableFile(Self.benefits)
    private var rejections: TableFile<RejectionRow> = TableFile(Self.rejections)
    private var limits: TableFile<BenefitLimitRow> = TableFile(Self.limits)
    private var place = SetPlace()
    private var reference: String?
    private var levels = EligibilityLevels()
    private var subscriber: ResponseSubscriber?
    private var count = 0

    /// Begins a transaction set.
    mutating func begin(_ place: SetPlace, _ header: EligibilityResponseHeader) {
        self.place = place
        reference = header.referenceIdentifier
        levels = EligibilityLevels()
        subscriber = nil
        count = 0
        responses.begin()
        benefits.begin()
        rejections.begin()
        limits.begin()
    }

    mutating func open(_ level: InformationSource) {
        levels = EligibilityLevels(source: level)
        subscriber = nil
        reject(level.rejections)
    }

    mutating func open(_ level: InformationReceiver) {
        levels.receiver = level
        subscriber = nil
        reject(level.rejections)
    }

    mutating func open(_ level: ResponseSubscriber) { subscriber = level }

    mutating func write(_ response: EligibilityResponse) {
        if response.dependent == nil { subscriber = response.subscriber }
        count += 1
        let row = EligibilityRow(
            key: place.key(of: count), place: place, reference: reference, levels,
            subscriber: EligibilityPerson(subscriber), memberIdentifier: subscriber?.person?.memberIdentifier,
            dependent: response.dependent.map { EligibilityPerson($0) })
        let identifiers = response.dependent.map { $0.person?.identifiers } ?? subscriber?.person?.identifiers
        let dates = row.person.dates
        let reasons = response.ownRejections
        responses.write(
            ResponseRow(
                person: row, benefitCount: response.benefits.count, rejectionCount: reasons.count,
                groupNumber: Self.groupNumber(identifiers ?? []), plan: ToldPeriod(.plan, of: dates),
                eligibility: ToldPeriod(.eligibility, of: dates),
                unplacedSegments: response.carried.flatMap { $0.segments.isEmpty ? nil : $0.segments.count }))
        reject(reasons, row)
        for (index, benefit) in response.benefits.enumerated() {
            let benefitRow = BenefitRow(
                person: row, position: index + 1, benefit: benefit, period: ToldPeriod(of: benefit.dates))
            benefits.write(benefitRow)
            for (index, limit) in benefit.serviceDeliveries.enumerated() {
                limits.write(BenefitLimitRow(benefit: benefitRow, position: index + 1, limit: limit))
            }
        }
    }

    /// The group's number, else that of the policy, else that of the plan.
    private static func groupNumber(_ identifiers: [DescribedIdentifier]) -> String? {
        for qualifier in ["6P", "1L", "18"] {
            if let found = identifiers.first(where: { $0.qualifier == qualifier }) { return found.value }
        }
        return nil
    }

    private mutating func reject(_ reasons: [EligibilityRejection], _ person: EligibilityRow? = nil) {
        for reason in reasons {
            rejections.write(RejectionRow(place: place, person: person, rejection: reason))
        }
    }

    mutating func drain<Failure: Error>(
        over limit: Int, into sink: (TableDescription, [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        try responses.drain(over: limit, into: sink)
        try benefits.drain(over: limit, into: sink)
        try rejections.drain(over: limit, into: sink)
        try limits.drain(over: limit, into: sink)
    }
}
