import Foundation
import GRDB
import Testing
import X12Diagnostics
import X12Ledger
import X12TestSupport

@Suite("Ledger of control numbers")
struct LedgerTests {
    private let folder = TemporaryFolder()
    private let clinic = TradingPartner(
        senderQualifier: "ZZ", sender: "CLINIC01       ", receiverQualifier: "ZZ", receiver: "PAYER01")

    private func request(_ job: String, groups: Int = 1, sets: Int = 1) -> NumberRequest {
        NumberRequest(job: job, partner: clinic, groups: groups, sets: sets, at: "2026-03-02T09:30:00")
    }

    @Test("numbers begin at 1 and go on where the last job stopped")
    func counting() throws {
        let ledger = try Ledger(path: folder.path("a.ledger"))
        let first = try ledger.reserve(request("monday", groups: 2, sets: 5))
        #expect(first.interchange == 1)
        #expect(first.groups == 1..<3)
        #expect(first.sets == 1..<6)
        let second = try ledger.reserve(request("tuesday"))
        #expect(second.interchange == 2)
        #expect(second.groups == 3..<4)
        #expect(second.sets == 6..<7)
    }

    @Test("the same job gets the same numbers, also from a ledger opened anew")
    func again() throws {
        let path = folder.path("b.ledger")
        let first = try Ledger(path: path).reserve(request("monday", sets: 3))
        try Ledger(path: path).finish(request("monday", sets: 3))
        let again = try Ledger(path: path).reserve(request("monday", sets: 3))
        #expect(!first.isRepeated && !first.isFinished)
        #expect(again.isRepeated && again.isFinished)
        #expect(again.interchange == first.interchange)
        #expect(again.sets == first.sets)
    }

    @Test("a job whose counts have changed is refused, and nothing is given out")
    func changed() throws {
        let ledger = try Ledger(path: folder.path("c.ledger"))
        _ = try ledger.reserve(request("monday", sets: 3))
        #expect(throws: X12Error(.storeConflict)) { try ledger.reserve(request("monday", sets: 4)) }
        #expect(try ledger.reserve(request("tuesday")).sets == 4..<5)
    }

    @Test(
        "a job whose content has changed is refused; where one of the two is not known, it is not looked at")
    func changedContent() throws {
        let path = folder.path("content.ledger")
        let ledger = try Ledger(path: path)
        func request(_ content: String) -> NumberRequest {
            NumberRequest(job: "monday", partner: clinic, groups: 1, sets: 1, content: content, at: "today")
        }
        #expect(try ledger.reserve(request("A")).interchange == 1)
        #expect(try ledger.reserve(request("A")).isRepeated)
        #expect(throws: X12Error(.storeConflict)) { try ledger.reserve(request("B")) }
        #expect(try ledger.reserve(request("")).interchange == 1)
        try DatabaseQueue(path: path).write { database in
            try database.execute(sql: "UPDATE job SET content = ''")
        }
        #expect(try ledger.reserve(request("B")).interchange == 1)
    }

    @Test("jobs and claims of before, of which nobody noted whether they were tests, count for both")
    func beforeTestsWereNoted() throws {
        let path = folder.path("old.ledger")
        let monday = request("monday", sets: 2)
        let mark = ClaimMark(patientControlNumber: "A1", isResubmission: false)
        var ledger: Ledger? = try Ledger(path: path)
        _ = try ledger?.reserve(monday)
        _ = try ledger?.note([mark], of: monday)
        ledger = nil
        // The tables as they were.
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        try DatabaseQueue(path: path, configuration: configuration).write { database in
            try database.execute(
                sql: """
                    DELETE FROM grdb_migrations WHERE identifier LIKE '3 %';
                    CREATE TABLE old AS SELECT id, name, partner, began, is_finished, interchange, first_group,
                        group_count, first_set, set_count, content FROM job;
                    DROP TABLE job;
                    ALTER TABLE old RENAME TO job;
                    """)
        }
        let opened = try Ledger(path: path)
        #expect(try opened.reserve(monday).isRepeated)
        #expect(try opened.note([mark], of: monday).isEmpty)
        #expect(throws: X12Error(.storeConflict)) { try opened.reserve(request("monday", sets: 3)) }
        let tuesday = request("tuesday")
        #expect(try opened.reserve(tuesday).sets == 3..<4)
        #expect(try opened.note([mark], of: tuesday).map(\.earlierInterchange) == [1])
    }

