import Testing
import X12Diagnostics
import X12Grammar
import X12Parser
import X12Rules
import X12TestSupport
import X12Text

@Suite("All levels in one go")
struct ValidatorTests {
    /// What is told of a text, as a configuration, a profile and threads have it; and the profiles that were followed.
    private static func told(
        of text: String, _ configuration: RuleConfiguration = RuleConfiguration(),
        profile: ProfileChoice = .none, workers: Int = 1
    ) throws -> (findings: [Finding], profiles: [String]) {
        var validator = try Validator(configuration, profile: profile)
        var told: [Finding] = []
        try validator.check(BlockReader(ByteSource(bytes: Array(text.utf8))), workers: workers) {
            told += $1
        }
        return (told, validator.profiles)
    }

    private static func ids(_ findings: [Finding]) -> [String] { findings.map(\.rule.id) }

    /// A claim whose lines do not add up (level 3), with a code that its element does not have (level 2).
    private static let faulty = ProfileTests.sample.replacing("PCN0001*180*", with: "PCN0001*181*")
        .replacing("DMG*D8*19800512*F~", with: "DMG*D8*19800512*Q~")

    @Test("of every sample with a fault, what parts find by themselves is told, by one thread and by three")
    func parts() throws {
        var count = 0
        for path in SampleFiles.samples.paths() where path.contains("/fail/") && !path.hasSuffix(".expected")
        {
            let bytes = try SampleFiles.samples.bytes(path)
            guard let apart = try? Checked.findings(in: bytes) else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            let one = try Self.told(of: text).findings
            #expect(Self.ids(one).sorted() == Self.ids(apart).sorted(), "\(path)")
            #expect(try Self.told(of: text, workers: 3).findings == one, "\(path)")
            count += one.count
        }
        #expect(count > 50)
    }

    @Test("findings of a block come in the order of its segments, whatever level they are of")
    func order() throws {
        let findings = try Self.told(of: Self.faulty).findings
        #expect(Self.ids(findings) == ["GDE-CODE-BAD", "837P-BAL-CLM02"])
        // The rule of level 3 speaks of the claim's first segment, that of level 2 of one behind it.
        let both = Self.faulty.replacing("HC:99213*120*UN*1***1", with: "HC:99213*120*XX*1***1")
        let segments = try Self.told(of: both).findings.map(\.location.segment)
        #expect(segments.count == 3 && segments == segments.sorted())
    }

    @Test("a configuration sets rules of all levels, and bounds them")
    func configured() throws {
        var configuration = RuleConfiguration()
        try configuration.add(text: "GDE-CODE-BAD warning\n837P-BAL-CLM02 off")
        let findings = try Self.told(of: Self.faulty, configuration).findings
        #expect(Self.ids(findings) == ["GDE-CODE-BAD"] && findings[0].rule.severity == .warning)
        var low = RuleConfiguration()
        low.highestLevel = 2
        #expect(try Self.ids(Self.told(of: Self.faulty, low).findings) == ["GDE-CODE-BAD"])
    }

    @Test("a named profile is asked at level 7, and its settings give way to the configuration's")
    func named() throws {
        let profile = try ProfileTests.profile(
            #"<require id="X" at="2300/REF[G1]" source="t"/><rule id="837P-BAL-CLM02" set="warning"/>"#)
        let (findings, followed) = try Self.told(of: Self.faulty, profile: .named(profile))
        #expect(followed == ["test"])
        #expect(findings.contains { $0.rule.level == 7 })
        let balance = findings.first { $0.rule.id == "837P-BAL-CLM02" }
        #expect(balance?.rule.severity == .warning)

        var configuration = RuleConfiguration()
        try configuration.add(text: "837P-BAL-CLM02 info")
        let own = try Self.told(of: Self.faulty, configuration, profile: .named(profile)).findings
        #expect(own.first { $0.rule.id == "837P-BAL-CLM02" }?.rule.severity == .info)

        configuration.highestLevel = 6
        let (below, none) = try Self.told(of: Self.faulty, configuration, profile: .named(profile))
        #expect(none.isEmpty && !below.contains { $0.rule.level == 7 })
    }

    @Test("payers are routed to their profiles, whose settings are followed")
    func routed() throws {
        let profile = try ProfileTests.profile(
            #"<route receiver="PAYER01"/><require id="X" at="2300/REF[G1]" source="t"/><rule id="837P-BAL-CLM02" set="off"/>"#
        )
        var library = ProfileLibrary()
        library.add(profile)
        let (findings, followed) = try Self.told(of: Self.faulty, profile: .routed(library))
        #expect(followed == ["test"])
        #expect(Self.ids(findings).filter { $0 == "837P-BAL-CLM02" }.isEmpty)
        #expect(findings.contains { $0.rule.level == 7 })
    }

    @Test("the level reached is told, and a setting that is none is refused")
    func levels() throws {
        let profile = try ProfileTests.profile(#"<require id="X" at="2300/REF[G1]" source="t"/>"#)
        #expect(try Validator().highestLevel == 6)
        #expect(try Validator(profile: .named(profile)).highestLevel == 7)
        #expect(try Validator(profile: .routed(ProfileLibrary())).highestLevel == 7)
        var low = RuleConfiguration()
        low.highestLevel = 3
        #expect(try Validator(low, profile: .named(profile)).highestLevel == 3)
        #expect(try Validator(low).codes == nil)
        var wrong = profile
        wrong.ruleSettings = ["837P-BAL-CLM02 sometimes"]
        #expect(throws: X12Error.self) { _ = try Validator(profile: .named(wrong)).highestLevel }
    }

    @Test("a second input is checked by itself: its claims are no repetitions, and its profiles its own")
    func secondInput() throws {
        let profile = try ProfileTests.profile(
            #"<route receiver="PAYER01"/><require id="X" at="2300/REF[G1]" source="t"/>"#)
        var library = ProfileLibrary()
        library.add(profile)
        var validator = try Validator(profile: .routed(library))
        let other = Self.faulty.replacing("PAYER01 ", with: "NORTH99 ").replacing(
            "*PAYER01*2026", with: "*NORTH99*2026")
        var told: [[Finding]] = []
        var followed: [[String]] = []
        for text in [Self.faulty, Self.faulty, other] {
            var findings: [Finding] = []
            try validator.check(BlockReader(ByteSource(bytes: Array(text.utf8)))) { findings += $1 }
            told.append(findings)
            followed.append(validator.profiles)
        }
        #expect(told[0] == told[1] && !told[0].isEmpty)
        #expect(followed == [["test"], ["test"], []])
    }

    @Test("after a restart an input is checked as by a new validator, block by block")
    func restart() throws {
        var validator = try Validator()
        var runs: [[Finding]] = []
        // The same claim twice in one input is a repetition; in two it is not.
        for _ in 0..<2 {
            validator.restart()
            var reader = BlockReader(ByteSource(bytes: Array(Self.faulty.utf8)))
            var block = Block()
            var findings: [Finding] = []
            while try reader.next(into: &block) { findings += validator.findings(of: block) }
            runs.append(findings)
        }
        #expect(runs[0] == runs[1])
        #expect(try runs[0] == Self.told(of: Self.faulty).findings)
        #expect(validator.codeFailure == nil)
    }
}
