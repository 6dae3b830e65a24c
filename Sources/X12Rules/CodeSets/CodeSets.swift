public import X12Diagnostics
public import X12Grammar
internal import X12Specs
public import X12Text

/// The code sets that rules ask: those that come with the library, and those that a user loaded.
///
///     let sets = CodeSets(loaded: store)
///     sets.standing(of: "J029", in: .diagnosis, on: serviceDay)
///
/// Where a set is both shipped and loaded, the newer one is asked. What was looked up is remembered, up to
/// ``mostRemembered`` codes, so a file of a million claims asks the source about as often as it has different codes.
/// One object belongs to one engine; it is not to be shared between threads.
public final class CodeSets {
    /// The most answers that are remembered.
    public static let mostRemembered = 200_000

    /// Why the source could not be asked, when that happened; its sets then count as not at hand.
    public private(set) var failure: X12Error?

    private let source: (any CodeSource)?
    private var editions: [CodeSet: [Entry]] = [:]
    private var remembered: [Key: ListedCode?] = [:]
    private var next = 0

    /// An edition, with a number to remember its codes by, and its codes where they came with the library.
    private struct Entry {
        let edition: CodeEdition
        let number: Int
        let shipped: [String: ListedCode]?
    }

    /// A code of an edition; the code's bytes in two words.
    private struct Key: Hashable {
        var edition: Int
        var high: UInt64 = 0
        var low: UInt64 = 0

        /// `nil` for what is longer than any code.
        init?(_ code: String, _ edition: Int) {
            self.edition = edition
            guard code.utf8.count <= 16 else { return nil }
            for byte in code.utf8 {
                high = high &<< 8 | low &>> 56
                low = low &<< 8 | UInt64(byte)
            }
        }
    }

    /// The shipped sets, and those of a source.
    public init(loaded source: (any CodeSource)? = nil) {
        self.source = source
    }

    // MARK: - Asking

    /// How a code stands on a day; without a day, whether any edition has it.
    public func standing(of code: String, in set: CodeSet, on day: CalendarDate?) -> CodeStanding {
        let entries = entries(of: set)
        guard let newest = entries.last else { return .unknown }
        guard let day else {
            let isThere = entries.contains { self.code(code, $0) != nil }
            return isThere ? .valid : .unsure
        }
        let entry = entries.last { $0.edition.first.map { $0 <= day } ?? true } ?? entries.first ?? newest
        guard let listed = self.code(code, entry) else {
            if failure != nil { return .unknown }
            return entry.edition.covers(day) ? .unlisted : .unsure
        }
        if listed.isHeading { return .heading }
        if let start = listed.start, day < start { return .early(start) }
        if let stop = listed.stop, stop < day { return .ended(stop) }
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

    /// A code of the edition that speaks of a day, or of the newest one.
    public func code(_ code: String, in set: CodeSet, on day: CalendarDate? = nil) -> ListedCode? {
        let entries = entries(of: set)
        let entry = day.flatMap { day in entries.last { $0.edition.first.map { $0 <= day } ?? true } }
        return (entry ?? entries.last).flatMap { self.code(code, $0) }
    }

    /// A code of one edition.
    public func code(_ code: String, in edition: CodeEdition) -> ListedCode? {
        entries(of: edition.set).first { $0.edition == edition }.flatMap { self.code(code, $0) }
    }

    /// The editions of a set that are asked, by their first day; none when the set is not at hand.
    public func editions(of set: CodeSet) -> [CodeEdition] { entries(of: set).map(\.edition) }

    /// The edition that an answer for a day comes from.
    func edition(of set: CodeSet, on day: CalendarDate?) -> CodeEdition? {
        let editions = entries(of: set).map(\.edition)
        guard let day else { return editions.last }
        return editions.last { $0.first.map { $0 <= day } ?? true } ?? editions.first
    }

    /// Every set at hand with its editions, as results name them: `icd10cm 2026`.
    public var vintages: [(set: CodeSet, editions: String)] {
        CodeSet.allCases.compactMap { set in
            let labels = editions(of: set).map(\.label).filter { !$0.isEmpty }
            return labels.isEmpty ? nil : (set, labels.joined(separator: " "))
        }
    }

    // MARK: - Editions

    private func entries(of set: CodeSet) -> [Entry] {
        if let known = editions[set] { return known }
        var entries: [Entry] = []
        var loaded: [CodeEdition] = []
        do { loaded = try source?.editions(of: set) ?? [] } catch { failure = error }
        let shipped = Self.shipped(set)
        let isNewer = loaded.contains { edition in
            guard let vintage = edition.vintage, let ours = shipped?.edition.vintage else { return true }
            return ours <= vintage
        }
        if let shipped, !isNewer {
            entries.append(Entry(edition: shipped.edition, number: next, shipped: shipped.codes))
            next += 1
        } else {
            for edition in loaded {
                entries.append(Entry(edition: edition, number: next, shipped: nil))
                next += 1
            }
        }
        editions[set] = entries
        return entries
    }

    private func code(_ code: String, _ entry: Entry) -> ListedCode? {
        if let shipped = entry.shipped { return shipped[code] }
        guard let key = Key(code, entry.number) else { return nil }
        if let known = remembered[key] { return known }
        do {
            let found = try source?.code(code, in: entry.edition)
            if remembered.count >= Self.mostRemembered { remembered.removeAll(keepingCapacity: true) }
            remembered[key] = .some(found)
            return found
        } catch {
            failure = error
            return nil
        }
    }

    /// A set as it comes with the library.
    private static func shipped(_ set: CodeSet) -> (edition: CodeEdition, codes: [String: ListedCode])? {
        guard let key = set.shippedList, let list = X12Specs.codeLists.lists[key] else { return nil }
        return (
            CodeEdition(set, vintage: list.vintage, last: list.vintage, count: list.codes.count), list.codes
        )
    }
}
