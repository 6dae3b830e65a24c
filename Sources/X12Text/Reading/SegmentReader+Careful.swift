internal import CX12Scan
internal import X12Diagnostics

/// The slow half of the reader: headers and trailers, refilling, segments that are not plain, and the end.
extension SegmentReader {
    @usableFromInline
    @_lifetime(&self)
    mutating func nextCarefully() throws(X12Error) -> SegmentView? {
        settle()
        while !isFinished {
            if isOutside {
                guard try findHeader() else { return nil }
                isOutside = false
                isAtHeader = true
            }
            if taken == ended, try !index() {
                if let view = try unterminated() { return _overrideLifetime(view, mutating: &self) }
                continue
            }
            let first = Int(places[taken - 1] &+ 1)
            let last = Int(places[taken])
            var end = Int(ends[last])
            var start = segmentStart
            while start < min(end, Int(ends[first])), base[start] <= 0x20 { start += 1 }

            if start == end, delimiters.segment <= 0x20 {
                try skipEmptyLine(to: end)
                taken += 1
                continue
            }
            if !isAtHeader, try header(at: &start) != nil {
                isOutside = true
                continue
            }
            if holdsControl, taken < ended, let cut = try headerInside(&start, &end) {
                // The interchange before lost its end; the next one begins on a line of its own.
                let view = cutSegment(start, cut, isLast: false)
                return _overrideLifetime(view, mutating: &self)
            }
            // Looking for headers may have read on, which drops the index.
            if taken == ended { continue }
            let view = take(start: start, first: first, last: last)
            return _overrideLifetime(view, mutating: &self)
        }
        return nil
    }

    /// Hands out the segment whose index entries are `first` to `last`.
    @_lifetime(immortal)
    private mutating func take(start: Int, first: Int, last: Int) -> SegmentView {
        let end = Int(ends[last])
        let leading = pendingLeading + start - segmentStart
        lineNumber += lineBreaks(segmentStart, start)
        let line = lineNumber
        segmentCount += 1
        let isWrapped = holdsControl && lineBreaks(start, end, alsoReturns: true) > 0
        lineNumber += isWrapped ? lineBreaks(start, end) : 0
        if delimiters.segment == 0x0A { lineNumber += 1 }
        taken += 1
        segmentStart = end + 1
        pendingLeading = 0
        if isAtHeader { wrapRemarked = false }
        isAtHeader = false

        var view: SegmentView
        if isWrapped {
            scratch.fill(
                UnsafeBufferPointer(start: base + start, count: end - start), delimiters)
            view = SegmentView(
                base: UnsafePointer(scratch.bytes), ends: UnsafePointer(scratch.ends), start: 0,
                rawStart: base + start, rawCount: end - start, leadingCount: leading,
                elementCount: scratch.elementCount, byteOffset: baseOffset + start, line: line,
                ordinal: segmentCount, isTerminated: true, delimiters: delimiters)
            if !wrapRemarked { remark(.segmentWrapped, view.location, view.identifier.description) }
            wrapRemarked = true
        } else {
            view = SegmentView(
                base: base, ends: UnsafePointer(ends + first), start: start,
                rawStart: base + start, rawCount: end - start, leadingCount: leading,
                elementCount: last - first, byteOffset: baseOffset + start, line: line,
                ordinal: segmentCount, isTerminated: true, delimiters: delimiters)
        }
        isOutside = view.identifier == "IEA"
        if !isOutside, !holdsControl {
            quickEnd = ended
            segmentsBefore = segmentCount - taken
        }
        return view
    }

    /// Catches up with the segments that were handed out straight from the index, the last of which began the slice's
    /// quick half.
    private mutating func settle() {
        guard quickEnd > 0 else { return }
        quickEnd = 0
        segmentStart = Int(ends[Int(places[taken - 1])]) + 1
        segmentCount = segmentsBefore + taken
    }

