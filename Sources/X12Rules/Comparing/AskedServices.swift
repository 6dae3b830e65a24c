internal import X12Models
internal import X12Text

/// What was asked about a person's coverage: enough to see whether an answer says it.
struct AskedServices: Sendable {
    /// The kinds of service (EQ01), in the order asked.
    let types: [String]
    /// Whether it is a dependent who was asked about.
    let isDependent: Bool
    /// The number on the insurance card by its letters and digits; empty where it was not told.
    private let memberIdentifier: String
    private let birthDate: CalendarDate?

    init(_ inquiry: EligibilityInquiry) {
        types = inquiry.benefitInquiries.flatMap { $0.serviceTypes.map(\.rawValue) }
        isDependent = inquiry.dependent != nil
        memberIdentifier = Self.plain(inquiry.subscriber?.person?.memberIdentifier)
        birthDate = inquiry.person.birthDate
    }

    /// In what the person of an answer is another than was asked about, in words; empty where nothing says so. A number may be
    /// longer by what tells one member of a family from others.
    func differences(memberIdentifier number: String?, birthDate birth: CalendarDate?) -> String {
        var words: [String] = []
        let told = Self.plain(number)
        if !told.isEmpty, !memberIdentifier.isEmpty, !told.hasPrefix(memberIdentifier),
            !memberIdentifier.hasPrefix(told)
        {
            words.append("another member number")
        }
        if let birth, let birthDate, birth != birthDate { words.append("another date of birth") }
        return words.joined(separator: " and ")
    }

    private static func plain(_ number: String?) -> String {
        (number ?? "").uppercased().filter { $0.isLetter || $0.isNumber }
    }

    /// The numbers that the answer gives back (TRN02).
    static func traces(of inquiry: EligibilityInquiry) -> [String] {
        let traces = inquiry.dependent != nil ? inquiry.dependent?.traces : inquiry.subscriber?.traces
        return (traces ?? []).compactMap(\.number)
    }
}
