public import X12Diagnostics
public import X12Grammar
internal import X12Specs
public import X12Text

/// The code sets that rules ask: those that come with the library, and those that a user loaded.
///
///     let sets = CodeSets(loaded: store)
///     sets.standing(of: "J029", in: .diagnosis, on: serviceDay)
///
/// Where a set is both shipped and loaded, the newer one is asked. What was looked up is remembered, so a file of a
/// million claims asks the source about as often as it has different codes. One object belongs to one engine; it is not
/// to be shared between threads.
public final class CodeSets {
    /// Why the source could not be asked, when that happened; its sets then count as not at hand.
    public private(set) var failure: X12Error?

    private let source: (any CodeSource)?
    /// The editions of each set by ``CodeSet/ordinal``; `nil` before the set is asked for the first time.
    private var tables: [[CodeTable]?]

    /// The shipped sets, and those of a source.
    public init(loaded source: (any CodeSource)? = nil) {
        self.source = source
        tables = Array(repeating: nil, count: CodeSet.allCases.count)
    }

    // MARK: - Asking

    /// How a code stands on a day; without a day, whether any edition has it.
    public func standing(of code: String, in set: CodeSet, on day: CalendarDate?) -> CodeStanding {
        let tables = tables(of: set)
        guard let newest = tables.last else { return .unknown }
        guard let day else {
            if tables.contains(where: { days(of: code, $0) != nil }) { return .valid }
            return failure == nil ? .unsure : .unknown
        }
        let table = tables.count == 1 ? newest : Self.table(for: day, among: tables) ?? newest
        guard let days = days(of: code, table) else {
            if failure != nil { return .unknown }
            return table.edition.covers(day) ? .unlisted : .unsure
        }
        if days.isHeading { return .heading }
        if let start = days.start, day < start { return .early(start) }
        if let stop = days.stop, stop < day { return .ended(stop) }
        return .valid
    }

    /// How a code stands on the best of some days: a claim over several days may use a code of any of them.
    public func standing(
        of code: String, in set: CodeSet, from first: CalendarDate?, to last: CalendarDate?
    ) -> CodeStanding {
        let standing = standing(of: code, in: set, on: first)
        guard !standing.isFine, let last, last != first else { return standing }
        let other = self.standing(of: code, in: set, on: last)
        return other.isFine ? other : standing
    }

    /// Whether the newest edition has a code.
    func has(_ code: String, in set: CodeSet) -> Bool {
        tables(of: set).last.flatMap { days(of: code, $0) } != nil
    }

    /// Whether a code's own words ask for a remark beside it.
    func needsRemark(_ code: String, in set: CodeSet) -> Bool {
        tables(of: set).last.flatMap { days(of: code, $0) }?.needsRemark ?? false
    }

    /// Whether a remark is a notice and explains no reason: its own words begin with "alert".
    func isAlert(_ remark: String) -> Bool {
        tables(of: .remark).last.flatMap { listed(remark, $0) }?.label.prefix(6).lowercased() == "alert:"
    }

    /// A code of one edition, with its words.
    public func code(_ code: String, in edition: CodeEdition) -> ListedCode? {
        guard let table = tables(of: edition.set).first(where: { $0.edition == edition }) else { return nil }
        return listed(code, table)
    }

    /// The editions of a set that are asked, by their first day; none when the set is not at hand.
    public func editions(of set: CodeSet) -> [CodeEdition] { tables(of: set).map(\.edition) }

    /// The edition that an answer for a day comes from.
    func edition(of set: CodeSet, on day: CalendarDate?) -> CodeEdition? {
        let tables = tables(of: set)
        guard let day else { return tables.last?.edition }
        return Self.table(for: day, among: tables)?.edition
    }

    /// Every set at hand with its editions, as results name them: `icd10cm 2026`.
    public var vintages: [(set: CodeSet, editions: String)] {
        CodeSet.allCases.compactMap { set in
            let labels = editions(of: set).map(\.label).filter { !$0.isEmpty }
            return labels.isEmpty ? nil : (set, labels.joined(separator: " "))
        }
    }

    // MARK: - Editions

    /// The last edition that has begun by a day, or else the first.
    private static func table(for day: CalendarDate, among tables: [CodeTable]) -> CodeTable? {
        tables.last { $0.edition.first.map { $0 <= day } ?? true } ?? tables.first
    }

    private func tables(of set: CodeSet) -> [CodeTable] {
        if let known = tables[set.ordinal] { return known }
        var loaded: [CodeEdition] = []
        do { loaded = try source?.editions(of: set) ?? [] } catch { failure = error }
        let shipped = Self.shipped(set)
        let isNewer = loaded.contains { edition in
            guard let vintage = edition.vintage, let ours = shipped?.edition.vintage else { return true }
            return ours <= vintage
        }
        let found =
            isNewer || shipped == nil ? loaded.map { CodeTable($0, codes: nil) } : [shipped].compactMap { $0 }
        tables[set.ordinal] = .some(found)
        return found
    }

    private func days(of code: String, _ table: CodeTable) -> CodeTable.Days? {
        if let known = table.remembered(code) { return known.isThere ? known : nil }
        guard table.codes == nil else { return nil }
        let days = listed(code, table).map(CodeTable.Days.init)
        if failure == nil { table.remember(code, days) }
        return days
    }

    private func listed(_ code: String, _ table: CodeTable) -> ListedCode? {
        if let codes = table.codes { return codes[code] }
        do { return try source?.code(code, in: table.edition) } catch {
            failure = error
            return nil
        }
    }

    /// A set as it comes with the library.
    private static func shipped(_ set: CodeSet) -> CodeTable? {
        guard let key = set.shippedList, let list = X12Specs.codeList(key) else { return nil }
        return CodeTable(
            CodeEdition(set, vintage: list.vintage, last: list.vintage, count: list.codes.count),
            codes: list.codes)
    }
}
