import Testing

@testable import X12Models

@Suite("Text as it was received")
struct ReceivedTextTests {
    @Test("each byte is read as a character of its own, ASCII and Latin-1 as theirs")
    func characters() {
        let texts = (UInt8.min...UInt8.max).map { byte in
            [byte].withUnsafeBufferPointer { ReceivedText.windows1252($0) }
        }
        #expect(Set(texts).count == 256)
        for byte in Array(0x00...0x7F) + Array(0xA0...0xFF) as [UInt8] {
            #expect(texts[Int(byte)].unicodeScalars.map(\.value) == [UInt32(byte)])
        }
        #expect(texts[0x80...0x9F].joined() == "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ")
    }

    @Test("a separator of any byte is a text of its own, which stands for that byte and no other")
    func separators() {
        for byte in UInt8.min...UInt8.max {
            let text = ReceivedText.separator(byte)
            #expect(text.unicodeScalars.count == 1 && ReceivedText.separator(of: text) == byte)
        }
        #expect(ReceivedText.separator(of: "") == nil && ReceivedText.separator(of: "→") == nil)
    }

    @Test("what is UTF-8 stays what it is")
    func unicode() {
        for text in ["", "MUNOZ", "MUÑOZ", "“€”"] {
            #expect(ReceivedText.utf8(Array(text.utf8)) == Array(text.utf8))
        }
        #expect(ReceivedText.utf8([0x4D, 0xD1, 0x41, 0x93]) == Array("MÑA“".utf8))
    }
}
