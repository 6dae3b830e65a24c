import Testing
import X12Acknowledgements
import X12Diagnostics
import X12Models
import X12Parser
import X12Text

@testable import X12Acknowledgements

@Suite("Bounds of answers")
struct BoundTests {
    /// A claim with many segments in error.
    private func flood(_ count: Int) -> String {
        let lines = (0..<count).map { _ in "NTE*ADD*X*Y~\n" }.joined()
        return Inputs.claim.with("HI*ABK:J020~\n", lines + "HI*ABK:J020~\n").with("SE*28", "SE*\(28 + count)")
    }

    @Test("a flood of errors is cut at the bound; status and codes stay", arguments: [10, 1000])
    func flooded(bound: Int) throws {
        var options = try Answer.options
        options.mostErrors = bound
        let lines = try Answer.segments(flood(5000), options)
        #expect(lines.filter { $0.hasPrefix("IK3") }.count <= bound)
        #expect(lines.filter { $0.hasPrefix("IK3") }.count > bound / 3)
        #expect(lines.contains { $0.hasPrefix("IK5*R*5") })
        #expect(try Answer.findings(in: Answer.answer(Array(flood(5000).utf8), options).bytes).isEmpty)
    }

    @Test("errors are listed before what is only noted")
    func errorsFirst() {
        var set = SetReport(identifier: "837", controlNumber: "0001", guide: "", most: 3)
        func error(_ position: Int) -> ReportedError {
            ReportedError(position: position, segment: "NTE", loop: "2300", segmentError: "5")
        }
        for position in 1...5 { set.add(error(position), refuses: false) }
        for position in 6...7 { set.add(error(position), refuses: true) }
        #expect(set.response.segmentErrors.map(\.position) == [1, 6, 7])
    }

    @Test("at most five codes, the standard's before the guide's")
    func codes() {
        #expect(SetReport.listed(["I5", "5", "23", "4", "3", "2", "I6"]) == ["2", "3", "4", "5", "23"])
        #expect(SetReport.listed(["I5", "5", "4"]) == ["4", "5", "I5"])
    }

    @Test("what waits past the bound waits in a file, and comes back whole", arguments: [1, 100, 1 << 20])
    func held(bound: Int) throws {
        let held = HeldBytes(bound: bound)
        var all: [UInt8] = []
        for number in 0..<400 {
            let bytes = Array("part \(number) ".utf8)
            all += bytes
            try held.append(bytes)
        }
        #expect(held.isSpilled == (bound < all.count))
        var back: [UInt8] = []
        try held.drain { (part: UnsafeRawBufferPointer) throws(X12Error) in back += Array(part) }
        #expect(back == all)
        #expect(held.isEmpty && !held.isSpilled)
        try held.append([1, 2])
        held.removeAll()
        try held.drain { (part: UnsafeRawBufferPointer) throws(X12Error) in Issue.record("nothing was held") }
    }

    @Test("a sink that fails stops the answer")
    func failing() throws {
        let options = try Answer.options
        #expect(throws: X12Error(.sinkFailed)) {
            var reader = BlockReader(ByteSource(bytes: Array(Inputs.claim.utf8)))
            var writer = AcknowledgementWriter(options)
            var block = Block()
            while try reader.next(into: &block) {
                try writer.take(block, block.findings) { (_: UnsafeRawBufferPointer) throws(X12Error) in
                    throw X12Error(.sinkFailed)
                }
            }
        }
    }
}
