public import X12Diagnostics
public import X12Parser
public import X12Text

/// Reads the claim payments of an 835, one after the other, each with the payment (BPR, payer, payee) it is part
/// of.
///
///     var payments = ClaimPaymentReader(try ByteSource(path: "remittance.835"))
///     while let payment = try payments.next() { … }
public struct ClaimPaymentReader: ~Copyable {
    private var reader: ModelReader

    /// Reads from a source, choosing among the guides of a library.
    public init(
        _ source: consuming ByteSource, guides: GuideLibrary = GuideLibrary(), limits: Limits = Limits()
    ) {
        reader = ModelReader(source, guides: guides, limits: limits)
    }

    /// The next claim payment; `nil` after the last.
    ///
    /// - Throws: what ``ModelReader/next()`` throws.
    public mutating func next() throws(X12Error) -> ClaimPayment? {
        while let item = try reader.next() {
            if case .claimPayment(let payment) = item { return payment }
        }
        return nil
    }
}
