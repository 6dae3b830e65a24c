import Foundation
import Testing
import X12Diagnostics
import X12Models
import X12TestSupport

@Suite("Interchanges through the models")
struct InterchangeRoundTripTests {
    static let samples = SampleFiles.samples.paths(below: [
        "837P", "835", "270", "271", "277CA", "999", "TA1",
    ]).filter {
        !$0.hasSuffix(".expected")
    }
    static let corpus = SampleFiles.corpus?.paths().filter { $0.hasSuffix(".x12") } ?? []
    static let kinds = WorkloadKind.allCases

    @Test("every sample comes back byte for byte, as X12, as JSON and as NDJSON", arguments: samples)
    func sample(path: String) throws { try check(SampleFiles.samples.bytes(path), path) }

    @Test(
        "every file of the corpus comes back byte for byte, whatever is wrong with it",
        .enabled(if: SampleFiles.corpus != nil, "there is no folder shared/corpus beside the package"),
        arguments: corpus)
    func corpusFile(path: String) throws {
        guard let bytes = try SampleFiles.corpus?.bytes(path) else { return }
        try check(bytes, path)
    }

    @Test("made-up files come back byte for byte and nothing of them is carried", arguments: kinds, 1...4)
    func workload(kind: WorkloadKind, seed: Int) throws {
        let lineEnds: [WorkloadFormat.LineEnd] = [.none, .lineFeed, .carriageReturnLineFeed]
        for lineEnd in lineEnds {
            var bytes: [UInt8] = []
            _ = kind.write(
                atLeast: 60_000, seed: UInt64(seed), format: WorkloadFormat(lineEnd: lineEnd),
                isOneSet: seed == 4
            ) { bytes += $0 }
            let items = try ModelFlow.items(bytes)
            #expect(items.allSatisfy { $0.carried == nil })
            #expect(try ModelFlow.x12(items) == bytes)
            #expect(try ModelFlow.x12(ModelFlow.items(ndjson: ModelFlow.ndjson(items))) == bytes)
            #expect(try ModelFlow.x12(ModelFlow.items(json: ModelFlow.json(items))) == bytes)
        }
    }

    @Test("chunks of any size give the same pieces", arguments: [1, 2, 3, 7, 64, 1000])
    func chunks(size: Int) throws {
        for path in ["837P/pass/dependent-child.837", "835/pass/takeback-and-interest.835"] {
            let bytes = try SampleFiles.samples.bytes(path)
            let whole = try ModelFlow.items(bytes)
            #expect(try ModelFlow.items(bytes, chunk: size) == whole)
            #expect(
                try ModelFlow.items(json: ModelFlow.json(whole), chunk: size)
                    == ModelFlow.items(json: ModelFlow.json(whole)))
            #expect(
                try ModelFlow.items(ndjson: ModelFlow.ndjson(whole), chunk: size)
                    == ModelFlow.items(ndjson: ModelFlow.ndjson(whole)))
        }
    }

    @Test("a cut anywhere in the input gives the same pieces, JSON and findings")
    func cuts() throws {
        let bytes = try SampleFiles.samples.bytes("837P/fail/unknown-segment.837")
        let whole = try ModelFlow.read(bytes, cut: bytes.count)
        #expect(!whole.findings.isEmpty)
        for cut in 1..<bytes.count {
            let parts = try ModelFlow.read(bytes, cut: cut)
            #expect(parts.json == whole.json && parts.findings == whole.findings, "cut at \(cut)")
        }
    }

    @Test("a claim's line alone says whose claim it is")
    func claimLine() throws {
        let bytes = try SampleFiles.samples.bytes("837P/pass/dependent-child.837")
        let lines = try ModelFlow.ndjson(ModelFlow.items(bytes)).split(separator: UInt8(ascii: "\n"))
        let claims = lines.map { String(decoding: $0, as: UTF8.self) }.filter {
            $0.contains("\"objectType\":\"claim\"")
        }
        #expect(claims.count == 1)
        for key in ["billingProvider", "subscriber", "patient", "patientControlNumber"] {
            #expect(claims.first?.contains("\"\(key)\":") == true)
        }
    }

    /// An input goes through the models three ways; one that holds no interchange is refused.
    private func check(_ bytes: [UInt8], _ path: String) throws {
        let items: [ModelItem]
        do { items = try ModelFlow.items(bytes) } catch {
            #expect(error.code == .notX12, "\(path): \(error)")
            return
        }
        #expect(try ModelFlow.x12(items) == bytes, "\(path) as X12")
        #expect(
            try ModelFlow.x12(ModelFlow.items(ndjson: ModelFlow.ndjson(items))) == bytes, "\(path) as NDJSON")
        #expect(try ModelFlow.x12(ModelFlow.items(json: ModelFlow.json(items))) == bytes, "\(path) as JSON")
    }
}
