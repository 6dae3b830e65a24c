internal import Dispatch
internal import Synchronization

/// Has batches of blocks worked on by several workers, and hands out what comes of them in the order of the input.
///
///     var readAhead = SideBySide(BlockReader(source), workers: makers)
///     while let (outcome, batch) = readAhead.next() { … }
///
/// The thread that asks reads and places, and works on batches too while it would wait, so there is one thread less
/// besides it than there are workers; with one worker there is none. One batch more than there are workers is under way.
/// What is handed out is the same for any number of workers.
package struct SideBySide<Worker: BatchWorker>: ~Copyable {
    /// A batch under way.
    private final class Task: @unchecked Sendable {
        let batch: BlockBatch
        let done = DispatchSemaphore(value: 0)
        // Written by who took the task, read when it is done.
        var outcome: Worker.Outcome?

        init(_ batch: BlockBatch) { self.batch = batch }

        func run(by worker: Worker) {
            outcome = worker.work(on: batch)
            done.signal()
        }
    }

    /// What all threads share: the tasks that nobody has taken yet.
    private final class Pending: Sendable {
        private let tasks = Mutex<[Task]>([])

        func add(_ task: Task) { tasks.withLock { $0.append(task) } }

        func take() -> Task? { tasks.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
    }

    /// A worker on its way to the one thread that uses it.
    private struct Seat: @unchecked Sendable {
        let worker: Worker
        let queue: DispatchQueue
    }

    private var reader: BlockBatchReader
    private let own: Worker
    private let seats: [Seat]
    private let pending = Pending()
    /// The tasks under way, in the order of the input.
    private var tasks: [Task] = []
    private var nextSeat = 0
    /// The batch handed out last.
    private var last: BlockBatch?

    /// Reads blocks for at least one worker.
    package init(_ reader: consuming BlockReader, workers: [Worker]) {
        self.reader = BlockBatchReader(reader)
        own = workers[0]
        seats = workers.dropFirst().map { worker in
            Seat(worker: worker, queue: DispatchQueue(label: "x12.worker", qos: .userInitiated))
        }
    }

    /// What came of the next batch, and the batch, which is good until the next call; `nil` after the last.
    package mutating func next() -> (outcome: Worker.Outcome, batch: BlockBatch)? {
        if let last {
            self.last = nil
            reader.reuse(last)
        }
        while tasks.count < seats.count + 2, let batch = reader.next() { begin(batch) }
        guard !tasks.isEmpty else { return nil }
        let task = tasks.removeFirst()
        while task.done.wait(timeout: .now()) == .timedOut {
            guard let other = pending.take() else {
                task.done.wait()
                break
            }
            other.run(by: own)
        }
        last = task.batch
        // Whoever signalled has put it there.
        guard let outcome = task.outcome else { return nil }
        return (outcome, task.batch)
    }

    private mutating func begin(_ batch: BlockBatch) {
        let task = Task(batch)
        tasks.append(task)
        pending.add(task)
        guard !seats.isEmpty else { return }
        let (seat, pending) = (seats[nextSeat], pending)
        nextSeat = (nextSeat + 1) % seats.count
        seat.queue.async {
            // The asking thread may have taken it.
            pending.take()?.run(by: seat.worker)
        }
    }
}
