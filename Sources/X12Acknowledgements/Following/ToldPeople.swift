internal import X12Models

/// Digests of whom a payment is for.
struct ToldPeople: Sendable {
    var names: [PlainDigest] = []
    var numbers: [PlainDigest] = []

    init(_ payment: ClaimPayment) {
        names = payment.toldLastNames.map { PlainDigest($0) }.filter { !$0.isNone }
        numbers = payment.toldMemberNumbers.map { PlainDigest($0) }.filter { !$0.isNone }
    }
}
