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
        var rest = bytes.prefix(150_000)
        let source = ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int in
            guard !rest.isEmpty else { throw X12Error(.sourceFailed, at: Location(), "gone") }
            let count = min(buffer.count, rest.count, 999)
            rest.prefix(count).withUnsafeBytes { buffer.copyMemory(from: $0) }
            rest = rest.dropFirst(count)
            return count
        }
        var reader = ModelReader(source, workers: workers)
        var count = 0
        do {
            while try reader.next() != nil { count += 1 }
            Issue.record("the source did not fail")
        } catch { #expect(error.code == .sourceFailed) }
        #expect(count > 20)
    }
}
