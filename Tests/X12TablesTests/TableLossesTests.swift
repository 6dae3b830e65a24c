import Testing
import X12Diagnostics
import X12Models
import X12Tables
import X12TestSupport
import X12Text

@Suite("What gets into no table")
struct TableLossesTests {
    private static let payment = "835/pass/takeback-and-interest.835"

    /// What is lost of inputs, one after the other.
    private func losses(_ texts: String...) throws -> TableLosses {
        try losses(of: texts.map { Array($0.utf8) })
    }

    private func losses(of inputs: [[UInt8]]) throws -> TableLosses {
        var writer = TablesWriter()
        for input in inputs {
            var reader = ModelReader(ByteSource(bytes: input))
            while let item = try reader.next() {
                try writer.write(item)
                writer.drain { _, _ in }
            }
            writer.endInput()
        }
        let losses = writer.takeLosses()
        #expect(writer.takeLosses() == TableLosses(), "what was told is told once")
        return losses
    }

    /// A sample with one change.
    private func sample(_ path: String, _ old: String = "", _ new: String = "") throws -> String {
        let text = String(decoding: try SampleFiles.samples.bytes(path), as: UTF8.self)
        guard !old.isEmpty else { return text }
        try #require(text.contains(old))
        return text.replacing(old, with: new)
    }

    @Test(
        "of a sound input nothing is lost",
        arguments: SampleFiles.samples.paths(below: ["837P/pass", "835/pass", "270/pass", "271/pass"]))
    func nothing(path: String) throws {
        let losses = try losses(try sample(path))
        #expect(losses == TableLosses() && !losses.concernsMoney)
    }

    @Test(
        "a claim payment of which an amount is missing is not taken for one that adds up",
        arguments: [("CAS*CO*45*20", "CAS*CO*45"), ("CAS*CO*45*20", "CAS*CO*45***97*20")])
    func missingAmount(old: String, new: String) throws {
        let losses = try losses(try sample(Self.payment, old, new))
        #expect(losses.unbalancedClaims.first.map(\.due) == [nil])
        #expect(losses.concernsMoney)
    }

    @Test("a separator stays one before a character that is drawn upon it")
    func combiningCharacter() throws {
        let inside = try losses(
            try sample("837P/pass/office-visit.837", "\nLX*1~", "\nCAS*\u{301}CO*45*5~\nLX*1~"))
        #expect(inside.unplacedSegments.count == 1)
        #expect(inside.unplacedSegments.withMoney == ["CAS": 1])
        #expect(inside.concernsMoney)
        let before = try losses(try sample(Self.payment, "\nLX*1~", "\nCAS*\u{301}CO*45*5~\nLX*1~"))
        #expect(before.segments.count == 1)
        #expect(before.segments.withMoney == ["CAS": 1])
        let number = try losses(try sample(Self.payment, "AMT*I*.87~", "AMT*I*\u{301}.87~"))
        #expect(number.unreadableCount == 1)
        #expect(number.concernsMoney)
        let set = try losses(try sample(Self.payment) + Self.interchange("850\u{301}", 7))
        #expect(set.otherSets.map(\.key.identifier) == ["set"])
    }

    @Test("a separator above ASCII is one, too")
    func separatorAboveASCII() throws {
        let text = try sample(Self.payment, "\nLX*1~", "\nCAS*CO*45*5~\nLX*1~")
        let bytes = text.utf8.map { $0 == UInt8(ascii: "*") ? 0xC0 : $0 }
        let losses = try losses(of: [bytes])
        #expect(losses.segments.withMoney == ["CAS": 1])
    }

    @Test("numbers that are none are counted, and a payment without its amount is not to be posted")
    func unreadable() throws {
        let claim = try losses(try sample(Self.payment, "*180*125*20*", "*180,00*125*2O*"))
        #expect(claim.unreadableCount == 2)
        #expect(claim.concernsMoney)
        #expect(claim.unbalancedPayments.count == 0)
        let losses = try losses(try sample(Self.payment, "BPR*I*98.37*", "BPR*I*98,37*"))
        #expect(losses.unreadableCount == 1)
        let payment = try #require(losses.unbalancedPayments.first.first)
        #expect(payment.amount == nil)
        #expect(payment.sum == ExactDecimal("98.37"))
    }

