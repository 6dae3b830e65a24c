import Testing
import X12Diagnostics

@testable import X12Rules

/// Worked sums of coordination of benefits, sound and with one thing changed.
@Suite("Worked examples of claims")
struct WorkedExampleTests {
    /// A set of one claim with something changed, and what is found then.
    struct Variant: CustomTestStringConvertible, Sendable {
        let story: String
        let base: ExampleSet
        let changes: [RuleExample.Change]
        let findings: [String]
        var testDescription: String { story }

        init(_ story: String, _ base: ExampleSet, _ changes: [(String, String)], _ findings: String...) {
            self.story = story
            self.base = base
            self.changes = changes.map { RuleExample.Change($0.0, $0.1) }
            self.findings = findings
        }
    }

    /// Charge 500, adjusted on the claim (PR 3 25) and on lines: example H.
    static let bothLevels: [(String, String)] = [
        ("CLM*PCN1001*200*", "CLM*PCN1001*500*"), ("AMT*D*110~", "CAS*PR*3*25~\nAMT*D*365~"),
        ("HC:99213*120*UN", "HC:99213*300*UN"), ("HC:85025*80*UN", "HC:85025*200*UN"),
        (
            "SVD*PRIMID*80*HC:99213**1~\nCAS*CO*45*20~\nCAS*PR*2*20~",
            "SVD*PRIMID*240*HC:99213**1~\nCAS*CO*45*60~"
        ),
        ("SVD*PRIMID*30*HC:85025**1~", "SVD*PRIMID*150*HC:85025**1~"),
    ]

    /// Two procedures paid as one, the second bundled into the first: example K.
    static let bundled: [(String, String)] = [
        ("AMT*D*110~", "AMT*D*150~"),
        (
            "SVD*PRIMID*80*HC:99213**1~\nCAS*CO*45*20~\nCAS*PR*2*20~",
            "SVD*PRIMID*150*HC:99213**1~\nCAS*OA*94*-80~\nCAS*CO*45*50~"
        ),
        (
            "SVD*PRIMID*30*HC:85025**1~\nCAS*CO*45*50~", "SVD*PRIMID*0*HC:85025**1*1~\nCAS*CO*97*80~"
        ),
    ]

    private static let accidentVisit = """
        CLM*PCN0005*195***11:B:1*Y*A*Y*Y**AA:::IL~
        DTP*439*D8*20260130~
        HI*ABK:S134XXA~
        LX*1~
        SV1*HC:99213*195*UN*1***1~
        DTP*472*D8*20260209~
        """

    /// A second claim after the same accident.
    static let secondVisit = (
        "DTP*472*D8*20260202~", "DTP*472*D8*20260202~\n" + accidentVisit
    )

    /// A claim of somebody else after an accident.
    static let secondPerson = (
        "DTP*472*D8*20260202~",
        """
        DTP*472*D8*20260202~
        HL*3*1*22*0~
        SBR*P*18*******AM~
        NM1*IL*1*ELLERY*TABITHA****MI*W810910010~
        N3*23 OAK AVE~
        N4*SPRINGFIELD*IL*62701~
        DMG*D8*19800512*F~
        NM1*PR*2*SAMPLE INSURANCE*****PI*RW900~

        """ + accidentVisit
    )

    static let soundOnes: [Variant] = [
        Variant("G: by lines", .secondaryByLine, []),
        Variant("H: on the claim and by lines", .secondaryByLine, bothLevels),
        Variant("I: two earlier payers", .tertiary, []),
        Variant("J: on the claim alone", .secondaryByClaim, []),
        Variant("K: bundled", .secondaryByLine, bundled),
        Variant(
            "G with what the patient still owes", .secondaryByLine,
            [("CAS*PR*2*20~\nDTP*573*D8*20260115~", "CAS*PR*2*20~\nDTP*573*D8*20260115~\nAMT*EAF*20~")]),
    ]

    @Test(
        "sound ones have no finding",
        arguments: soundOnes + WorkedAnswerTests.soundOnes + WorkedAnswerTests.echoes)
    func sound(variant: Variant) throws {
        #expect(Checked.lines(try Checked.findings(in: variant.base.interchange(variant.changes))) == [])
    }

