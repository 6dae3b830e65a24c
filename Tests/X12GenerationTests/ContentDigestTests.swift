import Testing
import X12Diagnostics
import X12TestSupport
import X12Text

@testable import X12Generation

@Suite("Digests of what goes out")
struct ContentDigestTests {
    private func digest(_ text: String) throws -> String {
        try ContentDigest(of: ByteSource(bytes: Array(text.utf8))).text
    }

    @Test("a file's digest is the one that ledgers of earlier versions hold")
    func known() throws {
        let path = "837P/pass/office-visit.837"
        let text = String(decoding: try SampleFiles.samples.bytes(path), as: UTF8.self)
        #expect(try digest(text) == "4f624a8d9c175b80")
        // Line ends do not count, nor does when it was written; anything else does.
        #expect(try digest(text.replacing("\n", with: "")) == "4f624a8d9c175b80")
        try #require(text.contains("*260302*0930*") && text.contains("*20260302*0930*"))
        let later = text.replacing("*260302*0930*", with: "*260303*1015*")
            .replacing("*20260302*0930*", with: "*20260303*1015*")
        #expect(try digest(later) == "4f624a8d9c175b80")
        #expect(try digest(text.replacing("HC:99213", with: "HC:99214")) != "4f624a8d9c175b80")
    }
}
