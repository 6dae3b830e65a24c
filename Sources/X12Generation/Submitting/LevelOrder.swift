internal import X12Models

/// Brings claims of one billing provider, subscriber and patient together, each in the order first met.
struct LevelOrder: Sendable {
    /// A claim's place in the order.
    struct Place: Comparable, Sendable {
        let billingProvider: Int
        let subscriber: Int
        let patient: Int
        let position: Int

        static func < (left: Place, right: Place) -> Bool {
            (left.billingProvider, left.subscriber, left.patient, left.position)
                < (right.billingProvider, right.subscriber, right.patient, right.position)
        }
    }

    private var numbers: [[String?]: Int] = [:]
    private var count = 0

    /// The place of the next claim.
    ///
    /// Claims whose levels only look alike come together too, which does no harm: a level is written anew wherever
    /// it differs from the one before.
    mutating func place(of claim: Claim) -> Place {
        let provider = claim.billingProvider?.provider
        let billing: [String?] = [
            provider?.identifier, provider?.taxIdentifier?.value, provider?.lastOrOrganizationName,
            claim.billingProvider?.taxonomyCode,
        ]
        let person = claim.subscriber?.person
        let subscriber: [String?] = [
            person?.memberIdentifier, person?.lastOrOrganizationName, person?.firstName,
            claim.subscriber?.payer?.identifier, claim.subscriber?.payerResponsibility?.rawValue,
            claim.subscriber?.relationship?.rawValue, claim.subscriber?.groupNumber,
        ]
        let patient: [String?] = [
            claim.patient?.person?.lastName, claim.patient?.person?.firstName,
            claim.patient?.relationship?.rawValue,
        ]
        count += 1
        return Place(
            billingProvider: number(of: ["billing"] + billing),
            subscriber: number(of: ["subscriber"] + billing + subscriber),
            patient: claim.patient == nil ? -1 : number(of: ["patient"] + billing + subscriber + patient),
            position: count)
    }

    private mutating func number(of key: [String?]) -> Int {
        if let known = numbers[key] { return known }
        numbers[key] = numbers.count
        return numbers.count - 1
    }
}
