internal import GRDB
internal import X12Diagnostics

extension Ledger {
    /// What tells a ledger from other SQLite files: "X12L".
    private static let applicationIdentifier = 0x5831_324C

    static func bringUpToDate(_ queue: DatabaseQueue) throws {
        try queue.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                try claimFile(database)
                return .commit
            }
        }
        if try queue.read({ try migrator.hasBeenSuperseded($0) }) {
            throw X12Error(
                .storeUnusable,
                "the ledger was made by a newer version of x12; use that version, or another ledger")
        }
        try migrator.migrate(queue)
    }

    /// Refuses a database of somebody else's, and marks a new one as ours.
    private static func claimFile(_ database: Database) throws {
        let identifier = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        guard identifier != applicationIdentifier else { return }
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard identifier == 0, tables == 0 else {
            throw X12Error(.storeUnusable, "the file is a database, but not a ledger of x12")
        }
        try database.execute(sql: "PRAGMA application_id = \(applicationIdentifier)")
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 control numbers") { database in
            // The number given out last, each; 0 before the first.
            try database.execute(
                sql: """
                    CREATE TABLE partner (
                        id INTEGER PRIMARY KEY,
                        sender_qualifier TEXT NOT NULL, sender TEXT NOT NULL,
                        receiver_qualifier TEXT NOT NULL, receiver TEXT NOT NULL,
                        interchange INTEGER NOT NULL, functional_group INTEGER NOT NULL,
                        transaction_set INTEGER NOT NULL, claim INTEGER NOT NULL,
                        UNIQUE (sender_qualifier, sender, receiver_qualifier, receiver)
                    );
                    CREATE TABLE job (
                        id INTEGER PRIMARY KEY, name TEXT NOT NULL, partner INTEGER NOT NULL REFERENCES partner,
                        began TEXT NOT NULL, is_finished INTEGER NOT NULL,
                        interchange INTEGER NOT NULL, first_group INTEGER NOT NULL, group_count INTEGER NOT NULL,
                        first_set INTEGER NOT NULL, set_count INTEGER NOT NULL,
                        UNIQUE (partner, name)
                    );
                    CREATE TABLE sent_claim (
                        partner INTEGER NOT NULL REFERENCES partner, number TEXT NOT NULL,
                        job INTEGER NOT NULL REFERENCES job,
                        PRIMARY KEY (partner, number, job)
                    ) WITHOUT ROWID;
                    CREATE TABLE sent_line (
                        partner INTEGER NOT NULL REFERENCES partner, number TEXT NOT NULL,
                        job INTEGER NOT NULL REFERENCES job,
                        PRIMARY KEY (partner, number, job)
                    ) WITHOUT ROWID;
                    """)
        }
        return migrator
    }
}
