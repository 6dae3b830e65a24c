import X12Diagnostics
import X12Models
import X12TestSupport
import X12Text

extension Job {
    /// Every piece as a typed model, each property a value of its own; what is not said is looked for.
    static let models = Job(
        name: "models", summary: "M: every claim and payment as a model, through ModelReader",
        kinds: [.professionalClaims, .remittances]
    ) { input in
        var reader = ModelReader(ByteSource(bytes: input.bytes))
        let total = try readModels(&reader)
        try WrongAnswer.unless(total.claims, is: input.key.claims, "claims", in: "models")
        try WrongAnswer.unless(total.lines, is: input.key.serviceLines, "service lines", in: "models")
        try WrongAnswer.unless(total.carrying, is: 0, "claims with something carried", in: "models")
        return UInt64(total.claims) << 32 | UInt64(total.lines)
    }
}

private struct Total {
    var claims = 0
    var lines = 0
    var carrying = 0
}

@inline(never)
private func readModels(_ reader: inout ModelReader) throws(X12Error) -> Total {
    var total = Total()
    while let item = try reader.next() {
        switch item {
        case .claim(let claim):
            total.claims &+= 1
            total.lines &+= claim.serviceLines.count
            if holdsMore(claim.carried) { total.carrying &+= 1 }
        case .claimPayment(let payment):
            total.claims &+= 1
            total.lines &+= payment.serviceLines.count
            if holdsMore(payment.carried) { total.carrying &+= 1 }
        default: break
        }
    }
    return total
}

/// Whether more is carried than spellings; made-up amounts below 1 are spelled `.39`, which models spell `0.39`.
private func holdsMore(_ carried: Carried?) -> Bool {
    guard let carried else { return false }
    return !carried.segments.isEmpty || !carried.order.isEmpty || !carried.leading.isEmpty
        || carried.trailing != nil || carried.isCut
}
