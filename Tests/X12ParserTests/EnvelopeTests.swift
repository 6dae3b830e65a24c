import Testing
import X12TestSupport
import X12Text

/// A sound interchange with one edit, and the one finding that follows.
struct EnvelopeEdit: CustomTestStringConvertible, Sendable {
    var from: String
    var to: String
    var findings: [String]
    var testDescription: String { "\(from) becomes \(to.isEmpty ? "nothing" : to)" }
}

private let sound = SampleText.claim

@Suite("Envelopes")
struct EnvelopeTests {
    @Test("a sound interchange has no finding", arguments: [SampleText.claim, SampleText.remittance])
    func soundOnes(text: String) {
        #expect(PlacedText(text).findings == [])
    }

    @Test(
        "one edit is one finding",
        arguments: [
            EnvelopeEdit(from: "SE*28*0001~\n", to: "SE*27*0001~\n", findings: ["ENV-SE01-COUNT SE"]),
            EnvelopeEdit(from: "SE*28*0001~\n", to: "SE**0001~\n", findings: ["ENV-SE01-COUNT SE"]),
            EnvelopeEdit(from: "SE*28*0001~\n", to: "SE*28*0002~\n", findings: ["ENV-ST02-SE02 SE"]),
            EnvelopeEdit(from: "SE*28*0001~\n", to: "~SE*28*0001~\n", findings: ["ENV-EMPTY-SEG "]),
            EnvelopeEdit(from: "SE*28*0001~\n", to: "~SE*29*0001~\n", findings: ["ENV-EMPTY-SEG "]),
            EnvelopeEdit(
                from: "SE*28*0001~\n", to: "~SE*27*0001~\n",
                findings: ["ENV-EMPTY-SEG ", "ENV-SE01-COUNT SE"]),
            EnvelopeEdit(from: "SE*28*0001~\n", to: "", findings: ["ENV-SE-MISSING "]),
            EnvelopeEdit(from: "GE*1*7~\n", to: "GE*2*7~\n", findings: ["ENV-GE01-COUNT GE"]),
            EnvelopeEdit(from: "GE*1*7~\n", to: "GE*1*8~\n", findings: ["ENV-GS06-GE02 GE"]),
            EnvelopeEdit(from: "GE*1*7~\n", to: "", findings: ["ENV-GE-MISSING "]),
            EnvelopeEdit(from: "IEA*1*0", to: "IEA*2*0", findings: ["ENV-IEA01-COUNT IEA"]),
            EnvelopeEdit(from: "IEA*1*000000007", to: "IEA*1*7", findings: ["ENV-ISA13-IEA02 IEA"]),
            EnvelopeEdit(from: "IEA*1*000000007~\n", to: "", findings: ["ENV-IEA-MISSING "]),
            EnvelopeEdit(from: "X*005010X222A1~\n", to: "X*005010X222~\n", findings: ["ENV-GS07-08 GS"]),
            EnvelopeEdit(
                from: "GS*HC*LAKESIDE*HEALTHPLAN*20260401*0815*7*X*005010X222A1~\n", to: "",
                findings: ["ENV-GS-REQUIRED ST"]),
            EnvelopeEdit(
                from: "ST*837*0001*005010X222A1~\n", to: "", findings: ["ENV-GS-REQUIRED BHT"]),
        ])
    func oneEdit(edit: EnvelopeEdit) {
        let text =
            edit.from.hasPrefix("X*")
            ? sound.replacing("005010X222A1", with: "005010X222") : sound.replacing(edit.from, with: edit.to)
        #expect(text != sound)
        let placed = PlacedText(text)
        #expect(placed.findings == edit.findings)
        #expect(placed.bytes == Array(text.utf8))
    }

