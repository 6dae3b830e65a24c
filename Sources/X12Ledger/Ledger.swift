internal import GRDB
public import X12Diagnostics

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// A small database beside the claims: which control numbers were given out, and what for.
///
/// It is one SQLite file, readable by its owner alone. Every change is one transaction that is on the disk when
/// the call returns, so a crash at any moment loses no number and gives none out twice, and several processes
/// may use the same file at once; one that finds it busy waits up to ``waitingSeconds``.
///
/// The clock is the caller's: times are texts that are kept, never compared.
public struct Ledger: Sendable {
    /// How long a call waits for another process that is writing.
    public static let waitingSeconds = 30

    let queue: DatabaseQueue

    /// Opens a ledger, or makes a new one.
    ///
    /// - Throws: ``X12Error/Code/storeUnusable`` when the file is something else, is damaged, or was made by a
    ///   newer version; ``X12Error/Code/sinkFailed`` when it cannot be opened or written.
    public init(path: String) throws(X12Error) {
        try Self.createForOwner(path)
        var configuration = Configuration()
        configuration.busyMode = .timeout(Double(Self.waitingSeconds))
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = EXTRA")
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try Self.bringUpToDate(queue)
        } catch {
            throw Self.translate(error)
        }
    }

    /// Runs one change, all of it or nothing.
    func change<Result>(_ body: (Database) throws -> Result) throws(X12Error) -> Result {
        do {
            return try queue.writeWithoutTransaction { database in
                var result: Result?
                try database.inTransaction(.immediate) {
                    result = try body(database)
                    return .commit
                }
                guard let result else { throw X12Error(.storeUnusable, "the ledger did not answer") }
                return result
            }
        } catch {
            throw Self.translate(error)
        }
    }

    /// An error of the database in our words, which hold no value of the data.
    static func translate(_ error: any Error) -> X12Error {
        if let error = error as? X12Error { return error }
        guard let error = error as? DatabaseError else {
            return X12Error(.sinkFailed, "cannot use the ledger")
        }
        switch error.resultCode {
        case .SQLITE_NOTADB: return X12Error(.storeUnusable, "the file is not a ledger of x12")
        case .SQLITE_CORRUPT: return X12Error(.storeUnusable, "the ledger is damaged")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return X12Error(
                .sinkFailed, "the ledger is in use by another process for more than \(waitingSeconds) seconds"
            )
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
            return X12Error(
                .sinkFailed, "the ledger cannot be written: check the rights on it and on its folder")
        case .SQLITE_FULL: return X12Error(.sinkFailed, "the ledger cannot be written: the disk is full")
        default:
            return X12Error(
                .sinkFailed, "the ledger cannot be used (SQLite error \(error.resultCode.rawValue))")
        }
    }

    /// Makes an empty file that only its owner may read; the files that SQLite puts beside it follow its rights.
    private static func createForOwner(_ path: String) throws(X12Error) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw X12Error(
                .sinkFailed, "the ledger cannot be opened: check the rights on it and on its folder")
        }
        close(descriptor)
    }
}
