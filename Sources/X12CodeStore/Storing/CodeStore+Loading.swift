internal import GRDB
public import X12Diagnostics
public import X12Grammar
internal import X12Storage
public import X12Text

extension CodeStore {
    /// The most codes that a file may have; the largest of the official ones has a quarter of a million.
    public static let mostCodes = 3_000_000

    /// Words of a code are kept up to this many characters.
    private static let longestLabel = 500

    /// Loads a file as an edition of a set; an edition of the same set and time that is there is replaced.
    ///
    /// - Parameters:
    ///   - set: the set.
    ///   - vintage: the day the file is of: ``CodeEdition/init(_:vintage:count:)`` says what follows from it.
    ///   - source: the file.
    ///   - products: of the NDC directory, the file with the products' names.
    /// - Returns: the edition with its number of codes.
    /// - Throws: `malformedCodes` with the line for another layout, a code that stands twice, or no code at all;
    ///   `limitPassed` past ``mostCodes``; what the source and the database throw. Nothing is changed then.
    public func load(
        _ set: CodeSet, vintage: CalendarDate, from source: consuming ByteSource,
        products: consuming ByteSource? = nil
    ) throws(X12Error) -> CodeEdition {
        var names: [String: String] = [:]
        if let products { names = try ProductNames.read(products) }
        var lines = CodeFileLines(source)
        var layout = Self.layout(of: set, names)
        return try database.change { database in
            let plan = CodeEdition(set, vintage: vintage, count: 0)
            var loading = try Loading(plan, database)
            while let line = try lines.next(quotedWith: layout.quotedSeparator) {
                var row = try layout.read(line)
                while let complete = row {
                    try loading.add(complete, layout.allowsRepeats, database)
                    row = layout.more()
                }
            }
            if let row = try layout.end() { try loading.add(row, layout.allowsRepeats, database) }
            guard loading.count > 0 else {
                throw X12Error(.malformedCodes, "there is no code in the file")
            }
            return try loading.finish(database)
        }
    }

    private static func layout(of set: CodeSet, _ products: [String: String]) -> any CodeFileLayout {
        switch set {
        case .diagnosis: ICD10Layout(isProcedure: false)
        case .inpatientProcedure: ICD10Layout(isProcedure: true)
        case .hcpcs: HCPCSLayout()
        case .drug: PackageLayout(products: products)
        case .taxonomy: TaxonomyLayout()
        case .adjustmentReason, .remark, .statusCategory, .status, .placeOfService, .state, .country, .cpt,
            .condition:
            ListLayout(longest: 5)
        case .combination: CombinationLayout()
        }
    }

    /// An edition while its codes are written.
    private struct Loading {
        private let edition: CodeEdition
        private let id: Int64
        private let insert: Statement
        private let known: Statement
        private let widen: Statement
        private(set) var count = 0

        init(_ edition: CodeEdition, _ database: Database) throws {
            self.edition = edition
            let key: StatementArguments = [edition.set.rawValue, edition.name]
            try database.execute(
                sql:
                    "DELETE FROM code WHERE edition = (SELECT id FROM edition WHERE set_name = ? AND name = ?)",
                arguments: key)
            try database.execute(
                sql: "DELETE FROM edition WHERE set_name = ? AND name = ?", arguments: key)
            try database.execute(
                sql: """
                    INSERT INTO edition (set_name, name, vintage, first_day, last_day, code_count)
                    VALUES (?, ?, ?, ?, ?, 0)
                    """,
                arguments: [
                    edition.set.rawValue, edition.name, edition.vintage?.databaseNumber ?? 0,
                    edition.first?.databaseNumber, edition.last?.databaseNumber,
                ])
            id = database.lastInsertedRowID
            insert = try database.makeStatement(
                sql: """
                    INSERT OR IGNORE INTO code (edition, code, label, start, stop, marks) VALUES (?, ?, ?, ?, ?, ?)
                    """)
            known = try database.makeStatement(
                sql: "SELECT label, start, stop, marks FROM code WHERE edition = ? AND code = ?")
            widen = try database.makeStatement(
                sql: "UPDATE code SET start = ?, stop = ? WHERE edition = ? AND code = ?")
        }

        mutating func add(_ row: CodeRow, _ allowsRepeats: Bool, _ database: Database) throws {
            let listed = row.listed
            try insert.execute(arguments: [
                id, row.code, String(listed.label.prefix(CodeStore.longestLabel)),
                listed.start?.databaseNumber, listed.stop?.databaseNumber, listed.marks,
            ])
            if database.changesCount > 0 {
                count += 1
                guard count <= CodeStore.mostCodes else {
                    throw X12Error(.limitPassed, "the file has more than \(CodeStore.mostCodes) codes")
                }
                return
            }
            guard allowsRepeats, let earlier = try Row.fetchOne(known, arguments: [id, row.code]) else {
                throw row.line.fault("the code \(row.code) stands twice")
            }
            try widen(row, by: ListedCode(row: earlier))
        }

        /// Makes a code that stands twice valid from the first day of either on, until the last.
        private func widen(_ row: CodeRow, by earlier: ListedCode) throws {
            var start: CalendarDate?
            var stop: CalendarDate?
            if let left = row.listed.start, let right = earlier.start { start = min(left, right) }
            if let left = row.listed.stop, let right = earlier.stop { stop = max(left, right) }
            try widen.execute(arguments: [start?.databaseNumber, stop?.databaseNumber, id, row.code])
        }

        func finish(_ database: Database) throws -> CodeEdition {
            try database.execute(
                sql: "UPDATE edition SET code_count = ? WHERE id = ?", arguments: [count, id])
            return CodeEdition(
                edition.set, name: edition.name, vintage: edition.vintage, first: edition.first,
                last: edition.last, count: count)
        }
    }
}
