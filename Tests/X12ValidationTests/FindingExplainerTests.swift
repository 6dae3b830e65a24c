import Testing
import X12Diagnostics
import X12Parser
import X12TestSupport
import X12Text
import X12Validation

@Suite("What grammar knows about a finding")
struct FindingExplainerTests {
    /// The line of each finding on the plain claim with something changed.
    private func lines(_ from: String, _ to: String) throws -> [Int] {
        let sample = String(
            decoding: try SampleFiles.samples.bytes("837P/pass/office-visit.837"), as: UTF8.self)
        try #require(sample.ranges(of: from).count == 1)
        var reader = BlockReader(ByteSource(bytes: Array(sample.replacing(from, with: to).utf8)))
        var validator = BlockValidator()
        var block = Block()
        var lines: [Int] = []
        while try reader.next(into: &block) {
            var findings = block.findings
            validator.validate(block, into: &findings)
            lines += findings.map { FindingExplainer.explain($0, in: block).serviceLine }
        }
        return lines
    }

    @Test("a service line is known by its number, without one by the lines before it")
    func serviceLine() throws {
        #expect(try lines("REF*6R*OFFICE-1-2~", "REF*6R~") == [2])
        #expect(try lines("LX*2~", "LX~") == [2])
        // SE01 counts the segment that is gone.
        #expect(try lines("LX*2~\n", "") == [2, 0])
        #expect(try lines("LX*1~\n", "") == [1, 0])
    }
}
