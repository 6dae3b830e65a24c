import Foundation
import Testing
import X12Diagnostics
import X12TestSupport
import X12XML

@Suite("X12 to XML and back")
struct GenericRoundTripTests {
    static let samples = SampleFiles.samples.paths().filter { $0.contains("/pass/") || $0.contains("/fail/") }
        .filter { !$0.hasSuffix(".expected") && !$0.contains("/.") }
    /// The files of the corpus; the few large ones only where time is given.
    static let corpus =
        SampleFiles.corpus?.paths().filter { path in
            guard path.hasSuffix(".x12") else { return false }
            if LongTests.areOn { return true }
            return (try? SampleFiles.corpus?.bytes(path).count).map { $0 <= 20_000 } ?? false
        } ?? []

    @Test("every sample comes back byte for byte", arguments: samples)
    func sample(path: String) throws {
        try check(SampleFiles.samples.bytes(path), path, isBrief: !LongTests.areOn)
    }

    @Test(
        "every file of the corpus comes back byte for byte, whatever is wrong with it",
        .enabled(if: SampleFiles.corpus != nil, "there is no folder shared/corpus beside the package"),
        arguments: corpus)
    func corpusFile(path: String) throws {
        guard let bytes = try SampleFiles.corpus?.bytes(path) else { return }
        try check(bytes, path, isBrief: true)
    }

    @Test("made-up files come back byte for byte", arguments: WorkloadKind.allCases)
    func workload(kind: WorkloadKind) throws {
        for lineEnd in [WorkloadFormat.LineEnd.none, .lineFeed, .carriageReturnLineFeed] {
            var bytes: [UInt8] = []
            _ = kind.write(
                atLeast: LongTests.areOn ? 1_000_000 : 6_000, seed: 7,
                format: WorkloadFormat(lineEnd: lineEnd), isOneSet: lineEnd == .none
            ) { bytes += $0 }
            try check(bytes, "\(kind)")
        }
    }

    @Test("inputs of any delimiters, cut, wrapped and damaged, come back byte for byte", arguments: 1...20)
    func random(seed: Int) throws {
        var inputs = RandomInput(seed: UInt64(seed))
        for number in 1...(LongTests.areOn ? 200 : 4) {
            try check(inputs.next(), "input \(number) of seed \(seed)", isBrief: true)
        }
    }

    @Test(
        "identifiers in small letters, or with a blank behind them, come back as they were",
        arguments: Misspelled.identifiers)
    func misspelled(identifier: String) throws {
        for claim in try Misspelled.claims(identifier) { try check(claim.bytes, claim.spelling) }
    }

    @Test(
        "loops out of place, however many, lie side by side",
        arguments: [["LX*1", "NM1*82*1*A"], ["NM1*82*1*A", "SVD*1*1"]])
    func misplacedLoops(segments: [String]) throws {
        let sample = String(
            decoding: try SampleFiles.samples.bytes("837P/pass/office-visit.837"), as: UTF8.self)
        let claim = try #require(sample.range(of: "CLM*"))
        let strangers = String(repeating: segments.map { $0 + "~" }.joined(), count: 200)
        let bytes = Array((sample[..<claim.lowerBound] + strangers + sample[claim.lowerBound...]).utf8)
        let xml = try GenericFlow.xml(bytes, .bare)
        var depth = 0
        var deepest = 0
        for tag in String(decoding: xml, as: UTF8.self).split(separator: "<") where !tag.hasPrefix("?") {
            depth += tag.hasPrefix("/") ? -1 : tag.contains("/>") ? 0 : 1
            deepest = max(deepest, depth)
        }
        #expect(deepest < 20)
        #expect(try GenericFlow.x12(xml) == bytes)
    }

    @Test("a document in pieces of any size gives the same bytes", arguments: [1, 2, 3, 7, 64, 1000])
    func chunks(size: Int) throws {
        let bytes = try SampleFiles.samples.bytes("837P/pass/dependent-child.837")
        let xml = try GenericFlow.xml(bytes)
        #expect(try GenericFlow.xml(bytes, chunks: [size]) == xml)
        #expect(try GenericFlow.x12(xml, chunks: [size]) == bytes)
    }

    /// Checks all ways to write an input, or briefly one of them, which the input's length chooses.
    private func check(_ bytes: [UInt8], _ name: String, isBrief: Bool = false) throws {
        let all = GenericFlow.options
        for options in isBrief ? [all[bytes.count % all.count]] : all {
            let xml: [UInt8]
            do { xml = try GenericFlow.xml(bytes, options) } catch let error as X12Error {
                // What holds no interchange cannot be written at all.
                #expect(error.code == .notX12, "\(name): \(error)")
                return
            }
            do {
                let back = try GenericFlow.x12(xml)
                #expect(back == bytes, "\(name)")
            } catch {
                Issue.record("\(name): \(error)\n\(String(decoding: xml.prefix(6000), as: UTF8.self))")
                return
            }
        }
    }
}
