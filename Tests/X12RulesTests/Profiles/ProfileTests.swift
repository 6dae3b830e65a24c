import Testing
import X12Diagnostics
import X12Grammar
import X12GrammarXML
import X12Parser
import X12Rules
import X12Specs
import X12TestSupport
import X12Text

@Suite("Payer profiles")
struct ProfileTests {
    static let sample = """
        ISA*00*          *00*          *ZZ*CLINIC01       *ZZ*PAYER01        *260301*0930*^*00501*000000101*0*T*:~
        GS*HC*CLINIC01*PAYER01*20260301*0930*101*X*005010X222A1~
        ST*837*0001*005010X222A1~
        BHT*0019*00*B101*20260301*0930*CH~
        NM1*41*2*MAPLE CLINIC*****46*CLINIC01~
        PER*IC*BILLING OFFICE*TE*5555550100~
        NM1*40*2*SAMPLE PAYER*****46*PAYER01~
        HL*1**20*1~
        NM1*85*2*MAPLE CLINIC*****XX*1234567893~
        N3*10 ELM ST~
        N4*SPRINGFIELD*IL*627010001~
        REF*EI*123456789~
        HL*2*1*22*0~
        SBR*P*18*******CI~
        NM1*IL*1*ISAAC*ROSA****MI*W100200300~
        N3*22 OAK AVE~
        N4*SPRINGFIELD*IL*62701~
        DMG*D8*19800512*F~
        NM1*PR*2*SAMPLE PAYER*****PI*PAYER01~
        CLM*PCN0001*180***11:B:1*Y*A*Y*Y~
        HI*ABK:J020~
        LX*1~
        SV1*HC:99213*120*UN*1***1~
        DTP*472*D8*20260220~
        REF*6R*L1~
        LX*2~
        SV1*HC:87880*60*UN*1***1~
        DTP*472*D8*20260220~
        REF*6R*L2~
        SE*28*0001~
        GE*1*101~
        IEA*1*000000101~
        """

    static func profile(_ constraints: String, name: String = "test", base: String? = nil) throws
        -> PayerProfile
    {
        let extends = base.map { " extends=\"\($0)\"" } ?? ""
        let xml = """
            <profile xmlns="urn:swift-x12:specs:1" name="\(name)" title="Test" status="illustrative"\(extends)>
            \(constraints)
            </profile>
            """
        return try ProfileFile.profile(
            SpecSource(path: "test.xml", bytes: Array(xml.utf8)), schema: X12Specs.profileSchema)
    }

    static func findings(
        _ text: String, _ profile: PayerProfile, received: CalendarDate? = nil,
        lookups: [String: ProfileEngine.Lookup] = [:]
    ) throws -> [Finding] {
        var reader = BlockReader(ByteSource(bytes: Array(text.utf8)))
        var engine = ProfileEngine(profile, received: received, lookups: lookups)
        var block = Block()
        var findings: [Finding] = []
        while try reader.next(into: &block) { engine.check(block, into: &findings) }
        return findings
    }

    static let otherPayer =
        "SBR*S*18*******CI~\nCAS*CO*45*10~\nAMT*D*170~\nOI***Y***Y~\nNM1*IL*1*ISAAC*ROSA****MI*E1~\nNM1*PR*2*OTHER*****PI*P2~\n"

