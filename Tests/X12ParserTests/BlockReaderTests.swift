import Testing
import X12Diagnostics
import X12Parser
import X12TestSupport
import X12Text

@Suite("Block reader")
struct BlockReaderTests {
    @Test("the end comes once and stays")
    func end() throws {
        var reader = BlockReader(ByteSource(bytes: Array(SampleText.claim.utf8)))
        var block = Block()
        while try reader.next(into: &block) {}
        #expect(try !reader.next(into: &block))
    }
}
