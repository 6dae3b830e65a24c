import Testing
import X12Models

@Suite("Base64")
struct Base64Tests {
    func encoded(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        bytes.withUnsafeBufferPointer { Base64.encode($0, to: &text) }
        return String(decoding: text, as: UTF8.self)
    }

    @Test(
        "the test vectors of RFC 4648 §10 come out, and back",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func vectors(text: String, base64: String) {
        #expect(encoded(Array(text.utf8)) == base64)
        #expect(Base64.decode(base64) == Array(text.utf8))
    }

    @Test(
        "any other spelling is refused",
        arguments: [
            "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm9v\n", " Zm9v", "Zm-v", "Z===", "====", "=Zg=",
            "Zg==Zg==",
        ])
    func refused(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test("all bytes in all lengths come back")
    func roundTrip() {
        var random = JSONRandom(seed: 1)
        #expect(encoded([0xFB, 0xFF, 0xFE]) == "+//+")
        for length in 0..<300 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(Base64.decode(encoded(bytes)) == bytes)
        }
    }
}
