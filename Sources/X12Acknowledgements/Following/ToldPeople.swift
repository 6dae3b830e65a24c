internal import X12Models

/// Digests of whom a payment is for.
struct ToldPeople: Sendable {
    var names: [Digest] = []
    var numbers: [Digest] = []

    init(_ payment: ClaimPayment) {
        let people = [payment.insured, payment.correctedInsured, payment.otherSubscriber].compactMap(\.self)
        let last = [payment.patient.lastName] + people.map(\.lastOrOrganizationName)
        names = last.map { Digest($0) }.filter { !$0.isNone }
        let told = [payment.patient.identifier] + people.map(\.identifier)
        numbers = told.map { Digest($0) }.filter { !$0.isNone }
    }
}
