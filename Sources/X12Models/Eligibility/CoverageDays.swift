package import X12Text

/// The days that a plan or a benefit is for, as far as dates (DTP) say them.
package struct CoverageDays: Sendable {
    /// How days stand to a day that they do not hold.
    package enum Standing: String, Sendable, CaseIterable {
        case ended
        case notBegun
        /// Nobody can tell which days are meant.
        case endBeforeBegin
    }

    private var first: CalendarDate?
    private var last: CalendarDate?
    /// The day that was asked about, where it is told: one day alone of a plan.
    fileprivate var asked: CalendarDate?

    /// The days that some dates say.
    package init(_ dates: [QualifiedPeriod]) {
        for date in dates {
            switch date.qualifier {
            case "291", "292", "307":
                guard let begin = date.period?.firstDay, let end = date.period?.lastDay else { continue }
                if begin == end { asked = begin }
                // One that ends before it begins is found where it stands.
                if begin < end { (first, last) = (begin, end) }
            case "346", "348", "356": first = date.period?.firstDay
            case "347", "349", "357": last = date.period?.lastDay
            default: continue
            }
        }
    }

    fileprivate var isKnown: Bool { first != nil || last != nil }

    fileprivate func standing(on day: CalendarDate) -> Standing? {
        if let first, let last, last < first { return .endBeforeBegin }
        if let first, day < first { return .notBegun }
        if let last, last < day { return .ended }
        return nil
    }
}

extension EligibilityResponse {
    /// Looks for active coverage of other days than the day of the answer, or the one that it says was asked about.
    ///
    /// - Parameters:
    ///   - day: the day of the answer.
    ///   - subscriber: the dates of the person whose insurance it is, which hold where a dependent has none.
    /// - Returns: the first such benefit, and how its days stand to that day; `nil` where there is none, or the same service is
    ///   active by another plan as well.
    package func coverageOfOtherDays(
        than day: CalendarDate, subscriber: [QualifiedPeriod]
    ) -> (benefit: Int, standing: CoverageDays.Standing)? {
        let own = CoverageDays(dependent?.person?.dates ?? [])
        let shared = CoverageDays(subscriber)
        let plan = own.isKnown ? own : shared
        let day = own.asked ?? shared.asked ?? day
        var outside: [(benefit: Int, standing: CoverageDays.Standing)] = []
        var inside: [Int] = []
        for index in benefits.indices where benefits[index].kind?.isActive == true {
            let days = CoverageDays(benefits[index].dates)
            if let standing = (days.isKnown ? days : plan).standing(on: day) {
                outside.append((index, standing))
            } else {
                inside.append(index)
            }
        }
        return outside.first { told in
            !inside.contains { benefits[$0].sharesService(with: benefits[told.benefit]) }
        }
    }
}

extension EligibilityBenefit {
    /// Whether some service is of both; what names none is of all.
    fileprivate func sharesService(with other: EligibilityBenefit) -> Bool {
        serviceTypes.isEmpty || other.serviceTypes.isEmpty
            || serviceTypes.contains { other.serviceTypes.contains($0) }
    }
}
