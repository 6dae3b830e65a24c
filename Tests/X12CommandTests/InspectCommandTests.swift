import Testing
import X12TestSupport

@Suite("x12 inspect")
struct InspectCommandTests {
    @Test(
        "what is shown of a claim and what is passed over are its segments and its levels', nobody else's",
        arguments: [0, 1, 2, 3, 4, 5])
    func countsOfOneClaim(depth: Int) throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("batch.837", try SampleFiles.samples.bytes("837P/pass/batch-of-two-sets.837"))
        // The billing provider's 6, the subscriber's 4, the patient's 6, and 5 of the claim; before it stand other people's.
        let run = try program.run("inspect", "--claim", "BATCH-3", "--depth", "\(depth)", "batch.837")
        #expect(run.status == 0)
        let shown = run.output.matches(of: #/\(segment \d+\)/#).count
        let gaps = run.output.matches(of: #/\.\.\. (\d+) segments? deeper inside/#).compactMap { Int($0.1) }
        #expect(shown + gaps.reduce(0, +) == 21, "\(run.output)")
        #expect((shown > 2) == (depth > 1))
    }

    @Test("a second claim of the same levels is shown without them, and counts them no more")
    func secondClaim() throws {
        let program = try Program()
        defer { program.remove() }
        let text = String(
            decoding: try SampleFiles.samples.bytes("837P/pass/batch-of-two-sets.837"), as: UTF8.self)
        try program.put("batch.837", text.replacing("BATCH-2", with: "BATCH-1").utf8)
        let run = try program.run("inspect", "--claim", "BATCH-1", "--depth", "1", "batch.837")
        let gaps = run.output.matches(of: #/\.\.\. (\d+) segments? deeper inside/#).compactMap { Int($0.1) }
        // Four of the billing provider, seven of the subscriber, five of the claim; then the second claim's five.
        #expect(gaps == [16, 5], "\(run.output)")
    }
}
