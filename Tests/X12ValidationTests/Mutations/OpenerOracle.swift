import X12Diagnostics
import X12Grammar
import X12TestSupport

/// Says how many findings a change of a segment that opens a loop may have, and where: one cause, one finding.
struct OpenerOracle {
    let valid: GeneratedSet

    /// Findings that only count: they follow when a segment is taken out or comes twice.
    static let counts: Set<String> = ["ENV-SE01-COUNT", "GDE-HL01-SEQ", "837P-LX-SEQ"]

    /// What speaks against the findings of a change; `nil` when they are as they should be.
    func objection(to findings: [Finding], of mutation: Mutation, _ changed: GeneratedSet) -> String? {
        let (counts, causes) = split(findings)
        let isSound =
            [.emptySegment, .codeOfNobody].contains(mutation.kind) ? false : StructureOracle.accepts(changed)
        // A segment that has a place where it came to stand may hold a code that has none there.
        let holdsOddCode =
            holdsOddCode(mutation, changed)
            || causes.contains {
                $0.rule.id == "GDE-CODE-NOTUSED"
                    && (mutation.segment + 1...mutation.segment + 2).contains($0.location.segmentPosition)
            }
        let wanted = isSound && !holdsOddCode ? 0 : 1
        if causes.count != wanted { return "\(causes.count) findings, not \(wanted)" }
        if counts.filter({ $0.rule.id == "ENV-SE01-COUNT" }).count != (mutation.changesCount ? 1 : 0) {
            return "SE01"
        }
        for rule in ["GDE-HL01-SEQ", "837P-LX-SEQ"] where counts.filter({ $0.rule.id == rule }).count > 1 {
            return "\(rule) more than once"
        }
        // A level that left nothing but a gap in the numbers is told at the next one.
        if let next = nextClaim(behind: mutation.segment, changed),
            causes.contains(where: {
                $0.location.segmentPosition > next && $0.rule.id != "GDE-HL01-SEQ"
            })
        {
            return "a finding in the next claim"
        }
        return nil
    }

    /// Whether the segment that came to stand in front of the one that opens its loop has a code which the loop around does
    /// not list for segments of its kind.
    private func holdsOddCode(_ mutation: Mutation, _ changed: GeneratedSet) -> Bool {
        guard mutation.kind == .swapWithNext else { return false }
        let guide = changed.guide
        let moved = changed.segments[mutation.segment]
        let loop = guide.segments[valid.segments[mutation.segment].rule].loop
        let around = guide.loops[loop].parent
        // Behind another instance of the same loop it is that one's.
        let before = valid.segments[..<mutation.segment].last.map { guide.segments[$0.rule].loop }
        guard around >= 0, before == around else { return false }
        return guide.loops[around].segments.dropFirst().map { guide.segments[$0] }.contains { rule in
            rule.identifier == guide.segments[moved.rule].identifier && rule.discriminator == nil
                && zip(rule.elements, moved.elements).contains { index, value in
                    let codes = guide.elements[index].codes
                    return codes >= 0
                        && value.contains { $0 != [""] && !guide.codeLists[codes].contains($0[0]) }
                }
        }
    }

    /// Numbers of levels and lines are counts, unless they are all that is found.
    private func split(_ findings: [Finding]) -> (counts: [Finding], causes: [Finding]) {
        let causes = findings.filter { !Self.counts.contains($0.rule.id) }
        guard causes.isEmpty else { return (findings.filter { Self.counts.contains($0.rule.id) }, causes) }
        let numbers = findings.filter { $0.rule.id != "ENV-SE01-COUNT" }
        return (findings.filter { $0.rule.id == "ENV-SE01-COUNT" }, numbers)
    }

    /// Where the claim after a segment begins, as a position in the changed set.
    private func nextClaim(behind segment: Int, _ changed: GeneratedSet) -> Int? {
        changed.segments.indices.first {
            $0 > segment + 1 && changed.segments[$0].opensLoop
                && changed.guide.loops[changed.guide.segments[changed.segments[$0].rule].loop].block == .unit
        }
    }
}
