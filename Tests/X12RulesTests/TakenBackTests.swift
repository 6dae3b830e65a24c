import Testing
import X12Diagnostics

@testable import X12Rules

/// Claims that are taken back, against the remittances that paid them.
@Suite("What was paid in another remittance and is taken back")
struct TakenBackTests {
    /// A reversal with something changed, the remittances that it is compared with, and what is told.
    struct Case: CustomTestStringConvertible, Sendable {
        let story: String
        var edits: [(String, String)] = []
        let others: [String]
        var told: [String] = []
        var testDescription: String { story }
    }

    private static func remittance(
        _ trace: String, _ day: String, payer: String = "1512345678", _ payments: String
    ) -> String {
        "BPR*I*80*C*CHK************\(day)~\nTRN*1*\(trace)*\(payer)~\nN1*PR*SAMPLE PAYER~\n"
            + "N1*PE*MAPLE CLINIC*XX*1234567893~\nLX*1~\n" + payments
    }

    private static func payment(_ numbers: String, charge: Int = 120, paid: Int = 80, patient: Int = 20)
        -> String
    {
        """
        CLP*\(numbers.replacing(" ", with: "*1*\(charge)*\(paid)*\(patient)*12*"))*11*1~
        NM1*QC*1*ISAAC*ROSA****MI*W100200300~
        CAS*CO*45*\(charge - paid - patient)~
        CAS*PR*3*\(patient)~
        """
    }

    private static let reversal = remittance(
        "EFT2", "20260310",
        """
        CLP*PCN5001*22*-120*-80**12*ICN60*11*1~
        NM1*QC*1*ISAAC*ROSA****MI*W100200300~
        CAS*CO*45*-20~
        CAS*PR*3*-20~
        """)

    private static let paid = remittance("EFT1", "20260301", payment("PCN5001 ICN60"))
    private static let otherGroup = [("CAS*CO*45*-20~", "CAS*CO*253*-20~")]
    private static let otherAmount = [
        ("*22*-120*-80**", "*22*-120*-75**"), ("CAS*CO*45*-20~", "CAS*CO*45*-25~"),
    ]

    static let cases = [
        Case(story: "as it was paid", others: [paid]),
        Case(story: "by another reason", edits: otherGroup, others: [paid], told: ["835-REV-GROUP CLP"]),
        Case(
            story: "in part",
            edits: [("*22*-120*-80**", "*22*-100*-60**")], others: [paid], told: ["835-REV-WHOLE CLP03"]),
        Case(story: "another amount", edits: otherAmount, others: [paid], told: ["835-REV-ORDER CLP04"]),
        Case(
            story: "of two payments the one of its amount",
            others: [
                remittance(
                    "EFT1", "20260301", payment("PCN5001 ICN60") + "\n" + payment("PCN5001 ICN60", paid: 70))
            ]),
        Case(
            story: "what was paid later", edits: otherGroup,
            others: [remittance("EFT3", "20260320", payment("PCN5001 ICN60"))]),
        Case(
            story: "what another payer paid", edits: otherGroup,
            others: [remittance("EFT1", "20260301", payer: "1598765432", payment("PCN5001 ICN60"))]),
        Case(
            story: "what was paid under another number", edits: otherAmount,
            others: [remittance("EFT1", "20260301", payment("PCN5001 ICN61"))]),
        Case(
            story: "what the remittance itself, sent before, takes back too", edits: otherGroup,
            others: [remittance("EFT2", "20260308", payment("PCN5001 ICN60"))]),
    ]

    @Test("is told where it is another thing than was paid", arguments: cases)
    func told(sample: Case) throws {
        let text = sample.edits.reduce(Self.reversal) { text, edit in
            #expect(text.contains(edit.0))
            return text.replacing(edit.0, with: edit.1)
        }
        let others = ExampleSet("", .remittance, sample.others.joined(separator: "\n====\n")).interchange([])
        let findings = try Checked.findings(
            in: ExampleSet("", .remittance, text).interchange([]), against: others
        ).filter { $0.rule.id.hasPrefix("835-REV-") }
        #expect(Checked.places(findings) == sample.told, "\(Checked.lines(findings))")
    }

    @Test("what the input itself has paid is compared with that")
    func inInput() throws {
        let input = ExampleSet(
            "", .remittance,
            Self.remittance("EFT0", "20260302", Self.payment("PCN5001 ICN60", patient: 10)) + "\n====\n"
                + Self.reversal
        ).interchange([])
        let others = ExampleSet("", .remittance, Self.paid).interchange([])
        let findings = try Checked.findings(in: input, against: others).filter {
            $0.rule.id.hasPrefix("835-REV-GROUP")
        }
        #expect(findings.map(\.detail) == [""])
    }
}
