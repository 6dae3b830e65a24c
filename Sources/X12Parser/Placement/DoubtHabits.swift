/// How segments in doubt were read, again and again in one block.
///
/// What stands where it may not once may stand there a million times (lines beyond the fiftieth of a claim). It is weighed
/// each time, which takes as long as placing ten thousand segments that fit, only until it was read the same way many times
/// in a row.
struct DoubtHabits {
    /// A segment of a kind, behind the segment of a rule.
    struct Case: Hashable {
        let rule: Int
        let symbol: Int
    }

    private struct Habit {
        var reading: Reading
        var times: Int
    }

    private var habits: [Case: Habit] = [:]

    /// From how many times on a way to read is not asked for any more.
    private static let enough = 64

    /// How a segment is read that was read this way often enough; `nil` when it has to be weighed.
    func reading(of segment: Case) -> Reading? {
        guard let habit = habits[segment], habit.times >= Self.enough else { return nil }
        return habit.reading
    }

    /// Remembers how a segment was read, where that says nothing of those around it.
    mutating func note(_ reading: Reading, of segment: Case) {
        switch reading {
        case .asAnswered, .passedOver:
            if habits[segment]?.reading == reading {
                habits[segment]?.times += 1
            } else {
                habits[segment] = Habit(reading: reading, times: 1)
            }
        case .stray, .withoutOpener, .mistakenOpener, .insideUnopened, .ofLoopBefore, .behindLast,
            .afterItsTurn, .beforeItsTurn:
            habits[segment] = nil
        }
    }

    /// Forgets all: another block begins.
    mutating func removeAll() {
        if !habits.isEmpty { habits.removeAll(keepingCapacity: true) }
    }
}
