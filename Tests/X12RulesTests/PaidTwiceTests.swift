import Testing
import X12Diagnostics
import X12Text

@testable import X12Rules

/// A claim that is paid twice, in one input or against another one (835-REV-ORDER): what is told, and what has a reason.
@Suite("Claims paid twice")
struct PaidTwiceTests {
    /// A remittance in short: its trace number and day, and payments of the claim PCN5001.
    ///
    /// `ICN60 80` is a payment of 80 under the payer's number ICN60, with a status in front (`25:ICN60 80`) where it is not 1;
    /// `-ICN60 80` takes it back.
    struct Remittance: Sendable {
        var trace = "EFT1"
        var day = "20260301"
        var payer = "1512345678"
        var claim = "PCN5001"
        let payments: [String]

        init(_ trace: String, _ day: String, payer: String = "1512345678", _ payments: [String]) {
            self.trace = trace
            self.day = day
            self.payer = payer
            self.payments = payments
        }

        func of(claim: String) -> Self {
            var other = self
            other.claim = claim
            return other
        }

        fileprivate var text: String {
            "BPR*I*80*C*CHK************\(day)~\nTRN*1*\(trace)*\(payer)~\n"
                + "N1*PR*SAMPLE PAYER~\nN1*PE*MAPLE CLINIC*XX*1234567893~\nLX*1~\n"
                + payments.map(payment).joined(separator: "\n")
        }

        private func payment(_ words: String) -> String {
            let parts = words.split(separator: " ")
            let isReversal = words.hasPrefix("-")
            let named = parts[0].drop { $0 == "-" }.split(separator: ":")
            let status = isReversal ? "22" : named.count == 2 ? named[0] : parts[1] == "0" ? "4" : "1"
            let number = named.last.map { $0 == "none" ? "" : $0 } ?? ""
            let sign = isReversal ? "-" : ""
            return """
                CLP*\(claim)*\(status)*\(sign)120*\(sign)\(parts[1])**12*\(number)*11*1~
                NM1*QC*1*ISAAC*ROSA****MI*W100200300~
                DTM*232*20260220~
                SVC*HC:99213*\(sign)120*\(sign)\(parts[1])**1~
                """
        }
    }

    /// Remittances, those that they are compared with, and what is told.
    struct Case: CustomTestStringConvertible, Sendable {
        let story: String
        let remittances: [Remittance]
        let others: [Remittance]
        let told: [String]
        var testDescription: String { story }

        init(
            _ story: String, _ remittances: [Remittance], against others: [Remittance] = [], _ told: [String]
        ) {
            self.story = story
            self.remittances = remittances
            self.others = others
            self.told = told
        }
    }

    private static let own = Remittance("EFT2", "20260310", ["ICN60 80"])

    static let inOneInput = [
        Case("the same twice", [Remittance("EFT1", "20260301", ["ICN60 80", "ICN60 80"])], ["again"]),
        Case(
            "two parts that take turns", [Remittance("EFT1", "20260301", ["A 80", "B 40", "A 80", "B 40"])],
            ["again", "again"]),
        Case(
            "two parts in one remittance and in the next one",
            [
                Remittance("EFT1", "20260301", ["A 80", "B 40"]),
                Remittance("EFT2", "20260310", ["A 80", "B 40"]),
            ], ["again", "again"]),
        Case(
            "paid, denied and paid",
            [Remittance("EFT1", "20260301", ["A 80", "B 0", "A 80"])], ["again"]),
        Case(
            "paid, taken back, paid and paid again",
            [Remittance("EFT1", "20260301", ["A 80", "-A 80", "A 80", "A 80"])], ["again"]),
        Case(
            "two parts, of which one is taken back and comes again",
            [Remittance("EFT1", "20260301", ["A 80", "B 40", "-A 80", "A 80"])], []),
        Case(
            "two parts, both taken back and paid again",
            [Remittance("EFT1", "20260301", ["A 80", "B 40", "-A 80", "-B 40", "A 80", "B 40"])], []),
        Case(
            "two parts in a remittance that came twice",
            [
                Remittance("EFT1", "20260301", ["A 80", "B 40"]),
                Remittance("EFT1", "20260301", ["A 80", "B 40"]),
            ], []),
        Case("denied twice, then paid", [Remittance("EFT1", "20260301", ["A 0", "A 0", "A 80"])], []),
        Case(
            "interim bills of one number",
            [
                Remittance("EFT1", "20260301", ["A 80"]), Remittance("EFT2", "20260310", ["B 80"]),
                Remittance("EFT3", "20260320", ["C 80"]),
            ], []),
    ]

