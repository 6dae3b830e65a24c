import Testing
import X12TestSupport

@Suite("x12 query")
struct QueryCommandTests {
    @Test("results are text, X12, XML or JSON")
    func formats() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", Inputs.claim.utf8)
        let text = try program.run("query", "//CLM[CLM02 > 100]/CLM01", "claim.837")
        #expect(text.status == 0 && text.output == "PCN0001\n" && text.errors == "")
        let named = try program.run(
            "query", "//ClaimInformation[TotalClaimChargeAmount > 100]/PatientControlNumber", "claim.837")
        #expect(named.output == text.output)
        let x12 = try program.run("query", "--format", "x12", "//CLM", "claim.837")
        #expect(x12.output.hasPrefix("CLM*PCN0001*1180*") && x12.output.hasSuffix("~\n"))
        let xml = try program.run("query", "--format", "xml", "//CLM/CLM02", "claim.837")
        #expect(xml.output.contains("\n<CLM02>1180</CLM02>\n</results>\n"))
        let json = try program.run("query", "--format", "json", "//CLM/CLM02", "claim.837")
        #expect(json.output.contains("\"claim\":\"PCN0001\"") && json.output.contains("\"value\":\"1180\""))
    }

    @Test("the components of a composite have their separator between them, each in its place")
    func composites() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", SampleFiles.samples.bytes("837P/pass/office-visit.837"))
        let text = try program.run("query", "//SV107 | //HI02 | //SV101", "claim.837").output
        #expect(text == "ABF:R509\nHC:99213:25\n1:2\nHC:87880\n1\n", "\(text)")
        let json = try program.run("query", "--format", "json", "//SV107", "claim.837").output
        #expect(json.contains(#""value":"1:2""#))
        try program.put("other.837", SampleFiles.samples.bytes("837P/pass/unusual-delimiters.837"))
        #expect(try program.run("query", "//SV101", "other.837").output.hasPrefix("HC>"))
    }

    @Test("it asks whatever form the claims are in")
    func anyForm() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", Inputs.claim.utf8)
        for form in ["json", "ndjson", "xml"] {
            let text = try program.run("convert", "--to", form, "claim.837").output
            #expect(try program.run("query", "//CLM01", input: text).output == "PCN0001\n")
        }
    }

    @Test("JSON names a file by its path, as other verbs do: standard input by -")
    func paths() throws {
        let program = try Program()
        defer { program.remove() }
        let read = try program.run("query", "--format", "json", "//CLM/CLM02", input: Inputs.claim)
        #expect(read.output.contains("\"file\":\"-\""), "\(read.output)")
        try program.put("a\u{7}b.837", Inputs.claim.utf8)
        let odd = try program.run("query", "--format", "json", "//CLM/CLM02", "a\u{7}b.837")
        #expect(odd.output.contains("\"file\":\"a\\u0007b.837\""), "\(odd.output)")
    }

    @Test("nothing found ends with 1, an expression that is none with 64")
    func statuses() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", Inputs.claim.utf8)
        let nothing = try program.run("query", "//CLP", "claim.837")
        #expect(nothing.status == 1 && nothing.output == "")
        let broken = try program.run("query", "//CLM[", "claim.837")
        #expect(broken.status == 64 && broken.errors.contains("XPath"))
        #expect(try program.run("query", "//Nonsense", "claim.837").status == 64)
        #expect(try program.run("query", "//CLM", "nowhere.837").status == 66)
    }
}
