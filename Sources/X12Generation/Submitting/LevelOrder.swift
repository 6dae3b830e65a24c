internal import X12Models

/// Brings what stands under the same levels together, each level in the order first met.
struct LevelOrder: Sendable {
    /// A place in the order.
    struct Place: Comparable, Sendable {
        let levels: [Int]
        let position: Int

        static func < (left: Place, right: Place) -> Bool {
            left.levels == right.levels
                ? left.position < right.position : left.levels.lexicographicallyPrecedes(right.levels)
        }
    }

    private var numbers: [[String?]: Int] = [:]
    private var count = 0

    /// The place of the next consignment.
    ///
    /// Those whose levels only look alike come together too, which does no harm: a level is written anew wherever
    /// it differs from the one before.
    mutating func place(of items: [ModelItem]) -> Place {
        var path: [String?] = []
        var levels: [Int] = []
        for item in items {
            guard let key = item.levelKey else { continue }
            path += key
            levels.append(number(of: path))
        }
        count += 1
        return Place(levels: levels, position: count)
    }

    private mutating func number(of key: [String?]) -> Int {
        if let known = numbers[key] { return known }
        numbers[key] = numbers.count
        return numbers.count - 1
    }
}

extension ModelItem {
    /// What tells a level from others of its kind; nil for what is no level.
    fileprivate var levelKey: [String?]? {
        switch self {
        case .billingProvider(let level):
            [
                "billing", level.provider?.identifier, level.provider?.taxIdentifier?.value,
                level.provider?.lastOrOrganizationName, level.taxonomyCode,
            ]
        case .subscriber(let level):
            [
                "subscriber", level.person?.memberIdentifier, level.person?.lastOrOrganizationName,
                level.person?.firstName, level.payer?.identifier, level.payerResponsibility?.rawValue,
                level.relationship?.rawValue, level.groupNumber,
            ]
        case .patient(let level):
            [
                "patient", level.person?.lastName, level.person?.firstName, level.relationship?.rawValue,
            ]
        case .informationSource(let level):
            ["source", level.party?.identifier, level.party?.lastOrOrganizationName]
        case .informationReceiver(let level):
            ["receiver", level.party?.identifier, level.party?.lastOrOrganizationName]
        case .inquirySubscriber(let level): level.key
        case .inquiry(let inquiry):
            // A dependent's comes behind the subscriber's own.
            inquiry.dependent.map { ["dependent", $0.person?.lastName, $0.person?.firstName] }
                ?? inquiry.subscriber?.key
        default: nil
        }
    }
}

extension InquirySubscriber {
    fileprivate var key: [String?] {
        ["insured", person?.memberIdentifier, person?.lastOrOrganizationName, person?.firstName]
    }
}
