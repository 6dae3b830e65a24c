/// A slow tokenizer that is plainly right: the whole input in an array, one byte at a time.
///
/// Written from the rules of reading, not from the fast reader, so that the two can be held against each
/// other:
///
/// - An interchange begins where an ISA stands at a place where a segment can start: the input's first byte,
///   behind a blank, a line end or another control character, behind a byte-order mark, behind the terminator
///   of the interchange before.
/// - Blanks and control characters before a segment are not its own. A line that holds nothing, where the
///   terminator is a control character, is none.
/// - Inside an interchange, an ISA with sixteen elements at a segment's start, or at the start of a line inside
///   a segment, begins another interchange; what stands before it is a segment without terminator.
/// - The input's end is a segment without terminator, line ends and 1A left out, or nothing.
package struct ObviousTokenizer {
    private let input: [UInt8]
    private var place = 0
    /// Where the leading bytes of the next segment begin.
    private var leadingStart = 0
    private var header: ObviousHeader?
    private var hasRemarkedWrap = false
    private var reading = ObviousReading()

    /// The line that each byte stands on.
    private let lines: [Int]

    private init(_ input: [UInt8]) {
        self.input = input
        var lines: [Int] = []
        lines.reserveCapacity(input.count)
        var line = 1
        for byte in input {
            lines.append(line)
            if byte == 0x0A { line += 1 }
        }
        self.lines = lines
    }

    /// Reads a whole input.
    package static func read(_ input: [UInt8]) -> ObviousReading {
        var tokenizer = ObviousTokenizer(input)
        while tokenizer.interchange() {}
        return tokenizer.reading
    }

    /// Reads one interchange; false when there is none any more.
    private mutating func interchange() -> Bool {
        guard let start = nextHeader() else {
            if reading.segments.isEmpty {
                reading.stopped = "notX12"
            } else {
                if hasJunk(leadingStart, input.count) { remark("ENV-TRAILING-DATA", leadingStart) }
                reading.trailing = Array(input[leadingStart...])
            }
            return false
        }
        guard let header = ObviousHeader(input, at: start) else { return false }
        let hasMark = (leadingStart..<start).contains { isMark($0) && $0 + 3 <= start }
        let isAtFirst = self.header == nil
        // A mark, blanks before the first interchange, junk: each is a remark.
        if hasMark { remark("ENV-ISA-START", start) }
        if !hasMark, isAtFirst, start > 0, !hasJunk(0, start) { remark("ENV-ISA-START", start) }
        if hasJunk(leadingStart, start) { remark("ENV-ISA-START", start) }
        if !header.isFixed { remark("ENV-ISA-FIXED", start) }
        if header.segment == 0x0A || header.segment == 0x0D { remark("ENV-SEG-TERM-CRLF", start) }
        self.header = header
        hasRemarkedWrap = false
        place = start
        var isFirst = true
        while segment(header, isFirst: isFirst) { isFirst = false }
        return true
    }

    /// Reads one segment; false when the interchange is over.
    private mutating func segment(_ header: ObviousHeader, isFirst: Bool) -> Bool {
        let isDelimiter: (UInt8) -> Bool = { $0 == header.segment || $0 == header.element }
        var start = place
        while start < input.count, input[start] <= 0x20, !isDelimiter(input[start]) { start += 1 }
        if start < input.count, input[start] == header.segment, header.segment <= 0x20 {
            place = start + 1
            return true
        }
        guard start < input.count else {
            place = input.count
            return false
        }
        if !isFirst, ObviousHeader(input, at: start) != nil { return false }

        var end = start
        var isAtLineStart = false
        while end < input.count, input[end] != header.segment {
            if isAtLineStart, ObviousHeader(input, at: end) != nil {
                add(start, trimmed(start, end), header, isTerminated: false)
                return false
            }
            if input[end] == 0x0A || input[end] == 0x0D {
                isAtLineStart = true
            } else if input[end] > 0x20 {
                isAtLineStart = false
            }
            end += 1
        }
        guard end < input.count else {
            let last = trimmed(start, end)
            if last == start {
                place = input.count
                return false
            }
            add(start, last, header, isTerminated: false)
            return false
        }
        add(start, end, header, isTerminated: true)
        return input[start..<end].prefix { $0 != header.element }.filter { $0 != 0x0A && $0 != 0x0D }
            != Array("IEA".utf8)
    }

    private mutating func add(_ start: Int, _ end: Int, _ header: ObviousHeader, isTerminated: Bool) {
        let received = Array(input[start..<end])
        let text = received.filter { $0 != 0x0A && $0 != 0x0D }
        reading.segments.append(
            ObviousSegment(
                elements: text.split(separator: header.element, omittingEmptySubsequences: false).map(
                    Array.init),
                offset: start, line: lines[start],
                leading: Array(input[leadingStart..<start]), received: received, isTerminated: isTerminated,
                delimiters: [header.element, header.component, header.repetition, header.segment]))
        place = isTerminated ? end + 1 : end
        leadingStart = place
        if isTerminated, text.count != received.count, !hasRemarkedWrap {
            remark("ENV-SEG-WRAPPED", start)
            hasRemarkedWrap = true
        }
        let isLastLine =
            trimmed(end, input.count) == end && (header.segment == 0x0A || header.segment == 0x0D)
        if !isTerminated, !isLastLine { remark("ENV-SEG-CUT", start) }
    }

    /// Where a cut segment ends: before line ends and 1A.
    private func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, [0x0A, 0x0D, 0x1A].contains(input[end - 1]) { end -= 1 }
        return end
    }

    // MARK: - Between interchanges

    private func nextHeader() -> Int? {
        (place..<max(place, input.count)).first { canStart($0) && ObviousHeader(input, at: $0) != nil }
    }

    private func canStart(_ index: Int) -> Bool {
        guard index > place else { return true }
        return input[index - 1] <= 0x20 || (index - 3 >= place && isMark(index - 3))
            || input[index - 1] == header?.segment
    }

    /// Whether a byte-order mark stands here.
    private func isMark(_ index: Int) -> Bool {
        index >= 0 && Array(input[index...].prefix(3)) == [0xEF, 0xBB, 0xBF]
    }

    private func hasJunk(_ from: Int, _ to: Int) -> Bool {
        var index = from
        while index < to {
            if isMark(index), index + 3 <= to {
                index += 3
                continue
            }
            if input[index] > 0x20 { return true }
            index += 1
        }
        return false
    }

    private mutating func remark(_ rule: String, _ offset: Int) {
        reading.remarks.append(ObviousRemark(rule, offset))
    }
}
