internal import GRDB
public import X12Diagnostics
public import X12Grammar
internal import X12Storage

/// Code sets of a user's own: loaded from the official files, kept in one SQLite file, looked up by rules.
///
///     let store = try CodeStore(path: "codes.store")
///     let edition = try store.load(.diagnosis, vintage: october, from: ByteSource(path: "icd10cm_order_2026.txt"))
///     var rules = RuleEngine(codes: store)
///
/// The file is readable by its owner alone. Loading is one transaction: a file that has another layout, or breaks off,
/// leaves everything as it was.
public struct CodeStore: CodeSource {
    let database: OwnedDatabase

    /// Opens a store, or makes a new one.
    ///
    /// - Throws: `storeUnusable` when the file is something else, is damaged, or was made by a newer version;
    ///   `sinkFailed` when it cannot be opened or written.
    public init(path: String) throws(X12Error) {
        database = try OwnedDatabase(path: path, Self.kind, Self.migrator)
    }

    // MARK: - Looking up

    /// The editions of a set, by their first day; none when the set is not there.
    public func editions(of set: CodeSet) throws(X12Error) -> [CodeEdition] {
        try editions().filter { $0.set == set }
    }

    /// All editions: sets in the order of ``CodeSet``, each with its editions by their first day.
    public func editions() throws(X12Error) -> [CodeEdition] {
        let rows = try database.read { database in
            try Row.fetchAll(
                database, sql: "SELECT set_name, name, vintage, first_day, last_day, code_count FROM edition")
        }
        let editions = rows.compactMap(CodeEdition.init(row:)).sorted(by: CodeEdition.isEarlier)
        return CodeSet.allCases.flatMap { set in editions.filter { $0.set == set } }
    }

    /// A code of an edition; `nil` when the edition has no such code.
    public func code(_ code: String, in edition: CodeEdition) throws(X12Error) -> ListedCode? {
        let row = try database.read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT label, start, stop, marks FROM code
                    WHERE edition = (SELECT id FROM edition WHERE set_name = ? AND name = ?) AND code = ?
                    """)
            return try Row.fetchOne(statement, arguments: [edition.set.rawValue, edition.name, code])
        }
        return row.map(ListedCode.init(row:))
    }

    /// The codes of an edition that begin with some characters, in order, and at most so many.
    public func codes(
        beginningWith start: String, in edition: CodeEdition, most: Int
    ) throws(X12Error) -> [(code: String, listed: ListedCode)] {
        let rows = try database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT code, label, start, stop, marks FROM code
                    WHERE edition = (SELECT id FROM edition WHERE set_name = ? AND name = ?)
                        AND code >= ? AND code < ? ORDER BY code LIMIT ?
                    """,
                arguments: [edition.set.rawValue, edition.name, start, start + "\u{7F}", most])
        }
        return rows.map { (code: $0["code"], listed: ListedCode(row: $0)) }
    }

    // MARK: - Taking away

    /// Takes an edition away; false when it was not there.
    @discardableResult
    public func remove(_ set: CodeSet, edition name: String) throws(X12Error) -> Bool {
        try database.change { database in
            let id = try Int64.fetchOne(
                database, sql: "SELECT id FROM edition WHERE set_name = ? AND name = ?",
                arguments: [set.rawValue, name])
            guard let id else { return false }
            try database.execute(sql: "DELETE FROM code WHERE edition = ?", arguments: [id])
            try database.execute(sql: "DELETE FROM edition WHERE id = ?", arguments: [id])
            return true
        }
    }
}
