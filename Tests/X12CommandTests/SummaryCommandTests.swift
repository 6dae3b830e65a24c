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

    @Test("several files have a total, which says how many of them could not be read")
    func total() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.835", Inputs.payment.utf8)
        try program.put("b.835", Inputs.payment.utf8)
        try program.put("c.837", Inputs.claim.utf8)
        let text = try program.run("summary", "a.835", "b.835", "c.837", "absent")
        let end = """
            3 of 4 files, the others not read: 3 transaction sets
              Total of 1 transaction set: 1 claim, 2 service lines, 1,180.00 charged
              Total of 2 transaction sets: 2 claim payments, 4 service lines, 360.00 charged, 250.00 paid, \
            50.00 provider-level adjustments (PLB), 200.00 moved by payment

            """
        #expect(text.output.hasSuffix("\n" + end), "\(text.output)")
        #expect(text.status == 66)
        let json = try program.run("summary", "--format", "json", "a.835", "b.835").output
        let sums =
            #""serviceLines":4,"charges":"360","paid":"250","providerAdjustments":"50","payment":"200""#
        #expect(
            json.split(separator: "\n").last
                == #"{"total":{"files":2,"unreadFiles":0,"transactionSets":2,"payments":{"transactionSets":2,"claims":2,\#(sums)}}}"#,
            "\(json)")
        #expect(!(try program.run("summary", "--format", "json", "a.835")).output.contains("total"))
    }

    @Test("validate says of a remittance what it pays; what is paid on claims, where that is another amount")
    func payment() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.835", Inputs.payment.utf8)
        let alike = Inputs.payment.replacing("PLB*1234567893*20261231*WO:OLDCLM77*25~\n", with: "")
            .replacing("BPR*I*100*", with: "BPR*I*125*").replacing("SE*21*", with: "SE*20*")
        try program.put("b.835", alike.utf8)
        let output = try program.run("validate", "a.835", "b.835").output
        #expect(
            output.contains(
                "a.835: clean at levels 1 to 6: 1 claim payment, 125.00 for claims, payment 100.00\n"))
        #expect(output.contains("b.835: clean at levels 1 to 6: 1 claim payment, 125.00 paid\n"))
    }

    @Test("amounts that are in no sum are told wherever sums are: of a file, of all files, in JSON")
    func unreadableAmounts() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.837", Inputs.claim.replacing("*1180***", with: "*ABC***").utf8)
        try program.put("b.835", Inputs.payment.utf8)
        let text = try program.run("summary", "a.837", "b.835").output
        let note = "  Note: 1 claim amount cannot be read as a number, not in the sums\n"
        #expect(text.ranges(of: note).count == 2 && text.hasSuffix(note), "\(text)")
        let lines = try program.run("summary", "--format", "json", "a.837", "b.835").output
            .split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.map { $0.contains(#""unreadableAmounts":1"#) } == [true, false, true], "\(lines)")
    }
}
