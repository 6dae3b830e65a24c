import Testing
import X12Diagnostics
import X12Parser
import X12TestSupport
import X12Text

@Suite("Block reader")
struct BlockReaderTests {
    @Test("the end comes once and stays")
    func end() throws {
        var reader = BlockReader(ByteSource(bytes: Array(SampleText.claim.utf8)))
        var block = Block()
        var kinds: [Block.Kind] = []
        while try reader.next(into: &block) { kinds.append(block.kind) }
        #expect(kinds.count { $0 == .end } == 1)
        #expect(kinds.last == .end)
        let isMore = try reader.next(into: &block)
        #expect(!isMore)
    }

    @Test(
        "blocks are the same wherever the input is cut", arguments: [SampleText.claim, SampleText.remittance])
    func chunks(text: String) {
        let bytes = Array(text.utf8)
        let whole = PlacedText(text)
        #expect(whole.bytes == bytes)
        for first in 1..<bytes.count {
            #expect(PlacedText(ByteSource(bytes, chunks: [first, bytes.count])) == whole, "cut at \(first)")
        }
        #expect(PlacedText(ByteSource(bytes, chunks: [1])) == whole)
    }

    @Test("large files give the same blocks in random pieces", arguments: WorkloadKind.allCases)
    func large(kind: WorkloadKind) {
        var bytes: [UInt8] = []
        kind.write(atLeast: 150_000, seed: 5) { bytes += $0 }
        let whole = PlacedText(ByteSource(bytes: bytes))
        var random = SplitMix64(seed: 8)
        let sizes = (0..<3000).map { _ in random.number(in: 1...300) }
        #expect(PlacedText(ByteSource(bytes, chunks: sizes)) == whole)
        #expect(whole.bytes == bytes)
    }

    @Test("a text that ends anywhere comes back", arguments: [SampleText.claim, SampleText.remittance])
    func cutAnywhere(text: String) {
        let bytes = Array(text.utf8)
        for length in 107..<bytes.count {
            let placed = PlacedText(ByteSource(bytes: Array(bytes.prefix(length))))
            #expect(placed.bytes == Array(bytes.prefix(length)))
            let isOnlyBlank = length == bytes.count - 1
            #expect(placed.findings.isEmpty == isOnlyBlank, "first \(length)")
            #expect(placed.findings.count <= 4, "first \(length): \(placed.findings)")
        }
    }

    @Test("a set that ends the waiting of another before it is decided on its own")
    func twoUndecidedSets() {
        let set = "ST*837*0001~BHT*0019*00*1*20260301*0930*CH~NM1*41*2*A*****46*B~"
        let text =
            SampleText.header() + "~GS*HC*A*B*20260301*0930*1*X*~" + set + "SE*4*0001~" + set + set
            + "HL*1**20*1~NM1*85*2*A~HL*2*1*22*0~SBR*P*18~CLM*1*1~LX*1~SV1*HC:99213*1~SE*11*0001~GE*3*1~"
        let placed = PlacedText(text)
        #expect(placed.places.suffix(12).prefix(3) == ["ST 837", "BHT 837", "NM1 1000A"])
        #expect(placed.places[6..<9] == ["ST -", "BHT -", "NM1 -"])
        #expect(placed.places[2] == "ST -")
    }

    @Test("odd input gives blocks and its bytes back", arguments: 0..<6)
    func oddInput(block: Int) {
        for number in 0..<60 {
            let seed = UInt64(70_000 + block * 1000 + number)
            var input = RandomInput(seed: seed)
            let bytes = input.next()
            let placed = PlacedText(ByteSource(bytes: bytes))
            if placed.stopped == nil { #expect(placed.bytes == bytes, "seed \(seed)") }
        }
    }

    @Test("samples come back", arguments: SampleFiles.samples.paths().filter { !$0.hasSuffix(".md") })
    func samples(path: String) throws {
        let bytes = try SampleFiles.samples.bytes(path)
        let placed = PlacedText(ByteSource(bytes: bytes))
        if placed.stopped == nil { #expect(placed.bytes == bytes) }
        if path.contains("/pass/"), !path.contains("line-feed.837") || path.contains("carriage") {
            #expect(placed.findings == [])
        }
    }

    // The corpus is other people's files, which developers may have beside the package.
    @Test("corpus files come back", .enabled(if: SampleFiles.corpus != nil))
    func corpus() throws {
        let corpus = try #require(SampleFiles.corpus)
        let paths = corpus.paths(below: ["837P", "835", "mixed", "envelope", "TA1"])
        #expect(paths.count > 100)
        for path in paths {
            let bytes = try corpus.bytes(path)
            let placed = PlacedText(ByteSource(bytes: bytes))
            if placed.stopped == nil { #expect(placed.bytes == bytes, "\(path)") }
        }
    }

    @Test("a block that is larger is cut off where that is asked for, and what comes behind it goes on")
    func cutOff() throws {
        var limits = Limits()
        limits.blockSegments = 10
        let many = String(repeating: "REF*ZZ*1~", count: 30) + "LX*1~"
        let long = SampleText.claim.replacing("LX*1~", with: many)
        var reader = BlockReader(ByteSource(bytes: Array(long.utf8)), limits: limits)
        reader.cutsOff = true
        var block = Block()
        var kinds: [Block.Kind] = []
        var rules: [String] = []
        while try reader.next(into: &block) {
            #expect(block.count <= 11)
            kinds.append(block.kind)
            rules += block.findings.map(\.rule.id)
        }
        #expect(rules.filter { $0 == "ENV-BLOCK-LIMIT" }.count == 1)
        #expect(rules.filter { $0 == "ENV-SE01-COUNT" }.count == 1)
        #expect(kinds.contains(.trailer) && kinds.last == .end)
    }

    @Test("a block may be as large as the limit and no larger")
    func blockLimit() {
        var limits = Limits()
        limits.blockSegments = 10
        #expect(PlacedText(ByteSource(bytes: Array(SampleText.claim.utf8)), limits: limits).stopped == nil)
        limits.blockSegments = 9
        #expect(
            PlacedText(ByteSource(bytes: Array(SampleText.claim.utf8)), limits: limits).stopped
                == "limitPassed")
    }

    @Test(
        "a claim payment stays one when what should be before it is lost", arguments: ["LX*1~\n", "before"])
    func paymentWithoutHeaderNumber(_ lost: String) throws {
        var text = SampleText.remittance.replacing("LX*1~\n", with: "")
        if lost == "before" {
            // Nothing at all between the head and the payment.
            let start = try #require(text.firstRange(of: "TRN*")?.lowerBound)
            let end = try #require(text.firstRange(of: "CLP*")?.lowerBound)
            text.removeSubrange(start..<end)
        }
        var reader = BlockReader(ByteSource(bytes: Array(text.utf8)))
        var block = Block()
        var units = 0
        while try reader.next(into: &block) {
            if case .unit = block.kind, block.view(0).identifier == "CLP" { units += 1 }
        }
        #expect(units == SampleText.remittance.matches(of: /CLP\*/).count)
    }
}
