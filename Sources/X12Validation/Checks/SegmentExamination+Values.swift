internal import X12Diagnostics
internal import X12Grammar
internal import X12Text

extension SegmentExamination {
    /// Looks at one value: an element, one of its repetitions, or a component.
    ///
    /// `qualifier` is the value beside it that names a period's format.
    mutating func value(
        _ index: Int, _ value: UnsafeBufferPointer<UInt8>, qualifier: UnsafeBufferPointer<UInt8>,
        at place: Fault
    ) {
        let check = table.elements[index]
        guard check.kind != .skipped else { return }
        if let odd = value.first(where: { !SegmentScan.isPlain($0) }) {
            let words = odd >= 0x80 ? "a character that is not ASCII" : "a control character"
            return add(.characterSet, at: place, detail: words)
        }
        let fact = ValueFact.fact(value, table.rules[index])
        switch check.kind {
        case .code, .shortCode, .pairedCode: code(index, fact, at: place)
        case .outsideCode:
            guard value.contains(where: { $0 != 0x20 }) else { return add(.textBlank, at: place) }
            guard let spelling = Self.respelled(value) else {
                length(value.count, check, fact, at: place)
                return
            }
            // It is printed anyway, as what is expected.
            add(.codeSpelling, at: place, found: Fact(fact.text, .code), expected: [spelling])
        case .wholeNumber: wholeNumber(value, check, fact, at: place)
        case .decimal, .money: decimal(value, check, fact, at: place)
        case .date: date(value, check, fact, at: place)
        case .shortDate: shortDate(value, fact, at: place)
        case .time: time(value, check, fact, at: place)
        case .period: period(value, check, qualifier, fact, at: place)
        case .text, .composite, .notUsed, .skipped: text(value, check, fact, at: place)
        }
    }

    // MARK: - Texts and codes

    /// Of longer lists, such as the standard's own, a finding names no codes.
    private static let mostExpected = 100

    private mutating func text(
        _ value: UnsafeBufferPointer<UInt8>, _ check: ElementCheck, _ fact: Fact, at place: Fault
    ) {
        guard value.contains(where: { $0 != 0x20 }) else { return add(.textBlank, at: place) }
        guard length(value.count, check, fact, at: place) else { return }
        if value.last == 0x20, value.count > Int(check.minimum) { add(.textPadded, at: place) }
    }

    private mutating func code(_ index: Int, _ fact: Fact, at place: Fault) {
        let rule = table.rules[index]
        let allowed = table.codeLists[rule.codes]
        guard !allowed.contains(fact.text) else { return }
        let plain = Self.trimmed(fact.text).uppercased()
        if plain != fact.text, allowed.contains(plain) {
            return add(.codeSpelling, at: place, found: Fact(fact.text, .code), expected: [plain])
        }
        let isListed = codes.has(fact.text, for: rule.dataElement) ?? false
        add(
            isListed ? .codeNotUsed : .codeBad, at: place, found: fact,
            expected: allowed.count > Self.mostExpected ? [] : allowed)
    }

    /// A code in capitals and without blanks around it; `nil` when it is written so.
    private static func respelled(_ value: UnsafeBufferPointer<UInt8>) -> String? {
        let text = String(decoding: value, as: UTF8.self)
        let plain = trimmed(text).uppercased()
        return plain == text || plain.isEmpty ? nil : plain
    }

    private static func trimmed(_ text: String) -> String { String(text.drop { $0 == " " }).trimmedEnd }

    // MARK: - Numbers

