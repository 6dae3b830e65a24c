import Foundation
import Testing
import X12Diagnostics
import X12TestSupport
import X12Text

private let isLong = ProcessInfo.processInfo.environment["X12_LONG_TESTS"] == "1"

@Suite("Segment reader and chunks")
struct SegmentReaderChunkTests {
    @Test(
        "a text in two pieces reads the same wherever it is cut",
        arguments: [SampleText.claim, SampleText.remittance])
    func oneCut(text: String) {
        let bytes = Array(text.utf8)
        let whole = ObviousReading(bytes)
        for first in 1..<bytes.count {
            #expect(
                ObviousReading(ByteSource(bytes, chunks: [first, bytes.count])) == whole, "cut at \(first)")
        }
        #expect(ObviousReading(ByteSource(bytes, chunks: [1])) == whole)
    }

    /// All pairs of a small text; with `X12_LONG_TESTS=1` all pairs of a whole claim too.
    @Test(
        "a text in three pieces reads the same wherever it is cut",
        arguments: isLong ? [SampleText.tiny, SampleText.claim] : [SampleText.tiny])
    func twoCuts(text: String) {
        let bytes = Array(text.utf8)
        let whole = ObviousReading(bytes)
        for first in 1..<bytes.count - 1 {
            for second in 1..<bytes.count - first {
                let reading = ObviousReading(ByteSource(bytes, chunks: [first, second, bytes.count]))
                guard reading != whole else { continue }
                Issue.record("cuts at \(first) and \(first + second): \(firstDifference(reading, whole))")
            }
        }
    }

    @Test("odd input reads the same byte by byte and in random pieces", arguments: 0..<8)
    func oddInput(block: Int) {
        var random = SplitMix64(seed: UInt64(block))
        for number in 0..<60 {
            let seed = UInt64(50_000 + block * 1000 + number)
            var input = RandomInput(seed: seed)
            let bytes = input.next()
            let whole = ObviousReading(bytes)
            let sizes = (0..<50).map { _ in random.number(in: 1...40) }
            for chunks in [[1], sizes] {
                let reading = ObviousReading(ByteSource(bytes, chunks: chunks))
                guard reading != whole else { continue }
                Issue.record("seed \(seed), \(chunks.count) sizes: \(firstDifference(reading, whole))")
            }
        }
    }

    @Test("bytes in memory, most of which are not copied, read the same as bytes that are, at every length")
    func memory() {
        let bytes = ClaimWorkload(seed: 5).bytes(atLeast: 5_000).bytes
        for length in 4_000..<4_400 {
            let part = Array(bytes.prefix(length))
            #expect(
                ObviousReading(ByteSource(bytes: part)) == ObviousReading(ByteSource(part, chunks: [997])),
                "\(length) bytes")
        }
    }

    @Test("segments in memory may be longer than a window", arguments: [200_000, 300_000, 900_000])
    func longInMemory(length: Int) {
        var bytes = Array(SampleText.tiny.utf8)
        bytes += Array("NTE*ADD*".utf8) + Array(repeating: UInt8(ascii: "X"), count: length)
        for end in ["~", "", "~ST*1~", "~" + SampleText.tiny + SampleText.tiny] {
            let all = SampleText.tiny.utf8 + bytes + Array(end.utf8)
            #expect(
                ObviousReading(ByteSource(bytes: Array(all)))
                    == ObviousReading(ByteSource(Array(all), chunks: [70_001])), "\(end.debugDescription)")
        }
    }

    @Test("a large file reads the same in random pieces", arguments: WorkloadKind.allCases)
    func large(kind: WorkloadKind) {
        var bytes: [UInt8] = []
        kind.write(atLeast: 400_000, seed: 9) { bytes += $0 }
        let whole = ObviousReading(bytes)
        #expect(whole.bytes == bytes)
        var random = SplitMix64(seed: 4)
        for most in [70, 5_000, 100_000] {
            let sizes = (0..<20_000).map { _ in random.number(in: 1...most) }
            #expect(ObviousReading(ByteSource(bytes, chunks: sizes)) == whole, "pieces of up to \(most)")
        }
    }
}