    @Test("trading partners are counted apart; blanks that fill an identifier make no new one")
    func partners() throws {
        let ledger = try Ledger(path: folder.path("d.ledger"))
        _ = try ledger.reserve(request("monday"))
        let other = TradingPartner(
            senderQualifier: "ZZ", sender: "CLINIC01", receiverQualifier: "ZZ", receiver: "PAYER02")
        let apart = NumberRequest(job: "monday", partner: other, groups: 1, sets: 1, at: "")
        #expect(try ledger.reserve(apart).interchange == 1)
        let same = TradingPartner(
            senderQualifier: "ZZ", sender: "CLINIC01", receiverQualifier: "ZZ", receiver: "PAYER01  ")
        let trimmed = NumberRequest(job: "tuesday", partner: same, groups: 1, sets: 1, at: "")
        #expect(try ledger.reserve(trimmed).interchange == 2)
    }

    @Test("many askers at once, through two openings of the file, never get the same number")
    func contention() async throws {
        let path = folder.path("e.ledger")
        let ledgers = [try Ledger(path: path), try Ledger(path: path)]
        let numbers = try await withThrowingTaskGroup(of: ReservedNumbers.self) { group in
            for index in 0..<60 {
                let request = request("job \(index)", groups: 1 + index % 2, sets: 1 + index % 3)
                group.addTask { try ledgers[index % 2].reserve(request) }
            }
            var all: [ReservedNumbers] = []
            for try await numbers in group { all.append(numbers) }
            return all
        }
        #expect(Set(numbers.map(\.interchange)) == Set(1...60))
        let sets = numbers.flatMap { Array($0.sets) }
        #expect(Set(sets).count == sets.count)
        #expect(sets.max() == sets.count)
        let groups = numbers.flatMap { Array($0.groups) }
        #expect(Set(groups).count == groups.count)
    }

    @Test("claim numbers are given out in ranges that do not meet")
    func claimNumbers() throws {
        let ledger = try Ledger(path: folder.path("f.ledger"))
        #expect(try ledger.claimNumbers(10, for: clinic) == 1..<11)
        #expect(try ledger.claimNumbers(0, for: clinic) == 11..<11)
        #expect(try ledger.claimNumbers(2, for: clinic) == 11..<13)
    }

    @Test("a claim number used by an earlier job is told, with the interchange it went out in")
    func repeatedClaim() throws {
        let ledger = try Ledger(path: folder.path("g.ledger"))
        let monday = request("monday")
        _ = try ledger.reserve(monday)
        let marks = [
            ClaimMark(
                patientControlNumber: "A1", isResubmission: false, lineItemControlNumbers: ["L1", "", "L2"])
        ]
        #expect(try ledger.note(marks, of: monday).isEmpty)
        // A job that was stopped and runs again meets its own claims.
        #expect(try ledger.note(marks, of: monday).isEmpty)

        let tuesday = request("tuesday")
        _ = try ledger.reserve(tuesday)
        let again = try ledger.note(
            [
                ClaimMark(patientControlNumber: "B1", isResubmission: false, lineItemControlNumbers: ["L2"]),
                ClaimMark(patientControlNumber: "A1", isResubmission: false),
                ClaimMark(patientControlNumber: "A1", isResubmission: true),
                ClaimMark(patientControlNumber: "B1", isResubmission: false),
            ], of: tuesday)
        #expect(again.map(\.kind) == [.line, .claim, .claim])
        #expect(again.map(\.claim) == [0, 1, 3])
        #expect(again.map(\.line) == [0, nil, nil])
        #expect(again.map(\.earlierInterchange) == [1, 1, nil])
    }