    private mutating func wholeNumber(
        _ value: UnsafeBufferPointer<UInt8>, _ check: ElementCheck, _ fact: Fact, at place: Fault
    ) {
        let digits = value.first == UInt8(ascii: "-") ? value.dropFirst() : value[...]
        guard !digits.isEmpty, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            return add(.wholeNumber, at: place, found: fact)
        }
        guard length(digits.count, check, fact, at: place, unit: "digit") else { return }
        if digits.first == 0x30, digits.count > Int(check.minimum) {
            add(.wholeNumberSpelling, at: place, found: fact)
        }
    }

    private mutating func decimal(
        _ value: UnsafeBufferPointer<UInt8>, _ check: ElementCheck, _ fact: Fact, at place: Fault
    ) {
        let unsigned = value.first == UInt8(ascii: "-") ? value.dropFirst() : value[...]
        let halves = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let digits = halves.reduce(0) { $0 + $1.count }
        guard halves.count <= 2, digits > 0, halves.joined().allSatisfy({ 0x30...0x39 ~= $0 }) else {
            return add(.decimalNumber, at: place, found: fact)
        }
        let whole = halves[0]
        // Without a point there is nothing behind it to find fault with.
        let fraction = halves.count == 2 ? Array(halves[1]) : [UInt8(ascii: "1")]
        if check.kind == .money, digits <= Int(check.maximum) {
            let wholeDigits = whole.drop { $0 == 0x30 }.count
            if fraction.reversed().drop(while: { $0 == 0x30 }).count > 2 {
                return add(.moneyScale, at: place, found: fact, detail: "more than two decimals")
            }
            if wholeDigits > 8 {
                return add(.moneyScale, at: place, found: fact, detail: "more than 99999999.99")
            }
        } else if !length(digits, check, fact, at: place, unit: "digit") {
            return
        }
        let hasZeros = whole.count > 1 && whole.first == 0x30
        // Zero is sent as 0, without a minus.
        let isMinusZero = unsigned.count < value.count && halves.joined().allSatisfy { $0 == 0x30 }
        if hasZeros || fraction.isEmpty || fraction.last == 0x30 || isMinusZero {
            add(.decimalSpelling, at: place, found: fact)
        }
    }

    // MARK: - Dates and times

    private mutating func date(
        _ value: UnsafeBufferPointer<UInt8>, _ check: ElementCheck, _ fact: Fact, at place: Fault
    ) {
        guard CalendarDate.parse(value) == nil else { return }
        let isDigits = value.allSatisfy { 0x30...0x39 ~= $0 }
        if isDigits, value.count != 8 {
            length(value.count, check, fact, at: place)
        } else if isDigits {
            add(.dateNotReal, at: place, found: fact, detail: "a day that does not exist")
        } else {
            add(
                .dateNotReal, at: place, found: fact, expected: ["CCYYMMDD"],
                detail: "must be a date as CCYYMMDD")
        }
    }

    private mutating func shortDate(_ value: UnsafeBufferPointer<UInt8>, _ fact: Fact, at place: Fault) {
        guard value.count == 6, value.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            return add(
                .dateNotReal, at: place, found: fact, expected: ["YYMMDD"], detail: "must be a date as YYMMDD"
            )
        }
        if CalendarDate(x12: "20" + String(decoding: value, as: UTF8.self)) == nil {
            add(.dateNotReal, at: place, found: fact, detail: "a day that does not exist")
        }
    }

    private mutating func time(
        _ value: UnsafeBufferPointer<UInt8>, _ check: ElementCheck, _ fact: Fact, at place: Fault
    ) {
        guard length(value.count, check, fact, at: place) else { return }
        guard ClockTime.parse(value) == nil else { return }
        if value.allSatisfy({ 0x30...0x39 ~= $0 }), [4, 6, 7, 8].contains(value.count) {
            add(.timeNotReal, at: place, found: fact, detail: "a time that does not exist")
        } else {
            add(
                .timeNotReal, at: place, found: fact, expected: ["HHMM", "HHMMSS"],
                detail: "must be a time as HHMM or HHMMSS")
        }
    }

    private mutating func period(
        _ value: UnsafeBufferPointer<UInt8>, _ check: ElementCheck,
        _ qualifier: UnsafeBufferPointer<UInt8>, _ fact: Fact, at place: Fault
    ) {
        // Where the qualifier is wrong, nobody knows how the value should be written.
        let position = Int(check.qualifier)
        let isMistaken = faults.contains {
            place.component > 0
                ? $0.element == place.element && $0.component == position : $0.element == position
        }
        guard !isMistaken else { return }
        let expected: String
        switch String(decoding: qualifier, as: UTF8.self) {
        case "D8": expected = "CCYYMMDD"
        case "RD8": expected = "CCYYMMDD-CCYYMMDD"
        case "DT": expected = "CCYYMMDDHHMM"
        case "TM": expected = "HHMM"
        default: return text(value, check, fact, at: place)
        }
        switch DateTimePeriod.parse(qualifier: qualifier, value) {
        case .range(let start, let end) where end < start:
            add(.datePeriod, at: place, found: fact, detail: "must begin with the earlier day")
        case nil where Self.hasForm(value, expected):
            let part = expected == "HHMM" ? "time" : "day"
            add(.datePeriod, at: place, found: fact, detail: "a \(part) that does not exist")
        case nil:
            let name = String(decoding: qualifier, as: UTF8.self)
            add(
                .datePeriod, at: place, found: fact, expected: [expected],
                detail: "must be written \(expected), as \(name) before it says")
        default: break
        }
    }

    /// Whether a value has digits where a form has letters, and is else the same.
    private static func hasForm(_ value: UnsafeBufferPointer<UInt8>, _ form: String) -> Bool {
        value.count == form.utf8.count
            && zip(value, form.utf8).allSatisfy { byte, letter in
                letter == UInt8(ascii: "-") ? byte == letter : 0x30...0x39 ~= byte
            }
    }

    // MARK: - Lengths

    /// Reports a length that is not allowed; returns whether it is.
    @discardableResult
    private mutating func length(
        _ count: Int, _ check: ElementCheck, _ fact: Fact, at place: Fault, unit: String = "character"
    ) -> Bool {
        func words(_ count: Int) -> String { count == 1 ? "1 \(unit)" : "\(count) \(unit)s" }
        if count < Int(check.minimum) {
            add(
                .tooShort, at: place, found: fact,
                detail: "\(words(count)), at least \(check.minimum) are needed")
            return false
        }
        if count > Int(check.maximum) {
            add(
                .tooLong, at: place, found: fact,
                detail: "\(words(count)), at most \(check.maximum) are allowed")
            return false
        }
        if count > Int(check.supported) {
            add(
                .guideLength, at: place, found: fact,
                detail: "\(words(count)), \(check.supported) are supported by all")
            return false
        }
        return true
    }
}
