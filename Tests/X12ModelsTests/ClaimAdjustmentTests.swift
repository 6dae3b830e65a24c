import Testing
import X12Text

@testable import X12Models

@Suite("Adjustments of claims and lines")
struct ClaimAdjustmentTests {
    private static let cas = SegmentKey("CAS")

    private func travel(_ segments: [[String]]) -> (line: LineAdjudication, segments: [[String]]) {
        let loop = PlacedLoop(
            identifier: "2430", segments: segments.map { PlacedSegment(key: Self.cas, elements: $0) })
        var refused: [String] = []
        let line = PlainDecoder.decode(LineAdjudication.self, from: loop, refused: &refused)
        #expect(refused == [])
        return (line, PlainEncoder.encode(line).segments.map(\.elements))
    }

    @Test("triplets become one list, and the same segments again")
    func list() {
        let segments = [
            ["CAS", "CO", "45", "10.5", "", "97", "3", "2"], ["CAS", "PR", "1", "20"],
        ]
        let (line, written) = travel(segments)
        #expect(line.adjustments.map(\.group) == ["CO", "CO", "PR"])
        #expect(line.adjustments.map(\.reason) == ["45", "97", "1"])
        #expect(line.adjustments.map(\.amount) == ["10.5", "3", "20"].map { ExactDecimal($0) })
        #expect(line.adjustments.map(\.quantity) == [nil, ExactDecimal("2"), nil])
        #expect(line.adjustments.allSatisfy { !$0.beginsSegment })
        #expect(written == segments)
    }

    @Test("a segment begun before the last one was full is begun there again")
    func beginsSegment() {
        let segments = [["CAS", "CO", "45", "10"], ["CAS", "CO", "97", "3"], ["CAS", "CO", "16", "1"]]
        let (line, written) = travel(segments)
        #expect(line.adjustments.map(\.beginsSegment) == [false, true, true])
        #expect(written == segments)
    }

    @Test("more than six of one group go on in a second segment, without a mark")
    func overflow() {
        var adjudication = LineAdjudication()
        for reason in 1...13 {
            var adjustment = Adjustment()
            adjustment.group = "CO"
            adjustment.reason = "\(reason)"
            adjustment.amount = ExactDecimal("1")
            adjudication.adjustments.append(adjustment)
        }
        let written = PlainEncoder.encode(adjudication).segments.map(\.elements)
        #expect(written.map { $0.filter { $0 == "1" }.count } == [7, 6, 1])
        #expect(written.map { $0[2] } == ["1", "7", "13"])
        #expect(travel(written).line.adjustments == adjudication.adjustments)
    }
}
