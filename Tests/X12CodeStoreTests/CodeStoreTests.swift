import Foundation
import GRDB
import Testing
import X12CodeStore
import X12Diagnostics
import X12Grammar
import X12TestSupport
import X12Text

@Suite("Store of code sets")
struct CodeStoreTests {
    private let folder = TemporaryFolder()

    private static func load(_ store: CodeStore, _ set: CodeSet, _ day: String, _ text: String) throws
        -> CodeEdition
    {
        let day = try #require(CalendarDate(iso: day))
        return try store.load(set, vintage: day, from: ByteSource(bytes: Array(text.utf8)))
    }

    /// A file's day, and the edition that follows from it.
    @Test(
        "a file's day says which edition it is, and which days it knows",
        arguments: [
            (CodeSet.diagnosis, "2025-10-01", "2026 2025-10-01 2026-03-31"),
            (.diagnosis, "2026-04-01", "2026-04 2026-04-01 2026-09-30"),
            (.inpatientProcedure, "2026-10-01", "2027 2026-10-01 2027-03-31"),
            (.hcpcs, "2026-10-01", "2026 2026-01-01 2026-12-31"),
            (.hcpcs, "2026-04-01", "2026 2026-01-01 2026-06-30"),
            (.cpt, "2026-01-01", "2026 2026-01-01 2026-12-31"),
            (.taxonomy, "2025-07-01", "  2025-12-31"), (.taxonomy, "2026-01-01", "  2026-06-30"),
            (.drug, "2026-03-01", "  2026-03-01"), (.remark, "2026-03-10", "  2026-03-10"),
        ])
    func editions(set: CodeSet, day: String, wanted: String) throws {
        let edition = CodeEdition(set, vintage: try #require(CalendarDate(iso: day)), count: 1)
        let days = "\(edition.first?.description ?? "") \(edition.last?.description ?? "")"
        #expect("\(edition.name) \(days)" == wanted)
    }

    @Test(
        "the official files' names tell their day",
        arguments: [
            (CodeSet.diagnosis, "/home/x/icd10cm_order_2026.txt", "2025-10-01"),
            (.diagnosis, "icd10cm-order-April-2026.txt", "2026-04-01"),
            (.inpatientProcedure, "icd10pcs_codes_2027.txt", "2026-10-01"),
            (.hcpcs, "HCPC2026_OCT_ANWEB.txt", "2026-10-01"),
            (.hcpcs, "HCPC2026_JAN_ANWEB_v2.txt", "2026-01-01"),
            (.taxonomy, "nucc_taxonomy_251.csv", "2025-07-01"),
            (.taxonomy, "nucc_taxonomy_260.csv", "2026-01-01"),
            (.adjustmentReason, "carc-2026-03-10.csv", "2026-03-10"), (.drug, "ndc20260301/package.txt", ""),
            (.drug, "package-20260301.txt", "2026-03-01"), (.cpt, "codes.csv", ""),
        ])
    func names(set: CodeSet, name: String, day: String) {
        #expect((CodeFileName.vintage(of: name, as: set)?.description ?? "") == day)
    }

    @Test("editions of ICD-10 stand side by side; a file of the same time replaces its edition")
    func sideBySide() throws {
        let store = try CodeStore(path: folder.path("a"))
        let old = try Self.load(store, .diagnosis, "2024-10-01", CodeFiles.validDiagnoses)
        let new = try Self.load(store, .diagnosis, "2025-10-01", CodeFiles.diagnoses)
        #expect(try store.editions(of: .diagnosis) == [old, new])
        let again = try Self.load(store, .diagnosis, "2025-10-01", CodeFiles.validDiagnoses)
        #expect(again.count == 2)
        #expect(try store.editions(of: .diagnosis) == [old, again])
        #expect(try store.code("S134XXA", in: again) == nil)
    }

    @Test("is found again in a file opened anew, until it is taken away")
    func again() throws {
        let path = folder.path("b")
        let edition = try Self.load(try CodeStore(path: path), .hcpcs, "2026-10-01", CodeFiles.supplies)
        let store = try CodeStore(path: path)
        #expect(try store.editions() == [edition])
        #expect(try store.code("Z9001", in: edition) != nil)
        #expect(try store.remove(.hcpcs, edition: "2026"))
        #expect(try !store.remove(.hcpcs, edition: "2026"))
        #expect(try CodeStore(path: path).editions() == [])
        #expect(try store.code("Z9001", in: edition) == nil)
    }

    @Test("tells the codes below a heading")
    func below() throws {
        let store = try CodeStore(path: folder.path("c"))
        let edition = try Self.load(store, .diagnosis, "2025-10-01", CodeFiles.diagnoses)
        let codes = try store.codes(beginningWith: "J02", in: edition, most: 10).map(\.code)
        #expect(codes == ["J02", "J020", "J029"])
        #expect(try store.codes(beginningWith: "J02", in: edition, most: 2).count == 2)
    }

    @Test("only its owner may read it")
    func rights() throws {
        let path = folder.path("d")
        _ = try CodeStore(path: path)
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
    }

    @Test("a store of a newer version, a ledger and a text are refused")
    func refusals() throws {
        let path = folder.path("e")
        _ = try CodeStore(path: path)
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 something new')")
        }
        #expect(throws: X12Error(.storeUnusable)) { try CodeStore(path: path) }
        let other = folder.path("f")
        try DatabaseQueue(path: other).write { try $0.execute(sql: "PRAGMA application_id = 1479684684") }
        #expect(throws: X12Error(.storeUnusable)) { try CodeStore(path: other) }
        try Data(repeating: 0x41, count: 5000).write(to: URL(filePath: folder.path("g")))
        #expect(throws: X12Error(.storeUnusable)) { try CodeStore(path: folder.path("g")) }
    }
}
