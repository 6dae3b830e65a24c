import Foundation
import Testing
import X12Diagnostics
import X12Generation
import X12Ledger
import X12Models
import X12TestSupport
import X12Text

@Suite("Eligibility inquiries of a roster")
struct InquiryBatchTests {
    /// What becomes of a roster: the batch, and the findings of what was kept back.
    private func gather(
        _ roster: String, settings: SubmissionSettings? = nil
    ) throws -> (batch: SubmissionBatch, refused: [[Finding]]) {
        let assembler = InquiryAssembler(try PracticeSamples.practice())
        let batch = try SubmissionBatch(
            .inquiries, settings ?? PracticeSamples.settings,
            waitingIn: FileManager.default.temporaryDirectory.path)
        var reader = try RosterReader(PracticeSamples.table(roster))
        var refused: [[Finding]] = []
        while let entry = try reader.next() {
            let (findings, isAccepted) = try batch.add(assembler.assemble(entry))
            if !isAccepted { refused.append(findings) }
        }
        return (batch, refused)
    }

    private func roster() throws -> String {
        String(decoding: try SampleFiles.samples.bytes("practice/roster.csv"), as: UTF8.self)
    }

    private func segments(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0.dropLast()) }
    }

    @Test("the sample roster's inquiries come out clean, a file for each payer")
    func sampleRoster() throws {
        let (batch, refused) = try gather(roster())
        #expect(refused.isEmpty)
        #expect(batch.shares.map(\.count) == [3, 1])
        for share in batch.shares {
            #expect(try PracticeSamples.findings(in: PracticeSamples.write(batch, share)).isEmpty)
        }
    }

    @Test("who is asked, who asks, the person, the trace number and the question")
    func whole() throws {
        let (batch, _) = try gather(roster())
        let lines = segments(try PracticeSamples.write(batch, batch.shares[0])).dropFirst(3)
        #expect(
            Array(lines.prefix(23)) == [
                "BHT*0022*13*000000001-1*20260302*0930", "HL*1**20*1",
                "NM1*PR*2*SAMPLE PAYER*****PI*PAYER01", "HL*2*1*21*1",
                "NM1*1P*2*MAPLE CLINIC*****XX*1234567893", "HL*3*2*22*0", "TRN*1*MC-E-1*1123456789",
                "NM1*IL*1*ISAAC*ROSA****MI*W100200300", "DMG*D8*19800512*F", "DTP*291*D8*20260303",
                "EQ*30^98",
                "HL*4*2*22*0", "TRN*1*000000001-00002*1123456789", "NM1*IL*1*NOLAN*PETER****MI*W100200301",
                "DMG*D8*19751103*M", "EQ*MH", "HL*5*2*22*1", "NM1*IL*1*NOLAN*PETER****MI*W100200301",
                "HL*6*5*23*0", "TRN*1*MC-E-2*1123456789", "NM1*03*1*NOLAN*MIA", "DMG*D8*20150709*F",
                "INS*N*19",
            ])
    }

    @Test("a procedure, a group number, and two days")
    func procedure() throws {
        let (batch, _) = try gather(roster())
        let lines = segments(try PracticeSamples.write(batch, batch.shares[1]))
        #expect(lines.contains("REF*6P*GRP-4"))
        #expect(lines.contains("DTP*291*RD8*20260304-20260331"))
        #expect(lines.contains("EQ**HC>99213".replacing(">", with: ":")))
    }

    @Test("a set takes no more inquiries than it may, and real time is one a file", arguments: [1, 2, 3, 99])
    func setSize(_ size: Int) throws {
        var settings = try PracticeSamples.settings
        settings.inquiriesPerSet = size
        let (batch, _) = try gather(roster(), settings: settings)
        let share = batch.shares[0]
        let lines = segments(try PracticeSamples.write(batch, share))
        #expect(lines.count { $0.hasPrefix("ST*") } == (3 + size - 1) / size)
        #expect(try PracticeSamples.findings(in: PracticeSamples.write(batch, share)).isEmpty)
        let singles = batch.pieces(of: share, most: 1)
        #expect(singles.count == 3)
        for single in singles {
            let lines = segments(try PracticeSamples.write(batch, single))
            #expect(lines.count { $0.hasPrefix("TRN*") } == 1)
        }
    }

    @Test("a row with something wrong is kept back, and the others go out")
    func keptBack() throws {
        let broken = try roster().replacing("1975-11-03,M,19", with: "1975-11-03,M,").replacing(
            "OKAFOR", with: "OK~FOR"
        ).replacing("30 98", with: "30 QQ")
        let (batch, refused) = try gather(broken)
        #expect(batch.shares.map(\.count) == [1])
        #expect(
            refused.map { $0.map(\.rule.id) } == [["GDE-CODE-BAD"], ["GEN-FIELD-MISSING"], ["GEN-CHARACTER"]])
    }

    @Test("who is not the subscriber by the relationship, and is not named, is not asked about")
    func patientMissing() throws {
        let broken = try roster().replacing("1980-05-12,F,,", with: "1980-05-12,F,19,")
        let (batch, refused) = try gather(broken)
        #expect(batch.shares.map(\.count) == [2, 1])
        #expect(refused.map { $0.map(\.rule.id) } == [["GEN-FIELD-MISSING"]])
    }

    @Test("blanks around texts go, and what a spreadsheet spoiled keeps its row back")
    func spreadsheet() throws {
        let table = try roster().replacing("ISAAC,ROSA", with: " ISAAC ,ROSA ").replacing(
            "HH-77120", with: "7.71E+10")
        let (batch, refused) = try gather(table)
        #expect(refused.map { $0.map(\.rule.id) } == [["GEN-COLUMN-FORM"]])
        let lines = segments(try PracticeSamples.write(batch, batch.shares[0]))
        #expect(lines.contains("NM1*IL*1*ISAAC*ROSA****MI*W100200300"))
    }

    @Test("what is kept back is read again once it is corrected")
    func readAgain() throws {
        var reader = try RosterReader(PracticeSamples.table(roster()))
        var rejected = RejectedEntries()
        var entries: [RosterEntry] = []
        while let entry = try reader.next() {
            entries.append(entry)
            rejected.write(entry, [])
        }
        var bytes: [UInt8] = []
        try rejected.drain { (part: UnsafeRawBufferPointer) throws(X12Error) in bytes += part }
        var again = try RosterReader(ByteSource(bytes: bytes))
        for entry in entries {
            var next = try again.next()
            // It stands on another line.
            next?.line = entry.line
            #expect(next == entry)
        }
        #expect(try again.next() == nil)
    }

    @Test("a text that is not in its column's form keeps its inquiry back, and no other")
    func malformed() throws {
        var reader = try RosterReader(
            PracticeSamples.table(
                "payer,memberIdentifier,birthDate\nsample,W1,12/5/80\nsample,W2,1980-05-12\n"))
        let assembler = InquiryAssembler(try PracticeSamples.practice())
        let first = try #require(try reader.next())
        let findings = assembler.assemble(first).findings
        #expect(findings.map(\.rule) == [.columnMalformed])
        #expect(findings.first?.detail.hasPrefix("line 2, column 'birthDate', must be a date") == true)
        #expect(try reader.next()?.malformed.isEmpty == true)
    }

    @Test(
        "a table that is no roster is refused with line and column",
        arguments: [
            ("payer,memberIdentifier,colour\n", "line 1: there is no column 'colour'"),
            ("payer,payer\n", "line 1: the column 'payer' stands twice"),
            ("payer\nsample\n", "line 1: columns are missing: 'memberIdentifier'"),
            ("payer,memberIdentifier\nsample\n", "line 2: has 1 fields"),
            ("", "the table is empty"), ("{\"payer\":}", "payer: a value is missing"),
        ])
    func noRoster(_ text: String, _ words: String) throws {
        var reader = try RosterReader(PracticeSamples.table(text))
        let error = #expect(throws: X12Error.self) { while try reader.next() != nil {} }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }
}
