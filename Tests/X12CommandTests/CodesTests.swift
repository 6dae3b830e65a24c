import Foundation
import Testing

/// Code sets of a user's own, from the file to the finding.
@Suite("Loading and asking code sets")
struct CodesTests {
    private static func line(_ number: Int, _ code: String, _ flag: Int, _ words: String) -> String {
        let digits = String(String(100_000 + number).dropFirst())
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: width - text.count)
        }
        return "\(digits) \(padded(code, 7)) \(flag) \(padded(words, 60)) \(words)\n"
    }

    /// A made-up order file.
    private static let order =
        line(1, "J02", 0, "Sore throat") + line(2, "J020", 1, "Sore throat by streptococci")
        + line(3, "J029", 1, "Sore throat, not specified")

    /// The claim with a diagnosis of a right form that is none.
    private static let invented = Inputs.claim.replacing("HI*ABK:J020~", with: "HI*ABK:J029ZZ~")

    @Test("a diagnosis of the right form that is in no list passes until a list is loaded")
    func diagnosis() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("icd10cm_order_2026.txt", Self.order.utf8)
        try program.put("claim.837", Inputs.claim.utf8)
        try program.put("invented.837", Self.invented.utf8)
        #expect(try program.run("validate", "invented.837").status == 0)

        let load = try program.run("codes", "load", "icd10cm", "icd10cm_order_2026.txt")
        #expect(load.status == 0)
        #expect(load.output == "icd10cm 2026: 3 codes, good from 2025-10-01 to 2026-03-31\n")

        let run = try program.run("validate", "--format", "json", "invented.837")
        #expect(run.status == 1)
        #expect(run.output.contains("\"rule\":\"837P-HI-CODE\""))
        #expect(run.output.contains("is 'J029ZZ', which is not in ICD-10-CM (2026)"))
        #expect(run.output.contains("icd10cm 2026"))
        #expect(try program.run("validate", "claim.837").status == 0)
        #expect(try program.run("validate", "--codes", "none", "invented.837").status == 0)
        #expect(try program.run("validate", "--level", "4", "invented.837").status == 0)

        let heading = try program.run("codes", "show", "icd10cm", "j02")
        #expect(heading.output.contains("J02  Sore throat (a heading, not to be sent)"))
        #expect(heading.output.contains("J020  Sore throat by streptococci"))
        #expect(try program.run("codes", "show", "icd10cm", "J02.0", "--on", "2026-01-05").status == 0)
        #expect(try program.run("codes", "show", "icd10cm", "J99").status == 1)

        #expect(try program.run("codes", "remove", "icd10cm").output == "icd10cm 2026 is gone\n")
        #expect(try program.run("validate", "invented.837").status == 0)
    }

    @Test("a file of another layout is refused with its line, and nothing of it is kept")
    func refused() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("icd10cm_order_2026.txt", (Self.order + "00003 J030    1 Twice\n").utf8)
        let run = try program.run("codes", "load", "icd10cm", "icd10cm_order_2026.txt")
        #expect(run.status == 65)
        #expect(
            run.errors
                == "x12: icd10cm_order_2026.txt: line 4: columns 1 to 5 must be an order number, higher than the one before\n"
        )
        #expect(try program.run("codes", "list").output.contains("icd10cm          not loaded"))
    }

    @Test("an edition that is not there is told with those that are")
    func editions() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("icd10cm_order_2026.txt", Self.order.utf8)
        #expect(try program.run("codes", "remove", "icd10cm").errors == "x12: icd10cm is not loaded\n")
        for day in ["2025-10-01", "2026-04-01"] {
            _ = try program.run("codes", "load", "icd10cm", "--as-of", day, "icd10cm_order_2026.txt")
        }
        let run = try program.run("codes", "remove", "icd10cm", "2024")
        #expect(run.status == 1)
        #expect(run.errors == "x12: icd10cm has no edition 2024; loaded are 2026, 2026-04\n")
    }

    @Test(
        "of a list that was cut off codes are missing, which is said",
        arguments: [
            (order, ["only 3 codes"]),
            (String(order.dropLast(20)), ["only 3 codes", "its last line does not end"]),
        ])
    func cutOff(text: String, words: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("icd10cm_order_2026.txt", text.utf8)
        let run = try program.run("codes", "load", "icd10cm", "icd10cm_order_2026.txt")
        #expect(run.status == 0)
        for words in words { #expect(run.errors.contains(words), "\(run.errors)") }
        #expect(run.errors.split(separator: "\n").count == words.count)
        try program.put("status-2026-03-01.csv", "code,description\n1,one".utf8)
        // Lists of one's own may be short, and end as they like.
        #expect(try program.run("codes", "load", "status", "status-2026-03-01.csv").errors.isEmpty)
    }

    @Test("a drug is shown by its code as boxes have it", arguments: ["9999-1234-01", "09999123401"])
    func drug(code: String) throws {
        let program = try Program()
        defer { program.remove() }
        let head =
            "PRODUCTID\tPRODUCTNDC\tNDCPACKAGECODE\tPACKAGEDESCRIPTION\tSTARTMARKETINGDATE\tENDMARKETINGDATE\n"
        try program.put("package.txt", (head + "x\t9999-1234\t9999-1234-01\t10 TABLETS\t\t\n").utf8)
        _ = try program.run("codes", "load", "ndc", "--as-of", "2026-03-01", "package.txt")
        #expect(try program.run("codes", "show", "ndc", code).output.contains("09999123401  10 TABLETS"))
        #expect(try program.run("explain", "ndc", code).output.hasPrefix("09999123401  10 TABLETS"))
    }

    @Test(
        "a code is explained by the element it stands in",
        arguments: [
            ("IK403", "7", "unknown code"), ("aaa03", "72", "subscriber identifier is wrong or missing"),
            ("TA105", "023", "the file ends inside of the interchange"),
            ("PLB03-1", "WO", "overpayment recovered"), ("EB01", "B", "copayment"),
            ("CAS02", "45", "charge is above the fee schedule or the contracted rate"),
            ("CLM05-1", "11", "office"), ("STC01-1", "A1", "received"),
            ("STC10-2", "20", "accepted for processing"),
            ("LQ02", "N30", "patient is not eligible for this service"),
            ("BHT06", "CH", "(no words at hand)"),
            ("BHT06", "RP", "(no words at hand)"),
        ])
    func explainedByElement(element: String, code: String, words: String) throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("explain", element, code)
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("\(code)  \(words)\n"), "\(run.output)")
        #expect(run.output.components(separatedBy: "\n\n").count == 1)
    }

    @Test(
        "a word behind an element is a code of it, or nothing; an element whose name begins like a group is one"
    )
    func elementsAndWords() throws {
        let program = try Program()
        defer { program.remove() }
        let unknown = try program.run("explain", "BHT06", "Q9")
        #expect(unknown.status == 64 && unknown.output.isEmpty, "\(unknown.output)")
        let element = try program.run("explain", "CR103").output
        #expect(element.hasPrefix("CR103  "), "\(element)")
        #expect(!element.contains("correction or reversal"))
    }

    @Test("a code is explained by its list, a loaded one as well, and an unknown one is wrong usage")
    func explained() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("icd10cm_order_2026.txt", Self.order.utf8)
        _ = try program.run("codes", "load", "icd10cm", "icd10cm_order_2026.txt")
        let page = try program.run("explain", "icd10cm", "j02.0")
        #expect(page.status == 0)
        #expect(page.output.contains("J020  Sore throat by streptococci"))
        #expect(page.output.contains("2026, good from 2025-10-01 to 2026-03-31"))
        // A number alone may stand in several lists.
        let several = try program.run("explain", "45").output
        #expect(several.contains("(CARC)") && several.contains("claim status codes"))
        #expect(try program.run("explain", "carc", "9999").status == 64)
        #expect(try program.run("explain", "CO-45", "XYZ").status == 64)
    }

    @Test(
        "codes that stand in one word are explained one by one",
        arguments: [
            ("CO-45", ["CO  ", "45  "]), ("co45", ["CO  ", "45  "]), ("OA-A1", ["OA  ", "A1  "]),
            ("A3:21:85", ["A3  ", "21  ", "85  "]), ("a7:562", ["A7  ", "562  "]), ("N30", ["N30  "]),
        ])
    func together(word: String, heads: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("explain", word)
        let pages = run.output.components(separatedBy: "\n\n")
        #expect(pages.count == heads.count)
        for (page, head) in zip(pages, heads) { #expect(page.hasPrefix(head)) }
        #expect(run.status == 0)
    }

    @Test("of codes that stand in one word the unknown one is named, and the others are explained")
    func unknownPart() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("explain", "A3:9999:85")
        #expect(run.output.hasPrefix("A3  ") && run.output.contains("\n85  "))
        #expect(run.errors.contains("there is no rule, code or segment status 9999;"))
        #expect(run.status == 64)
    }

    @Test(
        "what may be meant by a word that is neither rule nor code is said",
        arguments: [
            ("bal-clm02", "is 837P-BAL-CLM02 meant?"), ("837P-BAL-CLM20", "is 837P-BAL-CLM02 meant?"),
            ("J0120", "not loaded: icd10cm, icd10pcs, hcpcs"), ("CO-45X", "x12 codes list code sets"),
        ])
    func unknown(word: String, hint: String) throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("explain", word)
        #expect(run.status == 64 && run.errors.contains(hint), "\(run.errors)")
    }

    @Test("a JSON result and a page name the lists that were asked")
    func provenance() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", Inputs.claim.utf8)
        let result = try program.run("validate", "--format", "json", "claim.837").output
        #expect(result.contains("\"codes\":\"carc 2026-03-10, rarc 2026-03-10, "))
        let page = try program.run("validate", "--format", "html", "claim.837").output
        #expect(page.contains("carc 2026-03-10, rarc 2026-03-10"))
        // Levels below 5 ask no list.
        let shallow = try program.run("validate", "--level", "3", "--format", "json", "claim.837").output
        #expect(!shallow.contains("\"codes\""))
    }

    @Test("inputs that cannot be read are on the page too, which somebody may read alone")
    func unreadable() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("claim.837", Inputs.claim.utf8)
        try program.put("empty<.837", [])
        let run = try program.run("validate", "--format", "html", "none.837", "claim.837", "empty<.837")
        #expect(run.status == 66)
        let titles = run.output.split(separator: "\n").filter { $0.contains("<h1>") }
        #expect(titles == ["<h1>none.837</h1>", "<h1>claim.837</h1>", "<h1>empty&lt;.837</h1>"])
        #expect(run.output.contains("could not be read: No such file or directory"))
        #expect(run.output.contains("could not be read: not X12: the input is empty"))
        #expect(run.output.hasSuffix("</html>\n"))
    }

    @Test("a page shows values only when asked, and nothing out of the data as markup")
    func page() throws {
        let program = try Program()
        defer { program.remove() }
        let faulty = Inputs.claim.replacing("NM1*IL*1*ISAAC*", with: "NM1*IL*1**").replacing(
            "DMG*D8*19800512*F", with: "DMG*D8*19801512*F")
        try program.put("<i>.837", faulty.utf8)
        let hidden = try program.run("validate", "--format", "html", "<i>.837").output
        #expect(hidden.contains("<h1>&lt;i&gt;.837</h1>"))
        #expect(!hidden.contains("19801512"))
        let shown = try program.run("validate", "--format", "html", "--show-values", "<i>.837").output
        #expect(shown.contains("19801512"))
        #expect(!shown.contains("<script") && !shown.contains("http:") && !shown.contains("https:"))
    }

    @Test("what is missing or not said is told apart")
    func missing() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("codes.csv", "code\n99213\n".utf8)
        #expect(try program.run("codes", "load", "cpt", "codes.csv").status == 64)
        #expect(try program.run("codes", "load", "icd11", "codes.csv").status == 64)
        #expect(try program.run("codes", "load", "icd10cm", "icd10cm_order_2026.txt").status == 66)
        #expect(try program.run("validate", "--codes", "nowhere", "codes.csv").status == 66)
        let nowhere = try program.run("codes", "load", "cpt", "nowhere.csv")
        #expect(nowhere.status == 66 && nowhere.errors == "x12: nowhere.csv: No such file or directory\n")
        #expect(try program.run("codes", "load", "cpt", "codes.csv", "--as-of", "2026-01-01").status == 0)
        let attributes = try FileManager.default.attributesOfItem(
            atPath: program.folder.appending(path: "codes.store").path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }

    @Test("a store that is none of ours ends a run with its reason")
    func store() throws {
        let program = try Program()
        defer { program.remove() }
        try program.put("codes.store", Array(repeating: UInt8(ascii: "A"), count: 5000))
        try program.put("claim.837", Inputs.claim.utf8)
        let run = try program.run("validate", "claim.837")
        #expect(run.status == 65)
        #expect(run.errors.contains("the file is not a code store of x12"))
        let folder = try program.run("codes", "list", "--store", ".")
        #expect(folder.status == 65)
        #expect(folder.errors == "x12: .: this is a folder; name a file in it for the code store\n")
        let store = program.folder.appending(path: "codes.store").path
        for arguments in [
            ["codes", "list"], ["codes", "show", "carc", "45"], ["explain", "45"],
            ["codes", "remove", "cpt"],
        ] {
            let run = try program.run(arguments)
            #expect(run.errors == "x12: \(store): the file is not a code store of x12\n", "\(arguments)")
        }
    }
}
