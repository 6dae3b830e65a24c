import Testing
import X12TestSupport
import X12Text

/// The fast reader against the obvious tokenizer, as whole values.
func expectAgreement(_ bytes: [UInt8], _ comment: @autoclosure () -> String) {
    let expected = ObviousTokenizer.read(bytes)
    let found = ObviousReading(bytes)
    guard found != expected else { return }
    Issue.record("\(comment()): \(firstDifference(found, expected))")
}

/// Where two readings part, in a few words.
func firstDifference(_ found: ObviousReading, _ expected: ObviousReading) -> String {
    if found.stopped != expected.stopped {
        return "stopped \(found.stopped ?? "-"), not \(expected.stopped ?? "-")"
    }
    for (number, (left, right)) in zip(found.segments, expected.segments).enumerated() where left != right {
        return "segment \(number + 1): \(describe(left)), not \(describe(right))"
    }
    if found.segments.count != expected.segments.count {
        return "\(found.segments.count) segments, not \(expected.segments.count)"
    }
    if found.remarks != expected.remarks { return "remarks \(found.remarks), not \(expected.remarks)" }
    return "trailing \(found.trailing), not \(expected.trailing)"
}

private func describe(_ segment: ObviousSegment) -> String {
    let text = String(decoding: segment.received, as: UTF8.self).debugDescription
    let elements = segment.elements.map { String(decoding: $0, as: UTF8.self) }
    return "\(text) at \(segment.offset) line \(segment.line) leading \(segment.leading) "
        + "terminated \(segment.isTerminated) elements \(elements) by \(segment.delimiters)"
}

@Suite("Segment reader and obvious tokenizer")
struct SegmentReaderAgreementTests {
    @Test("agree on every sample", arguments: SampleFiles.samples.paths())
    func samples(path: String) throws {
        expectAgreement(try SampleFiles.samples.bytes(path), path)
    }

    // The corpus is other people's files, which developers may have beside the package.
    @Test("agree on every corpus file", .enabled(if: SampleFiles.corpus != nil))
    func corpus() throws {
        let corpus = try #require(SampleFiles.corpus)
        let paths = corpus.paths().filter { !$0.hasPrefix("licences/") }
        #expect(paths.count > 300)
        for path in paths {
            let bytes = try corpus.bytes(path)
            expectAgreement(bytes, path)
            if ObviousReading(bytes).stopped == nil {
                #expect(ObviousReading(bytes).bytes == bytes, "\(path)")
            }
        }
    }

    @Test("agree on generated input", arguments: 0..<24)
    func generated(block: Int) {
        for number in 0..<60 {
            let seed = UInt64(block * 1000 + number)
            var input = RandomInput(seed: seed)
            expectAgreement(input.next(), "seed \(seed)")
        }
    }

    @Test("agree on a text cut anywhere", arguments: [SampleText.tiny, SampleText.claim])
    func cuts(text: String) {
        let bytes = Array(text.utf8)
        for length in 0..<bytes.count {
            expectAgreement(Array(bytes.prefix(length)), "first \(length) bytes")
            let reading = ObviousReading(Array(bytes.prefix(length)))
            if reading.stopped == nil { #expect(reading.bytes == Array(bytes.prefix(length))) }
        }
    }

    @Test("agree on large files with windows to refill", arguments: ["", "\n", "\r\n"])
    func workloads(lineEnd: String) throws {
        var format = WorkloadFormat()
        format.lineEnd = try #require(WorkloadFormat.LineEnd(rawValue: lineEnd))
        for kind in WorkloadKind.allCases {
            var bytes: [UInt8] = []
            kind.write(atLeast: 300_000, seed: 3, format: format) { bytes += $0 }
            expectAgreement(bytes, "\(kind)")
        }
    }
}
