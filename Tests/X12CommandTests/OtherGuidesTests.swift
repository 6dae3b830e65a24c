import Testing
import X12TestSupport

/// Sets whose guide is known and that have no models or rules: what must not be taken for what it is not.
@Suite("Sets without models")
struct OtherGuidesTests {
    private static let stay = "837I/pass/hospital-stay.837"

    private func run(_ samples: [String], _ arguments: String...) throws -> Program.Run {
        let program = try Program()
        defer { program.remove() }
        var bytes: [UInt8] = []
        for sample in samples { bytes += try SampleFiles.samples.bytes(sample) }
        try program.put("a.x12", bytes)
        return try program.run(arguments + ["a.x12"])
    }

    @Test("they are called clean at the levels that were checked, and no higher")
    func levels() throws {
        #expect(
            try run([Self.stay], "validate").output
                == "a.x12: clean at levels 1 and 2: 1 claim, 8,450.75 charged; levels 3 to 6 have no rules for 005010X223A2\n"
        )
        let mixed = try run([Self.stay, "837P/pass/office-visit.837"], "validate").output
        #expect(mixed.contains("clean at levels 1 to 6: 2 claims, "))
        #expect(mixed.hasSuffix("; levels 3 to 6 have no rules for 005010X223A2\n"))
        #expect(!(try run([Self.stay], "validate", "--level", "2").output.contains("no rules")))
        #expect(!(try run(["837P/pass/office-visit.837"], "validate").output.contains("no rules")))
    }

    @Test("that levels 3 to 6 have no rules is told on the page and by programs' results, too")
    func otherForms() throws {
        let words = "levels 3 to 6 have no rules for 005010X223A2"
        #expect(
            try run([Self.stay], "validate", "--format", "html").output.contains(
                "Not all was checked: \(words)."))
        #expect(
            try run([Self.stay], "validate", "--format", "json").output.contains("\"limit\":\"\(words)\""))
        for form in ["html", "json"] {
            let run = try run(["837P/pass/office-visit.837"], "validate", "--format", form)
            #expect(!run.output.contains("no rules"))
        }
    }

    @Test("what a payer asks of professional claims is not asked of others")
    func profiles() throws {
        let run = try run([Self.stay], "validate", "--profile", "medicare-part-b")
        #expect(run.status == 0)
    }

    @Test("a status of claims is no acknowledgement of them")
    func workList() throws {
        let run = try run(["277/pass/one-paid-one-pending.277"], "worklist")
        #expect(run.status == 1)
        #expect(run.output == "a.x12: no answer in it: 1 transaction set of another kind\n")
    }

    @Test("other claims than professional ones have a 999, and no 277CA")
    func acknowledgements() throws {
        #expect(try run([Self.stay], "ack", "--277ca").output == "")
        #expect(try run([Self.stay], "ack").output.contains("AK2*837*0001*005010X223A2~"))
    }

    @Test(
        "they are carried through models, segment by segment",
        arguments: ["837I", "837D", "276", "277", "834", "820"])
    func carried(folder: String) throws {
        for sample in SampleFile.all(in: "\(folder)/pass") {
            let run = try run([sample.path], "convert", "--to", "ndjson")
            #expect(run.status == 0)
            #expect(!run.output.contains("\"objectType\":\"claim"), "\(sample.path)")
            #expect(run.output.contains("\"objectType\":\"segments\""), "\(sample.path)")
        }
    }
}
