import Foundation
import GRDB
import Testing
import X12Diagnostics
import X12Storage
import X12TestSupport

@Suite("Database files of ours")
struct OwnedDatabaseTests {
    private let folder = TemporaryFolder()

    private var path: String { folder.path("the.store") }

    private static let kind = OwnedDatabase.Kind("shelf", identifier: 0x5831_3253)

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: "CREATE TABLE number (value INTEGER NOT NULL)")
        }
        return migrator
    }

    private func open(
        _ kind: OwnedDatabase.Kind = kind, _ migrator: DatabaseMigrator = migrator
    ) throws(X12Error) -> OwnedDatabase {
        try OwnedDatabase(path: path, kind, migrator)
    }

    private func numbers(_ store: OwnedDatabase) throws -> [Int] {
        try store.read { try Int.fetchAll($0, sql: "SELECT value FROM number ORDER BY value") }
    }

    /// Why the file is not opened.
    private func refusal(
        _ kind: OwnedDatabase.Kind = kind, _ migrator: DatabaseMigrator = migrator
    ) -> X12Error? {
        do throws(X12Error) {
            _ = try open(kind, migrator)
            return nil
        } catch {
            return error
        }
    }

    @Test("a new file is its owner's alone, whole, and nothing is left beside it; what is written stays")
    func newFile() throws {
        let store = try open()
        try store.change { try $0.execute(sql: "INSERT INTO number VALUES (7)") }
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["the.store"])
        #expect(try numbers(open()) == [7])
    }

    @Test("a change that fails leaves nothing behind")
    func failingChange() throws {
        let store = try open()
        #expect(throws: X12Error(.storeConflict)) {
            try store.change { database in
                try database.execute(sql: "INSERT INTO number VALUES (7)")
                throw X12Error(.storeConflict)
            }
        }
        #expect(try numbers(store) == [])
    }

    @Test("two who open the same new file at once have one file between them")
    func together() throws {
        // They meet in one round of many.
        for _ in 0..<60 {
            try? FileManager.default.removeItem(atPath: path)
            DispatchQueue.concurrentPerform(iterations: 8) { number in
                // Whoever is refused leaves no number.
                try? open().change {
                    try $0.execute(sql: "INSERT INTO number VALUES (?)", arguments: [number])
                }
            }
            #expect(try numbers(open()) == Array(0..<8))
        }
    }

    @Test(
        "what is no file of the kind is refused and left as it is",
        arguments: ["", "x", "no database, but text"])
    func otherFile(text: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(refusal()?.code == .storeUnusable)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }

    @Test("a folder, a database of somebody else's, and one of a newer version are refused in words of ours")
    func otherDatabases() throws {
        _ = try open()
        #expect(
            refusal(OwnedDatabase.Kind("ledger", identifier: 1))?.detail
                == "the file is a database, but not a ledger of x12")
        var newer = Self.migrator
        newer.registerMigration("2") { try $0.execute(sql: "CREATE TABLE other (value INTEGER)") }
        _ = try open(Self.kind, newer)
        #expect(refusal()?.detail.contains("made by a newer version") == true)
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect(refusal()?.detail.contains("this is a folder") == true)
    }

    @Test("a damaged file is refused, and nothing of its content is in the words")
    func damaged() throws {
        let store = try open()
        try store.change { database in
            for number in 0..<2000 {
                try database.execute(sql: "INSERT INTO number VALUES (?)", arguments: [number])
            }
        }
        var bytes = try Data(contentsOf: URL(filePath: path))
        for index in 100..<bytes.count { bytes[index] = 0x5A }
        try bytes.write(to: URL(filePath: path))
        let error = try #require(refusal())
        #expect(error.code == .storeUnusable)
        #expect(["the shelf is damaged", "the file is not a shelf of x12"].contains(error.detail))
    }
}
