import Testing
import X12Diagnostics
import X12Grammar
import X12GrammarXML
import X12Parser
import X12Rules
import X12Specs
import X12TestSupport
import X12Text

@Suite("Profiles that come with the library")
struct ShippedProfileTests {
    @Test("their places exist, and their bases", arguments: X12Specs.profiles.map(\.name))
    func places(_ name: String) throws {
        let profile = try ProfileLibrary().profile(named: name)
        #expect(!profile.constraints.isEmpty)
        for guide in X12Specs.guides.compactMap({ X12Specs.guide($0) }) {
            #expect(ProfileEngine.strays(of: profile, in: guide).map(\.path.description) == [])
        }
    }

    @Test(
        "Medicare takes its own number alone, and none of those before 2020, railroad retirement included",
        arguments: [
            ("1EG4TE5MK72", true), ("1EG4TE5MK7", false), ("123456789A", false), ("A123456", false),
            ("WCD123456789", false),
        ])
    func medicareNumber(_ number: String, _ isTaken: Bool) throws {
        let text = ProfileTests.sample.replacing("W100200300", with: number)
        let findings = try ProfileTests.findings(text, ProfileLibrary().profile(named: "medicare"))
        #expect(findings.contains { $0.rule.id == "MB-07" } == !isTaken)
    }

    @Test("that Medicare has no dependents is told once")
    func medicareDependent() throws {
        let profile = try ProfileLibrary().profile(named: "medicare")
        let text = ProfileTests.dependentSample.replacing("*CI~", with: "*MB~")
        var configuration = RuleConfiguration()
        #expect(
            try Checked.ruleFindings(in: text, configuration).contains {
                $0.rule.id == "837P-UNIQUE-MEMBER-ID"
            })
        try configuration.add(text: profile.ruleSettings.joined(separator: "\n"))
        let told =
            try Checked.ruleFindings(in: text, configuration) + ProfileTests.findings(text, profile)
        let ids = told.map(\.rule.id).filter { ["837P-UNIQUE-MEMBER-ID", "MB-05-PATIENT"].contains($0) }
        #expect(ids == ["MB-05-PATIENT"])
    }

    @Test("they come through the compiled form unchanged")
    func program() throws {
        #expect(try ProfileProgram.decode(ProfileProgram.encode(X12Specs.profiles)) == X12Specs.profiles)
    }
}

@Suite("Profile files that are refused")
struct ProfileFaultTests {
    @Test(
        "with line and reason",
        arguments: [
            (#"<value id="X" at="2000B/SBR.9.9" in="CI" source="t"/>"#, 2, "is no place"),
            (
                #"<match id="X" at="2010BA/NM1.09" source="t"><form pattern="[0-9"/></match>"#, 2,
                "is no regular expression"
            ),
            (#"<value id="X" at="2000B/SBR.09" source="t"/>"#, 2, "names no values"),
            (#"<number id="X" at="2400/SV1.02" min="lots" source="t"/>"#, 2, "is not a number"),
            (#"<count id="X" at="2400" per="year" max="1" source="t"/>"#, 2, "'year' is not known"),
            (#"<require id="X" source="t"/>"#, 2, "no attribute 'at'"),
            (
                "<forbid id=\"X\" at=\"2320\" source=\"t\"/>\n<forbid id=\"X\" at=\"2310B\" source=\"t\"/>",
                3, "stands twice"
            ),
            (#"<template id="X" at="2300/NTE.02" text="CODE {c" source="t"/>"#, 2, "is no template"),
            (
                #"<template id="X" at="2300/NTE.02" text="CODE {c}" source="t"><field name="d" pattern="."/></template>"#,
                2, "the template has no field 'd'"
            ),
            (
                #"<template id="X" at="2300/NTE.02" text="CODE {c}" source="t"><field name="c" pattern="("/></template>"#,
                2, "is no regular expression"
            ),
            (
                #"<require id="X" at="2300/NTE" source="t"><when at="2300/CLM.01" form="*"/></require>"#, 2,
                "is no regular expression"
            ),
            (#"<level id="X" at="2320/CAS" in="line" source="t"/>"#, 2, "no attribute 'to'"),
            (#"<level id="X" at="2320/CAS" to="2430/CAS" in="set" source="t"/>"#, 2, "'set' is not known"),
            (#"<characters id="X" in="greek" source="t"/>"#, 2, "'greek' is not known"),
            (#"<line-end id="X" in="cr" source="t"/>"#, 2, "'cr' is not known"),
            (#"<size id="X" source="t"/>"#, 2, "no number of bytes"),
            (#"<size id="X" max="9k" source="t"/>"#, 2, "'9k' is not a whole number"),
            (#"<match id="X" at="2300/CLM.01" max="5x" source="t"/>"#, 2, "'5x' is not a whole number"),
            (#"<match id="X" at="2300/CLM.01" min="9" max="5" source="t"/>"#, 2, "max is less than min"),
            (#"<date id="X" at="2400/DTP[472].03" max="30 days" source="t"/>"#, 2, "is not a whole number"),
            (#"<date id="X" at="2400/DTP[472].03" source="t"/>"#, 2, "date has no min or max"),
            (#"<count id="X" at="2400" max="1.5" source="t"/>"#, 2, "'1.5' is not a whole number"),
            (#"<count id="X" at="2400" source="t"/>"#, 2, "count has no min or max"),
            (#"<number id="X" at="2400/SV1.02" source="t"/>"#, 2, "number has no min, max or scale"),
            (#"<value id="X" at="BHT.02" in="00" from="2027-01-01Z" source="t"/>"#, 2, "is not a day"),
            (
                #"<value id="X" at="BHT.02" in="00" from="2027-01-01" until="2026-01-01" source="t"/>"#, 2,
                "'until' is before 'from'"
            ),
            (
                #"<value id="X" at="2300/CLM.01" in="A" source="t"><form pattern="[0-9]+"/></value>"#, 2,
                "value takes no form"
            ),
            (#"<delimiters id="X" in="*:" source="t"/>"#, 2, "are no delimiters"),
            (#"<delimiters id="X" in="*:^~*>^~" source="t"/>"#, 2, "a bar between them"),
            (#"<delimiters id="X" in="**^~" source="t"/>"#, 2, "are no delimiters"),
            (#"<delimiters id="X" in="*:^." source="t"/>"#, 2, "are no delimiters"),
            (#"<submission delimiters="A:^~"/>"#, 2, "are no delimiters"),
            (#"<submission delimiters="*:^ "/>"#, 2, "are no delimiters"),
            (#"<submission receiver="A-RECEIVER-OF-TOO-MANY"/>"#, 2, "longer than"),
            (
                #"<submission usage="P"/>"# + "\n" + #"<submission claims-per-set="9"/>"#, 3,
                "submission stands twice"
            ),
            (#"<value id="X" at="BHT.02" in="00" report="A7-21" source="t"/>"#, 2, "are no codes"),
            (#"<rule id="837P-CLIA"/>"#, 2, "neither 'set' nor 'report'"),
            ("<route/>", 2, "the route names nothing"),
            (#"<oblige id="X" at="2320" source="t"/>"#, 2, "oblige"),
        ])
    func faults(_ fault: (xml: String, line: Int, message: String)) {
        let error = #expect(throws: SpecFaults.self) { try ProfileTests.profile(fault.xml) }
        #expect(
            error?.list.contains { $0.line == fault.line && $0.message.contains(fault.message) } == true,
            "\(error?.lines() ?? "")")
    }
}
