import Testing
import X12Diagnostics
import X12Grammar
import X12Parser
import X12Rules
import X12TestSupport
import X12Text

@Suite("Profiles that claims are routed to by their payer")
struct ProfileRoutingTests {
    private static let constraints = """
        <value id="STATE" at="2010AA/N4.02" in="TX" source="t"/>
        <require id="UNDER" at="2310B" source="t"><when at="2010AA/NM1[85].02" in="2"/></require>
        <require id="HEAD" at="2300/REF[G1]" source="t"><when at="BHT.06" in="CH"/></require>
        """

    private static func profile(_ name: String, payer: String, _ constraints: String = constraints) throws
        -> PayerProfile
    {
        try ProfileTests.profile(#"<route payer="\#(payer)"/>"# + constraints, name: name)
    }

    private static func library(_ profiles: PayerProfile...) -> ProfileLibrary {
        var library = ProfileLibrary()
        for profile in profiles { library.add(profile) }
        return library
    }

    /// The lines of the sample's billing provider, and of its subscriber with one claim.
    private static let provider = ProfileTests.sample.split(separator: "\n").map(String.init)[7...11]
    private static let subscriber = ProfileTests.sample.split(separator: "\n").map(String.init)[12...28]

    /// A file with a provider for each list, and under it a subscriber for each payer.
    private static func file(_ providers: [[String]]) -> String {
        let all = ProfileTests.sample.split(separator: "\n").map(String.init)
        var lines = Array(all[...6])
        for payers in providers {
            lines += provider
            for payer in payers {
                lines += subscriber.map { $0.replacing("PI*PAYER01", with: "PI*\(payer)") }
            }
        }
        return (lines + all[29...]).joined(separator: "\n") + "\n"
    }

    private static func told(_ text: String, _ choice: ProfileChoice) throws -> [String] {
        var validator = try Validator(profile: choice)
        var told: [String] = []
        try validator.check(BlockReader(ByteSource(bytes: Array(text.utf8)))) { _, findings in
            told += findings.filter { $0.rule.level == 7 }.map { "\($0.rule.id) \($0.location.line)" }
        }
        return told.sorted()
    }

    @Test("what stands above the payer, its provider and the header, is seen as by name")
    func above() throws {
        let profile = try Self.profile("one", payer: "PAYER01")
        let text = Self.file([["PAYER01"]])
        let named = try Self.told(text, .named(profile))
        #expect(named == ["HEAD 20", "STATE 11", "UNDER 20"])
        #expect(try Self.told(text, .routed(Self.library(profile))) == named)
    }

    @Test("a provider is asked about once for each profile under it, and each provider by itself")
    func once() throws {
        let state = #"<value id="STATE" at="2010AA/N4.02" in="TX" source="t"/>"#
        let library = Self.library(
            try Self.profile("one", payer: "P1", state),
            try Self.profile("two", payer: "P2", state.replacing("STATE", with: "OTHER")))
        #expect(
            try Self.told(Self.file([["P1", "P2", "P1", "P2"]]), .routed(library)) == [
                "OTHER 11", "STATE 11",
            ])
        #expect(
            try Self.told(Self.file([["P1"], ["P1"], ["P2"]]), .routed(library)) == [
                "OTHER 55", "STATE 11", "STATE 33",
            ])
    }

    @Test(
        "a profile that comes back sees the provider of its own claims, and one of another payer is asked nothing"
    )
    func changes() throws {
        let under =
            #"<require id="UNDER" at="2310B" source="t"><when at="2010AA/NM1[85].02" in="2"/></require>"#
        let library = Self.library(
            try Self.profile("one", payer: "P1", under),
            try Self.profile("two", payer: "P2", under.replacing("UNDER", with: "OTHER")))
        #expect(
            try Self.told(Self.file([["P1", "P2", "P1", "NONE"]]), .routed(library)) == [
                "OTHER 37", "UNDER 20", "UNDER 54",
            ])
        #expect(
            try Self.told(Self.file([["P1"], ["NONE"], ["P1"]]), .routed(library)) == [
                "UNDER 20", "UNDER 64",
            ])
    }

    @Test(
        "a profile that cannot be followed is refused where profiles are chosen by route, as it is by name",
        arguments: [
            ("base that is not there", X12Error.Code.malformedGuide),
            ("setting that is none", .malformedSetting),
        ])
    func unusable(_ fault: String, _ code: X12Error.Code) throws {
        var profile = try Self.profile("one", payer: "P1")
        if code == .malformedGuide {
            profile.base = "nowhere"
        } else {
            profile.ruleSettings = ["837P-CLIA soon"]
        }
        let library = Self.library(profile)
        let error = #expect(throws: X12Error.self) {
            _ = try Validator(profile: .routed(library)).highestLevel
        }
        #expect(error?.code == code)
        // One that nothing leads to stands in nobody's way.
        profile.routes = []
        #expect(try Validator(profile: .routed(Self.library(profile))).highestLevel == 7)
    }

    @Test(
        "a validator hands the registers of the caller to the profile, however it is chosen",
        arguments: [false, true])
    func registers(isRouted: Bool) throws {
        let profile = try Self.profile(
            "one", payer: "PAYER01", #"<lookup id="X" at="2010AA/NM1[85].09" list="enrolled" source="t"/>"#)
        let choice = isRouted ? ProfileChoice.routed(Self.library(profile)) : .named(profile)
        for (enrolled, wanted) in [("1234567893", 0), ("1999999999", 1)] {
            var validator = try Validator(profile: choice, lookups: ["enrolled": { $0 == enrolled }])
            // The second input is asked about like the first.
            for _ in 1...2 {
                var count = 0
                try validator.check(BlockReader(ByteSource(bytes: Array(ProfileTests.sample.utf8)))) {
                    count += $1.count { $0.rule.id == "X" }
                }
                #expect(count == wanted)
            }
        }
    }

    @Test("a store of codes that breaks down while a profile asks it is told", arguments: [false, true])
    func brokenStore(isRouted: Bool) throws {
        let profile = try Self.profile(
            "one", payer: "PAYER01",
            #"<code id="X" at="2010BB/NM1[PR].09" list="hcpcs" source="t"/>"#)
        let choice = isRouted ? ProfileChoice.routed(Self.library(profile)) : .named(profile)
        var validator = try Validator(profile: choice, codes: BrokenCodes())
        let error = #expect(throws: X12Error.self) {
            try validator.check(BlockReader(ByteSource(bytes: Array(ProfileTests.sample.utf8)))) { _, _ in }
        }
        #expect(error?.code == .storeUnusable)
    }
}

/// A store that has a set and cannot be asked for its codes.
private struct BrokenCodes: CodeSource {
    func editions(of set: CodeSet) throws(X12Error) -> [CodeEdition] {
        set == .hcpcs ? [CodeEdition(set, count: 1)] : []
    }

    func code(_ code: String, in edition: CodeEdition) throws(X12Error) -> ListedCode? {
        // The rules of level 5 ask about procedures; the profile alone asks about a payer's number.
        guard code == "PAYER01" else { return ListedCode() }
        throw X12Error(.storeUnusable, "damaged")
    }
}
