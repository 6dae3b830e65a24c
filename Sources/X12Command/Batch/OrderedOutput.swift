internal import Dispatch
internal import Synchronization
internal import X12Diagnostics

/// Puts what several workers write into the order of the inputs.
///
/// What a worker has finished before its turn is kept, up to a bound; who has too much to keep waits for its turn and
/// writes straight on. The first unfinished input always has its turn, so somebody can always go on.
final class OrderedOutput: Sendable {
    /// What an input's worker wrote.
    private struct Page {
        var output: [UInt8]
        var log: [UInt8]
    }

    private struct State {
        var next = 0
        var pages: [Int: Page] = [:]
        var keptBytes = 0
        var waiting: [Int: DispatchSemaphore] = [:]
        var failure: X12Error?
    }

    private let state = Mutex(State())
    /// What is done before a log is printed.
    private let beforeLog: @Sendable () -> Void

    /// How many bytes of finished inputs are kept at most.
    private static let mostKept = 16 << 20

    init(beforeLog: @escaping @Sendable () -> Void = {}) { self.beforeLog = beforeLog }

    /// The first failure to write; whatever comes behind it is lost, so work can end.
    var failure: X12Error? { state.withLock { $0.failure } }

    /// Waits until all inputs before this one are written.
    func awaitTurn(_ index: Int) {
        let semaphore: DispatchSemaphore? = state.withLock { state in
            guard state.next != index else { return nil }
            let semaphore = DispatchSemaphore(value: 0)
            state.waiting[index] = semaphore
            return semaphore
        }
        semaphore?.wait()
    }

    /// Takes the last of what an input's worker wrote.
    func finish(_ index: Int, _ output: [UInt8], _ log: [UInt8]) {
        let isMuch = state.withLock { state in
            state.next != index && state.keptBytes + output.count + log.count > Self.mostKept
        }
        if isMuch { awaitTurn(index) }
        state.withLock { state in
            state.pages[index] = Page(output: output, log: log)
            state.keptBytes += output.count + log.count
            while let page = state.pages.removeValue(forKey: state.next) {
                state.keptBytes -= page.output.count + page.log.count
                write(page, &state)
                state.next += 1
            }
            state.waiting.removeValue(forKey: state.next)?.signal()
        }
    }

    private func write(_ page: Page, _ state: inout State) {
        if state.failure == nil {
            let failure = System.write(page.output, to: System.standardOutput)
            if failure != 0 {
                state.failure = X12Error(.sinkFailed, "cannot write: \(System.words(for: failure))")
                if failure != System.closedPipe {
                    StandardError.write("x12: cannot write standard output: \(System.words(for: failure))\n")
                }
            }
        }
        guard !page.log.isEmpty else { return }
        beforeLog()
        _ = System.write(page.log, to: System.standardError)
    }
}
