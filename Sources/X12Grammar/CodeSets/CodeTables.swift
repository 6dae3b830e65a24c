public import X12Text

/// Code sets in memory: for a program that has its codes at hand, and for the examples of rules.
public struct CodeTables: CodeSource {
    private var tables: [CodeEdition: [String: ListedCode]] = [:]

    /// Creates a source without any set.
    public init() {}

    /// Whether there is no set in it.
    public var isEmpty: Bool { tables.isEmpty }

    /// The sets that are in it.
    public var sets: Set<CodeSet> { Set(tables.keys.map(\.set)) }

    /// Adds an edition; one of the same set, name and days takes the place of the one before.
    public mutating func add(
        _ set: CodeSet, name: String = "", vintage: CalendarDate? = nil, first: CalendarDate? = nil,
        last: CalendarDate? = nil, _ codes: [String: ListedCode]
    ) {
        let edition = CodeEdition(
            set, name: name, vintage: vintage, first: first, last: last, count: codes.count)
        tables[edition] = codes
    }

    /// The editions of a set, by their first day.
    public func editions(of set: CodeSet) -> [CodeEdition] {
        tables.keys.filter { $0.set == set }.sorted(by: CodeEdition.isEarlier)
    }

    /// A code of an edition.
    public func code(_ code: String, in edition: CodeEdition) -> ListedCode? { tables[edition]?[code] }
}

extension CodeEdition {
    /// Whether an edition comes before another: by first day, then by vintage, then by name.
    package static func isEarlier(_ left: CodeEdition, _ right: CodeEdition) -> Bool {
        func key(_ edition: CodeEdition) -> String {
            "\(edition.first?.description ?? "") \(edition.vintage?.description ?? "") \(edition.name)"
        }
        return key(left) < key(right)
    }
}