    @Test(
        "broken ones have the findings named before, and no consequence of them",
        arguments: brokenOnes + WorkedAnswerTests.brokenOnes)
    func broken(variant: Variant) throws {
        for (index, change) in variant.changes.enumerated() {
            let text = variant.base.interchange(Array(variant.changes[..<index]))
            #expect(text.contains(change.from), "\(change.from)")
        }
        let findings = try Checked.findings(in: variant.base.interchange(variant.changes))
        #expect(Checked.places(findings) == variant.findings, "\(Checked.lines(findings))")
    }

    static let brokenOnes: [Variant] =
        coordination + accidents + sums + identifiers + situations + lines + business

    private static let coordination: [Variant] = [
        Variant(
            "G: a copy of a line's adjustment on the claim", .secondaryByLine,
            [("AMT*D*110~", "CAS*PR*2*20~\nAMT*D*110~")], "837P-COB-NO-DUP-ADJ CAS03"),
        Variant(
            "G: paid a cent more", .secondaryByLine, [("AMT*D*110~", "AMT*D*110.01~")],
            "837P-COB-PAID-BAL AMT02"),
        Variant(
            "G: a line short of ten", .secondaryByLine, [("CAS*CO*45*20~", "CAS*CO*45*10~")],
            "837P-COB-LINE-BAL SVD02"),
        Variant(
            "G: both lines off", .secondaryByLine,
            [("CAS*CO*45*20~", "CAS*CO*45*10~"), ("CAS*CO*45*50~", "CAS*CO*45*60~")],
            "837P-COB-LINE-BAL SVD02", "837P-COB-LINE-BAL SVD02"),
        Variant(
            "G: the charge of a line doubled alone", .secondaryByLine, [("HC:85025*80*", "HC:85025*160*")],
            "837P-BAL-CLM02 CLM02"),
        Variant(
            "G: a payer that is not there", .secondaryByLine, [("SVD*PRIMID*30*", "SVD*OTHER*30*")],
            "837P-COB-SVD01 SVD01"),
        Variant(
            "G: the decision's day at both levels", .secondaryByLine,
            [("PI*PRIMID~", "PI*PRIMID~\nDTP*573*D8*20260115~")], "837P-COB-573-ONE DTP03"),
        Variant(
            "G: nothing said of what was paid", .secondaryByLine, [("AMT*D*110~\n", "")],
            "837P-COB-AMTD-REQ SBR"),
        Variant(
            "H: the claim's own adjustment forgotten", .secondaryByLine,
            bothLevels + [("CAS*PR*3*25~\n", "")], "837P-COB-PAID-BAL AMT02"),
        Variant(
            "H: the claim's own adjustment with the wrong sign", .secondaryByLine,
            bothLevels + [("CAS*PR*3*25~", "CAS*PR*3*-25~")], "837P-COB-PAID-BAL AMT02"),
        Variant(
            "I: the second payer's line off", .tertiary, [("CAS*OA*23*100~", "CAS*OA*23*90~")],
            "837P-COB-LINE-BAL SVD02"),
        Variant(
            "I: the second payer's payment off", .tertiary, [("AMT*D*15~", "AMT*D*51~")],
            "837P-COB-PAID-BAL AMT02"),
        Variant("I: two primaries", .tertiary, [("SBR*S*18", "SBR*P*18")], "837P-SBR01-UNIQUE SBR01"),
        Variant(
            "I: the second payer left out", .secondaryByLine, [("SBR*S*18*******CI", "SBR*T*18*******CI")],
            "837P-SBR01-PRIOR CLM"),
        Variant(
            "J: the deductible forgotten", .secondaryByClaim, [("CAS*PR*2*20~\n", "")],
            "837P-COB-CLM-BAL AMT02"),
        Variant(
            "J: no day of decision", .secondaryByClaim, [("PI*PRIMID~\nDTP*573*D8*20260115~", "PI*PRIMID~")],
            "837P-COB-573-ONE NM1"),
        Variant(
            "J: decided before the service", .secondaryByClaim,
            [("DTP*573*D8*20260115~", "DTP*573*D8*20251231~")], "837P-COB-573-ONE DTP03"),
        Variant(
            "K: bundled into itself", .secondaryByLine, bundled + [("HC:85025**1*1~", "HC:85025**1*2~")],
            "837P-COB-SVD01 SVD06"),
        Variant(
            "K: the negative adjustment lost its sign", .secondaryByLine,
            bundled + [("CAS*OA*94*-80~", "CAS*OA*94*80~")], "837P-COB-LINE-BAL SVD02"),
    ]

