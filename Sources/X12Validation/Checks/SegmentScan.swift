internal import X12Parser
internal import X12Text

/// The quick look at a segment: whether anything in it may be worth a finding.
///
/// It answers for sound segments alone and names nothing. What it has doubts about is looked at again,
/// slowly and in words, by ``SegmentExamination``; that one decides, so a doubt too many costs time only.
struct SegmentScan {
    let elements: UnsafeMutablePointer<ElementCheck>
    let notes: UnsafeMutablePointer<NoteCheck>
    let codes: UnsafeMutablePointer<UInt64>
    private let element: UInt8
    private let component: UInt8
    private let repetition: UInt8
    /// The separators that lie inside elements, eight times each.
    private let components: UInt64
    private let repetitions: UInt64
    /// Whether a separator is a byte that values may not hold.
    private let hasOddSeparator: Bool

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    init(_ table: CheckTable, _ delimiters: Delimiters) {
        elements = table.elements
        notes = table.notes
        codes = table.codes
        element = delimiters.element
        component = delimiters.component
        repetition = delimiters.repetition ?? delimiters.component
        components = Self.ones &* UInt64(component)
        repetitions = Self.ones &* UInt64(repetition)
        hasOddSeparator =
            !Self.isPlain(delimiters.element) || !Self.isPlain(component) || !Self.isPlain(repetition)
    }

