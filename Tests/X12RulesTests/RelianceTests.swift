import Testing
import X12Diagnostics
import X12Grammar

@testable import X12Rules

/// What rules rely on: a place with an error of level 1 or 2 is told once, and what follows of it is not.
@Suite("What follows from what levels 1 and 2 found")
struct RelianceTests {
    /// A sound set with one segment changed, and the rules that then speak.
    struct Case: CustomTestStringConvertible, Sendable {
        let set: ExampleSet
        var preparing: [RuleExample.Change] = []
        let from: String
        let to: String
        let rules: [String]
        var testDescription: String {
            "\(from.prefix(40)) becomes \(to.isEmpty ? "nothing" : "\(to.prefix(40))")"
        }

        init(
            _ set: ExampleSet, _ from: String, _ to: String, _ rules: [String],
            preparing: [RuleExample.Change] = []
        ) {
            self.set = set
            self.from = from
            self.to = to
            self.rules = rules
            self.preparing = preparing
        }

        var findings: [Finding] {
            get throws {
                let change = RuleExample.Change(from, to)
                return try Checked.findings(in: set.interchange(preparing + [change])).filter {
                    $0.rule.severity > .info && $0.rule.id != "ENV-SE01-COUNT"
                }
            }
        }
    }

    private static let replaced = [
        RuleExample.Change("***11:B:1*", "***11:B:7*"),
        RuleExample.Change("HI*ABK:J020*", "REF*F8*ICN555~\nHI*ABK:J020*"),
    ]

    static let cases = [
        // Lost.
        Case(.officeVisit, "NM1*85*2*MAPLE CLINIC*****XX*1234567893~\n", "", ["GDE-SEG-MISSING"]),
        Case(.officeVisit, "SBR*P*18*******CI~\n", "", ["GDE-SEG-MISSING"]),
        Case(.secondaryByLine, "NM1*PR*2*FIRST PAYER*****PI*PRIMID~\n", "", ["GDE-LOOP-MIN"]),
        Case(.secondaryByLine, "SVD*PRIMID*80*HC:99213**1~\n", "", ["GDE-SEG-MISSING"]),
        // Without CLM and HI the lines are the subscriber's who has no claim.
        Case(
            .officeVisit, "CLM*PCN0001*180***11:B:1*Y*A*Y*Y~\nHI*ABK:J020*ABF:R509~\n", "", ["GDE-LOOP-MIN"]),
        // A day before the patient was born is that alone, and no claim that has to be split.
        Case(
            .officeVisit, "DTP*472*D8*20260220~\nREF*6R*L1~", "DTP*472*D8*19700220~\nREF*6R*L1~",
            ["837P-DOB-RANGE"]),
        // There, and not to be read.
        Case(.officeVisit, "REF*F8*ICN555~", "REF*F8~", ["ENV-SYN-R"], preparing: replaced),
        Case(.officeVisit, "REF*F8*ICN555~", "REF*?*ICN555~", ["GDE-SEG-NOTUSED"], preparing: replaced),
        Case(.officeVisit, "HI*ABK:", "HI*AB:", ["GDE-SEG-NOTUSED"]),
        Case(.carAccident, "DTP*439*D8*20260130~", "DTP*439*D8*20260230~", ["ENV-DATE-QUAL"]),
        Case(.carAccident, "DTP*439*D8*20260130~", "DTP*43*D8*20260130~", ["GDE-SEG-NOTUSED"]),
        Case(.equipment, "DTP*463*D8*20260201~", "DTP*463*D8*~", ["ENV-REQ-ELEM"]),
        Case(.laboratory, "REF*X4*14D0000208~", "REF*X*14D0000208~", ["GDE-SEG-NOTUSED"]),
        Case(.secondaryByLine, "AMT*D*110~", "AMT*D*11O~", ["ENV-TYPE-R"]),
        Case(.forwarded, "NM1*TT*2*NEXT", "NM1*T*2*NEXT", ["GDE-SEG-NOTUSED"]),
        Case(.takeback, "CAS*PR*3*20~", "CAS*P*3*20~", ["GDE-CODE-BAD"]),
        Case(.takeback, "*DA*123456*1512345678*", "*DA**1512345678*", ["ENV-SYN-C"]),
        Case(.takeback, "EFT20260310*1512345678~", "EFT20260310*151234567~", ["ENV-MIN-MAX-LEN"]),
        Case(.forwarded, "CLP*PCN0001*19*", "CLP*PCN0001*99*", ["GDE-CODE-BAD"]),
        Case(.anesthesia, "HC:00790:AA:P2*960", "HC:0079:AA:P2*960", ["837P-SV101-CODE"]),
        // Behind blanks at its end a value is what it is.
        Case(.officeVisit, "*XX*1234567893~", "*XX*1234567893 ~", ["ENV-TYPE-AN"]),
        Case(.officeVisit, "REF*EI*123456789~", "REF*EI*123456789  ~", ["ENV-TYPE-AN"]),
        Case(.officeVisit, "HI*ABK:J020*", "HI*ABK:J020 *", ["ENV-TYPE-AN"]),
        Case(.officeVisit, "HC:99213*", "HC:99213 *", ["ENV-TYPE-AN"]),
        Case(.officeVisit, "TE*5555550100~", "TE*5555550100 ~", ["ENV-TYPE-AN"]),
        Case(.laboratory, "REF*X4*14D0000208~", "REF*X4*14D0000208 ~", ["ENV-TYPE-AN"]),
        Case(.secondaryByLine, "SVD*PRIMID*80*", "SVD*PRIMID *80*", ["ENV-TYPE-AN"]),
        Case(.officeVisit, "*XX*1234567893~", "*XX*1234567894 ~", ["ENV-TYPE-AN", "837P-NPI-LUHN"]),
        Case(.officeVisit, "*XX*1234567893~", "*XX* 1234567893~", ["837P-NPI-LUHN"]),
        // One slip, told once.
        Case(.secondaryByLine, "PI*PRIMID~", "PI*PRIMI~", ["837P-COB-SVD01"]),
        Case(.officeVisit, "NM1*IL*1*ISAAC*ROSA****", "NM1*IL*2*ISAAC*ROSA****", ["837P-NM102-ORG"]),
        Case(.dependentVisit, "SBR*P********CI~", "SBR*P*18*******CI~", ["837P-SBR02-SELF"]),
        Case(
            .secondaryByLine, "CAS*CO*45*50~", "CAS*CO*45*50~\nCAS*CO*253*0~", ["837P-COB-CAS-NONZERO"]),
        Case(
            .officeVisit, "PWK*OZ*FX***AC*DOC1~", "PWK*OZ*FX***AC~", ["ENV-SYN-P"],
            preparing: [RuleExample.Change("HI*ABK:J020*", "PWK*OZ*FX***AC*DOC1~\nHI*ABK:J020*")]),
        // In the wrong place.
        Case(
            .officeVisit, "NM1*85*2*MAPLE CLINIC*****XX*1234567893~\nN3*10 ELM ST~\n",
            "N3*10 ELM ST~\nNM1*85*2*MAPLE CLINIC*****XX*1234567893~\n", ["ENV-SEG-ORDER"]),
        Case(
            .officeVisit, "DMG*D8*19800512*F~\nNM1*PR*2*SAMPLE PAYER*****PI*PAYER01~\n",
            "NM1*PR*2*SAMPLE PAYER*****PI*PAYER01~\nDMG*D8*19800512*F~\n", ["GDE-SEG-NOTUSED"]),
        // Twice.
        Case(
            .officeVisit, "NM1*IL*1*ISAAC*ROSA****MI*W100200300~\n",
            "NM1*IL*1*ISAAC*ROSA****MI*W100200300~\nNM1*IL*1*ISAAC*ROSA****MI*W100200300~\n",
            ["GDE-LOOP-MAX"]),
    ]

