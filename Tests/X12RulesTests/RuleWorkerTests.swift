import Testing
import X12Diagnostics
import X12TestBed
import X12TestSupport

@Suite("Rules asked by several workers")
struct RuleWorkerTests {
    @Test(
        "the same findings as from one, in files with many faults", arguments: WorkloadKind.allCases,
        [1, 2, 5])
    func damaged(_ kind: WorkloadKind, _ workers: Int) throws {
        var bytes: [UInt8] = []
        kind.write(atLeast: 250_000, seed: 3) { bytes += $0 }
        let kept = bytes.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 53 != 52 }.map(\.element)
        try compare(Array(kept.joined(separator: [UInt8(ascii: "~")])), workers)
    }

    @Test("the same findings as from one, where money and codes are wrong")
    func faulty() throws {
        var settings = TestBedSettings()
        settings.visits = 400
        settings.visitsPerDay = 400
        settings.faultPercent = 30
        settings.reversalPercent = 15
        settings.secondaryPercent = 25
        var files: [String: [UInt8]] = [:]
        try TestBed(settings).write { name, bytes in files[name, default: []] += bytes }
        for (name, bytes) in files where name != "key.json" { try compare(bytes, 3) }
    }

    private func compare(_ bytes: [UInt8], _ workers: Int) throws {
        let expected = Checked.lines(try Checked.findings(in: bytes))
        let found = Checked.lines(try Checked.findings(in: bytes, workers: workers))
        #expect(found == expected)
    }
}
