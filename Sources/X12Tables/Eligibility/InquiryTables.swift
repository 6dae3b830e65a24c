internal import X12Models
internal import X12Text

/// The table of eligibility inquiries (270).
struct InquiryTables {
    static let descriptions = [inquiries.description]

    private var inquiries: TableFile<InquiryRow> = TableFile(Self.inquiries)
    private var place = SetPlace()
    private var reference: String?
    private var levels = EligibilityLevels()
    private var subscriber: InquirySubscriber?
    private var count = 0

    /// Begins a transaction set.
    mutating func begin(_ place: SetPlace, _ header: EligibilityInquiryHeader) {
        self.place = place
        reference = header.referenceIdentifier
        levels = EligibilityLevels()
        subscriber = nil
        count = 0
        inquiries.begin()
    }

    mutating func open(_ level: InformationSource) {
        levels = EligibilityLevels(source: level)
        subscriber = nil
    }

    mutating func open(_ level: InformationReceiver) {
        levels.receiver = level
        subscriber = nil
    }

    mutating func open(_ level: InquirySubscriber) { subscriber = level }

    mutating func write(_ inquiry: EligibilityInquiry) {
        if inquiry.dependent == nil { subscriber = inquiry.subscriber }
        count += 1
        let row = EligibilityRow(
            key: place.key(of: count), place: place, reference: reference, levels,
            subscriber: EligibilityPerson(subscriber), memberIdentifier: subscriber?.person?.memberIdentifier,
            dependent: inquiry.dependent.map { EligibilityPerson($0) })
        let planDate = row.person.dates.first { $0.qualifier == "291" }?.period
        if inquiry.benefitInquiries.isEmpty {
            inquiries.write(
                InquiryRow(person: row, position: nil, inquiry: BenefitInquiry(), planDate: planDate))
        }
        for (index, asked) in inquiry.benefitInquiries.enumerated() {
            inquiries.write(
                InquiryRow(
                    person: row, position: index + 1, inquiry: asked, planDate: asked.planDate ?? planDate))
        }
    }

    mutating func drain<Failure: Error>(
        over limit: Int, into sink: (TableDescription, [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        try inquiries.drain(over: limit, into: sink)
    }
}