    @Test("a number that stands twice in a job is told, also where its claims are noted some at a time")
    func repeatedInJob() throws {
        let ledger = try Ledger(path: folder.path("twice.ledger"))
        let monday = request("monday")
        _ = try ledger.reserve(monday)
        let claim = ClaimMark(
            patientControlNumber: "A1", isResubmission: false, lineItemControlNumbers: ["L1"])
        for _ in 0..<2 {
            // The same again when the job runs again.
            var seen = SeenNumbers()
            #expect(try ledger.note([claim], of: monday, seen: &seen).isEmpty)
            let repeated = try ledger.note([claim], of: monday, seen: &seen)
            #expect(repeated.map(\.kind) == [.claim, .line])
            #expect(repeated.map(\.earlierInterchange) == [nil, nil])
        }
    }

    @Test("noting claims of a job that has no numbers is refused")
    func unreserved() throws {
        let ledger = try Ledger(path: folder.path("h.ledger"))
        #expect(throws: X12Error(.storeConflict)) { try ledger.note([], of: request("monday")) }
    }

    @Test("the nine digits come to an end as an error, not as a number used twice")
    func exhausted() throws {
        let path = folder.path("i.ledger")
        let ledger = try Ledger(path: path)
        _ = try ledger.reserve(request("monday"))
        try DatabaseQueue(path: path).write { database in
            try database.execute(sql: "UPDATE partner SET interchange = 999999998")
        }
        #expect(try ledger.reserve(request("tuesday")).interchange == 999_999_999)
        #expect(throws: X12Error(.limitPassed)) { try ledger.reserve(request("wednesday")) }
    }
}

@Suite("What a ledger refuses to open")
struct LedgerRefusalTests {
    private let folder = TemporaryFolder()

    @Test("only its owner may read it")
    func rights() throws {
        let path = folder.path("a.ledger")
        _ = try Ledger(path: path)
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
    }

    @Test("a file that is no database")
    func text() throws {
        let path = folder.path("notes.txt")
        try Data(repeating: 0x41, count: 5000).write(to: URL(filePath: path))
        #expect(throws: X12Error(.storeUnusable)) { try Ledger(path: path) }
        #expect(try Data(contentsOf: URL(filePath: path)).count == 5000)
    }

    @Test("a database of another program, which stays as it was")
    func foreign() throws {
        let path = folder.path("other.sqlite")
        try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE recipes (name TEXT)") }
        #expect(throws: X12Error(.storeUnusable)) { try Ledger(path: path) }
        let tables = try DatabaseQueue(path: path).read {
            try String.fetchAll($0, sql: "SELECT name FROM sqlite_master")
        }
        #expect(tables == ["recipes"])
    }

    @Test("a ledger of a newer version")
    func newer() throws {
        let path = folder.path("newer.ledger")
        _ = try Ledger(path: path)
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 something new')")
        }
        #expect(throws: X12Error(.storeUnusable)) { try Ledger(path: path) }
    }

    @Test(
        "a ledger that was cut off, to nothing or to a part, which stays as it was",
        arguments: [0, 1, 100, 5000])
    func cutOff(_ length: Int) throws {
        let path = folder.path("cut.ledger")
        _ = try Ledger(path: path)
        let whole = try Data(contentsOf: URL(filePath: path))
        try #require(whole.count > length)
        try whole.prefix(length).write(to: URL(filePath: path))
        #expect(throws: X12Error(.storeUnusable)) { try Ledger(path: path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == whole.prefix(length))
    }

    @Test("what a ledger is made in goes away, also what a process left behind that was killed")
    func making() throws {
        let path = folder.path("new.ledger")
        let part = "\(path).part"
        try Data("half".utf8).write(to: URL(filePath: part))
        _ = try Ledger(path: path)
        #expect(!FileManager.default.fileExists(atPath: part))
        #expect(!FileManager.default.fileExists(atPath: "\(path).making"))
        #expect(
            try Ledger(path: path).reserve(
                NumberRequest(
                    job: "a",
                    partner: TradingPartner(
                        senderQualifier: "ZZ", sender: "A", receiverQualifier: "ZZ", receiver: "B"),
                    groups: 1, sets: 1, at: "")
            ).interchange == 1)
    }

    @Test("a folder that is not there")
    func missing() {
        #expect(throws: X12Error(.sinkFailed)) { try Ledger(path: folder.path("no/such/a.ledger")) }
    }
}
