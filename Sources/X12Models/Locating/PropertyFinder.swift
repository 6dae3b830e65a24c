internal import X12Grammar
public import X12Parser

/// Says which property of the models a segment of the input is read into, as JSON names it from its transaction set on.
///
///     var finder = PropertyFinder()
///     while try reader.next(into: &block) {
///         finder.enter(block)
///         print(finder.path(of: PartPlace(segment: 3, element: 2), in: block))  // claims[0].chargeAmount
///     }
///
/// Blocks are given in the order of the input, so that claims and payments are numbered in their set. Nothing is decoded:
/// the walk of the part is followed to the place that is asked for.
public struct PropertyFinder: ~Copyable {
    private var maps = ModelMaps()
    private var followed: FollowedGuide?
    /// The number of the claim, payment or answer in its set, from 1.
    private var unit = 0
    /// The chart of the block that a place is looked up in.
    private var chart: BlockChart?

    /// A finder before its first block.
    public init() {}

    /// Takes note of the next block.
    public mutating func enter(_ block: borrowing Block) {
        switch block.kind {
        case .header: unit = 0
        case .unit: unit += 1
        default: break
        }
    }

    /// The property at a place of the block entered last, or the part around where none is just there; empty in
    /// envelopes and where no model is.
    public mutating func path(of place: PartPlace, in block: borrowing Block) -> String {
        var chart: BlockChart?
        return path(of: place, in: block, &chart)
    }

    /// The same for one of several places of a block: `chart` is the block's, which is made when it is first needed.
    package mutating func path(
        of place: PartPlace, in block: borrowing Block, _ chart: inout BlockChart?
    ) -> String {
        guard let shared = block.shared, (0..<block.count).contains(place.segment) else { return "" }
        if chart == nil { chart = BlockChart(block) }
        self.chart = chart
        defer { self.chart = nil }
        if followed?.shared !== shared { followed = FollowedGuide(shared) }
        guard let guide = followed else { return "" }
        switch guide.type(of: block.kind) {
        case .claimTransaction: return path(ClaimHeader.self, place, block)
        case .billingProvider: return path(BillingProvider.self, place, block, below: "billingProvider")
        case .subscriber: return path(Subscriber.self, place, block, below: "subscriber")
        case .patient: return path(Patient.self, place, block, below: "patient")
        case .claim: return path(Claim.self, place, block, below: "claims[\(unit - 1)]")
        case .remittanceTransaction: return path(RemittanceHeader.self, place, block)
        case .remittanceGroup: return path(RemittanceGroup.self, place, block, below: "group")
        case .claimPayment: return path(ClaimPayment.self, place, block, below: "claimPayments[\(unit - 1)]")
        case .remittanceTransactionTrailer: return path(RemittanceTrailer.self, place, block)
        case .implementationAcknowledgement:
            return path(ImplementationAcknowledgementHeader.self, place, block)
        case .transactionSetResponse:
            return path(TransactionSetResponse.self, place, block, below: "responses[\(unit - 1)]")
        case .implementationAcknowledgementTrailer:
            return path(ImplementationAcknowledgementTrailer.self, place, block)
        case .claimAcknowledgement: return path(ClaimAcknowledgementHeader.self, place, block)
        case .acknowledgementSource: return path(AcknowledgementSource.self, place, block, below: "source")
        case .acknowledgementReceiver:
            return path(AcknowledgementReceiver.self, place, block, below: "receiver")
        case .acknowledgedProvider: return path(AcknowledgedProvider.self, place, block, below: "provider")
        case .patientAcknowledgement:
            return path(PatientAcknowledgement.self, place, block, below: "patients[\(unit - 1)]")
        case .claimTransactionTrailer, .eligibilityTransactionTrailer, .claimAcknowledgementTrailer:
            return path(TransactionTrailer.self, place, block)
        case let type: return inEligibility(type, place, block)
        }
    }

    private mutating func inEligibility(
        _ type: ObjectType, _ place: PartPlace, _ block: borrowing Block
    ) -> String {
        switch type {
        case .eligibilityInquiryTransaction: path(EligibilityInquiryHeader.self, place, block)
        case .eligibilityResponseTransaction: path(EligibilityResponseHeader.self, place, block)
        case .informationSource: path(InformationSource.self, place, block, below: "informationSource")
        case .informationReceiver: path(InformationReceiver.self, place, block, below: "informationReceiver")
        case .eligibilityInquiry:
            path(EligibilityInquiry.self, place, block, below: "eligibilityInquiries[\(unit - 1)]")
        case .eligibilityResponse:
            path(EligibilityResponse.self, place, block, below: "eligibilityResponses[\(unit - 1)]")
        default: ""
        }
    }

    // MARK: - Parts

    /// The path below what leads to a part.
    private mutating func path<Part: BlockPart>(
        _ type: Part.Type, _ place: PartPlace, _ block: borrowing Block, below prefix: String = ""
    ) -> String {
        guard let shared = block.shared, let chart else { return prefix }
        var finder = PathFinder(place, chart, maps.map(shared), isLoopless: block.isLoopless)
        guard let inner = finder?.find(Part(standingFor: block)) else { return prefix }
        return inner.isEmpty ? prefix : prefix.isEmpty ? inner : "\(prefix).\(inner)"
    }
}
