import Foundation
import Testing
import X12TestSupport
import X12Text

@testable import X12Models

/// What is carried beside a claim goes with the segments that it was received in, and with no others.
@Suite("What is carried when segments come, go and move")
struct CarriedChangeTests {
    /// The claim of a sample with edits, changed, and as X12.
    private func changed(
        _ edits: [(String, String)], _ mode: ModelWriter.Mode = .asReceived, _ change: (inout Claim) -> Void
    ) throws -> String {
        var text = String(
            decoding: try SampleFiles.samples.bytes("837P/pass/office-visit.837"), as: UTF8.self)
        for (old, new) in edits {
            try #require(text.contains(old), "\(old)")
            text = text.replacing(old, with: new)
        }
        let items = try ModelFlow.items(Array(text.utf8))
        #expect(try ModelFlow.x12(items) == Array(text.utf8))
        let changed = items.map { item in
            guard case .claim(var claim) = item else { return item }
            change(&claim)
            return ModelItem.claim(claim)
        }
        return String(decoding: try ModelFlow.x12(changed, mode), as: UTF8.self)
    }

    @Test(
        "a line that goes takes the spelling of its segments along",
        arguments: [ModelWriter.Mode.asReceived, .issue])
    func removedLine(mode: ModelWriter.Mode) throws {
        let text = try changed(
            [
                (
                    "DTP*472*D8*20260220~\nREF*6R*OFFICE-1-1~",
                    "DTP*472*D8*20260220~\nREF*G1*AUTH1*~\nREF*6R*OFFICE-1-1*FIRST~"
                ),
                ("UN*1***1:2~", "UN*1***1:2*******X~"),
            ], mode
        ) { $0.serviceLines.removeFirst() }
        #expect(
            text.contains("SV1*HC:87880*65*UN*1***1~\nDTP*472*D8*20260220~\nREF*6R*OFFICE-1-2~\nSE*"),
            "\(text)")
        #expect(!text.contains("G1") && !text.contains("FIRST"))
    }

    @Test("amounts that are told apart by a qualifier keep it when a segment comes before them")
    func addedReference() throws {
        let other = """
            SBR*P*18*******MB~
            AMT*D*80.00~
            AMT*EAF*20.00~
            OI***Y***Y~
            NM1*IL*1*ISAAC*ROSA****MI*M123~
            NM1*PR*2*MEDICARE*****PI*MCARE~
            LX*1~
            """
        let text = try changed([("LX*1~", other)]) {
            $0.claimFrequency = .replacement
            $0.references?.payerClaimControlNumber = "ICN1"
        }
        #expect(text.contains("REF*F8*ICN1~\n"), "\(text)")
        #expect(text.contains("AMT*D*80.00~\nAMT*EAF*20.00~\n"), "\(text)")
    }

    @Test("a provider that goes leaves no qualifier to the next")
    func removedProvider() throws {
        let text = try changed([("NM1*82*", "NM1*DN*1*SMITH*JO****XX*1234567893*~\nNM1*82*")]) {
            $0.referringProviders = []
        }
        #expect(!text.contains("NM1*DN*"), "\(text)")
        #expect(text.contains("NM1*82*1*MERRIWEATHER*ADA*J***XX*1555000110~\n"), "\(text)")
    }

    @Test(
        "an order other than the guide's is kept while the segments are the same, and never leads to another line"
    )
    func order() throws {
        let edits = ["1", "2"].map { line in
            (
                "DTP*472*D8*20260220~\nREF*6R*OFFICE-1-\(line)~",
                "REF*6R*OFFICE-1-\(line)~\nDTP*472*D8*20260220~"
            )
        }
        let same = try changed(edits) { $0.serviceLines[0].chargeAmount = 151 }
        #expect(same.contains("UN*1***1:2~\nREF*6R*OFFICE-1-1~\nDTP*472*D8*20260220~\nLX*2~"), "\(same)")
        // As many segments as before, one fewer above and one more below.
        let other = try changed(edits) {
            $0.references = nil
            $0.serviceLines[1].thirdPartyNote = "SEE NOTE"
        }
        let lines = other.components(separatedBy: "LX*")
        #expect(lines.count == 3)
        #expect(
            lines[1].contains("REF*6R*OFFICE-1-1~") && lines[2].contains("REF*6R*OFFICE-1-2~"), "\(other)")
        #expect(other.components(separatedBy: "DTP*472").count == 3)
    }

    @Test("a spelling stays with its value when lines are added before it", arguments: [1, 40])
    func addedLines(count: Int) throws {
        let text = try changed([("*65*", "*65.00*"), ("REF*6R*OFFICE-1-2~", "REF*6R*OFFICE-1-2*~")]) {
            $0.serviceLines.insert(contentsOf: Array(repeating: $0.serviceLines[0], count: count), at: 0)
        }
        #expect(text.contains("SV1*HC:87880*65.00*UN*1***1~"), "\(text)")
        #expect(text.contains("REF*6R*OFFICE-1-2*~"), "\(text)")
        #expect(text.components(separatedBy: "*150.5*").count == count + 2)
    }
}
