/// Room for one segment that cannot be shown in place: wrapped over lines, or cut.
struct SegmentScratch: ~Copyable {
    private(set) var bytes: UnsafeMutablePointer<UInt8>
    private(set) var ends: UnsafeMutablePointer<UInt32>
    private(set) var elementCount = 0
    private var capacity: Int

    init() {
        capacity = 1024
        bytes = .allocate(capacity: capacity + SegmentReader.slack)
        bytes.initialize(repeating: 0, count: capacity + SegmentReader.slack)
        ends = .allocate(capacity: capacity + 1)
    }

    deinit {
        bytes.deallocate()
        ends.deallocate()
    }

    /// Takes a segment in without its line ends, splits it, and puts a terminator behind it.
    mutating func fill(_ source: UnsafeBufferPointer<UInt8>, _ delimiters: Delimiters) {
        if source.count > capacity {
            bytes.deallocate()
            ends.deallocate()
            capacity = source.count
            bytes = .allocate(capacity: capacity + SegmentReader.slack)
            bytes.initialize(repeating: 0, count: capacity + SegmentReader.slack)
            ends = .allocate(capacity: capacity + 1)
        }
        var count = 0
        elementCount = 0
        for byte in source where byte != 0x0A && byte != 0x0D {
            if byte == delimiters.element {
                ends[elementCount] = UInt32(count)
                elementCount += 1
            }
            bytes[count] = byte
            count += 1
        }
        ends[elementCount] = UInt32(count)
        bytes[count] = delimiters.segment
    }
}
