public import X12Text

/// One edition of a code set: a list as it was published, and the days it speaks of.
///
/// Where a list gives its codes their own days, the newest edition speaks of the past too. ICD-10 does not: there each
/// edition is good for its own part of the fiscal year, and several stand side by side.
public struct CodeEdition: Hashable, Sendable {
    /// The set.
    public let set: CodeSet
    /// What tells it from other editions of the set: `2026`, `2026-04`, empty where only one is kept.
    public let name: String
    /// The day of its publication, or from which on it is good.
    public let vintage: CalendarDate?
    /// The first day for which it knows all codes; `nil` for all of the past.
    public let first: CalendarDate?
    /// The last day for which it knows all codes; `nil` for a list that does not change.
    public let last: CalendarDate?
    /// How many codes it has, headings among them.
    public let count: Int

    /// Creates an edition.
    public init(
        _ set: CodeSet, name: String = "", vintage: CalendarDate? = nil, first: CalendarDate? = nil,
        last: CalendarDate? = nil, count: Int
    ) {
        self.set = set
        self.name = name
        self.vintage = vintage
        self.first = first
        self.last = last
        self.count = count
    }

    /// Whether it knows all codes of a day.
    public func covers(_ day: CalendarDate) -> Bool {
        (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
    }

    /// The edition in a few letters, as results name it: `2026-04`, `2026-03-10`.
    public var label: String { name.isEmpty ? vintage?.description ?? "" : name }
}
