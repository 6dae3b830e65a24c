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
            let result = x12scan_index(
                base + origin, slice, delimiters.segment, delimiters.element, ends, places)
            if result.terminators > 0 {
                rebase(to: origin)
                places[-1] = .max
                taken = 0
                ended = result.terminators
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
        if filled == 0, baseOffset == 0, let lent = source.lend(butLast: Self.slack) {
            base = lent.baseAddress ?? base
            filled = lent.count
            return true
        }
        dropIndex()
        let keptFrom = segmentStart - pendingLeading
        let kept = filled - keptFrom
        if kept > windowCapacity / 2 {
            var capacity = windowCapacity * 2
            while kept > capacity / 2 { capacity *= 2 }
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
        base = UnsafePointer(window)
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
        (places - 1).deallocate()
        endsCapacity = slice + Self.slack
        ends = .allocate(capacity: endsCapacity)
        places = Self.places(endsCapacity)
    }

    /// Room for so many places, and for the one before the first, which wraps around to the first offset.
    static func places(_ capacity: Int) -> UnsafeMutablePointer<UInt32> {
        let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity + 1)
        memory.initialize(to: .max)
        return memory + 1
    }

    /// Forgets what was indexed and is not taken yet.
    mutating func dropIndex() {
        taken = 0
        ended = 0
    }

    /// Passes over what was indexed before `place`, where something begins that is not behind a terminator.
    mutating func skipIndex(to place: Int) {
        var first = Int(places[taken - 1] &+ 1)
        while taken < ended, Int(ends[Int(places[taken])]) < place { taken += 1 }
        guard taken < ended else { return }
        while Int(ends[first]) < place { first += 1 }
        places[taken - 1] = UInt32(first) &- 1
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
