import Testing
import X12Diagnostics

@Suite("Finding renderer")
struct FindingRendererTests {
    let hidden = FindingRenderer(file: "claims.837")
    let shown = FindingRenderer(file: "claims.837", showsValues: true)
    let claim = SegmentExcerpt(Array("CLM*PCN0001*180***11:Z:1*Y*A*Y*Y".utf8), FindingSamples.delimiters)

    @Test("without values, a finding is its place, its words and what is around it")
    func withoutValues() {
        #expect(
            hidden.text(of: FindingSamples.facilityQualifier, excerpt: claim) == """
                claims.837: segment 18 (line 20): error: CLM05-2 is 'Z', must be 'B' [GDE-CODE-BAD]
                   = in 2000A[1] > 2000B[3] > 2300[1]; guide 005010X222A1; set 0001; claim PCN0001
                   = help: use a code the guide lists

                """)
    }

    @Test("with values, the segment is shown with a mark under the place")
    func withValues() {
        #expect(
            shown.text(of: FindingSamples.facilityQualifier, excerpt: claim) == """
                claims.837: segment 18 (line 20): error: CLM05-2 is 'Z', must be 'B' [GDE-CODE-BAD]
                   | CLM*PCN0001*180***11:Z:1*Y*A*Y*Y~
                   |                      ^
                   = in 2000A[1] > 2000B[3] > 2300[1]; guide 005010X222A1; set 0001; claim PCN0001
                   = help: use a code the guide lists

                """)
    }

    @Test("around a transaction set, the segment is named, or the byte")
    func aroundASet() {
        var finding = Finding(FindingSamples.missing, at: Location(byteOffset: 12, line: 1, segment: 1))
        finding.detail = "nothing but blanks"
        #expect(
            hidden.text(of: finding) == """
                claims.837: byte 12 (line 1): warning: the interchange is missing in the interchange: nothing but blanks \
                [GDE-SEG-MISSING]

                """)
        finding.context.segment = "ISA"
        #expect(
            hidden.text(of: finding).hasPrefix("claims.837: ISA (line 1): warning: ISA is missing in ISA"))
        finding.location.line = 0
        #expect(hidden.text(of: finding).hasPrefix("claims.837: ISA: warning"))
    }

    @Test("a profile's severity stands in place of the rule's")
    func severity() {
        let text = hidden.text(of: FindingSamples.facilityQualifier, severity: .info)
        #expect(text.hasPrefix("claims.837: segment 18 (line 20): info: CLM05-2"))
    }

    @Test("colours are used only when asked for, and change nothing else")
    func colours() {
        let coloured = FindingRenderer(file: "claims.837", showsValues: true, usesColour: true)
            .text(of: FindingSamples.facilityQualifier, excerpt: claim)
        let plain = shown.text(of: FindingSamples.facilityQualifier, excerpt: claim)
        #expect(coloured.contains("\u{1B}[1;31merror: \u{1B}[0m"))
        #expect(!plain.contains("\u{1B}"))
        var stripped = coloured
        for code in ["1", "1;31", "1;32", "0"] {
            stripped = stripped.split(separator: "\u{1B}[\(code)m", omittingEmptySubsequences: false).joined()
        }
        #expect(stripped == plain)
    }

    @Test("no control character of the input reaches the terminal")
    func controls() {
        var finding = FindingSamples.facilityQualifier
        finding.found = Fact("\u{1B}[2J\u{202E}x", .code)
        finding.context.claim = "A\u{07}B\u{9B}C"
        let excerpt = SegmentExcerpt(Array("CLM*\u{1B}[2J*\u{0}".utf8), FindingSamples.delimiters)
        let text = FindingRenderer(file: "a\nb", showsValues: true).text(of: finding, excerpt: excerpt)
        let controls = text.unicodeScalars.filter { ($0.value < 32 && $0 != "\n") || 127...159 ~= $0.value }
        #expect(controls.isEmpty)
        #expect(text.contains("CLM05-2 is '?[2J?x', must be 'B'"))
        #expect(text.hasPrefix("a?b: "))
        #expect(text.contains("claim A?B?C"))
    }
}
