internal import X12Models
internal import X12Text

/// Benefits of an answer by the amount they are of, but for its period: the whole, what was used, what is left.
///
/// Made in one pass, since an answer may have thousands.
struct BenefitAmounts {
    /// What is told of one amount.
    struct Told {
        /// A benefit of it, by its index.
        fileprivate let example: Int
        private(set) var onlyWhole: Int?
        private(set) var onlyUsed: Int?
        /// Whether a benefit tells what is left.
        private(set) var isLeftTold = false
        private var wholes = 0
        private var used = 0

        fileprivate init(_ example: Int) { self.example = example }

        fileprivate mutating func add(_ benefit: EligibilityBenefit, at index: Int) {
            if benefit.isWhole {
                wholes += 1
                onlyWhole = wholes == 1 ? index : nil
            }
            if benefit.period == .yearToDate {
                used += 1
                onlyUsed = used == 1 ? index : nil
            }
            if benefit.period == .remaining { isLeftTold = true }
        }
    }

    /// The benefits that tell what is left of an amount, by index.
    private(set) var remaining: [Int] = []
    private var told: [Told] = []
    /// For each benefit its place in ``told``.
    private var places: [Int] = []

    init(of benefits: [EligibilityBenefit]) {
        var known: [UInt64: [Int]] = [:]
        for (index, benefit) in benefits.enumerated() {
            let key = benefit.amountOutline
            let place =
                known[key]?.first { benefits[told[$0].example].isOfSameAmount(as: benefit) } ?? told.count
            if place == told.count {
                told.append(Told(index))
                known[key, default: []].append(place)
            }
            told[place].add(benefit, at: index)
            places.append(place)
            if benefit.period == .remaining { remaining.append(index) }
        }
    }

    /// What is told of the amount of a benefit.
    subscript(benefit: Int) -> Told { told[places[benefit]] }
}

extension EligibilityBenefit {
    /// Whether its amount is for a year or a contract, or for no period that is told.
    var isWhole: Bool {
        guard let period else { return true }
        return period == .serviceYear || period == .calendarYear || period == .contract
    }

    /// Whether it is of the same amount but for the period: kind, people, services, network, plan, procedure.
    fileprivate func isOfSameAmount(as other: EligibilityBenefit) -> Bool {
        kind == other.kind && coverageLevel == other.coverageLevel && insuranceType == other.insuranceType
            && planDescription == other.planDescription && serviceTypes == other.serviceTypes
            && inPlanNetworkIndicator == other.inPlanNetworkIndicator && procedure == other.procedure
            && circumstances == other.circumstances
    }

    /// What a benefit is of: its kind, people, plan and network.
    var subject: SeenKeys.Key {
        var key = SeenKeys.Key()
        key.add(kind?.rawValue ?? "")
        key.add(coverageLevel?.rawValue ?? "")
        key.add(planDescription ?? "")
        key.add(inPlanNetworkIndicator ?? "")
        return key
    }

    /// What benefits of the same amount share; others seldom do.
    fileprivate var amountOutline: UInt64 {
        var key = subject
        key.add(insuranceType?.rawValue ?? "")
        for service in serviceTypes { key.add(service.rawValue) }
        key.add(procedure?.code ?? "")
        for circumstance in circumstances { key.add(circumstance.code ?? "") }
        return key.value
    }
}
