import Foundation
import Testing
import X12TestSupport

@Suite("x12 coverage")
struct CoverageCommandTests {
    private func run(_ sample: String, _ options: String..., edits: [(String, String)] = []) throws
        -> Program.Run
    {
        let program = try Program()
        defer { program.remove() }
        var text = String(decoding: try SampleFiles.samples.bytes("271/pass/\(sample)"), as: UTF8.self)
        for (old, new) in edits {
            #expect(text.contains(old))
            text = text.replacing(old, with: new)
        }
        try program.put("a.271", text.utf8)
        return try program.run(["coverage"] + options + ["a.271"])
    }

    @Test(
        "each person has one entry, which says what is known of coverage, and the status that somebody is not covered",
        arguments: [
            (
                "active-coverage.271", 0,
                [
                    "ALVAREZ, ROSA (member W100200300, born 1984-05-12): active, PPO GOLD",
                    "1 person: 1 active",
                ]
            ),
            (
                "family-and-ended-coverage.271", 1,
                [
                    "KOWALCZYK, OTTO (member W200300400, born 1982-08-20): active, SILVER CHOICE 2000",
                    "KOWALCZYK, GRETA (dependent of member W200300400, born 2015-09-04): active, SILVER CHOICE 2000",
                    "KOWALCZYK, NILS (dependent of member W200300400): not answered",
                    "ALVAREZ, ROSA (member W100200300, born 1984-05-12): inactive, PPO GOLD",
                    "4 people: 2 active, 1 inactive, 1 not answered",
                ]
            ),
            (
                "member-not-found.271", 1,
                ["ALVAREZ, ROSA (member W100200399): not answered", "1 person: 1 not answered"]
            ),
            ("provider-not-on-file.271", 1, ["not answered", "0 people: 1 not answered as a whole"]),
            ("source-cannot-answer.271", 1, ["not answered", "0 people: 1 not answered as a whole"]),
            // Active, but two questions about drugs have no answer.
            (
                "limits-and-visits.271", 1,
                [
                    "ALVAREZ, ROSA (member W100200300, born 1984-05-12): active, PPO GOLD",
                    "1 person: 1 active",
                ]
            ),
        ] as [(String, Int32, [String])])
    func people(sample: String, status: Int32, heads: [String]) throws {
        let run = try run(sample)
        #expect(run.status == status)
        let lines = run.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        #expect(lines.map(String.init) == heads.map { "a.271: \($0)" })
    }

