package import GRDB
package import X12Diagnostics

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// A database file of ours: one SQLite file, readable by its owner alone.
///
/// What we keep on disk (control numbers, code sets) differs in its tables only. Every change is one transaction that
/// is on the disk when the call returns, several processes may use the same file at once, and what is not a file of
/// this kind, or was made by a newer version, is refused as it is.
package struct OwnedDatabase: Sendable {
    /// One kind of file.
    package struct Kind: Sendable {
        /// What people call it: `ledger`.
        package let name: String
        /// What tells it from other SQLite files (`PRAGMA application_id`).
        package let identifier: Int

        /// Names a kind.
        package init(_ name: String, identifier: Int) {
            self.name = name
            self.identifier = identifier
        }
    }

    /// How long a call waits for another process that is writing.
    package static let waitingSeconds = 30

    private let queue: DatabaseQueue
    private let kind: Kind

    /// Opens a file, or makes a new one.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - kind: what it must be.
    ///   - migrator: makes the tables, and brings older ones up to date.
    /// - Throws: `.storeUnusable` when the file is something else, is damaged, or was made by a newer version;
    ///   `.sinkFailed` when it cannot be opened or written.
    package init(path: String, _ kind: Kind, _ migrator: DatabaseMigrator) throws(X12Error) {
        self.kind = kind
        let configuration = Self.configuration
        try Self.make(path, kind, migrator, configuration)
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try Self.bringUpToDate(queue, kind, migrator)
        } catch {
            throw Self.translate(error, kind)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Double(Self.waitingSeconds))
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = EXTRA")
        }
        return configuration
    }

    /// Runs one change, all of it or nothing.
    package func change<Result>(_ body: (Database) throws -> Result) throws(X12Error) -> Result {
        do {
            return try queue.writeWithoutTransaction { database in
                var result: Result?
                try database.inTransaction(.immediate) {
                    result = try body(database)
                    return .commit
                }
                guard let result else { throw X12Error(.storeUnusable, "the \(kind.name) did not answer") }
                return result
            }
        } catch {
            throw Self.translate(error, kind)
        }
    }

    /// Looks something up.
    package func read<Result>(_ body: (Database) throws -> Result) throws(X12Error) -> Result {
        do {
            return try queue.read(body)
        } catch {
            throw Self.translate(error, kind)
        }
    }

    // MARK: - Opening

    /// Makes a file where there is none: whole, under another name, and then put in its place, unless another process
    /// was quicker.
    ///
    /// So an empty file is never one that somebody began, but one that lost what was in it, and is refused: what starts
    /// anew would give out numbers for the second time.
    private static func make(
        _ path: String, _ kind: Kind, _ migrator: DatabaseMigrator, _ configuration: Configuration
    ) throws(X12Error) {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT != S_IFDIR else {
                throw X12Error(.storeUnusable, "this is a folder; name a file in it for the \(kind.name)")
            }
            // SQLite takes a file of one byte for an empty one.
            guard status.st_size > 1 || status.st_mode & S_IFMT != S_IFREG else {
                throw X12Error(
                    .storeUnusable,
                    "the \(kind.name) is empty, so what was in it is lost: put a copy back, or delete it to begin anew"
                )
            }
            return
        }
        let turn = Turn(at: "\(path).making")
        defer { turn.end() }
        // Another process may have made it meanwhile.
        guard stat(path, &status) != 0 else { return }
        let part = "\(path).part"
        for ending in ["", "-journal"] { unlink(part + ending) }
        try createForOwner(part, kind)
        defer { for ending in ["", "-journal"] { unlink(part + ending) } }
        do {
            let queue = try DatabaseQueue(path: part, configuration: configuration)
            try bringUpToDate(queue, kind, migrator)
            try queue.close()
        } catch {
            throw translate(error, kind)
        }
        guard link(part, path) != 0, errno != EEXIST else { return }
        // A disk without links: the empty file that stands there for a moment is ours.
        guard errno == EPERM || errno == ENOTSUP || errno == ENOSYS else {
            throw X12Error(
                .sinkFailed, "the \(kind.name) cannot be opened: check the rights on it and on its folder")
        }
        try createForOwner(path, kind)
    }

    private static func bringUpToDate(
        _ queue: DatabaseQueue, _ kind: Kind, _ migrator: DatabaseMigrator
    ) throws {
        try queue.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                try claimFile(database, kind)
                return .commit
            }
        }
        if try queue.read({ try migrator.hasBeenSuperseded($0) }) {
            throw X12Error(
                .storeUnusable,
                "the \(kind.name) was made by a newer version of x12; use that version, or another \(kind.name)"
            )
        }
        try migrator.migrate(queue)
    }

    /// Refuses a database of somebody else's, and marks a new one as ours.
    private static func claimFile(_ database: Database, _ kind: Kind) throws {
        let identifier = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        guard identifier != kind.identifier else { return }
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard identifier == 0, tables == 0 else {
            throw X12Error(.storeUnusable, "the file is a database, but not a \(kind.name) of x12")
        }
        try database.execute(sql: "PRAGMA application_id = \(kind.identifier)")
    }

    /// Makes an empty file that only its owner may read; the files that SQLite puts beside it follow its rights.
    private static func createForOwner(_ path: String, _ kind: Kind) throws(X12Error) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw X12Error(
                .sinkFailed, "the \(kind.name) cannot be opened: check the rights on it and on its folder")
        }
        close(descriptor)
    }

    // MARK: - Errors

    /// An error of the database in our words, which hold no value of the data.
    private static func translate(_ error: any Error, _ kind: Kind) -> X12Error {
        if let error = error as? X12Error { return error }
        guard let error = error as? DatabaseError else {
            // What SQLite reads without complaint and is not what was written.
            return X12Error(.storeUnusable, "the \(kind.name) is damaged")
        }
        switch error.resultCode {
        case .SQLITE_NOTADB: return X12Error(.storeUnusable, "the file is not a \(kind.name) of x12")
        case .SQLITE_CORRUPT: return X12Error(.storeUnusable, "the \(kind.name) is damaged")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return X12Error(
                .sinkFailed,
                "the \(kind.name) is in use by another process for more than \(waitingSeconds) seconds")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
            return X12Error(
                .sinkFailed, "the \(kind.name) cannot be written: check the rights on it and on its folder")
        case .SQLITE_FULL:
            return X12Error(.sinkFailed, "the \(kind.name) cannot be written: the disk is full")
        default:
            return X12Error(
                .sinkFailed, "the \(kind.name) cannot be used (SQLite error \(error.resultCode.rawValue))")
        }
    }
}
