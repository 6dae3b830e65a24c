import CYardstick
import X12TestSupport

extension Job {
    /// The unit U: every job's time is compared with this one's in the same round.
    static let yardstick = Job(
        name: "yardstick", summary: "U: a bare AVX2 loop writes every delimiter's position"
    ) {
        input in
        // Memory that is new in each round would have the system's page faults measured, not the loop.
        let positions = YardstickMemory.shared.positions(for: input.bytes.count)
        return input.bytes.withUnsafeBufferPointer { bytes in
            UInt64(
                yardstick_index(
                    bytes.baseAddress, bytes.count, input.format.terminator, input.format.elementSeparator,
                    input.format.componentSeparator, positions))
        }
    }
}

/// Room for the positions of the largest input so far; rounds run one after the other on one thread.
private final class YardstickMemory: @unchecked Sendable {
    static let shared = YardstickMemory()
    private var memory = UnsafeMutableBufferPointer<UInt32>(start: nil, count: 0)

    func positions(for byteCount: Int) -> UnsafeMutablePointer<UInt32>? {
        if memory.count < byteCount + 64 {
            memory.deallocate()
            memory = .allocate(capacity: byteCount + 64)
        }
        return memory.baseAddress
    }
}
