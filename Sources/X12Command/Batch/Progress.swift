internal import Synchronization

/// How far a run over many files is: one line that changes on a terminal, a line now and then in a log.
final class Progress: Sendable {
    private struct State {
        var done = 0
        var shown: ContinuousClock.Instant
        var isLineOpen = false
    }

    private let total: Int
    private let isShown: Bool
    private let isTerminal = System.isTerminal(System.standardError)
    private let state = Mutex(State(shown: .now))

    /// The progress of so many files.
    init(of total: Int, isShown: Bool) {
        self.total = total
        self.isShown = isShown && total > 1
    }

    /// Counts a file, and says so when it is time to.
    func count() {
        state.withLock { state in
            state.done += 1
            guard isShown, state.shown.duration(to: .now) >= (isTerminal ? .milliseconds(100) : .seconds(10))
            else { return }
            state.shown = .now
            let words = "\(Figures.plain(state.done)) of \(Figures.plain(total)) files"
            StandardError.write(isTerminal ? "\r\u{1B}[K\(words)" : "x12: \(words)\n")
            state.isLineOpen = isTerminal
        }
    }

    /// Takes the line away, so that other words can be written.
    func clear() {
        state.withLock { state in
            guard state.isLineOpen else { return }
            StandardError.write("\r\u{1B}[K")
            state.isLineOpen = false
        }
    }
}
