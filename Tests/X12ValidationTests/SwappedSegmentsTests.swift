import Testing
import X12Diagnostics
import X12Grammar
import X12Parser
import X12TestSupport
import X12Text

@Suite("Segments that changed places")
struct SwappedSegmentsTests {
    /// A segment as it was placed, and where it stands.
    private struct Placed {
        var placement: Placement
        var guide: Guide?
        var range: Range<Int>
    }

    @Test("two neighbours in the wrong order are told", arguments: SampleFilesTests.sound)
    func neighbours(sample: SampleFile) throws {
        let bytes = sample.bytes
        let segments = try Self.placed(bytes)
        for (first, second) in zip(segments, segments.dropFirst()) where Self.isOrdered(first, second) {
            let between = bytes[first.range.upperBound..<second.range.lowerBound]
            let swapped =
                bytes[..<first.range.lowerBound] + bytes[second.range] + between + bytes[first.range]
                + bytes[second.range.upperBound...]
            let findings = try Validation.findings(in: Array(swapped))
            guard !findings.contains(where: { $0.rule.severity == .error }) else { continue }
            // Not told, but a segment that fits the next loop as well.
            let misfit = try Self.placed(Array(swapped)).first {
                $0.placement.remarks.contains(.late) || ($0.guide != nil && $0.placement.rule < 0)
            }
            let text = swapped[first.range.lowerBound...].prefix(40)
            #expect(misfit == nil, "\(String(decoding: text, as: UTF8.self))")
        }
    }

    private static func placed(_ bytes: [UInt8]) throws -> [Placed] {
        var reader = BlockReader(ByteSource(bytes: bytes))
        var block = Block()
        var segments: [Placed] = []
        while try reader.next(into: &block) {
            for index in 0..<block.count {
                let start = block[index].byteOffset
                segments.append(
                    Placed(
                        placement: block[index].placement, guide: block.guide,
                        range: start..<start + block.received(index).count))
            }
        }
        return segments
    }

    /// Whether the guide has two segments of a transaction set in this order and in no other.
    private static func isOrdered(_ first: Placed, _ second: Placed) -> Bool {
        guard let guide = first.guide, second.guide != nil, first.placement.rule > 0,
            second.placement.rule > 0,
            guide.segments[Int(second.placement.rule)].identifier != "SE"
        else { return false }
        let rules = [Int(first.placement.rule), Int(second.placement.rule)]
        let paths = rules.map { path(to: guide.segments[$0].loop, guide) }
        let common = zip(paths[0], paths[1]).prefix { $0 == $1 }.count
        // What each of them is in the innermost loop that holds both.
        let orders = zip(rules, paths).map { rule, path in
            path.count > common ? guide.loops[path[common]].order : guide.segments[rule].order
        }
        return orders[0] != orders[1]
    }

    /// The loops around a loop and itself, from the outside in.
    private static func path(to loop: Int, _ guide: Guide) -> [Int] {
        loop < 0 ? [] : path(to: guide.loops[loop].parent, guide) + [loop]
    }
}