    @Test("why there is no answer is told with what to do, for whomever it is about")
    func rejections() throws {
        #expect(
            try run("member-not-found.271").output.contains(
                """
                   = not answered (the subscriber): subscriber identifier is wrong or missing [AAA03 72]
                   = do: correct and send again

                """))
        #expect(
            try run("provider-not-on-file.271").output.contains(
                "(the provider who asks): provider is not on file"))
        #expect(
            try run("source-cannot-answer.271").output.contains("(the payer): cannot answer now [AAA03 42]"))
        #expect(try run("limits-and-visits.271").output.contains("(pharmacy (88)): input errors [AAA03 33]"))
    }

    @Test("dates are told as the payer names them, those of the coverage too, each once")
    func dates() throws {
        #expect(
            try run("dependent-child.271").output.contains(
                "= plan begins 2024-07-01, plan 2026-01-01 to 2026-12-31\n"))
        let ended = try run(
            "active-coverage.271",
            edits: [
                ("EB*1**30**PPO GOLD~\n", "EB*1**30**PPO GOLD~\nDTP*346*D8*20260101~\nDTP*357*D8*20261115~\n")
            ])
        #expect(ended.output.contains("= plan begins 2026-01-01, eligibility ends 2026-11-15\n"))
    }

    @Test("coverage for some services and none for others is neither active nor inactive")
    func divided() throws {
        let run = try run(
            "active-coverage.271", edits: [("EB*1**1^33", "EB*6**AL~\nEB*1**1^33"), ("SE*25", "SE*26")])
        #expect(run.status == 1)
        #expect(run.output.contains("active for some, inactive for others, PPO GOLD"))
        let bare = try self.run("active-coverage.271", edits: [("EB*1*", "EB*D*")])
        #expect(bare.output.contains(": coverage not told"))
    }

    @Test(
        "coverage of other days than the answer's is told to be so, and the status says it",
        arguments: [
            (["DTP*346*D8*20240101~", "DTP*347*D8*20241231~"], ", but its days have ended", "ended"),
            (["DTP*291*RD8*20250101-20251231~"], ", but its days have ended", "ended"),
            (["DTP*346*D8*20270101~"], ", but its days have not begun", "notBegun"),
            (
                ["DTP*346*D8*20260101~", "DTP*347*D8*20251231~"], ", but its days end before they begin",
                "endBeforeBegin"
            ),
            (["DTP*291*D8*20240601~", "DTP*346*D8*20240101~", "DTP*347*D8*20241231~"], "", nil),
        ] as [([String], String, String?)])
    func otherDays(dates: [String], words: String, name: String?) throws {
        let edits = [
            ("DTP*346*D8*20260101~", dates.joined(separator: "\n")), ("SE*25", "SE*\(24 + dates.count)"),
        ]
        let run = try run("active-coverage.271", edits: edits)
        #expect(run.status == (words.isEmpty ? 0 : 1))
        #expect(run.output.contains("): active\(words), PPO GOLD\n"))
        #expect(run.output.contains("1 active on other days\n") != words.isEmpty)
        let told = try self.run("active-coverage.271", "--format", "json", edits: edits).output
        #expect(told.contains("\"otherDays\":") == (name != nil))
        if let name { #expect(told.contains("\"otherDays\":\"\(name)\"")) }
    }

    @Test("coverage that is divided, and of other days, is not taken off what is active")
    func dividedAndEnded() throws {
        let edits = [
            ("EB*1**1^33", "EB*6**30**PPO GOLD~\nEB*1**1^33"), ("SE*25", "SE*26"),
            ("DTP*346*D8*20260101~", "DTP*291*RD8*20240101-20241231~"),
        ]
        let run = try run("active-coverage.271", edits: edits)
        #expect(run.status == 1)
        #expect(run.output.contains("active for some, inactive for others"))
        #expect(run.output.hasSuffix(": 1 person: 1 active for some, inactive for others\n"), "\(run.output)")
    }

    @Test("benefits of an inquiry that was refused are told to be so", arguments: ["HL*3*", "DMG*D8*"])
    func refused(before: String) throws {
        let edits = [(before, "AAA*N**\(before == "HL*3*" ? "51" : "72")*C~\n\(before)")]
        let run = try run("active-coverage.271", edits: edits)
        #expect(run.status == 1)
        #expect(run.output.contains("): active, but the inquiry was refused, PPO GOLD\n"))
        #expect(run.output.contains(": 1 active, but refused"), "\(run.output)")
        #expect(
            try self.run("active-coverage.271", "--format", "json", edits: edits).output.contains(
                "\"isRefused\":true"))
        #expect(!(try self.run("member-not-found.271").output.contains("but the inquiry")))
    }

    @Test("what is no fraction is not told as a percentage")
    func noFraction() throws {
        let run = try run("active-coverage.271", "--benefits", edits: [("*****.2****Y~", "*****20****Y~")])
        #expect(run.output.contains(": 20 (no fraction of 1)\n"))
        #expect(!run.output.contains("%"))
    }

    @Test("benefits are told in words, all of them or those of a kind of service")
    func benefits() throws {
        let all = try run("active-coverage.271", "--benefits").output
        #expect(
            all.contains(
                "   | deductible, health benefit plan coverage (30), one person, in network: 1,200.00 (remaining)\n"
            ))
        #expect(
            all.contains("   | coinsurance, physician visit, office (98), one person, in network: 20 %\n"))
        let visits = try run("active-coverage.271", "--service", "98").output
        #expect(
            visits.contains("copayment, physician visit, office (98), one person, in network: 30.00 (visit)"))
        #expect(!visits.contains("deductible"))
        #expect(!(try run("active-coverage.271").output.contains(" | ")))
    }

    @Test("as JSON, one person a line")
    func json() throws {
        let run = try run("family-and-ended-coverage.271", "--format", "json")
        let people = try run.output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(people.map { $0["status"] as? String } == ["active", "active", "rejected", "inactive"])
        #expect(
            people.map { $0["person"] as? String } == ["subscriber", "dependent", "dependent", "subscriber"])
        let reason = (people[2]["rejections"] as? [[String: String]])?.first
        #expect(reason?["reasonCode"] == "67" && reason?["actionCode"] == "C")
        let told = try self.run("dependent-child.271", "--benefits", "--format", "json")
        let person = try #require(
            try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
        let benefits = try #require(person["benefits"] as? [[String: Any]])
        let messages = benefits.flatMap { $0["messages"] as? [String] ?? [] }
        let text = try self.run("dependent-child.271", "--benefits").output
        #expect(!messages.isEmpty && messages.allSatisfy { text.contains("   |   \($0)\n") })
        let date = (people[3]["dates"] as? [[String: String]])?.first
        #expect(date?["qualifier"] == "347" && date?["first"] == "2025-12-31")
    }

    @Test("why a provider could not be answered for is not told of the people another one asks about")
    func twoProviders() throws {
        let text = String(
            decoding: try SampleFiles.samples.bytes("271/pass/active-coverage.271"), as: UTF8.self)
        let provider = "HL*2*1*21*1~\nNM1*1P*2*MAPLE CLINIC*****XX*1234567893~\n"
        #expect(text.contains(provider))
        let refused = provider + "AAA*N**51*C~\n"
        for (levels, entries) in [
            // The first provider is not on file; the second one's patient is active.
            (refused + provider.replacing("HL*2*", with: "HL*3*"), [": not answered", ": active, PPO GOLD"]),
            // Both are refused, and nobody stands under the first.
            (
                refused + refused.replacing("HL*2*", with: "HL*3*"),
                [": not answered", ": active, but the inquiry was refused, PPO GOLD"]
            ),
        ] {
            let program = try Program()
            defer { program.remove() }
            let sent = text.replacing(provider, with: levels).replacing("HL*3*2*22", with: "HL*4*3*22")
            try program.put("a.271", sent.utf8)
            let run = try program.run("coverage", "a.271")
            let heads = run.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }.dropLast()
            #expect(heads.count == 2)
            for (head, end) in zip(heads, entries) { #expect(head.hasSuffix(end)) }
            let person = run.output.split(separator: "ALVAREZ").last ?? ""
            #expect(person.contains("AAA03 51") == (levels.components(separatedBy: "AAA").count == 3))
        }
    }

    @Test("a dependent cannot be answered for when the subscriber is not known")
    func refusedSubscriber() throws {
        let member = "NM1*IL*1*KOWALCZYK*OTTO****MI*W200300400~\n"
        let run = try run("family-and-ended-coverage.271", edits: [(member, member + "AAA*N**72*C~\n")])
        let part =
            run.output.components(separatedBy: "KOWALCZYK, NILS").last?
            .components(separatedBy: "ALVAREZ").first ?? ""
        #expect(part.contains(": not answered\n   = not answered (the subscriber): subscriber identifier"))
    }

    @Test("what holds no answer, or was cut off, does not pass for one")
    func none() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.270", try SampleFiles.samples.bytes("270/pass/office-visit.270"))
        let run = try program.run("coverage", "a.270")
        #expect(run.status == 1)
        #expect(
            run.output == "a.270: no answer about coverage (271) in it: 1 transaction set of another kind\n")
        let whole = try SampleFiles.samples.bytes("271/pass/active-coverage.271")
        try program.put("cut.271", whole.prefix(whole.count * 3 / 4))
        let cut = try program.run("coverage", "cut.271")
        #expect(cut.status == 1)
        #expect(cut.errors.contains("so this may not be all"))
    }
}
