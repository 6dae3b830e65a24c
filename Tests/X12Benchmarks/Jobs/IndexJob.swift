import CX12Scan
import X12TestSupport

extension Job {
    /// The product's indexer as the reader calls it: window after window, each cut back to its last terminator.
    static let index = Job(
        name: "index", summary: "the product's indexer, 16 KiB windows, control bytes checked"
    ) {
        input in
        input.bytes.withUnsafeBufferPointer {
            indexWindows($0, terminator: input.format.terminator, separator: input.format.elementSeparator)
        }
    }
}

// A window and its positions together stay well inside a first-level cache of 48 KiB; windows of 32 KiB are slower.
private let windowSize = 16 * 1024

@inline(never)
private func indexWindows(_ bytes: UnsafeBufferPointer<UInt8>, terminator: UInt8, separator: UInt8) -> UInt64
{
    guard let base = bytes.baseAddress else { return 0 }
    let positions = UnsafeMutablePointer<UInt32>.allocate(capacity: windowSize + 64)
    let places = UnsafeMutablePointer<UInt32>.allocate(capacity: windowSize + 64)
    defer {
        positions.deallocate()
        places.deallocate()
    }
    var delimiters: UInt64 = 0
    var start = 0
    while start < bytes.count {
        let length = min(windowSize, bytes.count - start)
        let result = x12scan_index(base + start, length, terminator, separator, positions, places)
        let count = result.terminators > 0 ? Int(places[result.terminators - 1]) + 1 : 0
        delimiters += UInt64(count) + UInt64(result.has_inner_control) << 40
        // Without any terminator the window is left behind as a whole; a reader would widen it.
        start += count > 0 ? Int(positions[count - 1]) + 1 : length
    }
    return delimiters
}