    @Test("one cause is one finding", arguments: cases)
    func once(sample: Case) throws {
        let findings = try sample.findings
        #expect(findings.map(\.rule.id) == sample.rules, "\(Checked.lines(findings))")
    }

    @Test(
        "a sum is not judged where a part of it has no room, and is where it is all there",
        arguments: [(99, ["835-BAL-LINE"]), (100, [])])
    func surplus(count: Int, rules: [String]) throws {
        let many = (0..<count).map { _ in "CAS*CO*45*.25~" }.joined(separator: "\n")
        let findings = try Case(.takeback, "CAS*CO*45*15~", many, []).findings
        #expect(findings.map(\.rule.id).filter { $0.hasPrefix("835-BAL") } == rules)
        #expect(findings.contains { $0.rule.id == "GDE-SEG-MAX" } == (count > 99))
    }

    @Test("an error in another segment of the kind silences nothing")
    func others() throws {
        let cases = [
            Case(
                .officeVisit, "HI*ABK:J020*", "REF*EA~\nHI*ABK:J020*", ["837P-FREQ-F8", "ENV-SYN-R"],
                preparing: [RuleExample.Change("***11:B:1*", "***11:B:7*")]),
            Case(
                .carAccident, "DTP*439*D8*20260130~", "DTP*431*D8*20260230~",
                ["837P-ACCIDENT-DATE", "ENV-DATE-QUAL"]),
        ]
        for sample in cases {
            let findings = try sample.findings
            #expect(findings.map(\.rule.id).sorted() == sample.rules, "\(Checked.lines(findings))")
        }
    }

    @Test("only claims and payments have the number of a claim")
    func numbers() throws {
        let answer = ExampleSet.benefits.interchange([
            RuleExample.Change("LS*2120~\nNM1*PR*2*", "LS*2120~\nNM1*P3*2*")
        ])
        let findings = try Checked.findings(in: answer).filter { $0.rule.id == "271-EB01-R" }
        #expect(findings.map(\.context.claim) == [""])
    }
}
