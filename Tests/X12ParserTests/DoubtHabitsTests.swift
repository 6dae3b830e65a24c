import Testing
import X12TestSupport

@testable import X12Parser

@Suite("Doubts that come again and again")
struct DoubtHabitsTests {
    private let line = DoubtHabits.Case(rule: 7, symbol: 3)

    @Test("a way to read becomes a habit once it was taken 64 times")
    func habit() {
        var habits = DoubtHabits()
        for _ in 0..<63 { habits.note(.asAnswered, of: line) }
        #expect(habits.reading(of: line) == nil)
        habits.note(.asAnswered, of: line)
        #expect(habits.reading(of: line) == .asAnswered)
        #expect(habits.reading(of: DoubtHabits.Case(rule: 8, symbol: 3)) == nil)
        habits.removeAll()
        #expect(habits.reading(of: line) == nil)
    }

    @Test(
        "another way in between begins anew, and one that moves segments around never becomes a habit",
        arguments: [Reading.passedOver, .withoutOpener(rule: 7), .beforeItsTurn(rule: 7, next: 9)])
    func another(reading: Reading) {
        var habits = DoubtHabits()
        for _ in 0..<63 { habits.note(.asAnswered, of: line) }
        habits.note(reading, of: line)
        habits.note(.asAnswered, of: line)
        #expect(habits.reading(of: line) == nil)
        var others = DoubtHabits()
        for _ in 0..<100 { others.note(reading, of: line) }
        #expect(others.reading(of: line) == (reading == .passedOver ? .passedOver : nil))
    }

    /// A claim with some segments put in front of its first line's `REF`, and one claim more.
    private func claims(_ inserted: [String], last: [String]) -> String {
        var segments = SampleText.segments(of: SampleText.claim)
        guard let first = segments.firstIndex(of: "REF*6R*A1"),
            let end = segments.firstIndex(of: "SE*28*0001"),
            let claim = segments.firstIndex(where: { $0.hasPrefix("CLM") })
        else { return "" }
        let own = Array(segments[claim..<end])
        let second = own.map { $0 == "REF*6R*A1" ? last + [$0] : [$0] }.joined()
        segments.replaceSubrange(end..<end, with: second)
        segments.insert(contentsOf: inserted, at: first)
        return SampleText.lines(segments)
    }

    @Test(
        "segments in doubt are read alike, be they weighed or read by habit, and one of the next claim is weighed",
        arguments: [["NM1*ZZ*1*A"], ["N1*XX*A"], ["REF*ZZ*1"], ["LX*3"]])
    func manyAlike(segments: [String]) {
        let few = PlacedText(claims(Array(repeating: segments, count: 60).flatMap(\.self), last: segments))
        let many = PlacedText(claims(Array(repeating: segments, count: 300).flatMap(\.self), last: segments))
        // Without the two places where repetitions begin and end, one is like the other.
        let added = Array(repeating: Array(few.places.dropFirst(60).prefix(segments.count)), count: 240)
            .flatMap(\.self)
        #expect(many.places.count == few.places.count + added.count)
        #expect(many.places == Array(few.places.prefix(60)) + added + Array(few.places.dropFirst(60)))
        #expect(Set(many.findings) == Set(few.findings))
        #expect(many.bytes.count > few.bytes.count)
    }
}
