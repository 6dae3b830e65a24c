import Testing

@Suite("x12 ack")
struct AckCommandTests {
    @Test("a set in a group that is rejected is not called accepted without a word about the group")
    func rejectedGroup() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", Inputs.claim.replacing("GE*1*", with: "GE*2*").utf8)
        let run = try program.run("ack", "--at", "2026-03-02T10:00", "claim.837")
        #expect(run.output.contains("AK9*R*2*1*0*5~"))
        #expect(
            run.errors
                == "x12: claim.837: of 1 transaction set 0 accepted, 1 rejected; 1 group rejected with all in it\n"
        )
        #expect(run.status == 1)
    }

    @Test(
        "files that are answered in one run get interchanges of different numbers",
        arguments: [
            ([], ["000000101", "000000102"]),
            (["--control-number", "999999999"], ["999999999", "000000001"]),
            (["--277ca"], ["000000101", "000000102"]),
        ])
    func numbers(options: [String], wanted: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", Inputs.claim.utf8)
        let run = try program.run(["ack"] + options + ["claim.837", "claim.837"])
        let ends = run.output.split(separator: "~").filter { $0.contains("IEA*") }.map {
            String($0.suffix(9))
        }
        #expect(ends == wanted)
    }

    @Test("a 277CA with nothing to say leaves no file, not even an earlier one, and that is said")
    func nothingToAnswer() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", Inputs.faulty.utf8)
        try program.put("old.277", "of yesterday".utf8)
        for name in ["new.277", "old.277"] {
            let run = try program.run("ack", "--277ca", "-o", name, "claim.837")
            #expect(run.status == 1)
            #expect(
                run.errors.contains(
                    "there is nothing to answer, so \(name) is not written: what a 999 or TA1 rejects"))
            #expect(throws: (any Error).self) { try program.bytes(name) }
        }
        #expect(try program.run("ack", "-o", "new.999", "claim.837").status == 1)
        #expect(!(try program.bytes("new.999")).isEmpty)
        let answer = try program.run("ack", "-o", "answer", "new.999")
        #expect(answer.status == 0)
        #expect(answer.errors.contains("there is nothing to answer, so answer is not written\n"))
    }

    @Test("nothing is said of groups that are taken")
    func accepted() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", Inputs.claim.utf8)
        let run = try program.run("ack", "claim.837")
        #expect(run.errors == "x12: claim.837: of 1 transaction set 1 accepted\n")
    }
}
