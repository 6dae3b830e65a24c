import Foundation
import Testing
import X12TestSupport

@Suite("What x12 generate has sent before, and what it writes over")
struct GeneratedJobsTests {
    private let practice = SampleFiles.samples.folder.appending(path: "practice/practice.json").path

    @Test("two payers' files for one provider are two files, and no file of somebody else is written over")
    func namesTaken() throws {
        let program = try Program()
        defer { program.remove() }
        let other = Inputs.payment.replacing("EFT20260310", with: "EFT2026-307")
            .replacing("*CLINIC01 ", with: "*NORTH99  ")
        try program.put("a.835", Inputs.payment.utf8)
        try program.put("b.835", other.utf8)
        let arguments = ["generate", "835", "--ledger", "ledger"]
        let both = try program.run(arguments + ["a.835", "b.835"])
        #expect(
            both.output == "PAYER01-1.835: 1 remittance\nNORTH99-PAYER01-1.835: 1 remittance\n",
            "\(both.output)\(both.errors)")
        let sent = try program.bytes("PAYER01-1.835")
        #expect(String(decoding: sent, as: UTF8.self).contains("EFT20260310"))
        let again = try program.run(arguments + ["a.835", "b.835"]).output
        #expect(
            again
                == "PAYER01-1.835: 1 remittance, written again\nNORTH99-PAYER01-1.835: 1 remittance, written again\n"
        )
        // ISA10 has no seconds.
        let timed =
            arguments + ["--at", "2026-03-02T09:30:15", "--job", "timed", "--output-directory", "timed"]
        #expect(try program.run(timed + ["a.835"]).status == 0)
        #expect(
            try program.run(timed + ["a.835"]).output.contains("PAYER01-2.835: 1 remittance, written again\n")
        )
        // Another ledger counts from 1 again, and gives out numbers that are used.
        try program.put("c.835", Inputs.payment.replacing("EFT20260310", with: "EFT3").utf8)
        let taken = try program.run(["generate", "835", "--ledger", "other", "c.835"])
        #expect(taken.status == 65)
        #expect(taken.errors.contains("PAYER01-1.835 is there and is not of this job"), "\(taken.errors)")
        #expect(try program.bytes("PAYER01-1.835") == sent)
        try program.put("PAYER01-1.837", "notes".utf8)
        let notes = try program.run(
            "generate", "837p", "--ledger", "third", "--practice", practice,
            SampleFiles.samples.folder.appending(path: "practice/encounters.csv").path)
        #expect(notes.errors.contains("PAYER01-1.837 is there and is not of this job"), "\(notes.errors)")
        #expect(try program.bytes("PAYER01-1.837") == Array("notes".utf8))
    }

    @Test("the same claims or remittances by another path are the same job, and are not sent twice")
    func otherPaths() throws {
        let program = try Program()
        defer { program.remove() }
        let table = try SampleFiles.samples.bytes("practice/encounters.csv")
        try program.put("a.csv", table)
        try program.put("b.csv", table)
        let claims = ["generate", "837p", "--practice", practice, "--ledger", "ledger"]
        let first = try program.run(claims + ["a.csv", "--at", "2026-03-02T09:30"])
        #expect(first.output.contains("PAYER01-1.837"), "\(first.output)")
        let sent = try program.bytes("PAYER01-1.837")
        for path in ["./a.csv", "b.csv", program.folder.appending(path: "a.csv").path] {
            let again = try program.run(claims + [path, "--at", "2026-03-03T09:30"]).output
            #expect(again.contains("PAYER01-1.837: ") && again.contains("written again"), "\(again)")
            #expect(!again.contains("GEN-NUMBER-USED"))
        }
        #expect(try program.bytes("PAYER01-1.837") == sent)
        try program.put("a.835", Inputs.payment.utf8)
        let payments = ["generate", "835", "--ledger", "another"]
        #expect(try program.run(payments + ["a.835"]).output == "PAYER01-1.835: 1 remittance\n")
        #expect(
            try program.run(payments + ["./a.835"]).output == "PAYER01-1.835: 1 remittance, written again\n")
    }

    @Test("a test does not stand in the way of production, nor production in the way of a test")
    func testsApart() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.csv", try SampleFiles.samples.bytes("practice/encounters.csv"))
        try program.put("a.835", Inputs.payment.utf8)
        for (arguments, name) in [
            (["generate", "837p", "--practice", practice, "a.csv"], "claims"),
            (["generate", "835", "a.835"], "payments"),
        ] {
            let all = arguments + ["--ledger", "\(name).ledger", "--output-directory", name]
            for job in [[], ["--job", "march"]] {
                let test = try program.run(all + job + ["--test"])
                let earnest = try program.run(all + job + ["--production"])
                #expect(test.status == 0 && earnest.status == 0, "\(test.errors)\(earnest.errors)")
                if job.isEmpty {
                    #expect(!test.output.contains("-USED]") && !earnest.output.contains("-USED]"))
                    #expect(!earnest.output.contains("written again"), "\(earnest.output)")
                } else {
                    // Another job of the same claims is told among its own kind.
                    #expect(test.output.contains("-USED]") && earnest.output.contains("-USED]"))
                }
            }
            let again = try program.run(all + ["--production", "--job", "march"])
            #expect(again.output.contains("written again"), "\(again.output)")
        }
    }

    @Test("X12 that was cut off, or has lost a segment, is told: it may not be all there was")
    func partOfAFile() throws {
        let program = try Program()
        defer { program.remove() }
        let whole = String(
            decoding: try SampleFiles.samples.bytes("837P/pass/batch-of-two-sets.837"), as: UTF8.self)
        let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
        try program.put("cut.837", lines.prefix(40).joined(separator: "\n").utf8)
        let cut = try program.run("generate", "837p", "--ledger", "ledger", "cut.837")
        #expect(cut.status == 1)
        #expect(cut.output.contains("cut.837: segment 39 (line 40): error: SE, GE and IEA are missing"))
        #expect(cut.output.contains("PAYER01-1.837: 2 claims"), "\(cut.output)")
        try program.put("less.837", whole.replacing(/SE\*[0-9]+\*0001/, with: "SE*7*0001").utf8)
        let less = try program.run("generate", "837p", "--ledger", "ledger", "less.837")
        #expect(less.status == 1 && less.output.contains("[ENV-SE01-COUNT]"), "\(less.output)")
        // What stands inside of a claim is told of that claim, once.
        try program.put("strange.837", whole.replacing("HI*", with: "ZZZ*1~HI*", maxReplacements: 1).utf8)
        let strange = try program.run("generate", "837p", "--ledger", "ledger", "strange.837").output
        #expect(strange.components(separatedBy: "[ENV-SEG-ID-UNKNOWN]").count == 2, "\(strange)")
        let payment = Inputs.payment.components(separatedBy: "SE*")[0]
        try program.put("cut.835", payment.utf8)
        let remittance = try program.run("generate", "835", "--ledger", "ledger", "cut.835")
        #expect(remittance.status == 1 && remittance.output.contains("[ENV-IEA-MISSING]"))
        let sound = try program.run(
            "generate", "837p", "--ledger", "another",
            SampleFiles.samples.folder.appending(path: "837P/pass/batch-of-two-sets.837").path,
            "--output-directory", "sound")
        #expect(sound.status == 0, "\(sound.output)")
    }

    @Test(
        "a job that was refused because of its file's name does not write over that file when it runs again")
    func refusedBefore() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.835", Inputs.payment.utf8)
        try program.put("b.835", Inputs.payment.replacing("EFT20260310", with: "EFT3").utf8)
        let arguments = ["generate", "835", "--at", "2026-03-02T09:30", "--ledger"]
        #expect(try program.run(arguments + ["ledger", "a.835"]).status == 0)
        let sent = try program.bytes("PAYER01-1.835")
        for _ in 0..<2 {
            let refused = try program.run(arguments + ["other", "b.835"])
            #expect(refused.status == 65)
            #expect(refused.errors.contains("is there and is not of this job"))
            #expect(try program.bytes("PAYER01-1.835") == sent)
        }
    }

    @Test("835: a trace number that went out before, or twice, is told")
    func repeatedTraces() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.835", Inputs.payment.utf8)
        try program.put("b.835", Inputs.payment.replacing("PCN0001", with: "PCN0009").utf8)
        let arguments = ["generate", "835", "--ledger", "ledger"]
        let first = try program.run(arguments + ["a.835"])
        #expect(first.output == "PAYER01-1.835: 1 remittance\n")
        #expect(
            try program.run(arguments + ["a.835"]).output == "PAYER01-1.835: 1 remittance, written again\n")
        let second = try program.run(arguments + ["b.835"])
        #expect(second.status == 0)
        #expect(
            second.output.contains(
                "its trace number is used again: it was sent before, in interchange 1 [GEN-TRACE-USED]"))
        let both = try program.run([
            "generate", "835", "--ledger", "other", "--output-directory", "out", "a.835", "b.835",
        ])
        #expect(
            both.output.contains(
                "its trace number is used again: it stands twice in this job [GEN-TRACE-USED]"))
    }
}
