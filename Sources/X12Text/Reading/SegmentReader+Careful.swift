internal import CX12Scan
internal import X12Diagnostics

/// The slow half of the reader: the start of the input, headers and trailers, refilling, and segments that
/// are not plain.
extension SegmentReader {
    @usableFromInline
    @_lifetime(&self)
    mutating func nextCarefully() throws(X12Error) -> SegmentView? {
        while true {
            if isOutside {
                guard try findHeader() else { return nil }
                isOutside = false
                isAtHeader = true
            }
            if cursor == indexed, try !index() {
                guard let view = finish() else { return nil }
                return _overrideLifetime(view, mutating: &self)
            }
            let first = cursor
            var last = first
            while base[Int(ends[last])] != delimiters.segment { last += 1 }
            let end = Int(ends[last])
            var start = segmentStart
            while start < min(end, Int(ends[first])), base[start] <= 0x20 { start += 1 }

            if start == end, delimiters.segment <= 0x20 {
                // An empty line of a file whose terminator is a line end.
                if delimiters.segment == 0x0A { lineNumber += 1 }
                pendingLeading += end + 1 - segmentStart
                segmentStart = end + 1
                cursor = last + 1
                continue
            }
            if !isAtHeader, startsLikeHeader(start) {
                isOutside = true
                isPlain = false
                continue
            }
            if holdsControl, let cut = headerInside(start, end) {
                // The interchange before lost its end; the next one begins on a line of its own.
                let view = cutSegment(start, cut)
                return _overrideLifetime(view, mutating: &self)
            }
            let view = take(start: start, first: first, last: last)
            return _overrideLifetime(view, mutating: &self)
        }
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
        cursor = last + 1
        segmentStart = end + 1
        pendingLeading = 0

        var view: SegmentView
        if isWrapped {
            scratch.fill(
                UnsafeBufferPointer(start: base + start, count: end - start), separator: delimiters.element)
            view = SegmentView(
                base: UnsafePointer(scratch.bytes), ends: UnsafePointer(scratch.ends), start: 0,
                rawStart: UnsafePointer(base + start), rawCount: end - start, leadingCount: leading,
                elementCount: scratch.elementCount, byteOffset: baseOffset + start, line: line,
                ordinal: segmentCount, isTerminated: true, delimiters: delimiters)
            if !wrapRemarked { remark(.segmentWrapped, view.location, view.identifier.description) }
            wrapRemarked = true
        } else {
            view = SegmentView(
                base: UnsafePointer(base), ends: UnsafePointer(ends + first), start: start,
                rawStart: UnsafePointer(base + start), rawCount: end - start, leadingCount: leading,
                elementCount: last - first, byteOffset: baseOffset + start, line: line,
                ordinal: segmentCount, isTerminated: true, delimiters: delimiters)
        }
        if isAtHeader { wrapRemarked = false }
        isAtHeader = false
        isOutside = view.identifier == "IEA"
        isPlain = !isOutside && !holdsControl
        return view
    }

    /// A segment that has no terminator, up to `end`.
    @_lifetime(immortal)
    private mutating func cutSegment(_ start: Int, _ end: Int) -> SegmentView {
        let leading = pendingLeading + start - segmentStart
        lineNumber += lineBreaks(segmentStart, start)
        let line = lineNumber
        lineNumber += lineBreaks(start, end)
        segmentCount += 1
        scratch.fill(
            UnsafeBufferPointer(start: base + start, count: end - start), separator: delimiters.element)
        pendingLeading = 0
        segmentStart = end
        cursor = indexed
        isOutside = true
        isPlain = false
        let view = SegmentView(
            base: UnsafePointer(scratch.bytes), ends: UnsafePointer(scratch.ends), start: 0,
            rawStart: UnsafePointer(base + start), rawCount: end - start, leadingCount: leading,
            elementCount: scratch.elementCount, byteOffset: baseOffset + start, line: line,
            ordinal: segmentCount, isTerminated: false, delimiters: delimiters)
        // Where line ends are terminators, files often leave out the very last one.
        let isPlainEnd = end == filled && (delimiters.segment == 0x0A || delimiters.segment == 0x0D)
        if !isPlainEnd { remark(.segmentCut, view.location, view.identifier.description) }
        return view
    }

    /// The input's end: what is left is a cut segment, or the trailing bytes.
    @_lifetime(immortal)
    private mutating func finish() -> SegmentView? {
        var start = segmentStart
        while start < filled, base[start] <= 0x20 { start += 1 }
        var end = filled
        while end > start, base[end - 1] == 0x0A || base[end - 1] == 0x0D || base[end - 1] == 0x1A {
            end -= 1
        }
        guard start < end else {
            keepTrailing()
            return nil
        }
        let view = cutSegment(start, end)
        return view
    }

    private mutating func keepTrailing() {
        let from = segmentStart - pendingLeading
        trailing = Array(UnsafeBufferPointer(start: base + from, count: filled - from))
        segmentStart = filled
        pendingLeading = 0
        cursor = 0
        indexed = 0
        isOutside = true
        isPlain = false
    }

    // MARK: - Headers

