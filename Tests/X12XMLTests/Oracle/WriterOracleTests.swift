import Testing
import X12Diagnostics
import X12Specs
import X12TestSupport
import X12XML

@Suite("Our XML against libxml2's writer")
struct WriterOracleTests {
    @Test(
        "sets of every guide are written byte for byte as a plain exporter writes them",
        arguments: X12Specs.guides)
    func plain(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        for profile in [GrammarProfile.typical, .everything] {
            var generator = GrammarGenerator(guide, seed: 5, profile: profile)
            for number in 1...(LongTests.areOn ? 300 : profile == .everything ? 1 : 3) {
                let bytes = generator.interchange()
                for showsLabels in [true, false] {
                    var options = GenericXMLOptions()
                    options.isIndented = number % 2 == 0
                    options.showsLabels = showsLabels
                    options.showsFindings = false
                    let ours = try GenericFlow.xml(bytes, options)
                    let theirs = try PlainExporter.xml(
                        bytes, isIndented: options.isIndented, showsLabels: showsLabels)
                    try Self.compare(ours, theirs, "set \(number)")
                }
            }
        }
    }

    @Test("made-up files are written as a plain exporter writes them", arguments: WorkloadKind.allCases)
    func workload(kind: WorkloadKind) throws {
        var bytes: [UInt8] = []
        _ = kind.write(
            atLeast: LongTests.areOn ? 2_000_000 : 20_000, seed: 3, format: WorkloadFormat(), isOneSet: false
        ) {
            bytes += $0
        }
        var options = GenericXMLOptions()
        options.showsFindings = false
        let theirs = try PlainExporter.xml(bytes, isIndented: true, showsLabels: true)
        try Self.compare(try GenericFlow.xml(bytes, options), theirs, "\(kind)")
    }

    @Test("whatever stands in a document, libxml2 writes it the same way", arguments: [true, false])
    func rewritten(isIndented: Bool) throws {
        var options = GenericXMLOptions()
        options.isIndented = isIndented
        options.showsPositions = true
        for seed in 1...(LongTests.areOn ? 200 : 10) {
            var inputs = RandomInput(seed: UInt64(100 + seed))
            for number in 1...4 {
                guard let ours = try? GenericFlow.xml(inputs.next(), options) else { continue }
                let theirs = try TextWriter.rewritten(ours, isIndented: isIndented)
                try Self.compare(ours, theirs, "input \(number) of seed \(seed)")
            }
        }
        for (number, path) in GenericRoundTripTests.samples.enumerated()
        where LongTests.areOn || number % 2 == (isIndented ? 0 : 1) {
            guard let ours = try? GenericFlow.xml(SampleFiles.samples.bytes(path), options) else { continue }
            try Self.compare(ours, TextWriter.rewritten(ours, isIndented: isIndented), path)
        }
    }

    /// Says where two documents part.
    private static func compare(_ ours: [UInt8], _ theirs: [UInt8], _ name: String) throws {
        // libxml2 ends a document with a line feed only where it indents.
        let theirs = theirs.last == 0x0A ? theirs : theirs + [0x0A]
        guard ours != theirs else { return }
        let place = zip(ours, theirs).prefix { $0 == $1 }.count
        let start = max(0, place - 120)
        Issue.record(
            """
            \(name): byte \(place)
            ours:   \(String(decoding: ours[start..<min(ours.count, place + 80)], as: UTF8.self))
            theirs: \(String(decoding: theirs[start..<min(theirs.count, place + 80)], as: UTF8.self))
            """)
        throw TextWriter.Failure(call: name)
    }
}
