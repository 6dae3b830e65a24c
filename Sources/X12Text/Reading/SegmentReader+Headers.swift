internal import X12Diagnostics

/// Finding interchanges: at the start of the input, behind an IEA, and where one begins unannounced.
extension SegmentReader {
    /// Goes to the next ISA that stands where a segment can start; false at the end of the input.
    mutating func findHeader() throws(X12Error) -> Bool {
        var scan = segmentStart
        var canStart = true
        while true {
            if scan == filled {
                let kept = segmentStart
                guard try fill() else { break }
                scan -= kept - segmentStart
                continue
            }
            guard scan - segmentStart + pendingLeading <= limits.segmentBytes else { throw tooFar() }
            if canStart, base[scan] == UInt8(ascii: "I"), let shape = try header(at: &scan) {
                begin(shape, at: scan)
                return true
            }
            let byte = base[scan]
            canStart =
                byte <= 0x20 || isMark(endingAt: scan) || (interchangeCount > 0 && byte == delimiters.segment)
            scan += 1
        }
        guard interchangeCount > 0 else {
            throw X12Error(
                .notX12, at: Location(byteOffset: baseOffset + segmentStart),
                ForeignInput.words(
                    for: UnsafeRawBufferPointer(start: base + segmentStart, count: filled - segmentStart)))
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

    /// The shape of the header that begins at `place`, if one does.
    ///
    /// Where the bytes in the window do not tell, reads on, which moves the window: `place` moves along, and
    /// the index is dropped.
    mutating func header(at place: inout Int) throws(X12Error) -> InterchangeHeaderShape? {
        while true {
            let bytes = UnsafeBufferPointer(start: base + place, count: filled - place)
            switch InterchangeHeaderShape.look(at: bytes) {
            case .header(let shape): return shape
            case .other: return nil
            case .unsure:
                guard !isAtEnd else { return nil }
                let kept = segmentStart
                _ = try fill()
                place -= kept - segmentStart
            }
        }
    }

    /// Keeps what stands behind the last segment.
    mutating func keepTrailing() {
        let from = segmentStart - pendingLeading
        trailing = Array(UnsafeBufferPointer(start: base + from, count: filled - from))
        segmentStart = filled
        pendingLeading = 0
        dropIndex()
        isOutside = false
        isFinished = true
    }

    /// Takes over a header's delimiters; what is indexed stays good when they do not change.
    private mutating func begin(_ shape: InterchangeHeaderShape, at place: Int) {
        let junk = junkBytes(segmentStart, place)
        let hasMark = (segmentStart..<place).contains { isMark(endingAt: $0) }
        lineNumber += lineBreaks(segmentStart, place)
        pendingLeading += place - segmentStart
        segmentStart = place
        if shape.delimiters != delimiters { dropIndex() }
        skipIndex(to: place)
        delimiters = shape.delimiters
        interchangeCount += 1
        let location = Location(byteOffset: baseOffset + place, line: lineNumber, segment: segmentCount + 1)
        if hasMark { remark(.byteOrderMark, location, "ISA") }
        if !hasMark, junk == 0, interchangeCount == 1, pendingLeading > 0 {
            remark(.leadingBlanks, location, "ISA")
        }
        if junk > 0 { remark(.isaStart, location, "ISA", "\(junk) bytes that are no interchange") }
        if let odd = shape.oddElement { remark(.isaFixed, location, "ISA", odd.words) }
        if delimiters.segment == 0x0A || delimiters.segment == 0x0D {
            remark(.terminatorLineEnd, location, "ISA")
        }
    }

    /// Whether a byte-order mark ends at a place behind `segmentStart`; joined files have some inside.
    private func isMark(endingAt place: Int) -> Bool {
        place >= segmentStart + 2 && base[place] == 0xBF && base[place - 1] == 0xBB
            && base[place - 2] == 0xEF
    }

    private func junkBytes(_ from: Int, _ to: Int) -> Int {
        var junk = 0
        for index in from..<to {
            if base[index] > 0x20 { junk += 1 }
            if isMark(endingAt: index) { junk -= 3 }
        }
        return junk
    }

    private func tooFar() -> X12Error {
        guard interchangeCount == 0 else {
            return tooLong("more than \(limits.segmentBytes) bytes without a segment")
        }
        return X12Error(
            .notX12, at: Location(byteOffset: baseOffset + segmentStart),
            "no interchange header (ISA) in the first \(limits.segmentBytes) bytes")
    }
}