    static let againstOthers = [
        Case("an earlier one", [own], against: [Remittance("EFT1", "20260301", ["ICN60 80"])], ["before"]),
        Case(
            "another one of the day", [own], against: [Remittance("EFT1", "20260310", ["ICN60 80"])],
            ["before"]),
        Case(
            "two parts", [Remittance("EFT2", "20260310", ["A 80", "B 40"])],
            against: [Remittance("EFT1", "20260301", ["A 80", "B 40"])], ["before", "before"]),
        Case(
            "paid, taken back and paid", [own],
            against: [Remittance("EFT1", "20260301", ["ICN60 80", "-ICN60 80", "ICN60 80"])], ["before"]),
        Case(
            "a later payment stands in front of the reversal that came before it", [own],
            against: [
                Remittance("EFT1", "20260305", ["ICN60 80"]),
                Remittance("EFT0", "20260301", ["-ICN60 80"]),
            ], ["before"]),
        Case(
            "it is among the others itself, and was paid before", [own],
            against: [Remittance("EFT1", "20260301", ["ICN60 80"]), own], ["before"]),
        Case(
            "the same remittance twice is told of the first",
            [own, own], against: [Remittance("EFT1", "20260301", ["ICN60 80"])], ["before"]),
    ]

    static let soundAgainstOthers = [
        Case("the remittance itself", [own], against: [own], []),
        Case(
            "the remittance itself, sent again with another day", [own],
            against: [
                Remittance("EFT2", "20260308", ["ICN60 80"])
            ], []),
        Case("a later one", [own], against: [Remittance("EFT3", "20260320", ["ICN60 80"])], []),
        Case(
            "a remittance without a number", [own],
            against: [
                Remittance("0", "20260301", ["ICN60 80"])
            ], []),
        Case(
            "of a remittance without a number", [Remittance("0", "20260310", ["ICN60 80"])],
            against: [Remittance("EFT1", "20260301", ["ICN60 80"])], []),
        Case(
            "another payer's", [own],
            against: [
                Remittance("EFT1", "20260301", payer: "1598765432", ["ICN60 80"])
            ], []),
        Case(
            "what the others take back", [own],
            against: [
                Remittance("EFT1", "20260301", ["ICN60 80"]), Remittance("EFT3", "20260305", ["-ICN60 80"]),
            ], []),
        Case(
            "what the others take back, in another order", [own],
            against: [
                Remittance("EFT3", "20260305", ["-ICN60 80"]), Remittance("EFT1", "20260301", ["ICN60 80"]),
            ], []),
        Case(
            "what the others take back later", [own],
            against: [
                Remittance("EFT1", "20260301", ["ICN60 80"]), Remittance("EFT3", "20260320", ["-ICN60 80"]),
            ], []),
        Case(
            "what it takes back itself, in two parts",
            [Remittance("EFT2", "20260310", ["-A 80", "-B 40", "A 80", "B 40"])],
            against: [Remittance("EFT1", "20260301", ["A 80", "B 40"])], []),
        Case("a second payer", [own], against: [Remittance("EFT1", "20260301", ["2:ICN60 80"])], []),
        Case(
            "predeterminations", [Remittance("EFT2", "20260310", ["25:ICN60 80"])],
            against: [Remittance("EFT1", "20260301", ["25:ICN60 80"])], []),
        Case("what was denied", [own], against: [Remittance("EFT1", "20260301", ["ICN60 0"])], []),
        Case("another part", [own], against: [Remittance("EFT1", "20260301", ["ICN61 80"])], []),
        Case("another amount", [own], against: [Remittance("EFT1", "20260301", ["ICN60 70"])], []),
        Case(
            "without the payer's number", [Remittance("EFT2", "20260310", ["none 80"])],
            against: [Remittance("EFT1", "20260301", ["none 80"])], []),
        Case(
            "without the provider's number", [own.of(claim: "0")],
            against: [Remittance("EFT1", "20260301", ["ICN60 80"]).of(claim: "0")], []),
        Case(
            "a number that very many claims share", [own],
            against: [Remittance("EFT1", "20260301", ["ICN60 80"] + Array(repeating: "ICN61 40", count: 64))],
            []),
        Case(
            "two payments of one file, held against the file",
            [own, Remittance("EFT3", "20260310", ["ICN60 80"])],
            against: [own, Remittance("EFT3", "20260310", ["ICN60 80"])], ["again"]),
        Case(
            "two payments of one file, the later one first, held against the file",
            [own, Remittance("EFT1", "20260301", ["ICN60 80"])],
            against: [own, Remittance("EFT1", "20260301", ["ICN60 80"])], ["before", "again"]),
    ]

    @Test("is told, or has a reason", arguments: inOneInput + againstOthers + soundAgainstOthers)
    func told(sample: Case) throws {
        let others = sample.others.isEmpty ? nil : Self.text(sample.others)
        let findings = try Checked.findings(in: Self.text(sample.remittances), against: others).filter {
            $0.rule.id == "835-REV-ORDER"
        }
        let told = findings.compactMap { finding -> String? in
            if finding.rule.wording.contains("{detail} has paid before") { return "before" }
            return finding.rule.wording.contains("this input has paid before") ? "again" : nil
        }
        #expect(told == sample.told, "\(Checked.lines(findings))")
    }

    private static func text(_ remittances: [Remittance]) -> String {
        ExampleSet("", .remittance, remittances.map(\.text).joined(separator: "\n====\n")).interchange([])
    }
}