    /// Whether a byte may stand in data: printable and ASCII.
    @inline(__always)
    static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F }

    /// Whether nothing about the segment is worth a finding.
    @inline(never)
    func isSound(_ segment: RawSegment, _ check: SegmentCheck) -> Bool {
        let count = segment.elementCount
        guard count > 0, count <= Int(check.elementCount), count >= Int(check.lastRequired) else {
            return false
        }
        let ends = segment.ends
        guard ends[count] > ends[count &- 1] &+ 1 else { return false }
        let look = look(segment.text, Int(ends[count]) &- segment.start)
        guard look.isPlain else { return false }

        var present: UInt64 = 0
        var position = 0
        while position < count {
            let start = Int(ends[position]) &+ 1
            let length = Int(ends[position &+ 1]) &- start
            let rule = elements + (Int(check.firstElement) &+ position)
            position &+= 1
            if length == 0 {
                if rule.pointee.isRequired { return false }
                continue
            }
            present |= 1 &<< UInt64(position &- 1)
            let value = segment.base + start
            if rule.pointee.kind == .composite {
                guard compositeIsSound(rule, value, length, look.isDivided) else { return false }
            } else if rule.pointee.kind == .period {
                guard periodIsSound(segment.element(Int(rule.pointee.qualifier)), value, length) else {
                    return false
                }
            } else if !valueIsSound(rule, value, length, look.isDivided) {
                guard look.isDivided, rule.pointee.repetitions > 1 else { return false }
                guard repetitionsAreSound(rule, value, length) else { return false }
            }
        }
        if check.isList, present & (present &+ 1) != 0 { return false }
        return notesHold(check.firstNote, check.noteCount, present)
    }

    // MARK: - Parts

    @inline(__always)
    private func notesHold(_ first: Int32, _ count: Int32, _ present: UInt64) -> Bool {
        var index = Int(first)
        let end = index &+ Int(count)
        while index < end {
            guard notes[index].holds(present) else { return false }
            index &+= 1
        }
        return true
    }

    /// Whether all bytes are printable ASCII, and whether a separator of components or repetitions is there.
    @inline(__always)
    private func look(_ text: UnsafePointer<UInt8>, _ length: Int) -> (isPlain: Bool, isDivided: Bool) {
        var odd: UInt64 = 0
        var divided: UInt64 = 0
        let raw = UnsafeRawPointer(text)
        var index = 0
        while index < length {
            var word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
            if length &- index < 8 {
                // What lies behind the segment is read as blanks.
                let kept = (1 &<< UInt64(8 &* (length &- index))) &- 1
                word = word & kept | 0x2020_2020_2020_2020 & ~kept
            }
            // High bits, bytes below 0x20, bytes of 0x7F.
            odd |= word | (word &- Self.ones &* 0x20) | (word &+ Self.ones)
            let one = word ^ components
            let other = word ^ repetitions
            divided |= (one &- Self.ones) & ~one | (other &- Self.ones) & ~other
            index &+= 8
        }
        let isPlain = odd & Self.highs == 0 || (hasOddSeparator && isPlainBetweenSeparators(text, length))
        return (isPlain, divided & Self.highs != 0)
    }

    private func isPlainBetweenSeparators(_ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        (0..<length).allSatisfy {
            Self.isPlain(text[$0]) || text[$0] == element || text[$0] == component || text[$0] == repetition
        }
    }

    private func compositeIsSound(
        _ rule: UnsafeMutablePointer<ElementCheck>, _ value: UnsafePointer<UInt8>, _ length: Int,
        _ isDivided: Bool
    ) -> Bool {
        var present: UInt64 = 0
        var start = 0
        var part = 0
        var qualifier = UnsafeBufferPointer<UInt8>(start: value, count: 0)
        let count = Int(rule.pointee.componentCount)
        while true {
            var end = start
            while end < length, value[end] != component { end &+= 1 }
            guard part < count else { return false }
            let check = elements + (Int(rule.pointee.firstComponent) &+ part)
            part &+= 1
            if end == start {
                if check.pointee.isRequired || end == length { return false }
            } else {
                present |= 1 &<< UInt64(part &- 1)
                if check.pointee.kind == .period {
                    guard periodIsSound(qualifier, value + start, end &- start) else { return false }
                } else {
                    guard valueIsSound(check, value + start, end &- start, isDivided) else { return false }
                }
                qualifier = UnsafeBufferPointer(start: value + start, count: end &- start)
            }
            guard end < length else { break }
            start = end &+ 1
        }
        while part < count {
            if elements[Int(rule.pointee.firstComponent) &+ part].isRequired { return false }
            part &+= 1
        }
        return notesHold(rule.pointee.firstNote, rule.pointee.noteCount, present)
    }

    private func repetitionsAreSound(
        _ rule: UnsafeMutablePointer<ElementCheck>, _ value: UnsafePointer<UInt8>, _ length: Int
    ) -> Bool {
        var start = 0
        var count: Int32 = 0
        while true {
            var end = start
            while end < length, value[end] != repetition { end &+= 1 }
            count &+= 1
            guard end > start, count <= rule.pointee.repetitions else { return false }
            guard valueIsSound(rule, value + start, end &- start, true) else { return false }
            guard end < length else { return true }
            start = end &+ 1
        }
    }

    @inline(__always)
    private func valueIsSound(
        _ rule: UnsafeMutablePointer<ElementCheck>, _ value: UnsafePointer<UInt8>, _ length: Int,
        _ isDivided: Bool
    ) -> Bool {
        switch rule.pointee.kind {
        case .code:
            return length <= 8 && !rule.pointee.hasLongCodes
                && isListed(Self.word(value, length), rule.pointee.codes, rule.pointee.codeMask)
        case .text, .outsideCode:
            guard length >= Int(rule.pointee.minimum), length <= Int(rule.pointee.supported) else {
                return false
            }
            if value[length &- 1] == 0x20 { return false }
            if isDivided, !isUndivided(value, length) { return false }
            return rule.pointee.kind == .text || isUpper(value, length)
        case .wholeNumber: return wholeNumberIsSound(rule, value, length)
        case .decimal, .money: return decimalIsSound(rule, value, length)
        case .date: return length == 8 && Self.isDate(value)
        case .time:
            return length == 4 && ClockTime.parse(UnsafeBufferPointer(start: value, count: 4)) != nil
        case .skipped: return !isDivided || isUndivided(value, length)
        case .notUsed, .composite, .period: return false
        }
    }

    @inline(__always)
    private func isListed(_ word: UInt64, _ start: Int32, _ mask: Int32) -> Bool {
        let table = codes + Int(start)
        var place = CodeTables.place(word, Int(mask))
        while true {
            let entry = table[place]
            if entry == word { return true }
            if entry == 0 { return false }
            place = (place &+ 1) & Int(mask)
        }
    }

    @inline(__always)
    private func wholeNumberIsSound(
        _ rule: UnsafeMutablePointer<ElementCheck>, _ value: UnsafePointer<UInt8>, _ length: Int
    ) -> Bool {
        let start = value[0] == UInt8(ascii: "-") ? 1 : 0
        var index = start
        while index < length {
            guard value[index] &- UInt8(ascii: "0") <= 9 else { return false }
            index &+= 1
        }
        let digits = Int32(truncatingIfNeeded: length &- start)
        guard digits >= rule.pointee.minimum, digits <= rule.pointee.supported else { return false }
        return digits == rule.pointee.minimum || value[start] != UInt8(ascii: "0")
    }

    @inline(__always)
    private func decimalIsSound(
        _ rule: UnsafeMutablePointer<ElementCheck>, _ value: UnsafePointer<UInt8>, _ length: Int
    ) -> Bool {
        let start = value[0] == UInt8(ascii: "-") ? 1 : 0
        var index = start
        var point = -1
        while index < length {
            let byte = value[index]
            if byte &- UInt8(ascii: "0") > 9 {
                guard byte == UInt8(ascii: "."), point < 0 else { return false }
                point = index
            }
            index &+= 1
        }
        let digits = length &- start &- (point < 0 ? 0 : 1)
        guard digits >= Int(rule.pointee.minimum), digits <= Int(rule.pointee.maximum), digits > 0 else {
            return false
        }
        let whole = (point < 0 ? length : point) &- start
        if whole > 1, value[start] == UInt8(ascii: "0") { return false }
        if point >= 0, point == length &- 1 || value[length &- 1] == UInt8(ascii: "0") { return false }
        if rule.pointee.kind == .money {
            return whole <= 8 && (point < 0 || length &- point <= 3)
        }
        return digits <= Int(rule.pointee.supported)
    }

    @inline(__always)
    private func periodIsSound(
        _ qualifier: UnsafeBufferPointer<UInt8>, _ value: UnsafePointer<UInt8>, _ length: Int
    ) -> Bool {
        if length == 8, qualifier.count == 2, qualifier[0] == UInt8(ascii: "D"),
            qualifier[1] == UInt8(ascii: "8")
        {
            return Self.isDate(value)
        }
        return otherPeriodIsSound(qualifier, UnsafeBufferPointer(start: value, count: length))
    }

    private func otherPeriodIsSound(
        _ qualifier: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        switch DateTimePeriod.parse(qualifier: qualifier, value) {
        case .range(let start, let end): start <= end
        case .date, .dateTime, .time: true
        case nil: false
        }
    }

    // MARK: - Bytes

    /// Up to eight characters as a word, the first in the lowest byte.
    @inline(__always)
    private static func word(_ value: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
        let word = UnsafeRawPointer(value).loadUnaligned(as: UInt64.self).littleEndian
        return length >= 8 ? word : word & ((1 &<< UInt64(8 &* length)) &- 1)
    }

    /// Whether eight bytes are a day that exists.
    @inline(__always)
    private static func isDate(_ value: UnsafePointer<UInt8>) -> Bool {
        let word = UnsafeRawPointer(value).loadUnaligned(as: UInt64.self)
        let isDigits =
            word & 0xF0F0_F0F0_F0F0_F0F0 == 0x3030_3030_3030_3030
            && (word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0 == 0x3030_3030_3030_3030
        guard isDigits else { return false }
        let month = (value[4] &- 0x30) &* 10 &+ (value[5] &- 0x30)
        let day = (value[6] &- 0x30) &* 10 &+ (value[7] &- 0x30)
        if month &- 1 < 12, day &- 1 < 28, value[0] != 0x30 { return true }
        return CalendarDate.parse(UnsafeBufferPointer(start: value, count: 8)) != nil
    }

    @inline(__always)
    private func isUndivided(_ value: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        var index = 0
        while index < length {
            if value[index] == component || value[index] == repetition { return false }
            index &+= 1
        }
        return true
    }

    /// Whether a code of an outside list has no small letters and no blank in front.
    @inline(__always)
    private func isUpper(_ value: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        guard value[0] != 0x20 else { return false }
        var index = 0
        while index < length {
            if value[index] &- UInt8(ascii: "a") < 26 { return false }
            index &+= 1
        }
        return true
    }
}
