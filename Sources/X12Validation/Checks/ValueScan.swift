internal import X12Parser
internal import X12Text

/// The quick look at the elements of a segment whose bytes are known to be printable.
///
/// Small, so that it is handed on in registers.
struct ValueScan {
    let tables: UnsafePointer<CheckTable.Flat>
    let component: UInt8
    let repetition: UInt8

    init(_ table: CheckTable, _ delimiters: Delimiters) {
        tables = table.flat
        component = delimiters.component
        repetition = delimiters.repetition ?? delimiters.component
    }

    /// Whether elements may be sent and left out as they are, bit 0 standing for the first.
    @inline(never)
    func isSound(_ present: UInt64, _ check: UnsafePointer<SegmentCheck>) -> Bool {
        guard present & check.pointee.required == check.pointee.required else { return false }
        if check.pointee.isList, present & (present &+ 1) != 0 { return false }
        return notesHold(check.pointee.firstNote, check.pointee.noteCount, present)
    }

    /// The elements of a segment that are sent, bit 0 standing for the first, when the values of all of them are sound;
    /// else 0. That all bytes are printable is known already.
    ///
    /// `first` is the index of the first element's check, `most` the number of elements that the guide has.
    @inline(__always)
    func elementsPresent(
        in segment: SentElements, first: Int32, most: Int32, _ marks: some MarkSource
    ) -> UInt64 {
        let count = segment.count
        let ends = segment.ends
        guard count > 0, count <= Int(most), most <= 64, ends[count] > ends[count &- 1] &+ 1 else { return 0 }
        var rule = tables.pointee.quick + Int(first)
        var present: UInt64 = 0
        var start = Int(ends[0]) &+ 1
        var position = 0
        while position < count {
            let end = Int(ends[position &+ 1])
            if end > start {
                present |= 1 &<< UInt64(truncatingIfNeeded: position)
                let text = segment.base + start
                let element = Value(
                    text: text, length: end &- start, marks: marks.marks(text, start, end &- start))
                guard elementIsSound(rule, element, segment) else { return 0 }
            }
            position &+= 1
            rule += 1
            start = end &+ 1
        }
        return present
    }

    @inline(__always)
    private func elementIsSound(
        _ rule: UnsafeMutablePointer<QuickCheck>, _ element: Value, _ segment: SentElements
    ) -> Bool {
        switch rule.pointee.kind {
        case .composite: compositeIsSound(rule, element)
        case .period: periodIsSound(segment.element(Int(rule.pointee.other)), element)
        default: valueIsSound(rule, element) || (element.marks != 0 && repetitionsAreSound(rule, element))
        }
    }

    // MARK: - Parts

    @inline(__always)
    private func notesHold(_ first: Int32, _ count: Int32, _ present: UInt64) -> Bool {
        var index = Int(first)
        let end = index &+ Int(count)
        while index < end {
            guard tables.pointee.notes[index].holds(present) else { return false }
            index &+= 1
        }
        return true
    }

    private func compositeIsSound(_ rule: UnsafeMutablePointer<QuickCheck>, _ element: Value) -> Bool {
        guard element.length <= 64 else { return false }
        var rest = element.marks
        let count = Int(rule.pointee.other)
        let rules = tables.pointee.quick + Int(rule.pointee.first)
        var present: UInt64 = 0
        var start = 0
        var part = 0
        var qualifier = UnsafeBufferPointer<UInt8>(start: element.text, count: 0)
        while true {
            let isLast = rest == 0
            let end = isLast ? element.length : rest.trailingZeroBitCount
            guard part < count, isLast || element.text[end] == component else { return false }
            if end > start {
                present |= 1 &<< UInt64(truncatingIfNeeded: part)
                let value = Value(text: element.text + start, length: end &- start, marks: 0)
                let isSound =
                    rules[part].kind == .period
                    ? periodIsSound(qualifier, value) : valueIsSound(rules + part, value)
                guard isSound else { return false }
                qualifier = UnsafeBufferPointer(start: value.text, count: value.length)
            } else if isLast {
                return false
            }
            part &+= 1
            if isLast { break }
            rest &= rest &- 1
            start = end &+ 1
        }
        guard UInt32(truncatingIfNeeded: present) & rule.pointee.required == rule.pointee.required else {
            return false
        }
        let check = tables.pointee.elements + (rule - tables.pointee.quick)
        return check.pointee.noteCount == 0
            || notesHold(check.pointee.firstNote, check.pointee.noteCount, present)
    }

    @inline(never)
    private func repetitionsAreSound(_ rule: UnsafeMutablePointer<QuickCheck>, _ element: Value) -> Bool {
        let most = tables.pointee.elements[rule - tables.pointee.quick].repetitions
        guard most > 1, element.length <= 64 else { return false }
        var rest = element.marks
        var start = 0
        var count: Int32 = 0
        while true {
            let isLast = rest == 0
            let end = isLast ? element.length : rest.trailingZeroBitCount
            count &+= 1
            guard end > start, count <= most, isLast || element.text[end] == repetition else { return false }
            let value = Value(text: element.text + start, length: end &- start, marks: 0)
            guard valueIsSound(rule, value) else { return false }
            if isLast { return true }
            rest &= rest &- 1
            start = end &+ 1
        }
    }
}
