internal import X12Parser
internal import X12Text

/// The quick look at single values: elements, components, repetitions.
extension ValueScan {
    /// A value, at least one byte of it, with 8 readable bytes behind it.
    struct Value {
        let text: UnsafePointer<UInt8>
        let length: Int
        /// Where separators of components and repetitions stand in it, bit 0 standing for its first byte; all bits where
        /// it is longer than 64 bytes and may have some.
        let marks: UInt64

        /// Up to eight characters as a word, the first in the lowest byte.
        @inline(__always)
        var word: UInt64 {
            let word = UnsafeRawPointer(text).loadUnaligned(as: UInt64.self).littleEndian
            let rest = UInt64(truncatingIfNeeded: 64 &- 8 &* length)
            return (word &<< rest) &>> rest
        }
    }

    /// Whether a value is as its rule asks; a composite, and a period that another element describes, never are.
    @inline(__always)
    func valueIsSound(_ rule: UnsafeMutablePointer<QuickCheck>, _ value: Value) -> Bool {
        switch rule.pointee.kind {
        case .code: return value.length <= 8 && isListed(value.word, rule.pointee.first, rule.pointee.most)
        case .shortCode: return value.length <= 2 && QuickCheck.holds(rule, short: value.word)
        case .pairedCode: return value.length <= 4 && rule.pointee.holds(pair: value.word)
        case .text: return textIsSound(rule, value)
        case .outsideCode: return textIsSound(rule, value) && isUpper(value)
        case .wholeNumber: return wholeNumberIsSound(rule, value)
        case .decimal, .money: return decimalIsSound(rule, value)
        case .date: return value.length == 8 && Self.isDate(value.text)
        case .time: return value.length == 4 && Self.isTime(value.text)
        case .skipped: return value.marks == 0
        case .notUsed, .composite, .period, .shortDate: return false
        }
    }

    /// Whether a length is one that the rule allows.
    @inline(__always)
    private func isAllowed(_ length: Int, _ rule: UnsafeMutablePointer<QuickCheck>) -> Bool {
        UInt(bitPattern: length &- Int(rule.pointee.minimum)) <= UInt(rule.pointee.span)
    }

    @inline(__always)
    private func textIsSound(_ rule: UnsafeMutablePointer<QuickCheck>, _ value: Value) -> Bool {
        isAllowed(value.length, rule) && value.text[value.length &- 1] != 0x20
            && value.marks == 0
    }

    @inline(__always)
    private func isListed(_ word: UInt64, _ start: Int32, _ mask: UInt16) -> Bool {
        let table = tables.pointee.codes + Int(start)
        var place = CodeTables.place(word, Int(mask))
        while true {
            let entry = table[place]
            if entry == word { return true }
            if entry == 0 { return false }
            place = (place &+ 1) & Int(mask)
        }
    }

    // MARK: - Numbers

    @inline(__always)
    private func wholeNumberIsSound(_ rule: UnsafeMutablePointer<QuickCheck>, _ value: Value) -> Bool {
        guard value.length <= 8, value.text[0] != UInt8(ascii: "-") else {
            return longNumberIsSound(rule, value)
        }
        let digits = ShortDigits(value.text, value.length)
        guard digits.areDigits, !digits.hasPoint, isAllowed(value.length, rule) else { return false }
        return value.length == Int(rule.pointee.minimum) || value.text[0] != UInt8(ascii: "0")
    }

    @inline(never)
    private func longNumberIsSound(_ rule: UnsafeMutablePointer<QuickCheck>, _ value: Value) -> Bool {
        let start = value.text[0] == UInt8(ascii: "-") ? 1 : 0
        for index in start..<value.length where value.text[index] &- UInt8(ascii: "0") > 9 { return false }
        let digits = value.length &- start
        guard digits > 0, isAllowed(digits, rule) else { return false }
        return digits == Int(rule.pointee.minimum) || value.text[start] != UInt8(ascii: "0")
    }

    @inline(__always)
    private func decimalIsSound(_ rule: UnsafeMutablePointer<QuickCheck>, _ value: Value) -> Bool {
        guard value.length <= 8, value.text[0] != UInt8(ascii: "-") else {
            return longDecimalIsSound(rule, value)
        }
        let digits = ShortDigits(value.text, value.length)
        guard digits.areDigits else { return false }
        return decimalIsSound(
            rule, value.text, whole: value.length &- digits.tail, tail: digits.tail,
            last: value.text[value.length &- 1])
    }

