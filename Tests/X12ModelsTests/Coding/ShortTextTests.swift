import Testing
import X12TestSupport

@testable import X12Models

@Suite("Short texts")
struct ShortTextTests {
    private func make(_ bytes: [UInt8]) -> String? {
        (bytes + Array(repeating: 0xFF, count: 16)).withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { ShortText.make($0, bytes.count) }
        }
    }

    @Test("are laid out as we believe, or never made")
    func layout() {
        #if _pointerBitWidth(_64) && _endian(little)
            #expect(ShortText.isKnown)
        #endif
    }

    @Test("are the texts that the standard library makes", .enabled(if: ShortText.isKnown), arguments: 0...15)
    func equal(count: Int) throws {
        var random = SplitMix64(seed: UInt64(count))
        for _ in 0..<500 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...0x7F, using: &random) }
            let text = try #require(make(bytes))
            let usual = String(decoding: bytes, as: UTF8.self)
            #expect(text == usual && text.hashValue == usual.hashValue && Array(text.utf8) == bytes)
            #expect(ShortText.words(text) == ShortText.words(usual))
            #expect(ShortText.count(ShortText.words(usual).high) == count)
            #expect((text + "!").utf8.count == count + 1)
        }
    }

    @Test("end at 15 bytes and at bytes that are not ASCII", .enabled(if: ShortText.isKnown))
    func limits() {
        #expect(make(Array("ABCDEFGHIJKLMNOP".utf8)) == nil)
        for length in 1...15 {
            for place in 0..<length {
                var bytes = Array(repeating: UInt8(ascii: "A"), count: length)
                bytes[place] = 0x80
                #expect(make(bytes) == nil)
            }
        }
        for text in ["ABCDEFGHIJKLMNOP", "\u{E9}", "A name that is longer than fifteen characters"] {
            #expect(ShortText.count(ShortText.words(text).high) == -1)
        }
    }
}