    @Test("a payment that is not what its rows add up to is told with both sums")
    func unbalanced() throws {
        let losses = try losses(try sample(Self.payment, "BPR*I*98.37*", "BPR*I*98.73*"))
        #expect(losses.unbalancedPayments.count == 1)
        let payment = try #require(losses.unbalancedPayments.first.first)
        #expect(payment.key == "000000304-1")
        #expect(payment.amount == ExactDecimal("98.73"))
        #expect(payment.sum == ExactDecimal("98.37"))
        #expect(losses.concernsMoney)
        let unknown = try self.losses(try sample(Self.payment, "WO:OLDCLM77*27.5*", "WO:OLDCLM77*x*"))
        #expect(unknown.unbalancedPayments.first.map(\.sum) == [nil])
    }

    @Test("of many payments the first ten are told, and how many there are")
    func many() throws {
        let wrong = try sample(Self.payment, "BPR*I*98.37*", "BPR*I*1*")
        let different = (0..<12).map { wrong.replacing("EFT2026-304", with: "EFT\($0)") }
        let unbalanced = try losses(different.joined())
        #expect(unbalanced.unbalancedPayments.count == 12)
        #expect(unbalanced.unbalancedPayments.first.map(\.key) == (1...10).map { "000000304-\($0)" })
        #expect(unbalanced.repeatedPayments.count == 0)
        // In one input, and in one behind it.
        let sound = try sample(Self.payment)
        let repeated = try losses(Array(repeating: sound, count: 11).joined(), sound)
        #expect(repeated.unbalancedPayments.count == 0)
        #expect(repeated.repeatedPayments.count == 11)
        #expect(repeated.repeatedPayments.first.map(\.key) == (2...11).map { "000000304-\($0)" })
        #expect(Set(repeated.repeatedPayments.first.map(\.firstKey)) == ["000000304-1"])
        #expect(repeated.concernsMoney)
    }

    @Test("answers that no tables are made of are counted by kind, and no money is missing with them")
    func answers() throws {
        let answer = try sample("999/pass/with-receipt.999")
        let losses = try losses(answer, answer)
        let told = losses.otherSets.map { "\($0.identifier) \($0.guide ?? "-") \($1)" }.sorted()
        #expect(told == ["999 005010X231A1 2", "TA1 - 2"])
        #expect(!losses.concernsMoney)
    }

    @Test("a set of a guide without models is one loss, whatever is in it; of many kinds sixteen are told")
    func otherSets() throws {
        let old = try losses(try sample(Self.payment, "005010X221A1", "004010X091A1"))
        #expect(old.otherSets.map(\.key.guide) == ["004010X091A1"])
        #expect(old.otherSets.map(\.value) == [1])
        #expect(old.segments.count == 0)
        #expect(old.concernsMoney)
        let kinds = try losses((0..<20).map { Self.interchange("\(800 + $0)", $0) }.joined())
        #expect(kinds.otherSets.count == 16)
        let named = try losses(Self.interchange("MRS SMITH", 1))
        #expect(named.otherSets.map(\.key.identifier) == ["set"])
    }

    /// An interchange with a set that is known to nobody.
    private static func interchange(_ set: String, _ number: Int) -> String {
        let digits = String(900_000_000 + number)
        return """
            ISA*00*          *00*          *ZZ*PAYER01        *ZZ*CLINIC01       *260310*0930*^*00501*\(digits)*0*T*:~
            GS*PO*PAYER01*CLINIC01*20260310*0930*1*X*004010~
            ST*\(set)*0001~
            BEG*00*SA*1**20260301~
            CLP*1*1*180*125~
            SE*4*0001~
            GE*1*1~
            IEA*1*\(digits)~

            """
    }
}
