import Foundation
import Testing
import X12Diagnostics
import X12TestSupport
import X12Text

/// A text and what the reader is to make of it.
struct ReadingSample: CustomTestStringConvertible, Sendable {
    var story: String
    var text: String
    /// Identifiers of the segments.
    var segments: String
    var rules: [String] = []
    var testDescription: String { story }
}

private let isa = SampleText.header()
private let pipes = isa.replacing("*", with: "|").replacing(":", with: ">")
private let broken = isa.prefix(80) + "\n" + isa.dropFirst(80)

private let samples = [
    ReadingSample(story: "nothing around", text: isa + "~IEA*0*1~", segments: "ISA IEA"),
    ReadingSample(
        story: "byte-order mark, blanks and a line end", text: "\u{FEFF} \n" + isa + "~IEA*0*1~",
        segments: "ISA IEA", rules: ["ENV-ISA-START"]),
    ReadingSample(
        story: "blanks and line ends before the first", text: " \r\n\n" + isa + "~IEA*0*1~",
        segments: "ISA IEA", rules: ["ENV-ISA-START"]),
    ReadingSample(
        story: "two joined files that both begin with a byte-order mark",
        text: "\u{FEFF}" + isa + "~IEA*0*1~\u{FEFF}" + isa + "~IEA*0*1~", segments: "ISA IEA ISA IEA",
        rules: ["ENV-ISA-START", "ENV-ISA-START"]),
    ReadingSample(
        story: "a mail header", text: "From: x\n\n" + isa + "~IEA*0*1~", segments: "ISA IEA",
        rules: ["ENV-ISA-START"]),
    ReadingSample(
        story: "a stray trailer before the next interchange on one line",
        text: isa + "~IEA*0*1~GE*1*1~" + isa + "~IEA*0*1~", segments: "ISA IEA ISA IEA",
        rules: ["ENV-ISA-START"]),
    ReadingSample(
        story: "text behind the last IEA", text: isa + "~IEA*0*1~\nend of file", segments: "ISA IEA",
        rules: ["ENV-TRAILING-DATA"]),
    ReadingSample(
        story: "the old end-of-file mark behind the last IEA", text: isa + "~IEA*0*1~\r\n\u{1A}",
        segments: "ISA IEA"),
    ReadingSample(
        story: "an ISA broken at 80 columns", text: broken + "~IEA*0*1~", segments: "ISA IEA",
        rules: ["ENV-SEG-WRAPPED"]),
    ReadingSample(
        story: "no IEA before an interchange with other delimiters",
        text: isa + "~GS*HC~" + pipes + "~IEA|0|1~", segments: "ISA GS ISA IEA"),
    ReadingSample(
        story: "no IEA before an interchange with another terminator",
        text: isa + "~GS*HC~" + pipes + "!IEA|0|1!", segments: "ISA GS ISA IEA"),
    ReadingSample(
        story: "a cut segment before an interchange with another terminator",
        text: isa + "~GS*HC\r\n" + pipes + "!IEA|0|1!", segments: "ISA GS ISA IEA", rules: ["ENV-SEG-CUT"]),
    ReadingSample(
        story: "blank lines between two interchanges whose terminator is a line feed",
        text: isa + "\nIEA*0*1\n\n\n" + isa + "\nIEA*0*1\n", segments: "ISA IEA ISA IEA",
        rules: ["ENV-SEG-TERM-CRLF", "ENV-SEG-TERM-CRLF"]),
    ReadingSample(
        story: "the last line end is missing where line ends are terminators", text: isa + "\nIEA*0*1",
        segments: "ISA IEA", rules: ["ENV-SEG-TERM-CRLF"]),
    ReadingSample(
        story: "the letters ISA in data", text: isa + "~NM1*IL*1*ISAAC*ISA~N3*ISA~ISA*1~ISAAC~IEA*0*1~",
        segments: "ISA NM1 N3 ISA ISAA IEA"),
    ReadingSample(
        story: "a NUL alone where an identifier should be is a blank before it", text: isa + "~\0*A~IEA*0*1~",
        segments: "ISA  IEA"),
    ReadingSample(
        story: "two terminators side by side", text: isa + "~~IEA*0*1~", segments: "ISA  IEA"),
    ReadingSample(
        story: "lost padding", text: isa.replacing("          ", with: "") + "~IEA*0*1~", segments: "ISA IEA",
        rules: ["ENV-ISA-FIXED"]),
]

