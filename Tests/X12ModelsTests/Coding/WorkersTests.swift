import Testing
import X12Diagnostics
import X12Models
import X12Parser
import X12TestSupport
import X12Text

@Suite("Models made by several workers")
struct WorkersTests {
    private struct Piece: Equatable {
        var item: ModelItem
        var findings: [Finding]
    }

    private func pieces(_ bytes: [UInt8], workers: Int, chunk: Int = 1 << 20) throws -> [Piece] {
        var reader = ModelReader(ModelFlow.source(bytes, chunk: chunk), workers: workers)
        var pieces: [Piece] = []
        while let item = try reader.next() { pieces.append(Piece(item: item, findings: reader.findings)) }
        #expect(try reader.next() == nil)
        return pieces
    }

    /// A file in which every so manieth segment is missing.
    private func damaged(_ kind: WorkloadKind, every: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        kind.write(atLeast: 300_000, seed: 5) { bytes += $0 }
        let terminator = UInt8(ascii: "~")
        let segments = bytes.split(separator: terminator, omittingEmptySubsequences: false).enumerated()
        let kept = segments.filter { $0.offset % every != every - 1 }
        return Array(kept.map(\.element).joined(separator: [terminator]))
    }

    @Test("the same models and findings as from one", arguments: WorkloadKind.allCases, [2, 5])
    func same(_ kind: WorkloadKind, _ workers: Int) throws {
        let bytes = damaged(kind, every: 61)
        let expected = try pieces(bytes, workers: 1)
        #expect(try pieces(bytes, workers: workers, chunk: 7_000) == expected)
        #expect(expected.contains { !$0.findings.isEmpty })
        #expect(expected.count > 100)
    }

    @Test("a dependent's inquiry stands under the subscriber of another batch")
    func levels() throws {
        var bytes: [UInt8] = []
        WorkloadKind.eligibilityResponses.write(atLeast: 300_000, isOneSet: true) { bytes += $0 }
        let expected = try pieces(bytes, workers: 1)
        #expect(try pieces(bytes, workers: 3) == expected)
    }

    @Test("a source that fails gives what came before, then fails, then ends", arguments: [1, 3])
    func failure(_ workers: Int) throws {
        var bytes: [UInt8] = []
        WorkloadKind.remittances.write(atLeast: 200_000) { bytes += $0 }
        var reader = ModelReader(failing(bytes.prefix(150_000)), workers: workers)
        var count = 0
        do {
            while try reader.next() != nil { count += 1 }
            Issue.record("the source did not fail")
        } catch { #expect(error.code == .sourceFailed) }
        #expect(count > 20)
    }

    // MARK: - Lines

    private func lines(_ bytes: [UInt8], workers: Int) throws -> (bytes: [UInt8], findings: [Finding]) {
        var lines = NDJSONLines(ModelFlow.source(bytes, chunk: 7_000), workers: workers)
        var written: [UInt8] = []
        var findings: [Finding] = []
        while try lines.next() { findings += lines.findings }
        try lines.drain { (part: UnsafeRawBufferPointer) throws(X12Error) in written += Array(part) }
        #expect(try !lines.next())
        return (written, findings)
    }

    private func expectSameLines(_ bytes: [UInt8], workers: [Int]) throws {
        let expected = try ModelFlow.read(bytes, cut: 0)
        for count in workers {
            let made = try lines(bytes, workers: count)
            #expect(made.bytes == expected.json, "\(count) workers")
            #expect(made.findings == expected.findings, "\(count) workers")
        }
    }

    @Test("lines of NDJSON are those of one model after the other", arguments: WorkloadKind.allCases)
    func lines(_ kind: WorkloadKind) throws {
        try expectSameLines(damaged(kind, every: 61), workers: [1, 2, 5])
    }

    @Test(
        "lines of every sample are those of one model after the other",
        arguments: ["270", "271", "277CA", "835", "837P", "999", "TA1"])
    func linesOfSamples(_ folder: String) throws {
        let samples = SampleFile.all(in: folder + "/pass") + SampleFile.all(in: folder + "/fail")
        #expect(samples.count > 3)
        for sample in samples {
            // Some are no interchange, or break off.
            guard (try? ModelFlow.read(sample.bytes, cut: 0)) != nil else {
                #expect(throws: X12Error.self) { try lines(sample.bytes, workers: 2) }
                continue
            }
            try expectSameLines(sample.bytes, workers: [2])
        }
    }

    @Test(
        "lines of a source that fails are those before, then it fails, then there are none",
        arguments: [1, 3])
    func linesOfFailure(_ workers: Int) throws {
        var bytes: [UInt8] = []
        WorkloadKind.remittances.write(atLeast: 200_000) { bytes += $0 }
        var lines = NDJSONLines(failing(bytes.prefix(150_000)), workers: workers)
        var count = 0
        do {
            while try lines.next() {
                try lines.drain { (part: UnsafeRawBufferPointer) throws(X12Error) in count += part.count }
            }
            Issue.record("the source did not fail")
        } catch { #expect(error.code == .sourceFailed) }
        #expect(count > 300_000)
        #expect(try !lines.next())
    }

    /// A source that has some bytes and then fails.
    private func failing(_ bytes: ArraySlice<UInt8>) -> ByteSource {
        var rest = bytes
        return ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int in
            guard !rest.isEmpty else { throw X12Error(.sourceFailed, at: Location(), "gone") }
            let count = min(buffer.count, rest.count, 999)
            rest.prefix(count).withUnsafeBytes { buffer.copyMemory(from: $0) }
            rest = rest.dropFirst(count)
            return count
        }
    }
}
