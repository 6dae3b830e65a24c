import Foundation
import Testing
import X12TestSupport

@Suite("What is said of what a payer asks for, where it is not asked")
struct ProfileWordsTests {
    private func xml(_ inside: String, name: String = "own", base: String? = nil) -> String.UTF8View {
        let extends = base.map { " extends=\"\($0)\"" } ?? ""
        return
            "<profile xmlns=\"urn:swift-x12:specs:1\" name=\"\(name)\" title=\"Own\" status=\"illustrative\"\(extends)>\n\(inside)\n</profile>\n"
            .utf8
    }

    @Test(
        "an option that a second one would silence is refused",
        arguments: [
            "validate --profile medicare-part-b --profile=medicaid a.837",
            "ack --profile medicare-part-b --profile medicaid a.837",
            "generate 837p --ledger l --profile medicare-part-b --profile medicaid a.837",
            "validate --rules a --rules b a.837", "validate --profiles a --profiles b a.837",
        ])
    func twice(line: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.837", Inputs.claim.utf8)
        for name in ["a", "b"] { try program.put(name, "837P-CLIA off\n".utf8) }
        let run = try program.run(line.split(separator: " ").map(String.init))
        #expect(run.status == 64)
        #expect(run.errors.contains("is given twice, and takes one; "), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test("behind two dashes stands a file's name, and what may be given again is")
    func onceEach() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("--profile=x", Inputs.claim.utf8)
        let run = try program.run(
            "validate", "--rule", "837P-CLIA=off", "--rule", "837P-RENDERING=off", "--profile", "medicaid",
            "--",
            "--profile=x")
        #expect(run.status != 64, "\(run.errors)")
    }

    @Test("what a profile asks for is explained, and set where that profile is named")
    func constraintsAsRules() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.837", Inputs.claim.utf8)
        let page = try program.run("explain", "MB-07")
        #expect(page.status == 0, "\(page.errors)")
        for words in [
            "MB-07  (level 7, asked for by profile medicare: Medicare, any contractor)",
            "match 2010BA/NM1[IL].09", "copy the eleven characters", "--profile medicare-part-b",
        ] {
            #expect(page.output.contains(words), "\(words) in \(page.output)")
        }
        #expect(try program.run("explain", "mb-07").output == page.output)
        let alone = try program.run("validate", "--rule", "MB-07=off", "a.837")
        #expect(alone.status == 64)
        #expect(
            alone.errors.contains(
                "MB-07 is no rule of ours: a profile asks for it (medicare), and is named by --profile"),
            "\(alone.errors)")
        let asked = try program.run("validate", "--profile", "medicare-part-b", "a.837")
        #expect(asked.output.contains("[MB-07]"))
        let off = try program.run(
            "validate", "--profile", "medicare-part-b", "--rule", "MB-07=off", "a.837")
        #expect(off.status != 64, "\(off.errors)")
        #expect(!off.output.contains("[MB-07]"))
        #expect(try program.run("validate", "--rule", "MB-0=off", "a.837").status == 64)
        #expect(try program.run("validate", "--rule", "837P-NONE=tolerance 1", "a.837").status == 64)
        #expect(try program.run("validate", "--profile", "auto", "--rule", "MB-07=off", "a.837").status != 64)
        try FileManager.default.createDirectory(
            at: program.folder.appending(path: "own"), withIntermediateDirectories: false)
        try program.put("own/own.xml", xml(#"<forbid id="OWN-1" at="2310B" source="t"/>"#))
        #expect(try program.run("explain", "OWN-1").status == 64)
        let own = try program.run("explain", "--profiles", "own", "OWN-1")
        #expect(own.status == 0 && own.output.contains("forbid 2310B"), "\(own.errors)")
    }

    @Test(
        "an id to take out that nothing below asks for is a fault, and a register that nobody brings is told")
    func checked() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("base.xml", xml(#"<forbid id="B" at="2310B" source="t"/>"#, name: "base"))
        try program.put(
            "middle.xml", xml(#"<forbid id="M" at="2310C" source="t"/>"#, name: "middle", base: "base"))
        try program.put("own.xml", xml(#"<remove id="B"/><remove id="M"/>"#, base: "middle"))
        let sound = try program.run("profile", "check", "own.xml")
        #expect(sound.output == "own.xml: sound, 0 constraints with what it builds upon\n", "\(sound.errors)")
        try program.put("own.xml", xml(#"<remove id="TYPO"/>"#, base: "middle"))
        let slip = try program.run("profile", "check", "own.xml")
        #expect(slip.status == 65)
        #expect(
            slip.errors.contains("own.xml: error: remove 'TYPO': nothing that it builds upon asks for that"))
        try program.put(
            "own.xml", xml(#"<lookup id="L" at="2010AA/NM1[85].09" list="enrolled" source="t"/>"#))
        let register = try program.run("profile", "check", "own.xml")
        #expect(register.status == 0)
        #expect(
            register.output.contains(
                "own.xml: L is asked only by a program that brings the register 'enrolled'; x12 passes over it\n"
            ),
            "\(register.output)")
    }

    @Test("a code set that a profile asks about and that is not loaded is told, where it is asked about")
    func codesNotLoaded() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("a.837", Inputs.claim.utf8)
        try program.put("a.835", Inputs.payment.utf8)
        try program.put(
            "own.xml", xml(#"<code id="OWN-1" at="2400/SV1.01-2" list="cpt" source="t"/>"#))
        let words = "level 7: OWN-1 not asked: cpt is not loaded (x12 codes load cpt)"
        let clean = try program.run("validate", "--profile", "own.xml", "a.837")
        #expect(clean.output.contains("; \(words)\n"), "\(clean.output)")
        let found = try program.run("validate", "--profile", "own.xml", "--received", "2026-02-01", "a.837")
        #expect(found.status == 1 && found.output.contains("; \(words)\n"), "\(found.output)")
        let json = try program.run("validate", "--profile", "own.xml", "--format", "json", "a.837")
        #expect(json.output.contains("\"limit\":\"\(words)\""), "\(json.output)")
        let written = try program.run(
            "generate", "837p", "--ledger", "ledger", "--profile", "own.xml", "a.837")
        #expect(written.status == 0 && written.errors.contains("x12: \(words)\n"), "\(written.errors)")
        let off = try program.run("validate", "--profile", "own.xml", "--rule", "OWN-1=off", "a.837")
        #expect(!off.output.contains("not loaded"), "\(off.output)")
        let other = try program.run("validate", "--profile", "own.xml", "a.835")
        #expect(!other.output.contains("not loaded"), "\(other.output)")
        try program.put("codes.csv", "code,label\n99213,one visit\n87880,one test\n".utf8)
        let loaded = try program.run("codes", "load", "cpt", "codes.csv", "--as-of", "2026-01-01")
        #expect(loaded.status == 0, "\(loaded.errors)")
        let asked = try program.run("validate", "--profile", "own.xml", "a.837")
        #expect(!asked.output.contains("not loaded"), "\(asked.output)")
    }
}