    /// Passes over a line that holds nothing, in a file whose terminator is a line end; it becomes part of
    /// the next segment's leading bytes.
    private mutating func skipEmptyLine(to end: Int) throws(X12Error) {
        lineNumber += lineBreaks(segmentStart, end + 1)
        pendingLeading += end + 1 - segmentStart
        segmentStart = end + 1
        guard pendingLeading <= limits.segmentBytes else {
            throw tooLong("more than \(limits.segmentBytes) bytes without a segment")
        }
    }

    /// A segment that has no terminator, up to `end`.
    @_lifetime(immortal)
    private mutating func cutSegment(_ start: Int, _ end: Int, isLast: Bool) -> SegmentView {
        let leading = pendingLeading + start - segmentStart
        lineNumber += lineBreaks(segmentStart, start)
        let line = lineNumber
        lineNumber += lineBreaks(start, end)
        segmentCount += 1
        scratch.fill(
            UnsafeBufferPointer(start: base + start, count: end - start), delimiters)
        pendingLeading = 0
        segmentStart = end
        dropIndex()
        isAtHeader = false
        isOutside = true
        let view = SegmentView(
            base: UnsafePointer(scratch.bytes), ends: UnsafePointer(scratch.ends), start: 0,
            rawStart: base + start, rawCount: end - start, leadingCount: leading,
            elementCount: scratch.elementCount, byteOffset: baseOffset + start, line: line,
            ordinal: segmentCount, isTerminated: false, delimiters: delimiters)
        // Where line ends are terminators, files often leave out the very last one.
        let isPlainEnd = isLast && (delimiters.segment == 0x0A || delimiters.segment == 0x0D)
        if !isPlainEnd { remark(.segmentCut, view.location, view.identifier.description) }
        return view
    }

    /// What stands where no terminator follows: another interchange (then `nil`, and the reader is outside),
    /// a segment that is cut off, or the trailing bytes (then `nil`, and the reader is finished).
    ///
    /// - Throws: ``X12Error/Code/limitPassed`` where a segment is too long to look for its end.
    @_lifetime(immortal)
    private mutating func unterminated() throws(X12Error) -> SegmentView? {
        var start = segmentStart
        while start < filled, base[start] <= 0x20, base[start] != delimiters.element { start += 1 }
        if !isAtHeader, start < filled, try header(at: &start) != nil {
            isOutside = true
            return nil
        }
        let isTooLong = filled - segmentStart > limits.segmentBytes
        var end = isTooLong ? segmentStart + limits.segmentBytes + 1 : filled
        if let cut = try headerInside(&start, &end) { return cutSegment(start, cut, isLast: false) }
        if isTooLong { throw tooLong("a segment is longer than \(limits.segmentBytes) bytes") }
        end = trimmed(start, filled)
        guard start < end else {
            keepTrailing()
            return nil
        }
        return cutSegment(start, end, isLast: true)
    }

    /// Where a cut segment that reaches up to `end` ends: line ends and the old end-of-file mark left out.
    private func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, base[end - 1] == 0x0A || base[end - 1] == 0x0D || base[end - 1] == 0x1A {
            end -= 1
        }
        return end
    }

    /// Where an ISA cuts the segment from `start` to `end` by beginning a line of it.
    ///
    /// Reading on to be sure moves the window; `start` and `end` move along.
    private mutating func headerInside(_ start: inout Int, _ end: inout Int) throws(X12Error) -> Int? {
        var isLineStart = false
        var index = start
        while index < end {
            let byte = base[index]
            if byte == 0x0A || byte == 0x0D {
                isLineStart = true
            } else if byte > 0x20 {
                if isLineStart, byte == UInt8(ascii: "I") {
                    var place = index
                    let found = try header(at: &place) != nil
                    start -= index - place
                    end -= index - place
                    index = place
                    if found { return trimmed(start, index) }
                }
                isLineStart = false
            }
            index += 1
        }
        return nil
    }
}
