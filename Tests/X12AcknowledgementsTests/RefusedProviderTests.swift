import Testing
import X12Acknowledgements
import X12TestSupport
import X12Text

@Suite("Work-lists of what a 277CA refuses as a whole")
struct RefusedProviderTests {
    /// One claim of 180 is taken, one of 95 refused, and another provider refused as a whole, of whom there are claims of 60.
    private static let refused = """
        HL*6*2*19*0~
        NM1*85*2*RIVER THERAPY*****XX*1999999984~
        TRN*1*0~
        STC*A8:496:85**U*60~
        QTY*QC*2~
        AMT*YY*60~

        """

    private func answer(_ edits: (String, String)...) throws -> String {
        var text = String(decoding: try SampleFile(path: "277CA/pass/one-rejected.277").bytes, as: UTF8.self)
        for (old, new) in edits {
            try #require(text.contains(old))
            text = text.replacing(old, with: new)
        }
        return text
    }

    private func read(_ text: String) throws -> (tally: AnswerTally, units: [AnsweredUnit]) {
        var list = WorkListReader(ByteSource(bytes: Array(text.utf8)))
        while try list.next() != nil {}
        return (list.tally, list.answeredUnits)
    }

    @Test(
        "claims of a provider that is refused as a whole are counted, wherever it stands",
        arguments: ["HL*3*2*19*1~", "SE*34*0001~"])
    func sums(behind: String) throws {
        let tally = try read(try answer((behind, Self.refused + behind))).tally
        #expect(tally.claims.accepted == 1 && tally.acceptedCharges == 180)
        #expect(tally.claims.rejected == 3 && tally.rejectedCharges == 155)
    }

    @Test("of more providers than are kept apart all claims are counted, but for one whose claims are listed")
    func many() throws {
        let most = 10_000
        let tally = try read(
            try answer(("HL*3*2*19*1~", String(repeating: Self.refused, count: most + 5) + "HL*3*2*19*1~"))
        ).tally
        #expect(tally.claims.rejected == 2 * (most + 5) + 1)
        #expect(tally.rejectedCharges == ExactDecimal(exactly: 60 * (most + 5) + 95))
        let listed = try read(
            try answer(
                ("HL*3*2*19*1~", String(repeating: Self.refused, count: most) + "HL*3*2*19*1~"),
                ("TRN*1*0~\nQTY*QA*1~", "TRN*1*0~\nSTC*A8:496:85**U*275~\nQTY*QA*1~"))
        ).tally
        #expect(listed.claims.rejected == 2 * most + 1)
    }

    @Test("of an answer that is cut off behind such a provider they are counted, too")
    func cutOff() throws {
        let whole = try answer(("SE*34*0001~", Self.refused + "SE*34*0001~"))
        let end = try #require(whole.firstMatch(of: /SE\*34/)).range
        #expect(try read(String(whole[..<end.lowerBound])).tally.claims.rejected == 3)
    }

    @Test("claims that are listed are not counted again by the totals of what was refused as a whole")
    func listed() throws {
        let batch = try read(
            try answer(("STC*A1:20:PR*20260302*WQ*275~", "STC*A3:746:40*20260302*U*275~")))
        #expect(batch.tally.claims.accepted == 1 && batch.tally.claims.rejected == 1)
        #expect(batch.tally.rejectedCharges == 95)
        #expect(batch.units.map(\.claims) == [2])
        let provider = try read(
            try answer(("TRN*1*0~\nQTY*QA*1~", "TRN*1*0~\nSTC*A8:496:85**U*275~\nQTY*QA*1~")))
        #expect(provider.tally.claims.total == 2 && provider.tally.rejectedCharges == 95)
    }

    // MARK: - Against the original

    /// Claims of two providers in the batch that is answered.
    private static let original: String = {
        let own = Inputs.claimSet("0001", claim: "PCN0001")
        let second = Inputs.claimSet("0001", claim: "PCN0002").map {
            $0.replacing("CLM*PCN0002*180*", with: "CLM*PCN0002*95*")
        }
        let others = Inputs.claimSet("0001", claim: "RIVER1").map {
            $0.replacing("1234567893", with: "1999999984")
        }
        // The first set's claims, then the levels of the other two, with numbers of their own.
        func levels(_ set: [String], _ number: Int) -> [String] {
            set[(set.firstIndex { $0.hasPrefix("HL*1*") } ?? 0)...].dropLast().map {
                $0.replacing("HL*1**", with: "HL*\(number)**")
                    .replacing("HL*2*1*", with: "HL*\(number + 1)*\(number)*")
            }
        }
        let body = own.dropLast() + levels(second, 3) + levels(others, 5)
        return Inputs.envelope("HC", "101", "005010X222A1", [Array(body) + ["SE*\(body.count + 1)*0001"]])
    }()

    private func unit(_ text: String) throws -> AnsweredUnit {
        var list = WorkListReader(ByteSource(bytes: Array(text.utf8)))
        var items: [WorkItem] = []
        while let item = try list.next() { items.append(item) }
        var finder = OriginalFinder(items, in: list.answeredUnits)
        try finder.search(ByteSource(bytes: Array(Self.original.utf8)))
        return try #require(finder.units.first)
    }

    @Test(
        "a provider that is refused as a whole answers all claims of its own, whether their number is told or not",
        arguments: ["QTY*QC*1~\n", ""])
    func answersAll(count: String) throws {
        let refused = Self.refused.replacing("QTY*QC*2~\n", with: count)
        let unit = try unit(try answer(("SE*34*0001~", refused + "SE*34*0001~")))
        #expect(unit.item.original?.claims == 3 && unit.claims == 3)
        #expect(unit.leftOut.isEmpty && unit.isMatched)
    }

    @Test("claims of another provider are asked about still")
    func leftOut() throws {
        let refused = Self.refused.replacing("1999999984", with: "1234567893")
        let unit = try unit(try answer(("SE*34*0001~", refused + "SE*34*0001~")))
        #expect(unit.leftOut == ["RIVER1"] && !unit.isMatched)
    }
}
