internal import CX12Scan
internal import X12Diagnostics

/// The window: refilling it, and searching the next slice of it for delimiters.
extension SegmentReader {
    /// Indexes the next slice up to its last terminator; false when no terminator follows in the input, or
    /// none within the largest segment.
    ///
    /// What it answers depends on the input alone, not on the pieces in which it arrives: a slice is never
    /// larger than the largest segment with its terminator. Reads on only when what is there holds no
    /// terminator, so that a segment is not kept back until more comes.
    mutating func index() throws(X12Error) -> Bool {
        let largest = limits.segmentBytes + 1
        var length = min(Self.sliceBytes, largest)
        while true {
            let available = filled - segmentStart
            let slice = min(length, available)
            growIndex(to: slice)
            let origin = segmentStart
            let result = x12scan_index(base + origin, slice, delimiters.segment, delimiters.element, ends)
            var count = result.count
            while count > 0, base[origin + Int(ends[count - 1])] != delimiters.segment { count -= 1 }
            if count > 0 {
                rebase(to: origin)
                cursor = 0
                indexed = count
                holdsControl = result.has_inner_control != 0
                return true
            }
            if slice == largest { return false }
            if available >= length {
                length = min(length * 2, largest)
            } else if try !fill() {
                return false
            }
        }
    }

    /// Counts offsets from `origin` on, keeping the leading bytes before it reachable.
    private mutating func rebase(to origin: Int) {
        base += origin
        baseOffset += origin
        filled -= origin
        segmentStart -= origin
    }

    /// Reads more bytes behind those not used yet, and drops the index; false at the end of the input.
    ///
    /// Callers read on only while less than the largest segment is at hand, so the window stays bounded.
    mutating func fill() throws(X12Error) -> Bool {
        guard !isAtEnd else { return false }
        cursor = 0
        indexed = 0
        let keptFrom = segmentStart - pendingLeading
        let kept = filled - keptFrom
        if kept > windowCapacity / 2 {
            let capacity = windowCapacity * 2
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Self.slack)
            larger.initialize(repeating: 0, count: capacity + Self.slack)
            larger.update(from: base + keptFrom, count: kept)
            window.deallocate()
            window = larger
            windowCapacity = capacity
        } else {
            window.update(from: base + keptFrom, count: kept)
        }
        baseOffset += keptFrom
        base = window
        segmentStart = pendingLeading
        filled = kept
        let room = UnsafeMutableRawBufferPointer(start: window + kept, count: windowCapacity - kept)
        let count = try source.read(into: room)
        isAtEnd = count == 0
        filled += count
        return count > 0
    }

    private mutating func growIndex(to slice: Int) {
        guard slice + Self.slack > endsCapacity else { return }
        ends.deallocate()
        endsCapacity = slice + Self.slack
        ends = .allocate(capacity: endsCapacity)
    }

    func lineBreaks(_ from: Int, _ to: Int, alsoReturns: Bool = false) -> Int {
        var breaks = 0
        var index = from
        while index < to {
            if base[index] == 0x0A || (alsoReturns && base[index] == 0x0D) { breaks += 1 }
            index += 1
        }
        return breaks
    }

    func tooLong(_ detail: String) -> X12Error {
        let place = Location(
            byteOffset: baseOffset + segmentStart, line: lineNumber, segment: segmentCount + 1)
        return X12Error(.limitPassed, at: place, detail)
    }
}
