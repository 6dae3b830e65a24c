import Foundation
import Testing
import X12TestSupport

@Suite("x12 follow")
struct FollowCommandTests {
    /// A folder with the linked files of `Samples/follow`.
    private func program() throws -> Program {
        let program = try Program()
        for path in SampleFiles.samples.paths(below: ["follow"]) {
            try program.put(String(path.dropFirst("follow/".count)), try SampleFiles.samples.bytes(path))
        }
        return program
    }

    private func objects(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test("each form lists the same claims in the order sent, and no patient's name")
    func forms() throws {
        let program = try program()
        defer { program.remove() }
        let all = ["follow", "--as-of", "2026-04-20", "."]
        let text = try program.run(all)
        let json = try program.run(all + ["--format", "json"])
        let csv = try program.run(all + ["--format", "csv"])
        for run in [text, json, csv] {
            #expect(run.status == 1)
            for name in ["ALVAREZ", "ROSA", "W100200300", "FARAH"] {
                #expect(!(run.output + run.errors).contains(name))
            }
        }
        let heads = text.output.split(separator: "\n").filter { $0.hasPrefix("FOLLOW") }
        let claims = try objects(json.output)
        let rows = csv.output.components(separatedBy: "\r\n")
        #expect(heads.count == 9 && claims.count == 10 && rows.count == 11)
        for index in 0..<9 {
            let claim = try #require(claims[index]["claim"] as? String)
            #expect(heads[index].hasPrefix("\(claim): "))
            #expect(rows[index + 1].hasPrefix("\(claim),\(claims[index]["state"] as? String ?? "")"))
        }
        let result = try #require(claims.last)
        #expect(result["type"] as? String == "result" && result["claims"] as? Int == 9)
        #expect(result["unmatchedCount"] as? Int == 1 && result["unmatchedPaymentAmount"] as? String == "125")
        #expect(csv.errors.contains("835 of ELSEWHERE-9, paid 125.00"))
    }

    @Test("the file and line of claim and answer are those of the segments")
    func places() throws {
        let program = try program()
        defer { program.remove() }
        let claims = try objects(try program.run("follow", "--format", "json", ".").output).dropLast()
        #expect(claims.count == 9)
        for claim in claims {
            let number = try #require(claim["claim"] as? String)
            for (key, identifiers) in [("place", ["CLM"]), ("answerPlace", ["CLP", "TRN", "HL"])] {
                let place = try #require(claim[key] as? [String: Any])
                let file = try #require((place["file"] as? String)?.split(separator: "/").last)
                let text = String(decoding: try SampleFiles.samples.bytes("follow/\(file)"), as: UTF8.self)
                let line = text.split(separator: "\n")[try #require(place["line"] as? Int) - 1]
                #expect(identifiers.contains { line.hasPrefix("\($0)*") })
                if !line.hasPrefix("HL") {
                    #expect(
                        line.contains("*\(number)*") || line.contains("*\(number)~")
                            || line.hasPrefix("TRN*2*ASKED"))
                }
            }
        }
    }

    @Test(
        "--late and --state list what they say, and the status is about what is listed",
        arguments: [
            ("--late 30 --as-of 2026-04-20", ["FOLLOW-4", "FOLLOW-5", "FOLLOW-6"], 1),
            ("--late 49 --as-of 2026-04-20", ["FOLLOW-4", "FOLLOW-5", "FOLLOW-6"], 1),
            ("--late 50 --as-of 2026-04-20", [], 0),
            ("--late 28 --as-of 2026-04-20", ["FOLLOW-4", "FOLLOW-5", "FOLLOW-6", "FOLLOW-1"], 1),
            ("--state paid", ["FOLLOW-1", "FOLLOW-6", "FOLLOW-7"], 0),
            ("--state denied --state replaced", ["FOLLOW-3", "FOLLOW-3"], 1),
        ] as [(String, [String], Int32)])
    func filters(options: String, wanted: [String], status: Int32) throws {
        let program = try program()
        defer { program.remove() }
        // Without the payment that is about no claim, which is told whatever is listed.
        let text = String(decoding: try SampleFiles.samples.bytes("follow/payment-0316.835"), as: UTF8.self)
        let foretold = text.replacing("CLP*ELSEWHERE-9*1*", with: "CLP*FOLLOW-2*25*")
        try program.put("payment-0316.835", foretold.replacing("ICN2026888", with: "ICN20264022").utf8)
        let run = try program.run(
            ["follow", "--format", "json"] + options.split(separator: " ").map(String.init) + ["."])
        #expect(run.status == status)
        let lines = try objects(run.output)
        #expect(lines.dropLast().compactMap { $0["claim"] as? String } == wanted)
        #expect(lines.last?["listed"] as? Int == wanted.count && lines.last?["claims"] as? Int == 9)
    }

    @Test("what comes through a pipe, and into a file, is the same")
    func streams() throws {
        let program = try program()
        defer { program.remove() }
        let files = ["sent-0302.837", "answer-0304.277", "payment-0316.835"]
        let direct = try program.run(["follow", "--as-of", "2026-04-20", "-o", "out.txt"] + files)
        #expect(direct.output.isEmpty && direct.status == 1)
        let written = String(
            decoding: try Data(contentsOf: program.folder.appending(path: "out.txt")), as: UTF8.self)
        let whole = try files.map {
            String(decoding: try SampleFiles.samples.bytes("follow/\($0)"), as: UTF8.self)
        }
        let piped = try program.run(["follow", "--as-of", "2026-04-20", "-"], input: whole.joined())
        #expect(piped.status == 1)
        let heads = { (text: String) in
            text.split(separator: "\n").filter {
                !$0.contains("claim: ") && !$0.contains("(standard input") && !$0.contains(".835 line")
            }
        }
        #expect(heads(piped.output) == heads(written))
    }

    @Test("cells that a spreadsheet would take for formulas are guarded")
    func formulas() throws {
        let program = try Program()
        defer { program.remove() }
        let text = String(decoding: try SampleFiles.samples.bytes("follow/sent-0302.837"), as: UTF8.self)
        try program.put("a.837", text.replacing("CLM*FOLLOW-1*", with: "CLM*=1+1*").utf8)
        #expect(
            try program.run("follow", "--format", "csv", "a.837").output.contains("\r\n'=1+1,notAnswered,"))
    }

    @Test("nothing sent, a file that is no X12, and damage do not pass for all being well")
    func doubts() throws {
        let program = try program()
        defer { program.remove() }
        let none = try program.run("follow", "answer-0303.999")
        #expect(none.status == 1 && none.output.hasPrefix("0 claims sent\n"))
        #expect(none.output.contains("999 of 301"))
        try program.put("notes.txt", "hello".utf8)
        let other = try program.run("follow", "sent-0302.837", "notes.txt")
        #expect(other.status == 65 && other.errors.contains("notes.txt: not X12"))
        #expect(other.output.contains("7 claims sent"))
        let whole = try SampleFiles.samples.bytes("follow/sent-0302.837")
        try program.put("cut.837", whole.prefix(whole.count / 2))
        let cut = try program.run("follow", "cut.837")
        #expect(cut.status == 1 && cut.errors.contains("so this may not be all"))
        #expect(try program.run("follow", "--as-of", "yesterday", "cut.837").status == 64)
        #expect(try program.run("follow", "--late=-1", "cut.837").status == 64)
    }
}