    private static let accidents: [Variant] = [
        Variant(
            "two claims of one subscriber without the insurer's number", .carAccident,
            [("REF*Y4*RW2026118~\n", ""), secondVisit], "837P-PROP-CAS CLM"),
        Variant(
            "claims of two subscribers without it", .carAccident,
            [("REF*Y4*RW2026118~\n", ""), secondPerson], "837P-PROP-CAS CLM", "837P-PROP-CAS CLM"),
        Variant(
            "one of two subscribers without it", .carAccident, [secondPerson], "837P-PROP-CAS CLM"),
    ]

    private static let sums: [Variant] = [
        Variant("the total a cent short", .officeVisit, [("*180***", "*179.99***")], "837P-BAL-CLM02 CLM02"),
        Variant("the total that cannot be read", .officeVisit, [("*180***", "*1X80***")], "ENV-TYPE-R CLM02"),
        Variant(
            "the total too large for an amount", .officeVisit, [("*180***", "*99999999999999999***")],
            "ENV-MONEY-SCALE CLM02"),
        Variant(
            "paid more than was charged", .officeVisit, [("HI*ABK:J020*", "AMT*F5*180.01~\nHI*ABK:J020*")],
            "837P-AMT-F5 AMT02"),
        Variant(
            "a negative line", .officeVisit, [("HC:87880*60*", "HC:87880*-60*"), ("*180***", "*60***")],
            "837P-CLM02-SIGN SV102"),
    ]

    private static let identifiers: [Variant] = [
        Variant(
            "L: two digits changed places", .officeVisit, [("*XX*1234567893~", "*XX*1234567839~")],
            "837P-NPI-LUHN NM109"),
        Variant(
            "L: 1234567890", .officeVisit, [("*XX*1234567893~", "*XX*1234567890~")], "837P-NPI-LUHN NM109"),
        Variant(
            "L: 9876543210", .officeVisit, [("*XX*1234567893~", "*XX*9876543210~")], "837P-NPI-LUHN NM109"),
        Variant(
            "a tax number of zeros", .officeVisit, [("REF*EI*123456789~", "REF*EI*000000000~")],
            "837P-BILL-TAXID REF02"),
        Variant(
            "a social security number that cannot be", .officeVisit,
            [("REF*EI*123456789~", "REF*SY*666123456~")], "837P-BILL-TAXID REF02"),
        Variant(
            "a box with tricks", .officeVisit, [("N3*10 ELM ST~", "N3*P. 0. BOX 12~")],
            "837P-BILL-ADDR-STREET N301"),
        Variant("a ZIP of the old length", .officeVisit, [("*627010001~", "*62701~")], "837P-ZIP9 N403"),
        Variant(
            "a diagnosis with its point", .officeVisit, [("*ABF:R509~", "*ABF:R50.9~")], "837P-HI-CODE HI02-2"
        ),
    ]

    private static let situations: [Variant] = [
        Variant(
            "a replacement of nothing", .officeVisit, [("***11:B:1*", "***11:B:7*")], "837P-FREQ-F8 CLM05-3"),
        Variant(
            "a replacement with its number", .officeVisit,
            [("***11:B:1*", "***11:B:7*"), ("HI*ABK:J020*", "REF*F8*ICN1~\nHI*ABK:J020*")]),
        Variant(
            "a car accident nowhere", .carAccident, [("**AA:::IL~", "**AA~")], "837P-RELATED-CAUSE CLM11-4"),
        Variant(
            "a car accident at no time", .carAccident, [("DTP*439*D8*20260130~\n", "")],
            "837P-ACCIDENT-DATE CLM11-1"),
        Variant(
            "a hospital bed without admission", .hospitalVisit,
            [("DTP*435*D8*20260209~\nDTP*096*D8*20260212~\n", "")], "837P-ADMIT-DATE CLM05-1"),
        Variant(
            "a discharge before admission", .hospitalVisit,
            [("DTP*096*D8*20260212~", "DTP*096*D8*20260201~")], "837P-DISCHARGE DTP03"),
        Variant(
            "a service of tomorrow", .officeVisit,
            [("87880*60*UN*1***1~\nDTP*472*D8*20260220~", "87880*60*UN*1***1~\nDTP*472*D8*20260302~")],
            "837P-DATE-FUTURE DTP03"),
        Variant(
            "a child born after the visit", .dependentVisit, [("DMG*D8*20190311*M~", "DMG*D8*20260225*M~")],
            "837P-DOB-RANGE DTP03"),
        Variant(
            "a date in the year 0000", .officeVisit,
            [("87880*60*UN*1***1~\nDTP*472*D8*20260220~", "87880*60*UN*1***1~\nDTP*472*D8*00000220~")],
            "ENV-DATE-QUAL DTP03"),
    ]