    @Test(
        "what a constraint finds may be printed unasked only where the standard has codes",
        arguments: [
            (#"<value id="X" at="2010BA/NM1[IL].09" in="W1" source="t"/>"#, false),
            (#"<value id="X" at="2010BA/NM1[IL].03" in="MOSS" source="t"/>"#, false),
            (#"<exclude id="X" at="2010BA/DMG.02" in="19800512" source="t"/>"#, false),
            (#"<value id="X" at="2000B/SBR.09" in="BL" source="t"/>"#, true),
            (#"<value id="X" at="2300/CLM.05-3" in="7" source="t"/>"#, true),
            (#"<value id="X" at="2400/SV1.01-1" in="ER" source="t"/>"#, true),
            (#"<value id="X" at="GS.03" in="OTHER" source="t"/>"#, true),
        ])
    func publicValues(xml: String, isPublic: Bool) throws {
        let findings = try Self.findings(Self.sample, Self.profile(xml))
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0.found?.isPublic == isPublic })
    }

    @Test(
        "each kind of constraint is kept by the sample, and broken by one edit", arguments: ConstraintCase.all
    )
    func kinds(_ one: ConstraintCase) throws {
        let profile = try Self.profile(one.xml)
        let enrolled: ProfileEngine.Lookup = { $0 == "1234567893" }
        let sound = try Self.findings(Self.sample, profile, lookups: ["enrolled": enrolled])
        #expect(sound.isEmpty)
        let text = Self.sample.replacing(one.sent, with: one.broken)
        #expect(text != Self.sample)
        let found = try Self.findings(text, profile, lookups: ["enrolled": enrolled])
        #expect(found.map(\.rule.id) == ["X"])
        #expect(found.allSatisfy { $0.rule.level == 7 && $0.location.line > 0 })
    }

    @Test("a code is looked up for the day of its line, on the list that is at hand")
    func codesByDay() throws {
        let profile = try Self.profile(
            #"<code id="X" at="2400/SV1.01-2" list="hcpcs" to="2400/DTP[472].03" in="99213" source="t"/>"#)
        let first = CalendarDate(iso: "2026-01-01")
        var codes = CodeTables()
        var known = ListedCode()
        known.start = first
        codes.add(.hcpcs, name: "2026", ["J1885": known])
        func found(_ text: String) throws -> [String] {
            var reader = BlockReader(ByteSource(bytes: Array(text.utf8)))
            var engine = ProfileEngine(profile, codes: codes)
            var block = Block()
            var findings: [Finding] = []
            while try reader.next(into: &block) { engine.check(block, into: &findings) }
            return findings.map(\.rule.id)
        }
        let injected = Self.sample.replacing("HC:87880", with: "HC:J1885")
        #expect(try found(injected) == [])
        #expect(try found(Self.sample.replacing("HC:87880", with: "HC:J1886")) == ["X"])
        #expect(
            try found(injected.replacing("D8*20260220~\nREF*6R*L2", with: "D8*20251220~\nREF*6R*L2"))
                == ["X"])
    }

    @Test("codes of CPT are no part of the file of HCPCS: they are looked up in CPT, where it is at hand")
    func codesOfBothLevels() throws {
        let profile = try Self.profile(#"<code id="X" at="2400/SV1.01-2" list="hcpcs" source="t"/>"#)
        func found(_ text: String, _ codes: CodeTables) throws -> [String?] {
            var validator = try Validator(profile: .named(profile), codes: codes)
            var found: [String?] = []
            try validator.check(BlockReader(ByteSource(bytes: Array(text.utf8)))) { _, findings in
                found += findings.filter { $0.rule.id == "X" }.map { $0.found?.text }
            }
            return found
        }
        var codes = CodeTables()
        codes.add(.hcpcs, name: "2026", ["J1885": ListedCode()])
        #expect(try found(Self.sample, codes) == [])
        #expect(try found(Self.sample.replacing("HC:87880", with: "HC:J9999"), codes) == ["J9999"])
        codes.add(.cpt, name: "2026", ["99213": ListedCode()])
        #expect(try found(Self.sample, codes) == ["87880"])
    }

    @Test(
        "what a payer sends back is checked as well",
        arguments: [
            ("835/pass", #"<value id="X" set="835" at="2100/CLP.06" in="HM" source="t"/>"#, "CLP*", 6, "13"),
            ("271/pass", #"<exclude id="X" set="271" at="2110C/EB.01" in="V" source="t"/>"#, "EB*", 1, "V"),
            (
                "277CA/pass",
                #"<match id="X" set="277" at="2100A/NM1[PR].09" source="t"><form pattern="[A-Z0-9]+"/></match>"#,
                "NM1*PR*", 9, "P-1"
            ),
        ])
    func responses(_ one: (folder: String, xml: String, segment: String, element: Int, broken: String)) throws
    {
        let path = try #require(
            SampleFiles.samples.paths(below: [one.folder]).first { path in
                guard let bytes = try? SampleFiles.samples.bytes(path) else { return false }
                return String(decoding: bytes, as: UTF8.self).contains(one.segment)
            })
        let text = String(decoding: try SampleFiles.samples.bytes(path), as: UTF8.self)
        var profile = try Self.profile(one.xml)
        let start = try #require(text.firstRange(of: one.segment)).lowerBound
        let end = try #require(text[start...].firstIndex(of: "~"))
        var elements = text[start..<end].split(separator: "*", omittingEmptySubsequences: false).map(
            String.init)
        if profile.constraints[0].kind == .value {
            profile.constraints[0].values.append(elements[one.element])
        }
        #expect(try Self.findings(text, profile).count { $0.location.line == 0 } == 0)
        let before = try Self.findings(text, profile).count
        elements[one.element] = one.broken
        let edited = String(text[..<start]) + elements.joined(separator: "*") + text[end...]
        let found = try Self.findings(edited, profile)
        #expect(found.count == before + 1)
        #expect(found.allSatisfy { $0.rule.id == "X" })
    }

    @Test("the payer's own words and hint are told, with the payer's name")
    func messages() throws {
        let profile = try Self.profile(
            #"<value id="X" at="2000B/SBR.09" in="MB" source="t" message="only {Medicare}" hint="look at the card"/>"#
        )
        let finding = try #require(try Self.findings(Self.sample, profile).first)
        #expect(FindingRenderer(file: "").message(finding) == "only Medicare (Test)")
        #expect(finding.rule.help == "look at the card")
        let plain = try Self.profile(#"<value id="X" at="2000B/SBR.09" in="MB" source="section 4"/>"#)
        let other = try #require(try Self.findings(Self.sample, plain).first)
        #expect(
            FindingRenderer(file: "").message(other).hasPrefix("2000B/SBR.09 is 'CI', the payer takes"))
        #expect(other.rule.help.contains("section 4"))
    }

    @Test(
        "a profile sets how much our own rules matter, how exact they are, and by which codes they are told")
    func ruleSettings() throws {
        let profile = try Self.profile(
            #"<rule id="837P-BAL-CLM02" set="warning" report="A7:400 IK403:7"/><rule id="837P-CLIA" set="off"/><rule id="835-BAL-LINE" set="tolerance 0.01"/>"#
        )
        var configuration = RuleConfiguration()
        try configuration.add(text: profile.ruleSettings.joined(separator: "\n"))
        #expect(configuration.disabled == ["837P-CLIA"])
        #expect(configuration.tolerances["835-BAL-LINE"] == ExactDecimal("0.01"))
        var reader = BlockReader(
            ByteSource(bytes: Array(Self.sample.replacing("PCN0001*180*", with: "PCN0001*181*").utf8)))
        var engine = RuleEngine(configuration)
        var block = Block()
        var findings: [Finding] = []
        while try reader.next(into: &block) { engine.check(block, into: &findings) }
        let told = findings.compactMap { configuration.adjusted($0) }.filter {
            $0.rule.id == "837P-BAL-CLM02"
        }
        #expect(told.map(\.rule.severity) == [.warning])
        #expect(told.first?.rule.acknowledgement.statuses == ["A7:400"])
        #expect(told.first?.rule.acknowledgement.elementError == "7")
        #expect(told.first?.rule.acknowledgement.segmentError == "8")
    }

    @Test("each kind has codes that a 999 tells it by, and a profile's own win")
    func reports() throws {
        func codes(_ xml: String, _ edit: (String, String)) throws -> [String] {
            let text = Self.sample.replacing(edit.0, with: edit.1)
            let finding = try #require(try Self.findings(text, Self.profile(xml)).first)
            return finding.rule.acknowledgement.named.map { "\($0.name) \($0.code)" }
        }
        #expect(
            try codes(#"<require id="X" at="2300/REF[G1]" source="t"/>"#, ("", "")) == ["ik304 I6"])
        #expect(
            try codes(#"<value id="X" at="2000B/SBR.09" in="MB" source="t"/>"#, ("", "")) == [
                "ik304 8", "ik403 I6",
            ])
        #expect(
            try codes(#"<value id="X" at="2000B/SBR.09" in="MB" report="A7:562:85" source="t"/>"#, ("", ""))
                == ["ik304 8", "ik403 I6", "category A7", "status 562", "entity 85"])
    }

    @Test("all kinds are tried")
    func allKinds() throws {
        let tried = try Set(ConstraintCase.all.flatMap { try Self.profile($0.xml).constraints.map(\.kind) })
        #expect(tried == Set(ProfileConstraint.Kind.allCases))
    }

    @Test(
        "a constraint holds from its first day to its last",
        arguments: [("2026-01-01", 0), ("2026-03-01", 1), ("2026-06-30", 1), ("2026-07-01", 0)])
    func days(_ day: String, _ count: Int) throws {
        let profile = try Self.profile(
            #"<forbid id="X" at="2300/HI[ABK]" from="2026-03-01" until="2026-06-30" source="t"/>"#)
        let received = try #require(CalendarDate(iso: day))
        #expect(try Self.findings(Self.sample, profile, received: received).count == count)
    }

    /// The sample with a dependent as the patient.
    static let dependentSample = sample.replacing("HL*2*1*22*0~", with: "HL*2*1*22*1~")
        .replacing("*P*18****", with: "*P*****")
        .replacing(
            "CLM*PCN0001", with: "HL*3*2*23*0~\nPAT*19~\nNM1*QC*1*ISAAC*ADA~\nDMG*D8*20150512*F~\nCLM*PCN0001"
        )

    @Test("the claims of dependents are asked about like those of subscribers")
    func dependents() throws {
        for xml in [
            #"<value id="X" at="2300/CLM.05-3" in="7" source="t"/>"#,
            #"<require id="X" at="2300/REF[G1]" source="t"><when at="2000B/SBR.09" in="CI"/></require>"#,
            #"<count id="X" at="2400" per="claim" max="1" source="t"/>"#,
            #"<unique id="X" at="2400/DTP[472].03" per="set" source="t"/>"#,
        ] {
            let findings = try Self.findings(Self.dependentSample, Self.profile(xml))
            #expect(findings.map(\.rule.id) == ["X"], "\(xml)")
        }
    }

    @Test("an unknown answer of a register is no finding")
    func unknownLookup() throws {
        let profile = try Self.profile(#"<lookup id="X" at="2010AA/NM1[85].09" list="enrolled" source="t"/>"#)
        #expect(try Self.findings(Self.sample, profile).isEmpty)
        #expect(try Self.findings(Self.sample, profile, lookups: ["enrolled": { _ in nil }]).isEmpty)
    }

    @Test("a profile takes from its base what it does not say itself, and leaves out what it removes")
    func inheritance() throws {
        var library = ProfileLibrary()
        library.add(
            try Self.profile(
                #"<submission claims-per-set="100" line-end="lf"/><value id="A" at="2000B/SBR.09" in="MB" source="t"/><value id="B" at="BHT.06" in="RP" source="t"/><rule id="837P-CLIA" set="off"/>"#,
                name: "family"))
        library.add(
            try Self.profile(
                #"<submission claims-per-set="50"/><value id="A" at="2000B/SBR.09" in="CI" source="t"/><remove id="B"/>"#,
                name: "payer", base: "family"))
        let whole = try library.profile(named: "payer")
        #expect(whole.constraints.map(\.id) == ["A"])
        #expect(whole.constraints.first?.values == ["CI"])
        #expect(whole.submission.claimsPerSet == 50)
        #expect(whole.submission.lineEnd == "lf")
        #expect(whole.ruleSettings == ["837P-CLIA off"])
    }

    @Test("a chain of base, family, payer and line of business: the last that speaks wins")
    func chain() throws {
        var library = ProfileLibrary()
        for (name, base, value) in [
            ("base", nil, "A"), ("family", "base", "B"), ("payer", "family", nil), ("line", "payer", "D"),
        ] as [(String, String?, String?)] {
            let own = value.map { #"<value id="V" at="2000B/SBR.09" in="\#($0)" source="t"/>"# } ?? ""
            let xml = #"<source text="\#(name) guide"/><require id="\#(name)" at="2320" source="t"/>"# + own
            library.add(try Self.profile(xml, name: name, base: base))
        }
        let line = try library.profile(named: "line")
        #expect(line.constraints.first { $0.id == "V" }?.values == ["D"])
        #expect(Set(line.constraints.map(\.id)) == ["base", "family", "payer", "line", "V"])
        #expect(try library.profile(named: "payer").constraints.first { $0.id == "V" }?.values == ["B"])
        #expect(line.sources == ["base guide", "family guide", "payer guide", "line guide"])
    }

    @Test("profiles that build upon each other in a circle are refused, and so is a base that is not there")
    func circle() throws {
        var library = ProfileLibrary()
        library.add(try Self.profile("", name: "one", base: "two"))
        library.add(try Self.profile("", name: "two", base: "three"))
        #expect(throws: X12Error(.malformedGuide)) { try library.profile(named: "one") }
        library.add(try Self.profile("", name: "three", base: "one"))
        let error = #expect(throws: X12Error.self) { try library.profile(named: "one") }
        #expect(
            error?.detail
                == "test.xml:1: profiles build upon each other in a circle: one, two, three, one")
    }

    @Test("a receiver's route counts, a payer's more")
    func routes() {
        let library = ProfileLibrary()
        #expect(library.route(receiver: ["617591011C21P"], payer: nil) == "texas-medicaid")
        #expect(library.route(receiver: ["617591011C21P"], payer: "87726") == "united-commercial")
        #expect(library.route(receiver: ["NOBODY"], payer: "1") == nil)
    }

    @Test(
        "plan and state narrow a payer's route down",
        arguments: [
            ("CI", "IL", "any"), ("HM", "IL", "hmo"), ("CI", "TX", "texas"), ("HM", "TX", "hmo"),
        ])
    func narrowRoutes(_ claim: (product: String, state: String, profile: String)) throws {
        var library = ProfileLibrary()
        for (name, route) in [
            ("any", ""), ("hmo", #"product="HM""#), ("texas", #"state="TX""#),
        ] {
            library.add(
                try Self.profile(
                    #"<route payer="PAYER01" \#(route)/><require id="\#(name)" at="2300/REF[G1]" source="t"/>"#,
                    name: name))
        }
        let text = Self.sample.replacing("*CI~", with: "*\(claim.product)~")
            .replacing("*IL*627010001", with: "*\(claim.state)*627010001")
        var reader = BlockReader(ByteSource(bytes: Array(text.utf8)))
        var router = try ProfileRouter(library)
        var block = Block()
        var findings: [Finding] = []
        while try reader.next(into: &block) { router.check(block, into: &findings) }
        #expect(router.followed == [claim.profile])
        #expect(findings.map(\.rule.id) == [claim.profile])
    }

    @Test("a file goes by the profile of its payer")
    func router() throws {
        let text = Self.sample.replacing("PI*PAYER01", with: "PI*99726")
        var reader = BlockReader(ByteSource(bytes: Array(text.utf8)))
        var router = try ProfileRouter(ProfileLibrary())
        var block = Block()
        var findings: [Finding] = []
        while try reader.next(into: &block) { router.check(block, into: &findings) }
        #expect(router.followed == ["tricare-west"])
        #expect(findings.map(\.rule.id).sorted() == ["TR-02", "TR-03"])
    }
}
