internal import X12Models

/// Digests of whom a payment is for.
struct ToldPeople: Sendable {
    var names: [PlainDigest] = []
    var numbers: [PlainDigest] = []

    init(_ payment: ClaimPayment) {
        let people = [payment.insured, payment.correctedInsured, payment.otherSubscriber].compactMap(\.self)
        let last = [payment.patient.lastName] + people.map(\.lastOrOrganizationName)
        names = last.map { PlainDigest($0) }.filter { !$0.isNone }
        let told = [payment.patient.identifier] + people.map(\.identifier)
        numbers = told.map { PlainDigest($0) }.filter { !$0.isNone }
    }
}
