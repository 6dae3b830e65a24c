import Testing
import X12Text

@Suite("Digests")
struct DigestTests {
    @Test(
        "they are those that FNV-1a of 64 bits has for these texts",
        arguments: [
            ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
        ] as [(String, UInt64)])
    func known(text: String, value: UInt64) {
        var digest = Digest()
        digest.add(text)
        #expect(digest.value == value)
        var bytes = Digest()
        for byte in text.utf8 { bytes.add(byte) }
        #expect(bytes.value == value)
        var span = Digest()
        let array = Array(text.utf8)
        span.add(array.span)
        #expect(span.value == value)
    }

    @Test("a number counts with all of its bytes")
    func number() {
        var number = Digest()
        number.add(0x7261_626F_6F66 as UInt64)
        var text = Digest()
        text.add("foobar\0\0")
        #expect(number.value == text.value)
    }
}
