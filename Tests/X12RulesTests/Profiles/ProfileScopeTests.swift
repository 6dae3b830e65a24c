import Testing
import X12Diagnostics
import X12Grammar
import X12Parser
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

    /// The sample with further sets in its group, or groups behind it.
    private static func sample(sets: [String] = [], groups: [String] = []) -> String {
        var lines = ProfileTests.sample.split(separator: "\n").map(String.init)
        lines.insert(contentsOf: sets, at: lines.count - 2)
        lines.insert(contentsOf: groups, at: lines.count - 1)
        return lines.joined(separator: "\n") + "\n"
    }

    private static let payment = [
        "GS*HP*PAYER01*CLINIC01*20260301*0930*102*X*005010X221A1~", "ST*835*0009~",
        "BPR*I*0*C*NON************20260310~", "TRN*1*R9*1512345678~", "N1*PR*SAMPLE PAYER~",
        "N3*1 PAYER PLAZA~", "N4*CHICAGO*IL*60601~", "PER*BL*HELP*TE*8005550100~",
        "N1*PE*MAPLE CLINIC*XX*1234567893~", "SE*9*0009~", "GE*1*102~",
    ]

    @Test("the least in an interchange is asked for whatever set comes last in it")
    func leastBeforeOthers() throws {
        let profile = try ProfileTests.profile(
            #"<count id="X" at="2300" per="interchange" min="2" source="t"/>"#)
        #expect(try ProfileTests.findings(ProfileTests.sample, profile).map(\.rule.id) == ["X"])
        let both = Self.sample(groups: Self.payment)
        #expect(try ProfileTests.findings(both, profile).map { $0.found?.text } == ["1"])
        let twice = Self.sample(
            sets: ProfileTests.sample.split(separator: "\n").map(String.init)[2..<30].map { $0 },
            groups: Self.payment)
        #expect(twice.split(separator: "\n").count { $0.hasPrefix("CLM*") } == 2)
        #expect(try ProfileTests.findings(twice, profile).isEmpty)
    }

    @Test("a set's header is not asked about by the payer of the set before")
    func headersOfOthers() throws {
        var library = ProfileLibrary()
        library.add(
            try ProfileTests.profile(
                #"<route payer="PAYER01"/><value id="X" at="BHT.06" in="RP" source="t"/><forbid id="Y" at="2300/HI" source="t"/>"#,
                name: "first"))
        let set = ProfileTests.sample.split(separator: "\n").map(String.init)[2..<30].map { $0 }
        var validator = try Validator(profile: .routed(library))
        var found: [String] = []
        let bytes = Array(
            Self.sample(sets: set).replacing("*PAYER01        *", with: "*HOUSE          *")
                .replacing("GS*HC*CLINIC01*PAYER01", with: "GS*HC*CLINIC01*HOUSE").utf8)
        try validator.check(BlockReader(ByteSource(bytes: bytes))) { _, findings in
            found += findings.map(\.rule.id).filter { $0 == "X" || $0 == "Y" }
        }
        #expect(found == ["Y", "Y"])
    }

    @Test("what one payer's profile counts is not counted for another's")
    func countedApart() throws {
        var library = ProfileLibrary()
        for (name, payer) in [("first", "PAYER01"), ("second", "PAYER02")] {
            library.add(
                try ProfileTests.profile(
                    #"<route payer="\#(payer)"/><unique id="U-\#(name)" at="2300/CLM.05-1" per="set" source="t"/>"#,
                    name: name))
        }
        var lines = ProfileTests.sample.split(separator: "\n").map(String.init)
        // A second subscriber, of the other payer: from its HL to the last line of the first one.
        let second = lines[12..<29].map {
            $0.replacing("HL*2*1", with: "HL*3*1").replacing("PAYER01", with: "PAYER02")
        }
        lines.insert(contentsOf: second, at: 29)
        var validator = try Validator(profile: .routed(library))
        var found: [String] = []
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        try validator.check(BlockReader(ByteSource(bytes: bytes))) { _, findings in
            found += findings.map(\.rule.id).filter { $0.hasPrefix("U-") }
        }
        #expect(validator.profiles == ["first", "second"])
        #expect(found.isEmpty)
    }

    @Test(
        "a remittance follows the profile of its payer, with its header",
        arguments: [
            ("N1*PR*SAMPLE PAYER*XV*PAYER77~\n", "", "PAYER77"),
            ("N1*PR*SAMPLE PAYER~\n", "REF*2U*PAYER77~\n", "PAYER77"),
            ("N1*PR*SAMPLE PAYER~\n", "", "PAYER01"),
        ])
    func remittancesOfPayers(payer: String, reference: String, routed: String) throws {
        var library = ProfileLibrary()
        library.add(
            try ProfileTests.profile(
                #"<route payer="\#(routed)"/><value id="X" set="835" at="BPR.04" in="CHK" source="t"/>"#,
                name: "payer-77"))
        let text = String(
            decoding: try SampleFiles.samples.bytes("835/pass/claim-level-only.835"), as: UTF8.self)
        let sent = text.replacing("N1*PR*SAMPLE PAYER~\n", with: payer)
            .replacing("PER*BL", with: reference + "PER*BL", maxReplacements: 1)
        var validator = try Validator(profile: .routed(library))
        var found: [String] = []
        try validator.check(BlockReader(ByteSource(bytes: Array(sent.utf8)))) { _, findings in
            found += findings.map(\.rule.id).filter { $0 == "X" }
        }
        #expect(validator.profiles == ["payer-77"])
        #expect(found == ["X"])
    }
}
