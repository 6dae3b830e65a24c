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

    @Test("what a payment keeps back or adds by PLB has its column: paid less it is the payment")
    func providerAdjustments() throws {
        let program = try Program()
        defer { program.remove() }
        let two = Inputs.payment.replacing(
            "*WO:OLDCLM77*25", with: "*WO:OLDCLM77*30*L6*-5~\nPLB*1234567893*20261231*L6*"
        ).replacing(
            "000000101", with: "000000102")
        try program.put("a.835", (Inputs.payment + "\n" + two).utf8)
        let text = try program.run("summary", "a.835").output
        #expect(text.contains("Charged    Paid    PLB  Payment\n"), "\(text)")
        #expect(text.contains(" 180.00  125.00  25.00   100.00\n"), "\(text)")
        #expect(
            text.contains(", 250.00 paid, 50.00 provider-level adjustments (PLB), 200.00 moved by payment\n"))
        #expect(text.contains("Note: 1 payment amount cannot be read"))
        let json = try program.run("summary", "--format", "json", "a.835").output
        #expect(json.matches(of: #/"paid":"125","providerAdjustments":"25","payment":"100"/#).count == 2)
        let without = Inputs.payment.replacing("PLB*1234567893*20261231*WO:OLDCLM77*25~\n", with: "")
        try program.put("b.835", without.utf8)
        #expect(!(try program.run("summary", "b.835")).output.contains("PLB"))
        let zero = try program.run("summary", "--format", "json", "b.835").output
        #expect(zero.contains(#""providerAdjustments":"0""#))
    }
}
