internal import GRDB
internal import X12Storage

extension Ledger {
    /// What tells a ledger from other SQLite files: "X12L".
    static let kind = OwnedDatabase.Kind("ledger", identifier: 0x5831_324C)

    static var migrator: DatabaseMigrator {
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
        migrator.registerMigration("2 content of jobs") { database in
            // Empty for the jobs of before, whose content nobody noted.
            try database.execute(sql: "ALTER TABLE job ADD COLUMN content TEXT NOT NULL DEFAULT ''")
        }
        migrator.registerMigration("3 tests apart from production") { database in
            // NULL for the jobs of before, of which nobody noted whether they were tests. The table is made anew: a name is
            // a job's among tests, and another's in production.
            try database.execute(
                sql: """
                    CREATE TABLE new_job (
                        id INTEGER PRIMARY KEY, name TEXT NOT NULL, partner INTEGER NOT NULL REFERENCES partner,
                        is_test INTEGER, began TEXT NOT NULL, is_finished INTEGER NOT NULL,
                        interchange INTEGER NOT NULL, first_group INTEGER NOT NULL, group_count INTEGER NOT NULL,
                        first_set INTEGER NOT NULL, set_count INTEGER NOT NULL, content TEXT NOT NULL,
                        UNIQUE (partner, name, is_test)
                    );
                    INSERT INTO new_job SELECT id, name, partner, NULL, began, is_finished, interchange, first_group,
                        group_count, first_set, set_count, content FROM job;
                    DROP TABLE job;
                    ALTER TABLE new_job RENAME TO job;
                    """)
        }
        return migrator
    }
}
