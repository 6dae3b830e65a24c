/// The elements of a segment as bare pointers; what a ``X12Parser/RawSegment`` has, in a type of this module, so that
/// looking at an element calls nothing.
struct SentElements {
    /// The byte that ends count from.
    let base: UnsafePointer<UInt8>
    /// Ends of the identifier and of each element.
    let ends: UnsafePointer<UInt32>
    /// How many elements were sent.
    let count: Int

    /// The element at `position`, from 1; empty past the last one sent.
    @inline(__always)
    func element(_ position: Int) -> UnsafeBufferPointer<UInt8> {
        guard position >= 1, position <= count else { return UnsafeBufferPointer(start: base, count: 0) }
        let start = Int(ends[position &- 1]) &+ 1
        return UnsafeBufferPointer(start: base + start, count: Int(ends[position]) &- start)
    }
}
