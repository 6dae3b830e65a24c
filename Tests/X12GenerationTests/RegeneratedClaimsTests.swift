import Foundation
import Testing
import X12Diagnostics
import X12Generation
import X12Models
import X12Rules
import X12Specs
import X12TestSupport
import X12Text

/// Claims that were read, written as NDJSON, and generated again: what comes out are the same claims under levels,
/// counts and envelopes of their own. More of them with `X12_LONG_TESTS=1`.
@Suite("Claims through NDJSON and generate")
struct RegeneratedClaimsTests {
    private static let isLong = ProcessInfo.processInfo.environment["X12_LONG_TESTS"] == "1"

    /// What became of a file's claims.
    private struct Outcome {
        var before: [Claim] = []
        var after: [Claim] = []
        var refused: [[Finding]] = []
        var misnumbered: [String] = []
    }

    private static func regenerate(_ input: [UInt8]) throws -> Outcome {
        var unchecked = RuleConfiguration()
        unchecked.highestLevel = 0
        let batch = try SubmissionBatch(
            .claims, PracticeSamples.settings, waitingIn: FileManager.default.temporaryDirectory.path,
            rules: unchecked)
        var outcome = Outcome()
        outcome.before = try claims(in: input)
        var source = try ClaimSource(ByteSource(bytes: lines(of: input)), practice: nil)
        while let candidate = try source.next() {
            let (findings, isAccepted) = try batch.add(candidate.consignment)
            if !isAccepted { outcome.refused.append(findings) }
        }
        for share in batch.shares {
            let bytes = try PracticeSamples.write(batch, share)
            outcome.after += try claims(in: bytes)
            outcome.misnumbered += try PracticeSamples.findings(in: bytes).map(\.rule.id)
                .filter {
                    $0.hasPrefix("GDE-HL") || $0.contains(/ENV-(ISA1|GS0|GE0|ST0|SE0|IEA0|SE-|GE-|IEA-)/)
                }
        }
        return outcome
    }

    /// The claims of a file without what is numbered anew, lines among it, and without what was laid out anew.
    private static func claims(in bytes: [UInt8]) throws -> [Claim] {
        try PracticeSamples.claims(in: bytes).map { claim in
            var claim = claim
            for index in claim.serviceLines.indices { claim.serviceLines[index].number = nil }
            layOut(&claim)
            if var level = claim.billingProvider { layOut(&level); claim.billingProvider = level }
            if var level = claim.subscriber { layOut(&level); claim.subscriber = level }
            if var level = claim.patient { layOut(&level); claim.patient = level }
            return claim
        }
    }

    /// Takes off what is carried of line ends and separators, and that LX was not sent.
    private static func layOut(_ part: inout some BlockPart) {
        guard var carried = part.carried else { return }
        carried.leading = []
        carried.trailing = nil
        carried.isCut = false
        carried.omitted = []
        carried.layout = 0
        carried.spellings.removeAll { $0.text.bytes.starts(with: "LX*".utf8) }
        for index in carried.spellings.indices {
            carried.spellings[index].text.bytes.removeAll(where: isSign)
        }
        for index in carried.segments.indices { carried.segments[index].text.bytes.removeAll(where: isSign) }
        part.carried = carried.isEmpty ? nil : carried
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        let character = Character(UnicodeScalar(byte))
        return !character.isLetter && !character.isNumber && character != " "
    }

    /// A file as NDJSON, as `x12 convert` writes it.
    private static func lines(of input: [UInt8]) throws -> [UInt8] {
        var reader = ModelReader(ByteSource(bytes: input))
        var writer = NDJSONWriter()
        var lines: [UInt8] = []
        while let item = try reader.next() { writer.write(item) }
        writer.finish()
        try writer.drain { (bytes: UnsafeRawBufferPointer) throws(X12Error) in lines.append(contentsOf: bytes)
        }
        return lines
    }

    /// The numbers of claims that went in and did not come out as they were; levels bring some together, so the order
    /// does not count.
    private static func lost(_ outcome: Outcome) -> [String] {
        var left = Dictionary(grouping: outcome.after) { $0.patientControlNumber ?? "" }
        return outcome.before.compactMap { claim in
            let number = claim.patientControlNumber ?? ""
            guard let index = left[number]?.firstIndex(of: claim) else {
                return "\(number): \(difference(claim, left[number]?.first))"
            }
            left[number]?.remove(at: index)
            return nil
        }
    }

    /// Where two claims begin to differ, as JSON has them.
    private static func difference(_ one: Claim, _ other: Claim?) -> String {
        guard let other else { return "not there" }
        let texts = [one, other].map { claim in
            var writer = JSONWriter()
            writer.beginObject()
            writer.properties(of: claim)
            writer.endObject()
            var bytes: [UInt8] = []
            try? writer.drain(over: 0) { (drained: UnsafeRawBufferPointer) throws(X12Error) in
                bytes += drained
            }
            return String(decoding: bytes, as: UTF8.self) + String(describing: claim.carried)
        }
        let shared = texts[0].commonPrefix(with: texts[1]).count
        return texts.map { String($0.dropFirst(max(0, shared - 40)).prefix(120)) }.joined(separator: " / ")
    }

    @Test("made-up claims come back the same, legally numbered", arguments: [1, 2, 3] as [UInt64])
    func workload(_ seed: UInt64) throws {
        let input = ClaimWorkload(seed: seed, claimsPerSet: 37).bytes(
            atLeast: Self.isLong ? 4_000_000 : 60_000)
        let outcome = try Self.regenerate(input.bytes)
        #expect(outcome.before.count == input.key.claims)
        #expect(outcome.after.count == input.key.claims)
        #expect(outcome.refused.isEmpty)
        #expect(Self.lost(outcome) == [])
        #expect(outcome.misnumbered == [])
    }

    @Test("whatever the guide allows comes back the same, legally numbered", arguments: [4, 5] as [UInt64])
    func grammar(_ seed: UInt64) throws {
        let guide = try #require(X12Specs.guide("005010X222A1"))
        var generator = GrammarGenerator(guide, seed: seed)
        for _ in 0..<(Self.isLong ? 500 : 5) {
            let outcome = try Self.regenerate(generator.interchange())
            #expect(outcome.after.count == outcome.before.count)
            #expect(outcome.refused.map { $0.map(\.rule.id) } == [])
            #expect(Self.lost(outcome) == [])
            #expect(outcome.misnumbered == [])
        }
    }

    @Test(
        "claims of public files come back the same, or are kept back for a reason that is told",
        .enabled(if: SampleFiles.corpus != nil, "no corpus beside the checkout"))
    func corpus() throws {
        let corpus = try #require(SampleFiles.corpus)
        var (claims, refused, unreadable) = (0, 0, 0)
        for path in corpus.paths(below: ["837P"]) where try Self.isLong || corpus.bytes(path).count < 30_000 {
            // What has no header cannot be read at all.
            guard let outcome = try? Self.regenerate(corpus.bytes(path)) else {
                unreadable += 1
                continue
            }
            claims += outcome.before.count
            refused += outcome.refused.count
            // What is kept back did not come out; each has its reason.
            #expect(outcome.after.count + outcome.refused.count == outcome.before.count, "\(path)")
            #expect(outcome.refused.allSatisfy { $0.contains { $0.rule.severity >= .error } }, "\(path)")
            #expect(Self.lost(outcome).count == outcome.refused.count, "\(path): \(Self.lost(outcome))")
            #expect(outcome.misnumbered == [], "\(path)")
        }
        #expect(claims > 50)
        #expect(refused < claims / 10, "\(refused) of \(claims)")
        #expect(unreadable < 3)
    }
}
