import Testing

@Suite("Money at stake")
struct StakeTests {
    /// A payment that moves more than its claims come to.
    private static let off = Inputs.payment.replacing("BPR*I*100*", with: "BPR*I*999*")

    @Test("a payment whose sum is off is at stake with all that it moves")
    func payment() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("off.835", Self.off.utf8)
        let page = try program.run("validate", "--format", "html", "off.835")
        #expect(page.status == 1)
        #expect(page.output.contains("<b>1</b>payment with errors"))
        #expect(page.output.contains("<b>999.00</b>at stake: what payments with errors move"))
        #expect(!page.output.contains("claims with errors"))
        let text = try program.run("validate", "--group-by", "claim", "off.835").output
        #expect(text.contains("off.835: money at stake: 999.00 in 1 payment\n"), "\(text)")
    }

    @Test("a payment that is wrong at its head and at its end is counted once, beside its claims")
    func once() throws {
        let program = try Program()
        defer { program.remove() }
        let twice = Self.off.replacing("*20260310~\nTRN", with: "*20261310~\nTRN").replacing(
            "SE*21*", with: "SE*22*")
        try program.put("twice.835", twice.utf8)
        let page = try program.run("validate", "--format", "html", "twice.835").output
        #expect(page.contains("<b>1</b>payment with errors"))
        #expect(page.contains("<b>999.00</b>at stake: what payments with errors move"))
        #expect(page.contains("<b>1</b>claim with errors"))
        #expect(page.contains("<b>180.00</b>at stake: what claims with errors charge"))
    }

    @Test("nothing is at stake in a payment without an error")
    func sound() throws {
        let program = try Program()
        defer { program.remove() }
        let page = try program.run("validate", "--format", "html", "-", input: Inputs.payment).output
        #expect(page.contains("<b>0</b>claims with errors"))
        #expect(!page.contains("payments with errors"))
    }
}
