internal import X12Grammar
internal import X12Parser

/// What is asked, for each block, of the guide that blocks follow.
final class FollowedGuide: Sendable {
    /// Which models its sets have.
    enum Kind {
        case claims, remittance, inquiries, responses, implementationAcknowledgement, claimAcknowledgement,
            none
    }

    let shared: SharedGuide
    /// The guide's identifier (`005010X222A1`).
    let identifier: String
    let kind: Kind
    /// What the levels of each loop are.
    private let levels: [ObjectType]

    init(_ shared: SharedGuide) {
        self.shared = shared
        identifier = shared.guide.identifier
        let kind = Self.kind(of: shared.guide)
        self.kind = kind
        levels = shared.loopIdentifiers.map { Self.level(of: kind, $0) }
    }

    /// Which models the sets of a guide have.
    static func kind(of guide: Guide) -> Kind {
        switch guide.transactionSet {
        case _ where !guide.variant.isEmpty: .none
        case "837": .claims
        case "835": .remittance
        case "270": .inquiries
        case "271": .responses
        case "999": .implementationAcknowledgement
        case "277": .claimAcknowledgement
        default: .none
        }
    }

    private static func level(of kind: Kind, _ loop: String) -> ObjectType {
        switch (kind, loop) {
        case (.claims, "2000A"): .billingProvider
        case (.claims, "2000B"): .subscriber
        case (.claims, "2000C"): .patient
        case (.remittance, _): .remittanceGroup
        case (.inquiries, "2000A"), (.responses, "2000A"): .informationSource
        case (.inquiries, "2000B"), (.responses, "2000B"): .informationReceiver
        case (.claimAcknowledgement, "2000A"): .acknowledgementSource
        case (.claimAcknowledgement, "2000B"): .acknowledgementReceiver
        case (.claimAcknowledgement, "2000C"): .acknowledgedProvider
        default: .segments
        }
    }

    /// What a block of a set is, of which a model may yet say more: an inquiry without questions is a subscriber's level.
    /// `segments` where no model speaks of it.
    func type(of block: Block.Kind) -> ObjectType {
        switch block {
        case .header: header
        case .level(let loop): levels[loop]
        case .unit: unit
        case .trailer: trailer
        default: .segments
        }
    }

    private var header: ObjectType {
        switch kind {
        case .claims: .claimTransaction
        case .remittance: .remittanceTransaction
        case .inquiries: .eligibilityInquiryTransaction
        case .responses: .eligibilityResponseTransaction
        case .implementationAcknowledgement: .implementationAcknowledgement
        case .claimAcknowledgement: .claimAcknowledgement
        case .none: .segments
        }
    }

    private var unit: ObjectType {
        switch kind {
        case .claims: .claim
        case .remittance: .claimPayment
        case .inquiries: .eligibilityInquiry
        case .responses: .eligibilityResponse
        case .implementationAcknowledgement: .transactionSetResponse
        case .claimAcknowledgement: .patientAcknowledgement
        case .none: .segments
        }
    }

    private var trailer: ObjectType {
        switch kind {
        case .claims: .claimTransactionTrailer
        case .remittance: .remittanceTransactionTrailer
        case .inquiries, .responses: .eligibilityTransactionTrailer
        case .implementationAcknowledgement: .implementationAcknowledgementTrailer
        case .claimAcknowledgement: .claimAcknowledgementTrailer
        case .none: .segments
        }
    }
}
