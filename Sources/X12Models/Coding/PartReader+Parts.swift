public import X12Parser

/// Reading parts of a type that is known here.
///
/// ``read(_:from:)`` for any part asks at run time, for each value, what it reads; of these the walk is compiled for
/// the part, which makes it two to three times as fast.
extension PartReader {
    /// The head of a set of claims that a block holds.
    public mutating func read(_ type: ClaimHeader.Type, from block: borrowing Block) -> ClaimHeader {
        part(of: block)
    }

    /// The billing provider that a block holds (2000A).
    public mutating func read(_ type: BillingProvider.Type, from block: borrowing Block) -> BillingProvider {
        part(of: block)
    }

    /// The subscriber that a block holds (2000B).
    public mutating func read(_ type: Subscriber.Type, from block: borrowing Block) -> Subscriber {
        part(of: block)
    }

    /// The patient that a block holds (2000C).
    public mutating func read(_ type: Patient.Type, from block: borrowing Block) -> Patient {
        part(of: block)
    }

    /// The claim that a block holds (2300).
    public mutating func read(_ type: Claim.Type, from block: borrowing Block) -> Claim { part(of: block) }

    /// The head of a remittance that a block holds.
    public mutating func read(_ type: RemittanceHeader.Type, from block: borrowing Block) -> RemittanceHeader
    { part(of: block) }

    /// The header number that a block holds (2000 of an 835).
    public mutating func read(_ type: RemittanceGroup.Type, from block: borrowing Block) -> RemittanceGroup {
        part(of: block)
    }

    /// The claim payment that a block holds (2100).
    public mutating func read(_ type: ClaimPayment.Type, from block: borrowing Block) -> ClaimPayment {
        part(of: block)
    }

    /// The end of a remittance that a block holds.
    public mutating func read(_ type: RemittanceTrailer.Type, from block: borrowing Block)
        -> RemittanceTrailer
    { part(of: block) }

    /// Who knows about coverage (2000A of 270 and 271).
    public mutating func read(_ type: InformationSource.Type, from block: borrowing Block)
        -> InformationSource
    { part(of: block) }

    /// Who asks about coverage (2000B of 270 and 271).
    public mutating func read(_ type: InformationReceiver.Type, from block: borrowing Block)
        -> InformationReceiver
    { part(of: block) }

    /// The inquiry that a block holds (2000C and 2000D of a 270).
    public mutating func read(_ type: EligibilityInquiry.Type, from block: borrowing Block)
        -> EligibilityInquiry
    { part(of: block) }

    /// The response that a block holds (2000C and 2000D of a 271).
    public mutating func read(_ type: EligibilityResponse.Type, from block: borrowing Block)
        -> EligibilityResponse
    { part(of: block) }

    /// Who sent the claims that are answered (2000B of a 277CA).
    public mutating func read(_ type: AcknowledgementReceiver.Type, from block: borrowing Block)
        -> AcknowledgementReceiver
    { part(of: block) }

    /// The provider whose claims are answered (2000C of a 277CA).
    public mutating func read(_ type: AcknowledgedProvider.Type, from block: borrowing Block)
        -> AcknowledgedProvider
    { part(of: block) }

    /// The patient whose claims are answered (2000D of a 277CA).
    public mutating func read(_ type: PatientAcknowledgement.Type, from block: borrowing Block)
        -> PatientAcknowledgement
    { part(of: block) }

    /// The end of a set that a block holds (SE).
    public mutating func read(_ type: TransactionTrailer.Type, from block: borrowing Block)
        -> TransactionTrailer
    { part(of: block) }
}