@Suite("Segment reader")
struct SegmentReaderTests {
    @Test("finds segments and remarks", arguments: samples)
    func reading(sample: ReadingSample) throws {
        var reader = SegmentReader(ByteSource(bytes: Array(sample.text.utf8)))
        var identifiers: [String] = []
        while let segment = try reader.next() { identifiers.append(segment.identifier.description) }
        #expect(identifiers.joined(separator: " ") == sample.segments)
        #expect(reader.takeFindings().map(\.rule.id) == sample.rules)
        #expect(ObviousReading(Array(sample.text.utf8)).bytes == Array(sample.text.utf8))
    }

    @Test("a header that has lost its padding names the first element of another width")
    func oddElement() throws {
        for (text, words) in [
            (isa.replacing("          ", with: ""), "ISA02 has 0 characters, must have 10"),
            (isa.replacing("*00501*", with: "*501*"), "ISA12 has 3 characters, must have 5"),
        ] {
            var reader = SegmentReader(ByteSource(bytes: Array((text + "~IEA*0*1~").utf8)))
            while let segment = try reader.next() { _ = segment.line }
            #expect(reader.takeFindings().map(\.detail) == [words])
        }
    }

    @Test("the trailing bytes stay when the reader is asked again")
    func trailing() throws {
        var reader = SegmentReader(ByteSource(bytes: Array((isa + "~IEA*0*1~\r\n\u{1A}").utf8)))
        while let segment = try reader.next() { _ = segment.line }
        for _ in 0..<3 {
            #expect(reader.trailing == [0x0D, 0x0A, 0x1A])
            let isOver = try reader.next() == nil
            #expect(isOver)
        }
    }

    @Test(
        "an identifier with a NUL (here _) is none of the standard's, and equal to itself",
        arguments: [("NM1_", "NM1"), ("N1_", "N1"), ("N_1", "N1"), ("NM1__", "NM1")])
    func nulls(shown: String, standard: String) throws {
        let sent = shown.replacing("_", with: "\0")
        var reader = SegmentReader(ByteSource(bytes: Array((isa + "~\(sent)*A~IEA*0*1~").utf8)))
        var read: [SegmentIdentifier] = []
        while let segment = try reader.next() { read.append(segment.identifier) }
        try #require(read.count == 3)
        #expect(read[1] == SegmentIdentifier(sent))
        #expect(read[1] != SegmentIdentifier(standard))
    }

    @Test("remarks beyond the limit are counted in one more, and none is lost when they are taken in between")
    func countedRemarks() throws {
        let text = String(repeating: isa + "~IEA*0*1~stray~", count: 9)
        var limits = Limits()
        limits.pendingFindings = 3
        var reader = SegmentReader(ByteSource(bytes: Array(text.utf8)), limits: limits)
        while let segment = try reader.next() { _ = segment.line }
        let findings = reader.takeFindings()
        #expect(
            findings.map(\.rule.id) == Array(repeating: "ENV-ISA-START", count: 3) + ["ENV-FINDINGS-OMITTED"])
        #expect(findings.last?.detail == "6")
        #expect(findings.last?.location == findings[2].location)
        #expect(reader.takeFindings().isEmpty)
    }

    @Test("an element may fill the first slice of the window to its last byte", arguments: 32_600..<32_800)
    func sliceBorder(length: Int) {
        let bytes = Array((isa + "~K3*" + String(repeating: "A", count: length) + "~IEA*0*1~").utf8)
        #expect(ObviousReading(bytes) == ObviousTokenizer.read(bytes))
    }
}

@Suite("Segment reader and bad input")
struct SegmentReaderBadInputTests {
    @Test(
        "input without a header is not X12",
        arguments: [
            "", " \n", "ISA", "GS*HC*A~", "a;b;c\n1;2;3\n", "\u{1}\u{2}\0\0ISAISAISA", "ISA*00*\nISA*00*",
        ])
    func notX12(text: String) {
        #expect(ObviousReading(Array(text.utf8)).stopped == "notX12")
    }