    @inline(never)
    private func longDecimalIsSound(_ rule: UnsafeMutablePointer<QuickCheck>, _ value: Value) -> Bool {
        let start = value.text[0] == UInt8(ascii: "-") ? 1 : 0
        // Zero is sent without a minus.
        guard value.length > start, start == 0 || value.length > 2 || value.text[1] != UInt8(ascii: "0")
        else {
            return false
        }
        var point = value.length
        for index in start..<value.length where value.text[index] &- UInt8(ascii: "0") > 9 {
            guard value.text[index] == UInt8(ascii: "."), point == value.length else { return false }
            point = index
        }
        return decimalIsSound(
            rule, value.text + start, whole: point &- start, tail: value.length &- point,
            last: value.text[value.length &- 1])
    }

    /// Whether digits are spelled as the guides ask: `whole` of them before the point, and `tail` characters from the
    /// point on.
    @inline(__always)
    private func decimalIsSound(
        _ rule: UnsafeMutablePointer<QuickCheck>, _ text: UnsafePointer<UInt8>, whole: Int, tail: Int,
        last: UInt8
    ) -> Bool {
        let digits = whole &+ max(tail &- 1, 0)
        guard digits >= max(1, Int(rule.pointee.minimum)), digits <= Int(rule.pointee.most) else {
            return false
        }
        if whole > 1, text[0] == UInt8(ascii: "0") { return false }
        if tail > 0, tail == 1 || last == UInt8(ascii: "0") { return false }
        if rule.pointee.kind == .money { return whole <= 8 && tail <= 3 }
        return digits &- Int(rule.pointee.minimum) <= Int(rule.pointee.span)
    }

    // MARK: - Dates and times

    @inline(__always)
    func periodIsSound(_ qualifier: UnsafeBufferPointer<UInt8>, _ value: Value) -> Bool {
        if value.length == 8, qualifier.count == 2, qualifier[0] == UInt8(ascii: "D"),
            qualifier[1] == UInt8(ascii: "8")
        {
            return Self.isDate(value.text)
        }
        return otherPeriodIsSound(qualifier, UnsafeBufferPointer(start: value.text, count: value.length))
    }

    @inline(never)
    private func otherPeriodIsSound(
        _ qualifier: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        switch DateTimePeriod.parse(qualifier: qualifier, value) {
        case .range(let start, let end): start <= end
        case .date, .dateTime, .time: true
        case nil: false
        }
    }

    /// Whether eight bytes are a day that exists.
    @inline(__always)
    private static func isDate(_ value: UnsafePointer<UInt8>) -> Bool {
        let digits = ShortDigits(value, 8)
        guard digits.areDigits, !digits.hasPoint else { return false }
        let month = (value[4] &- 0x30) &* 10 &+ (value[5] &- 0x30)
        let day = (value[6] &- 0x30) &* 10 &+ (value[7] &- 0x30)
        if month &- 1 < 12, day &- 1 < 28, value[0] != 0x30 { return true }
        return CalendarDate.parse(UnsafeBufferPointer(start: value, count: 8)) != nil
    }

    /// Whether four bytes are an hour and a minute.
    @inline(__always)
    private static func isTime(_ value: UnsafePointer<UInt8>) -> Bool {
        let digits = ShortDigits(value, 4)
        guard digits.areDigits, !digits.hasPoint else { return false }
        let hour = (value[0] &- 0x30) &* 10 &+ (value[1] &- 0x30)
        return hour < 24 && value[2] < 0x36
    }

    // MARK: - Bytes

    /// Whether a code of an outside list has no small letters and no blank in front.
    @inline(__always)
    private func isUpper(_ value: Value) -> Bool {
        guard value.text[0] != 0x20 else { return false }
        guard value.length > 8 else { return Self.hasNoSmallLetters(value.word) }
        var index = 0
        while index < value.length {
            if value.text[index] &- UInt8(ascii: "a") < 26 { return false }
            index &+= 1
        }
        return true
    }

    /// Whether none of eight bytes, all of them ASCII, is from 0x60 on, where small letters are.
    @inline(__always)
    private static func hasNoSmallLetters(_ word: UInt64) -> Bool {
        word & (word &<< 1) & 0x4040_4040_4040_4040 == 0
    }
}
