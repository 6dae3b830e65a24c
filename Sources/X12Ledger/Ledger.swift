internal import GRDB
public import X12Diagnostics
internal import X12Storage

/// A small database beside the claims: which control numbers were given out, and what for.
///
/// It is one SQLite file, readable by its owner alone. Every change is one transaction that is on the disk when
/// the call returns, so a crash at any moment loses no number and gives none out twice, and several processes
/// may use the same file at once; one that finds it busy waits up to ``waitingSeconds``.
///
/// The clock is the caller's: times are texts that are kept, never compared.
public struct Ledger: Sendable {
    /// How long a call waits for another process that is writing.
    public static let waitingSeconds = OwnedDatabase.waitingSeconds

    private let database: OwnedDatabase

    /// Opens a ledger, or makes a new one.
    ///
    /// - Throws: ``X12Error/Code/storeUnusable`` when the file is something else, is damaged, or was made by a
    ///   newer version; ``X12Error/Code/sinkFailed`` when it cannot be opened or written.
    public init(path: String) throws(X12Error) {
        database = try OwnedDatabase(path: path, Self.kind, Self.migrator)
    }

    /// Runs one change, all of it or nothing.
    func change<Result>(_ body: (Database) throws -> Result) throws(X12Error) -> Result {
        try database.change(body)
    }
}