    /// Goes to the next ISA that stands where a segment can start; false at the end of the input.
    private mutating func findHeader() throws(X12Error) -> Bool {
        var scan = segmentStart
        var couldBe = true
        if interchangeCount == 0, baseOffset + scan == 0 {
            while filled < 3, try fill() {}
            if filled >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { scan = 3 }
        }
        while true {
            if scan == filled {
                let kept = segmentStart
                guard try fill() else { break }
                scan -= kept - segmentStart
                continue
            }
            let byte = base[scan]
            if couldBe, byte == UInt8(ascii: "I") {
                switch InterchangeHeaderShape.look(
                    at: UnsafeBufferPointer(start: base + scan, count: filled - scan))
                {
                case .header(let shape):
                    begin(shape, at: scan)
                    return true
                case .unsure:
                    let kept = segmentStart
                    if try fill() {
                        scan -= kept - segmentStart
                        continue
                    }
                case .other: break
                }
            }
            couldBe = byte <= 0x20
            scan += 1
        }
        guard interchangeCount > 0 else {
            throw X12Error(
                .notX12, at: Location(byteOffset: baseOffset + segmentStart),
                filled == 0 ? "the input is empty" : "no interchange header (ISA) found")
        }
        let junk = junkBytes(segmentStart, filled)
        if junk > 0 {
            let place = Location(
                byteOffset: baseOffset + segmentStart, line: lineNumber, segment: segmentCount)
            remark(.trailingJunk, place, "", "\(junk) bytes")
        }
        keepTrailing()
        return false
    }

    /// Takes over a header's delimiters; the index stays good when nothing about it changes.
    private mutating func begin(_ shape: InterchangeHeaderShape, at place: Int) {
        let junk = junkBytes(segmentStart, place)
        lineNumber += lineBreaks(segmentStart, place)
        pendingLeading += place - segmentStart
        let keepsIndex = junk == 0 && shape.delimiters == delimiters && cursor < indexed
        segmentStart = place
        if !keepsIndex {
            cursor = 0
            indexed = 0
        }
        delimiters = shape.delimiters
        interchangeCount += 1
        let location = Location(byteOffset: baseOffset + place, line: lineNumber, segment: segmentCount + 1)
        if junk > 0 { remark(.isaStart, location, "ISA", "\(junk) bytes that are no interchange") }
        if !shape.isFixed { remark(.isaFixed, location, "ISA") }
        if delimiters.segment == 0x0A || delimiters.segment == 0x0D {
            remark(.terminatorLineEnd, location, "ISA")
        }
    }

    /// Whether an ISA begins here, whatever its separators.
    private func startsLikeHeader(_ start: Int) -> Bool {
        let bytes = UnsafeBufferPointer(start: base + start, count: filled - start)
        guard case .header = InterchangeHeaderShape.look(at: bytes) else { return false }
        return true
    }

    /// Where an ISA begins a line inside a segment, if one does.
    private func headerInside(_ start: Int, _ end: Int) -> Int? {
        var index = start
        while index < end {
            if base[index] == 0x0A || base[index] == 0x0D, startsLikeHeader(index + 1) { return index }
            index += 1
        }
        return nil
    }

    private func junkBytes(_ from: Int, _ to: Int) -> Int {
        var junk = 0
        var index = from
        if baseOffset + from == 0, to >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { index += 3 }
        while index < to {
            if base[index] > 0x20 { junk += 1 }
            index += 1
        }
        return junk
    }

    private func lineBreaks(_ from: Int, _ to: Int, alsoReturns: Bool = false) -> Int {
        var breaks = 0
        var index = from
        while index < to {
            if base[index] == 0x0A || (alsoReturns && base[index] == 0x0D) { breaks += 1 }
            index += 1
        }
        return breaks
    }

    // MARK: - Window and index

    /// Indexes the next slice up to its last terminator; false when no terminator is left in the input.
    private mutating func index() throws(X12Error) -> Bool {
        var length = Self.sliceBytes
        while true {
            if filled - segmentStart < length, !isAtEnd { _ = try fill() }
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
            if slice == available {
                guard !isAtEnd else { return false }
                continue
            }
            guard length <= limits.segmentBytes else {
                let place = Location(
                    byteOffset: baseOffset + segmentStart, line: lineNumber, segment: segmentCount + 1)
                throw X12Error(
                    .limitPassed, at: place, "a segment is longer than \(limits.segmentBytes) bytes")
            }
            length *= 2
        }
    }

    /// Counts offsets from `origin` on, keeping the leading bytes before it reachable.
    private mutating func rebase(to origin: Int) {
        base += origin
        baseOffset += origin
        filled -= origin
        segmentStart -= origin
    }

    /// Reads more bytes behind those not used yet; false at the end of the input.
    private mutating func fill() throws(X12Error) -> Bool {
        guard !isAtEnd else { return false }
        let keptFrom = segmentStart - pendingLeading
        let kept = filled - keptFrom
        guard kept <= limits.segmentBytes + Self.windowBytes else {
            let place = Location(
                byteOffset: baseOffset + segmentStart, line: lineNumber, segment: segmentCount)
            throw X12Error(
                interchangeCount == 0 ? .notX12 : .limitPassed, at: place,
                interchangeCount == 0
                    ? "no interchange header (ISA) in the first \(limits.segmentBytes) bytes"
                    : "more than \(limits.segmentBytes) bytes without a segment")
        }
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
}
