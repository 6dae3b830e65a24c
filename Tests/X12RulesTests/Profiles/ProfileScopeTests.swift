import Testing
import X12Diagnostics
import X12Grammar
import X12Rules
import X12TestSupport
import X12Text

@Suite("What profiles count over, and compare with")
struct ProfileScopeTests {
    @Test("a loop of a line is asked for in each line, and counted in each")
    func loopsOfLines() throws {
        let treating = "NM1*82*1*MOSS*ADA****XX*1245319599~\n"
        let first = ProfileTests.sample.replacing("REF*6R*L1~\n", with: "REF*6R*L1~\n" + treating)
        let both = first.replacing("REF*6R*L2~\n", with: "REF*6R*L2~\n" + treating)
        let required = try ProfileTests.profile(#"<require id="X" at="2420A" source="t"/>"#)
        #expect(try ProfileTests.findings(first, required).map(\.location.line) == [27])
        #expect(try ProfileTests.findings(both, required).isEmpty)
        let counted = try ProfileTests.profile(#"<count id="X" at="2420A" per="line" max="1" source="t"/>"#)
        #expect(try ProfileTests.findings(both, counted).isEmpty)
        let ofClaim = try ProfileTests.profile(
            #"<count id="X" at="2400/DTP[472]" per="claim" max="1" source="t"/>"#)
        #expect(try ProfileTests.findings(ProfileTests.sample, ofClaim).map { $0.found?.text } == ["2"])
    }

    @Test("the least is asked for only where the constraint was asked at all")
    func conditionalCount() throws {
        func findings(_ filing: String) throws -> [String] {
            let profile = try ProfileTests.profile(
                #"<count id="X" at="2300/REF[G1]" per="set" min="1" source="t"><when at="2000B/SBR.09" in="MB"/></count>"#
            )
            return try ProfileTests.findings(
                ProfileTests.sample.replacing("*CI~", with: "*\(filing)~"), profile
            ).map(
                \.rule.id)
        }
        #expect(try findings("CI").isEmpty)
        #expect(try findings("MB") == ["X"])
    }

    @Test("amounts are compared as numbers, identifiers as they are spelled")
    func spellings() throws {
        let amounts = try ProfileTests.profile(
            #"<compare id="X" at="2300/AMT[F5].02" to="2300/CLM.02" source="t"/>"#)
        let text = ProfileTests.sample.replacing("HI*ABK", with: "AMT*F5*180.00~\nHI*ABK")
        #expect(try ProfileTests.findings(text, amounts).isEmpty)
        let differ = try ProfileTests.profile(
            #"<compare id="X" at="2300/AMT[F5].02" is="differs" to="2300/CLM.02" source="t"/>"#)
        #expect(try ProfileTests.findings(text, differ).count == 1)
        let numbers = try ProfileTests.profile(
            #"<compare id="X" at="2300/REF[G1].02" to="2300/REF[9F].02" source="t"/>"#)
        let references = ProfileTests.sample.replacing("HI*ABK", with: "REF*9F*012~\nREF*G1*12~\nHI*ABK")
        #expect(try ProfileTests.findings(references, numbers).count == 1)
    }

    @Test("whether a profile asks for anything in a guide's sets is told")
    func guidesAskedOf() throws {
        let profile = try ProfileTests.profile(#"<require id="X" at="2300/REF[G1]" source="t"/>"#)
        var validator = try Validator(profile: .named(profile))
        #expect(validator.guidesWithoutDemands(of: ["005010X222A1", "005010X221A1"]) == ["005010X221A1"])
        validator = try Validator(profile: .none)
        #expect(validator.guidesWithoutDemands(of: ["005010X221A1"]).isEmpty)
    }
}
