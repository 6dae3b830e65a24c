extension ModelItem {
    /// How deep in the hierarchy of its transaction set a level stands that the piece begins, from 0 for the top;
    /// nil when it begins none.
    package var depth: Int? {
        switch self {
        case .billingProvider, .informationSource, .acknowledgementSource: 0
        case .subscriber, .informationReceiver, .acknowledgementReceiver: 1
        case .patient, .inquirySubscriber, .responseSubscriber, .acknowledgedProvider: 2
        case .inquiry(let part): part.dependent == nil ? 2 : 3
        case .response(let part): part.dependent == nil ? 2 : 3
        case .patientAcknowledgement: 3
        default: nil
        }
    }

    /// Whether the piece stands inside of a transaction set, behind its header.
    var isInSet: Bool {
        switch self {
        case .claim, .claimTrailer, .remittanceGroup, .claimPayment, .remittanceTrailer, .eligibilityTrailer,
            .transactionSetResponse, .implementationAcknowledgementTrailer, .claimAcknowledgementTrailer:
            true
        default: depth != nil
        }
    }

    /// Gives the level that the piece begins its place in the hierarchy.
    package mutating func place(at level: HierarchicalLevel) {
        switch consume self {
        case .billingProvider(var part):
            part.hierarchicalLevel = level
            self = .billingProvider(part)
        case .subscriber(var part):
            part.hierarchicalLevel = level
            self = .subscriber(part)
        case .patient(var part):
            part.hierarchicalLevel = level
            self = .patient(part)
        case .informationSource(var part):
            part.hierarchicalLevel = level
            self = .informationSource(part)
        case .informationReceiver(var part):
            part.hierarchicalLevel = level
            self = .informationReceiver(part)
        case .inquirySubscriber(var part):
            part.hierarchicalLevel = level
            self = .inquirySubscriber(part)
        case .responseSubscriber(var part):
            part.hierarchicalLevel = level
            self = .responseSubscriber(part)
        case .inquiry(var part):
            part.place(at: level)
            self = .inquiry(part)
        case .response(var part):
            part.place(at: level)
            self = .response(part)
        case .acknowledgementSource(var part):
            part.hierarchicalLevel = level
            self = .acknowledgementSource(part)
        case .acknowledgementReceiver(var part):
            part.hierarchicalLevel = level
            self = .acknowledgementReceiver(part)
        case .acknowledgedProvider(var part):
            part.hierarchicalLevel = level
            self = .acknowledgedProvider(part)
        case .patientAcknowledgement(var part):
            part.hierarchicalLevel = level
            // HL04 of a patient is not used.
            part.hierarchicalLevel?.childCode = nil
            self = .patientAcknowledgement(part)
        case let other: self = other
        }
    }
}