    @Test("a binary file is not X12, however long it is")
    func binary() {
        var random = SplitMix64(seed: 12)
        let block = (0..<4096).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        #expect(ObviousReading(block).stopped == "notX12")
        #expect(ObviousReading(ByteSource(repeating: block, count: 100_000)).stopped == "notX12")
    }

    @Test("what cannot be opened is missing", arguments: ["/no/such/file.837", "/tmp"])
    func missing(path: String) {
        #expect(throws: X12Error(.sourceMissing)) { _ = try ByteSource(path: path) }
    }

    @Test(
        "a function that says it filled more than there is room for, or less than nothing, is refused",
        arguments: [1, -1])
    func lyingFunction(more: Int) {
        let source = ByteSource { buffer in more > 0 ? buffer.count + more : more }
        #expect(ObviousReading(source).stopped == "sourceFailed")
    }

    @Test("a pipe that does not wait, and has nothing yet, is waited for")
    func nonBlocking() throws {
        let pipe = Pipe()
        let reading = pipe.fileHandleForReading.fileDescriptor
        #expect(fcntl(reading, F_SETFL, fcntl(reading, F_GETFL) | O_NONBLOCK) == 0)
        let text = isa + "~IEA*0*1~"
        let writer = Thread {
            usleep(50_000)
            try? pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
            try? pipe.fileHandleForWriting.close()
        }
        writer.start()
        var reader = SegmentReader(ByteSource(descriptor: reading))
        var count = 0
        while try reader.next() != nil { count += 1 }
        #expect(count == 2)
    }

    @Test("a source that fails stops the reader with its own error, behind what it gave")
    func failing() throws {
        var isFirst = true
        let start = Array((isa + "~GS*HC*A~ST*8").utf8)
        let source = ByteSource { (buffer) throws(X12Error) in
            guard isFirst else { throw X12Error(.sourceFailed, at: Location(), "gone") }
            isFirst = false
            buffer.copyBytes(from: start)
            return start.count
        }
        let reading = ObviousReading(source)
        #expect(reading.stopped == "sourceFailed")
        #expect(reading.segments.map { $0.elements[0] } == [Array("ISA".utf8), Array("GS".utf8)])
    }

    @Test(
        "a segment may be as long as the limit and no longer, in any pieces",
        arguments: [1, 7, 4096, 1 << 20])
    func segmentLimit(chunk: Int) {
        var limits = Limits()
        limits.segmentBytes = 5000
        for (length, stopped) in [(4997, nil), (4998, "limitPassed"), (60_000, "limitPassed")]
            as [(Int, String?)]
        {
            let bytes = Array((isa + "~K3*" + String(repeating: "A", count: length) + "~IEA*0*1~").utf8)
            let reading = ObviousReading(ByteSource(bytes, chunks: [chunk]), limits: limits)
            #expect(reading.stopped == stopped, "\(length)")
        }
    }

    @Test("a segment of 100 MB is refused long before its end")
    func hugeSegment() {
        var asked = 0
        let piece = [UInt8](repeating: UInt8(ascii: "A"), count: 1 << 16)
        let start = Array((isa + "~K3*").utf8)
        let source = ByteSource { (buffer) throws(X12Error) in
            asked += 1
            let bytes = asked == 1 ? start : piece
            let count = min(bytes.count, buffer.count)
            buffer.copyBytes(from: bytes.prefix(count))
            return asked > 1600 ? 0 : count
        }
        let reading = ObviousReading(source)
        #expect(reading.stopped == "limitPassed")
        #expect(reading.segments.count == 1)
        #expect(asked < 40)
    }

    @Test("blank lines without end are refused where the terminator is a line feed")
    func blankLines() {
        let source = ByteSource(
            repeating: [UInt8](repeating: 0x0A, count: 4096), count: 10_000, behind: Array((isa + "\n").utf8))
        #expect(ObviousReading(source).stopped == "limitPassed")
    }

    @Test("very many tiny segments are read without keeping them")
    func tinySegments() throws {
        var reader = SegmentReader(
            ByteSource(
                repeating: Array("A*~".utf8), count: 300_000, behind: Array((isa + "~").utf8),
                before: Array("IEA*0*1~".utf8)))
        var count = 0
        while let segment = try reader.next() { count += segment.isTerminated ? 1 : 0 }
        #expect(count == 300_002)
    }
}
