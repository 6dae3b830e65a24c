internal import Synchronization

/// Objects that were made ahead, in memory that is used again: as much of it given back and asked for anew with each batch
/// costs more than making the objects.
///
/// It belongs to one thread at a time.
final class MadeObjects: @unchecked Sendable {
    var writer = JSONWriter(.compact)

    /// Those that nobody uses.
    final class Pool: Sendable {
        private let spare = Mutex<[MadeObjects]>([])

        func take() -> MadeObjects { spare.withLock { $0.popLast() } ?? MadeObjects() }

        /// Takes objects back that were written.
        func give(_ objects: MadeObjects) {
            objects.writer.removeAll()
            spare.withLock { $0.append(objects) }
        }
    }
}
