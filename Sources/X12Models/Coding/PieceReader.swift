public import X12Diagnostics
public import X12Parser
public import X12Text

/// Reads the pieces of one kind, one after the other, each with what it stands under; passes over everything else.
///
///     var claims = ClaimReader(try ByteSource(path: "claims.837"))
///     while let claim = try claims.next() { … }
public struct PieceReader<Piece: JSONPiece>: ~Copyable {
    private var reader: ModelReader

    /// Reads from a source, choosing among the guides of a library.
    public init(
        _ source: consuming ByteSource, guides: GuideLibrary = GuideLibrary(), limits: Limits = Limits()
    ) {
        reader = ModelReader(source, guides: guides, limits: limits)
    }

    /// The next piece; `nil` after the last.
    ///
    /// - Throws: what ``ModelReader/next()`` throws.
    public mutating func next() throws(X12Error) -> Piece? {
        while let item = try reader.next() {
            if let piece = Piece(item) { return piece }
        }
        return nil
    }
}

/// Reads the professional claims of an 837P, each with its billing provider, subscriber and patient.
public typealias ClaimReader = PieceReader<Claim>
/// Reads the claim payments of an 835, each with the payment (BPR, payer, payee) that it is part of.
public typealias ClaimPaymentReader = PieceReader<ClaimPayment>
/// Reads the inquiries of a 270, one for each person asked about, each with who is asked and who asks.
public typealias EligibilityInquiryReader = PieceReader<EligibilityInquiry>
/// Reads the responses of a 271, one for each person told of, each with who tells and who asked.
public typealias EligibilityResponseReader = PieceReader<EligibilityResponse>