    private static let lines: [Variant] = [
        Variant(
            "a pointer beyond the diagnoses", .officeVisit, [("*60*UN*1***1~", "*60*UN*1***4~")],
            "837P-SV107-PTR SV107-1"),
        Variant(
            "two lines with one number", .officeVisit, [("REF*6R*L2~", "REF*6R*L1~")], "837P-REF-6R REF02"),
        Variant("no units", .officeVisit, [("99213*120*UN*1*", "99213*120*UN*0*")], "837P-SV103-UNIT SV104"),
        Variant(
            "a modifier twice", .officeVisit, [("HC:99213*", "HC:99213:25:25*")], "837P-MODIFIERS SV101-4"),
    ]

    private static let business: [Variant] = [
        Variant(
            "an ambulance to nowhere", .ambulance,
            [("NM1*45*2*COUNTY HOSPITAL~\nN3*1 HOSPITAL DR~\nN4*SPRINGFIELD*IL*62704~\n", "")],
            "837P-AMB-LOC CLM"),
        Variant(
            "more miles than driven", .ambulance, [("*150*UN*12*", "*150*UN*21*")], "837P-AMB-MILES SV104"),
        Variant("an anesthesia in units", .anesthesia, [("*MJ*96*", "*UN*6*")], "837P-ANES SV103"),
        Variant(
            "equipment of another code", .equipment, [("SV5*HC:E1390*", "SV5*HC:E0431*")],
            "837P-SV5-DME SV501-2"),
        Variant(
            "a drug's code with hyphens", .drug, [("*N4*00003029320~", "*N4*00003-0293-20~")],
            "837P-DRUG-LIN LIN03"),
        Variant(
            "a test without a certificate", .laboratory, [("REF*X4*14D0000208~\n", "")], "837P-CLIA CLM05-1"),
        Variant(
            "chiropractic without a beginning", .chiropractic, [("DTP*454*D8*20260105~\n", "")],
            "837P-CHIRO SV101-2"),
    ]

    @Test("a hundred adjustments on a line add up")
    func many() throws {
        let adjustments = (1...20).map { group in
            "CAS*\(group % 2 == 0 ? "CO" : "PI")"
                + [45, 50, 94, 144, 172].map { "*\($0)*1\($0 < 172 ? "*" : "")" }.joined() + "~"
        }
        let changes = [
            RuleExample.Change(
                "SVD*PRIMID*80*HC:99213**1~\nCAS*CO*45*20~\nCAS*PR*2*20~",
                "SVD*PRIMID*20*HC:99213**1~\n" + adjustments.joined(separator: "\n")),
            RuleExample.Change("AMT*D*110~", "AMT*D*50~"),
        ]
        let findings = try Checked.findings(in: ExampleSet.secondaryByLine.interchange(changes))
        // None of them is full, which is told once for each group.
        let rules = findings.filter { $0.rule.level > 2 }.map { "\($0.rule.id) \($0.found?.text ?? "")" }
        #expect(rules == ["837P-COB-CAS-NONZERO PI", "837P-COB-CAS-NONZERO CO"])
        #expect(findings.contains { $0.rule.id == "GDE-SEG-MAX" })
    }

    @Test("the same claims in other chunks and with line ends give the same findings")
    func spelling() throws {
        let text = ExampleSet.secondaryByLine.interchange([RuleExample.Change("AMT*D*110~", "AMT*D*115~")])
        let one = try Checked.findings(in: text)
        let other = try Checked.findings(in: text.replacing("\n", with: ""))
        #expect(Checked.places(one) == Checked.places(other))
        #expect(one.map(\.path) == other.map(\.path))
    }
}
