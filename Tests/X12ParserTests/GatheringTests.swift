import Testing
import X12Diagnostics
import X12Grammar
import X12Parser
import X12TestSupport
import X12Text

/// All that there is in a block, as values.
private struct BlockCopy: Equatable {
    var kind: Block.Kind
    var guide: String?
    var isUnlisted: Bool
    var isCutOff: Bool
    var findings: [Finding]
    var lineEnd: [UInt8]
    var bytes: [UInt8] = []
    var segments: [SegmentCopy] = []

    init(_ block: borrowing Block) {
        kind = block.kind
        guide = block.guide?.identifier
        isUnlisted = block.isUnlisted
        isCutOff = block.isCutOff
        findings = block.findings
        lineEnd = block.lineEnd
        block.appendReceived(to: &bytes)
        for index in 0..<block.count {
            segments.append(
                SegmentCopy(block[index], ObviousSegment(block.view(index)), raw: block.raw(index)))
        }
    }
}

private struct SegmentCopy: Equatable {
    var placement: Placement
    var location: Location
    var elementCount: Int32
    var view: ObviousSegment
    var identifier: SegmentIdentifier
    var text: [UInt8]
    /// Whether a terminator stands behind the text, as comparisons of many bytes at once want it.
    var isFollowedByTerminator: Bool

    init(_ segment: BlockSegment, _ view: ObviousSegment, raw: RawSegment) {
        placement = segment.placement
        location = segment.location
        elementCount = segment.elementCount
        self.view = view
        identifier = raw.identifier
        text = Array(raw.bytes)
        isFollowedByTerminator = raw.bytes.baseAddress?[raw.bytes.count] == view.delimiters[3]
    }
}

/// Every block of a text, and why reading stopped.
private struct BlockCopies: Equatable {
    var blocks: [BlockCopy] = []
    var stopped: String?

    init(_ source: consuming ByteSource, limits: Limits = Limits()) {
        var reader = BlockReader(source, limits: limits)
        var block = Block()
        do throws(X12Error) {
            while try reader.next(into: &block) { blocks.append(BlockCopy(block)) }
        } catch {
            stopped = error.code.description
        }
    }

    /// Read with each segment looked at by itself.
    static func oneByOne(_ bytes: [UInt8]) -> BlockCopies {
        var limits = Limits()
        // Only where a block could take one more segment of the greatest length are many taken at once.
        limits.segmentBytes = limits.blockBytes
        return BlockCopies(ByteSource(bytes: bytes), limits: limits)
    }

    /// In a few words, where two readings part.
    func difference(from other: BlockCopies) -> String? {
        for (number, (left, right)) in zip(blocks, other.blocks).enumerated() where left != right {
            for (place, (one, two)) in zip(left.segments, right.segments).enumerated() where one != two {
                return "block \(number), segment \(place): \(one), not \(two)"
            }
            return
                "block \(number): \(left.kind) \(left.segments.count) \(left.findings.map(\.rule.id)), not "
                + "\(right.kind) \(right.segments.count) \(right.findings.map(\.rule.id))"
        }
        return self == other ? nil : "\(blocks.count) blocks, not \(other.blocks.count)"
    }
}

@Suite("Gathering")
struct GatheringTests {
    @Test(
        "segments taken together make the blocks that they make one by one",
        arguments: SampleFiles.samples.paths())
    func samples(path: String) throws {
        let bytes = try SampleFiles.samples.bytes(path)
        let difference = BlockCopies(ByteSource(bytes: bytes)).difference(from: .oneByOne(bytes))
        #expect(difference == nil)
    }

    // The corpus is other people's files, which developers may have beside the package.
    @Test("so do those of corpus files", .enabled(if: SampleFiles.corpus != nil))
    func corpus() throws {
        let corpus = try #require(SampleFiles.corpus)
        for path in corpus.paths(below: ["837P", "835", "271", "999", "277CA", "mixed"]) {
            let bytes = try corpus.bytes(path)
            guard bytes.count < 200_000 else { continue }
            let difference = BlockCopies(ByteSource(bytes: bytes)).difference(from: .oneByOne(bytes))
            #expect(difference == nil, "\(path)")
        }
    }

    @Test(
        "so do those of large files, whatever the line ends", arguments: ["", "\n", "\r\n"],
        WorkloadKind.allCases)
    func workloads(lineEnd: String, kind: WorkloadKind) throws {
        var format = WorkloadFormat()
        format.lineEnd = try #require(WorkloadFormat.LineEnd(rawValue: lineEnd))
        var bytes: [UInt8] = []
        kind.write(atLeast: 60_000, seed: 11, format: format) { bytes += $0 }
        let whole = BlockCopies(ByteSource(bytes: bytes))
        #expect(whole.difference(from: .oneByOne(bytes)) == nil)
        var random = SplitMix64(seed: 3)
        let sizes = (0..<3000).map { _ in random.number(in: 1...500) }
        #expect(BlockCopies(ByteSource(bytes, chunks: sizes)).difference(from: whole) == nil)
    }

    @Test("so do those of spoilt files", arguments: 0..<24)
    func spoilt(number: Int) {
        var random = SplitMix64(seed: UInt64(900 + number))
        let kind = WorkloadKind.allCases[number % WorkloadKind.allCases.count]
        var bytes: [UInt8] = []
        kind.write(atLeast: 12_000, seed: UInt64(number)) { bytes += $0 }
        for _ in 0..<12 {
            let place = random.number(in: 110...bytes.count - 20)
            switch random.number(in: 0...4) {
            case 0: bytes.remove(at: place)
            case 1: bytes[place] = random.pick(Array("~*:^AX1 \n".utf8))
            case 2:
                bytes.insert(
                    contentsOf: random.pick(["~", "*", "~ZZ*1~", "\n", "~HL*9*1*22*0~"]).utf8, at: place)
            case 3: bytes.removeSubrange(place..<place + random.number(in: 1...19))
            default: bytes.insert(contentsOf: bytes[place..<place + random.number(in: 1...19)], at: place)
            }
        }
        let difference = BlockCopies(ByteSource(bytes: bytes)).difference(from: .oneByOne(bytes))
        #expect(difference == nil)
    }
}
