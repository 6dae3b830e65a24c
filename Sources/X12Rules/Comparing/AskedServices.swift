internal import X12Models

/// What was asked about a person's coverage: enough to see whether an answer says it.
struct AskedServices: Sendable {
    /// The kinds of service (EQ01), in the order asked.
    let types: [String]

    init(_ inquiry: EligibilityInquiry) {
        types = inquiry.benefitInquiries.flatMap { $0.serviceTypes.map(\.rawValue) }
    }

    /// The numbers that the answer gives back (TRN02).
    static func traces(of inquiry: EligibilityInquiry) -> [String] {
        let traces = inquiry.dependent != nil ? inquiry.dependent?.traces : inquiry.subscriber?.traces
        return (traces ?? []).compactMap(\.number)
    }
}
