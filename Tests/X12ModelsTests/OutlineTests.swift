import Testing
import X12Models
import X12Text

/// A part with one of everything that a walk can show.
private struct Sample: ModelPart {
    struct Inner: ModelPart {
        var first: String?
        var second: ExactDecimal?

        mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
            visitor.text(1, "first", &first)
            visitor.decimal(2, "second", &second)
        }
    }

    struct Below: ModelPart {
        var number: Int?

        mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
            if visitor.enter("LX") {
                visitor.integer(1, "number", &number)
                visitor.leave()
            }
        }
    }

    var text: String?
    var listed: [String] = []
    var period: DateTimePeriod?
    var composite: Inner?
    var groups: [Inner] = []
    var repeated: [Inner] = []
    var mark = false
    var below: [Below] = []

    mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("AAA", "Q1") {
            visitor.constant(1, "Q1")
            visitor.text(2, 3, "text", &text)
            visitor.texts(4...5, "listed", &listed)
            visitor.period(6, 7, "period", &period)
            visitor.composite(8, "composite", &composite)
            visitor.groups(9, stride: 2, count: 2, "groups", &groups)
            visitor.leave()
        }
        visitor.segments(SegmentKey("BBB"), "repeated", &repeated)
        visitor.flag("mark", &mark)
        visitor.loops("2400", "below", &below)
    }
}

@Suite("Model outline")
struct OutlineTests {
    private func lines(_ outline: ModelOutline) -> [String] {
        outline.visits.map {
            "\($0.loops.joined(separator: "/")) \($0.segment)[\($0.code)] \($0.element)-\($0.component)"
                + " \($0.kind) \($0.path)"
        }
    }

    @Test("as segments, every place is shown in the order of the walk")
    func segments() {
        #expect(
            lines(ModelOutline(of: Sample.self, loop: "2300")) == [
                "2300 AAA[Q1] 1-0 constant(\"Q1\") ",
                "2300 AAA[Q1] 2-3 text text",
                "2300 AAA[Q1] 4-0 listedText listed[]",
                "2300 AAA[Q1] 5-0 listedText listed[]",
                "2300 AAA[Q1] 6-0 periodFormat period",
                "2300 AAA[Q1] 7-0 period period",
                "2300 AAA[Q1] 8-1 text composite.first",
                "2300 AAA[Q1] 8-2 decimal composite.second",
                "2300 AAA[Q1] 9-0 text groups[].first",
                "2300 AAA[Q1] 10-0 decimal groups[].second",
                "2300 AAA[Q1] 11-0 text groups[].first",
                "2300 AAA[Q1] 12-0 decimal groups[].second",
                "2300 BBB[] 1-0 text repeated[].first",
                "2300 BBB[] 2-0 decimal repeated[].second",
                "2300 [] 0-0 flag mark",
                "2300/2400 LX[] 1-0 integer below[].number",
            ])
    }

    @Test("as properties, every property is shown once and constants are not")
    func properties() {
        #expect(
            ModelOutline(of: Sample.self, as: .properties).visits.map(\.path) == [
                "text", "listed[]", "period", "composite.first", "composite.second", "groups[].first",
                "groups[].second", "repeated[].first", "repeated[].second", "mark", "below[].number",
            ])
    }
}
