import Foundation
import Testing
import X12TestSupport

@Suite("x12 profile, and the profiles of one's own")
struct ProfileCommandTests {
    private func xml(_ name: String, _ base: String?, _ inside: String = "") -> String.UTF8View {
        let extends = base.map { " extends=\"\($0)\"" } ?? ""
        return """
            <profile xmlns="urn:swift-x12:specs:1" name="\(name)" title="\(name)" status="illustrative"
                     \(extends)>
            \(inside)
            </profile>
            """.utf8
    }

    @Test("a profile finds what it builds upon beside it")
    func family() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("family.xml", xml("family", "medicaid", #"<forbid id="F" at="2310B" source="t"/>"#))
        try program.put("payer.xml", xml("payer", "family", #"<forbid id="P" at="2310C" source="t"/>"#))
        let run = try program.run("profile", "show", "payer.xml")
        #expect(run.status == 0)
        for id in ["MD-PROGRAM error", "F error", "P error"] { #expect(run.output.contains(id), "\(id)") }
    }

    @Test("a circle, a base that is not there and a bad expression are refused with file and line")
    func refusals() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("one.xml", xml("one", "two"))
        try program.put("two.xml", xml("two", "one"))
        let circle = try program.run("profile", "check", "one.xml")
        #expect(circle.status == 65)
        #expect(
            circle.errors == "x12: two.xml:2: profiles build upon each other in a circle: one, two, one\n")
        try program.put("lost.xml", xml("lost", "nowhere"))
        let lost = try program.run("validate", "--profile", "lost.xml", "x.837")
        #expect(lost.errors.contains("lost.xml:2: profile 'lost' builds upon 'nowhere', which is not there"))
        try program.put(
            "bad.xml",
            xml("bad", nil, #"<match id="X" at="2010BA/NM1.09" source="t"><form pattern="[0-9"/></match>"#))
        let bad = try program.run("profile", "check", "bad.xml")
        #expect(bad.status == 65)
        #expect(bad.errors == "x12: bad.xml:3: '[0-9' is no regular expression\n")
        try program.put("rule.xml", xml("rule", nil, #"<rule id="837P-NOSUCH" set="off"/>"#))
        #expect(try program.run("profile", "check", "rule.xml").errors.contains("no rule 837P-NOSUCH"))
    }

    @Test("two profiles of one name in a folder, lists that nobody has and places that are none are refused")
    func unusable() throws {
        let program = try Program()
        defer { program.remove() }
        try FileManager.default.createDirectory(
            at: program.folder.appending(path: "two"), withIntermediateDirectories: false)
        try program.put("two/a.xml", xml("same", nil, #"<forbid id="A" at="2310B" source="t"/>"#))
        try program.put("two/b.xml", xml("same", nil))
        let both = try program.run("validate", "--profiles", "two", "--profile", "same", "x.837")
        #expect(both.status == 65)
        #expect(both.errors.contains("two/a.xml and two/b.xml are both called 'same'"), "\(both.errors)")
        let faults = [
            (#"<code id="X" at="2400/SV1.01-2" list="hcpc" source="t"/>"#, "there is no list 'hcpc'"),
            (#"<value id="X" at="2300/CLM.05-9" in="1" source="t"/>"#, "has no place '2300/CLM.05-9'"),
            (#"<value id="X" at="2300/CLM.25" in="1" source="t"/>"#, "has no place '2300/CLM.25'"),
        ]
        for (inside, message) in faults {
            try program.put("bad.xml", xml("bad", nil, inside))
            let bad = try program.run("profile", "check", "bad.xml")
            #expect(bad.status == 65)
            #expect(
                bad.errors.contains("bad.xml:3: error: ") && bad.errors.contains(message), "\(bad.errors)")
        }
    }

    @Test(
        "a profile that cannot be followed ends a run in the same way by route and by name",
        arguments: [
            ("nowhere", "", 65, "builds upon 'nowhere', which is not there"),
            (nil, #"<rule id="837P-CLIA" set="soon"/>"#, 64, "write a rule's id and off"),
        ] as [(String?, String, Int32, String)])
    func routed(_ one: (base: String?, inside: String, status: Int32, words: String)) throws {
        let program = try Program()
        defer { program.remove() }
        try FileManager.default.createDirectory(
            at: program.folder.appending(path: "own"), withIntermediateDirectories: false)
        try program.put("own/odd.xml", xml("odd", one.base, #"<route payer="NOBODY"/>"# + one.inside))
        try program.put("a.837", Inputs.claim.utf8)
        for choice in ["auto", "odd"] {
            let run = try program.run("validate", "--profiles", "own", "--profile", choice, "a.837")
            #expect(run.status == one.status, "\(choice): \(run.errors)")
            #expect(run.errors.contains(one.words), "\(choice): \(run.errors)")
        }
    }

    @Test("where a profile asks for nothing in a set, it is not said to be clean at level 7")
    func nothingAsked() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("own.xml", xml("own", nil, #"<forbid id="OWN" at="2310B" source="t"/>"#))
        try program.put("a.835", Inputs.payment.utf8)
        let words = "level 7: the profile asks for nothing in 005010X221A1"
        let text = try program.run("validate", "--profile", "own.xml", "a.835").output
        #expect(text.contains("clean at levels 1 to 6") && text.contains(words), "\(text)")
        let json = try program.run("validate", "--profile", "own.xml", "--format", "json", "a.835").output
        #expect(json.contains("\"limit\":\"\(words)\""), "\(json)")
        try program.put("a.837", Inputs.claim.utf8)
        let claim = try program.run("validate", "--profile", "own.xml", "a.837").output
        #expect(!claim.contains("level 7: the profile"), "\(claim)")
    }

    @Test("what a profile finds in an inquiry is told of no claim")
    func inquiry() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put(
            "own.xml", xml("own", nil, #"<forbid id="OWN" set="270" at="2100C/NM1[IL].09" source="t"/>"#))
        try program.put("a.270", try SampleFiles.samples.bytes("270/pass/batch-of-two-sets.270"))
        let run = try program.run("validate", "--profile", "own.xml", "--format", "json", "a.270")
        #expect(run.output.contains("\"rule\":\"OWN\""))
        #expect(!run.output.contains("\"claim\":"))
    }

    @Test("a folder of profiles is known to validate, by name and by route, and to generate")
    func folder() throws {
        let program = try Program()
        defer { program.remove() }
        try FileManager.default.createDirectory(
            at: program.folder.appending(path: "own"), withIntermediateDirectories: false)
        let inside =
            #"<route payer="PAYER01"/><submission usage="P" claims-per-file="1"/><rule id="837P-RENDERING" set="off"/><value id="OWN-1" at="2000B/SBR.09" in="HM" source="t" severity="warning"/>"#
        try program.put("own/own-payer.xml", xml("own-payer", nil, inside))
        try program.put("a.837", Inputs.claim.utf8)
        #expect(
            try program.run("profile", "list", "--profiles", "own").output.contains(
                "own-payer (illustrative)"))
        try program.put("built.xml", xml("built", "own-payer"))
        #expect(try program.run("profile", "check", "--profiles", "own", "built.xml").status == 0)
        for choice in ["auto", "own-payer"] {
            let run = try program.run("validate", "--profiles", "own", "--profile", choice, "a.837")
            #expect(run.output.contains("[OWN-1]"), "\(choice)")
            #expect(!run.output.contains("[837P-RENDERING]"), "\(choice)")
        }
        let practice = SampleFiles.samples.folder.appending(path: "practice/practice.json").path
        let encounters = SampleFiles.samples.folder.appending(path: "practice/encounters.csv").path
        let run = try program.run(
            "generate", "837p", "--practice", practice, "--ledger", "ledger", "--profiles", "own",
            "--profile",
            "own-payer", encounters)
        #expect(run.status == 0)
        #expect(
            run.output.contains("PAYER01-1.837: 1 claim\nPAYER01-2.837: 1 claim\nNORTH99-1.837: 1 claim\n"))
        #expect(run.output.contains("[OWN-1]"))
        #expect(String(decoding: try program.bytes("PAYER01-2.837"), as: UTF8.self).contains("*0*P*:~"))
    }

    @Test(
        "what is found above level 2 is told by the 999 where the payer's profile says so, else by the 277CA")
    func answers() throws {
        let program = try Program()
        defer { program.remove() }
        for by in ["999", "277CA"] {
            try program.put(
                "\(by).xml",
                xml(
                    "a\(by.lowercased())", nil,
                    #"<answer by="\#(by)"/><value id="OWN-1" at="2000B/SBR.09" in="HM" source="t" report="A7:732"/>"#
                ))
        }
        try program.put("a.837", Inputs.claim.utf8)
        let inGroup = try program.run("ack", "--profile", "./999.xml", "a.837")
        #expect(inGroup.status == 1)
        #expect(inGroup.output.contains("IK3*SBR*12*2000*8~"))
        #expect(inGroup.output.contains("IK4*9*1032*I6*CI~"))
        #expect(inGroup.output.contains("IK5*R*I5~"))
        let inClaims = try program.run("ack", "--profile", "./277CA.xml", "a.837")
        #expect(inClaims.status == 0)
        #expect(inClaims.output.contains("IK5*A~"))
        let claims = try program.run("ack", "--277ca", "--profile", "./277CA.xml", "a.837")
        #expect(claims.status == 1)
        #expect(claims.output.contains("STC*A7:732"))
        #expect(try program.run("ack", "--277ca", "a.837").status == 0)
    }
}