    @Test(
        "an empty segment is one that nothing takes, and no set begins with it",
        arguments: ["HI*", "LX*", "SE*"])
    func emptySegment(before: String) {
        let text = sound.replacing("\n\(before)", with: "\n~\(before)")
        let placed = PlacedText(text)
        #expect(Set(placed.findings) == ["ENV-EMPTY-SEG "])
        #expect(placed.bytes == Array(text.utf8))
    }

    @Test("a set of a guide that is not known is carried with one remark")
    func unknownGuide() {
        let text = SampleText.tiny.replacing("005010X279A1", with: "005010X217")
        #expect(text != SampleText.tiny)
        let placed = PlacedText(text)
        #expect(placed.findings == ["ENV-GS07-08 GS"])
        #expect(placed.bytes == Array(text.utf8))
    }

    @Test("an 837 whose guide is masked takes it from its first service line")
    func maskedGuide() {
        let text = sound.replacing("005010X222A1", with: "999999X999X9")
        #expect(PlacedText(text).findings == ["ENV-GS07-08 GS"])
        #expect(PlacedText(text).places == PlacedText(sound).places)
        #expect(PlacedText(text).bytes == Array(text.utf8))
    }

    @Test("TA1 stands between ISA and GS, or alone")
    func acknowledgements() {
        let answer = "TA1*000000101*260401*0815*A*000~\n"
        let both = sound.replacing("GS*HC", with: answer + "GS*HC")
        #expect(PlacedText(both).findings == [])
        #expect(
            PlacedText(sound.replacing("GE*1*7~\n", with: "GE*1*7~\n" + answer)).findings == [
                "ENV-GS-REQUIRED TA1"
            ])
        #expect(
            PlacedText(sound.replacing("ST*837", with: answer + "ST*837")).findings == ["ENV-GS-REQUIRED TA1"]
        )
        let alone = PlacedText(SampleText.header() + "~\n" + answer + "IEA*0*000000007~\n")
        #expect(alone.findings == [])
        #expect(alone.blocks == ["interchange 1", "acknowledgement 1", "interchangeEnd 1", "end 0"])
    }

    @Test("an interchange or a group with nothing in it is told: who fetched it got nothing")
    func empty() {
        let nothing = SampleText.header() + "~\nIEA*0*000000007~\n"
        #expect(PlacedText(nothing).findings == ["ENV-EMPTY-ISA IEA"])
        let group = "GS*HC*LAKESIDE*HEALTHPLAN*20260401*0815*8*X*005010X222A1~\nGE*0*8~\n"
        let second = sound.replacing("IEA*1*", with: group + "IEA*2*")
        #expect(PlacedText(second).findings == ["ENV-EMPTY-GS GE"])
        #expect(PlacedText(second).bytes == Array(second.utf8))
        let counted = PlacedText(nothing.replacing("IEA*0*", with: "IEA*1*"))
        #expect(counted.findings == ["ENV-IEA01-COUNT IEA", "ENV-EMPTY-ISA IEA"])
        // What stands outside of any group was told.
        let strayed = SampleText.header() + "~\nBHT*0019*00*1*20260401*0815*CH~\nIEA*0*000000007~\n"
        #expect(PlacedText(strayed).findings == ["ENV-GS-REQUIRED BHT"])
    }

    @Test("several interchanges keep their control numbers apart")
    func several() {
        let text = sound + SampleText.remittance + sound
        let placed = PlacedText(text)
        #expect(placed.findings == [])
        #expect(placed.bytes == Array(text.utf8))
    }

    @Test("an interchange that is cut off reports what is missing, and the next is clean")
    func cutOff() {
        let text = sound.components(through: "DTP*472") + SampleText.remittance
        #expect(PlacedText(text).findings == ["ENV-IEA-MISSING "])
    }
}

extension String {
    /// The lines up to the first that begins with some text.
    fileprivate func components(through start: String) -> String {
        let lines = split(separator: "\n", omittingEmptySubsequences: false).map { $0 + "\n" }
        let last = lines.firstIndex { $0.hasPrefix(start) } ?? 0
        return lines[...last].joined()
    }
}
