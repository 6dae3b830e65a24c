internal import X12Models

extension ModelItem {
    /// Prepares it for the file it goes into.
    ///
    /// - Returns: the property of the first text that cannot be written; `nil` when all can.
    mutating func apply(_ writing: TextWriting) -> String? {
        switch consume self {
        case .billingProvider(var part):
            let property = part.apply(writing)
            self = .billingProvider(part)
            return property.map { "billingProvider." + $0 }
        case .subscriber(var part):
            let property = part.apply(writing)
            self = .subscriber(part)
            return property.map { "subscriber." + $0 }
        case .patient(var part):
            let property = part.apply(writing)
            self = .patient(part)
            return property.map { "patient." + $0 }
        case .claim(var part):
            let property = part.apply(writing)
            self = .claim(part)
            return property
        case .informationSource(var part):
            let property = part.apply(writing)
            self = .informationSource(part)
            return property.map { "informationSource." + $0 }
        case .informationReceiver(var part):
            let property = part.apply(writing)
            self = .informationReceiver(part)
            return property.map { "informationReceiver." + $0 }
        case .inquirySubscriber(var part):
            let property = part.apply(writing)
            self = .inquirySubscriber(part)
            return property.map { "subscriber." + $0 }
        case .inquiry(var part):
            let property = part.apply(writing)
            self = .inquiry(part)
            return property
        case .remittanceHeader(var part, let guide):
            let property = part.apply(writing)
            self = .remittanceHeader(part, guide: guide)
            return property
        case .remittanceGroup(var part):
            let property = part.apply(writing)
            self = .remittanceGroup(part)
            return property
        case .claimPayment(var part):
            let property = part.apply(writing)
            self = .claimPayment(part)
            return property
        case .remittanceTrailer(var part):
            let property = part.apply(writing)
            self = .remittanceTrailer(part)
            return property
        case let other:
            self = other
            return nil
        }
    }
}
