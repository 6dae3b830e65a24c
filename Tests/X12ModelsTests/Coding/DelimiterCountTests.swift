import Testing
import X12TestSupport
import X12Text

@testable import X12Models

@Suite("Counting delimiters")
struct DelimiterCountTests {
    @Test("as many are counted as there are", arguments: [0, 1, 2, 254, 255, 256, 257, 511, 1100])
    func counts(blocks: Int) {
        var random = SplitMix64(seed: UInt64(blocks))
        let delimiters = Delimiters.usual
        for isDense in [false, true] {
            let bytes = (0..<blocks * DelimiterCount.width).map { _ -> UInt8 in
                isDense
                    ? Array("*~:^\n\r"[...].utf8)[Int(random.next() % 6)]
                    : UInt8(truncatingIfNeeded: random.next())
            }
            let expected = bytes.count {
                delimiters.contains($0) && $0 != delimiters.repetition || $0 == 0x0A || $0 == 0x0D
            }
            let found = bytes.withUnsafeBytes { bytes in
                bytes.baseAddress.map { DelimiterCount.of($0, blocks: blocks, delimiters) } ?? 0
            }
            #expect(found == expected)
        }
    }

    @Test("all bytes may be delimiters")
    func full() {
        let bytes = [UInt8](repeating: UInt8(ascii: "*"), count: 600 * DelimiterCount.width)
        let found = bytes.withUnsafeBytes { bytes in
            bytes.baseAddress.map { DelimiterCount.of($0, blocks: 600, .usual) } ?? 0
        }
        #expect(found == bytes.count)
    }
}
