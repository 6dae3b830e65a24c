internal import X12Models
internal import X12Text

/// The days from which and until which something holds, of dates that say one, the other or both.
struct ToldPeriod {
    /// The first day; `nil` where none was told.
    private(set) var begin: CalendarDate?
    /// The last day; `nil` where none was told: a single day that is no end says only that it has begun.
    private(set) var end: CalendarDate?
    /// What the date is that the first day was taken of, else that of the last day (DTP01).
    private(set) var qualifier: String?

    /// What a period is of, by the qualifiers of its first day, its last day, and both.
    enum Kind: CaseIterable {
        case plan, eligibility, benefit, other

        fileprivate var qualifiers: (begin: String, end: String, whole: String?) {
            switch self {
            case .plan: ("346", "347", "291")
            case .eligibility: ("356", "357", "307")
            case .benefit: ("348", "349", "292")
            case .other: ("193", "194", nil)
            }
        }
    }

    /// The period of a kind.
    init(_ kind: Kind, of dates: [QualifiedPeriod]) {
        let (begin, end, whole) = kind.qualifiers
        let first = dates.first(of: begin) ?? dates.first(of: whole)
        let last = dates.first(of: end)
        let range = [first, dates.first(of: whole)].lazy.compactMap { $0 }.first { $0.lastOfRange != nil }
        self.begin = first?.period?.firstDay ?? (last?.lastOfRange == nil ? nil : last?.period?.firstDay)
        self.end = last?.period?.lastDay ?? range?.lastOfRange
        qualifier = (self.begin == nil ? last ?? first : first ?? last)?.qualifier
    }

    /// The period that a benefit's dates tell: of the kind that comes first among them, else the first date.
    init(of dates: [QualifiedPeriod]) {
        let kinds = dates.lazy.compactMap { date in
            Kind.allCases.first { kind in
                let (begin, end, whole) = kind.qualifiers
                return [begin, end, whole].contains(date.qualifier)
            }
        }
        if let kind = kinds.first { self.init(kind, of: dates) } else { self.init(dates.first) }
    }

    private init(_ date: QualifiedPeriod?) {
        begin = date?.period?.firstDay
        end = date?.lastOfRange
        qualifier = date?.qualifier
    }
}

extension [QualifiedPeriod] {
    fileprivate func first(of qualifier: String?) -> QualifiedPeriod? {
        qualifier.flatMap { qualifier in first { $0.qualifier == qualifier } }
    }
}

extension QualifiedPeriod {
    /// The last day of a range; `nil` of a single day.
    fileprivate var lastOfRange: CalendarDate? {
        guard case .range(_, let end) = period else { return nil }
        return end
    }
}
