import Testing

@Suite("x12 summary")
struct SummaryCommandTests {
    @Test("sets of each kind are counted with their sums, not with those of another kind")
    func kinds() throws {
        let program = try Program()
        defer { program.remove() }
        let claims = Inputs.claim + Inputs.claim.replacing("000000101", with: "000000102")
        let run = try program.run("summary", "-", input: claims + Inputs.payment)
        let totals = run.output.split(separator: "\n").filter { $0.hasPrefix("  Total") }
        #expect(totals.count == 2)
        #expect(totals.first?.hasPrefix("  Total of 2 transaction sets: 2 claims, ") == true)
        #expect(totals.last?.hasPrefix("  Total of 1 transaction set: 1 claim payment, ") == true)
    }
}
