internal import GRDB
internal import X12Grammar
internal import X12Storage
internal import X12Text

extension CodeStore {
    /// What tells a store from other SQLite files: "X12C".
    static let kind = OwnedDatabase.Kind("code store", identifier: 0x5831_3243)

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 editions and codes") { database in
            // Days are numbers, 20260310; NULL where there is none.
            try database.execute(
                sql: """
                    CREATE TABLE edition (
                        id INTEGER PRIMARY KEY,
                        set_name TEXT NOT NULL, name TEXT NOT NULL, vintage INTEGER NOT NULL,
                        first_day INTEGER, last_day INTEGER, code_count INTEGER NOT NULL,
                        UNIQUE (set_name, name)
                    );
                    CREATE TABLE code (
                        edition INTEGER NOT NULL REFERENCES edition, code TEXT NOT NULL,
                        label TEXT NOT NULL, start INTEGER, stop INTEGER, marks INTEGER NOT NULL,
                        PRIMARY KEY (edition, code)
                    ) WITHOUT ROWID;
                    """)
        }
        return migrator
    }
}

extension CodeEdition {
    /// An edition out of the database; `nil` for a set that this version does not know.
    init?(row: Row) {
        guard let set = CodeSet(rawValue: row["set_name"]) else { return nil }
        self.init(
            set, name: row["name"], vintage: CalendarDate(number: row["vintage"]),
            first: CalendarDate(number: row["first_day"]), last: CalendarDate(number: row["last_day"]),
            count: row["code_count"])
    }
}

extension ListedCode {
    /// Bits of `marks`.
    private static let heading = 1
    private static let remark = 2

    /// A code out of the database.
    init(row: Row) {
        let marks: Int = row["marks"]
        self.init(
            row["label"], start: CalendarDate(number: row["start"]), stop: CalendarDate(number: row["stop"]),
            isHeading: marks & Self.heading != 0, needsRemark: marks & Self.remark != 0)
    }

    /// The marks as a number.
    var marks: Int { (isHeading ? Self.heading : 0) | (needsRemark ? Self.remark : 0) }
}

extension CalendarDate {
    /// A day out of the database.
    init?(number: Int?) {
        guard let number else { return nil }
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// The day as the database has it: 20260310.
    var databaseNumber: Int { (year * 100 + month) * 100 + day }
}
