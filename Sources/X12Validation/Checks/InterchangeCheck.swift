internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Specs
internal import X12Text

/// What is wrong with the values of an ISA.
///
/// Its layout is the reader's business; blanks behind values are its padding and do not count.
struct InterchangeCheck {
    private(set) var faults: [Fault] = []

    init(_ raw: RawSegment, _ delimiters: Delimiters) {
        let texts = (0...16).map { $0 == 0 ? "" : BlockValidator.text(raw, $0) }
        qualifiers(texts)
        partners(raw, texts)
        dateAndTime(raw)
        separators(raw, delimiters)
        listed(.interchangeVersion, [12], texts)
        let number = texts[13].utf8
        if number.count != 9 || number.contains(where: { !(0x30...0x39 ~= $0) }) || Int(texts[13]) == 0 {
            add(.interchangeNumber, 13, texts[13], [], .count)
        }
        listed(.interchangeUsage, [14, 15], texts)
        faults.sort { $0.element < $1.element }
    }

    private mutating func qualifiers(_ texts: [String]) {
        listed(.interchangeQualifier, [1, 3, 5, 7], texts)
        for position in [2, 4] where texts[position - 1] == "00" && !texts[position].isEmpty {
            add(.interchangeQualifier, position, texts[position], ["blanks"], .text)
        }
    }

    /// The codes of each element, as the dictionary lists them.
    private static let codes = (0...16).map { X12Specs.dictionary.slot($0, of: "ISA")?.codes ?? [] }

    private mutating func listed(_ rule: Finding.Rule, _ positions: [Int], _ texts: [String]) {
        for position in positions where !Self.codes[position].contains(texts[position]) {
            add(rule, position, texts[position], Self.codes[position])
        }
    }

    private mutating func partners(_ raw: RawSegment, _ texts: [String]) {
        for position in [6, 8] {
            if texts[position].isEmpty {
                add(.interchangePartner, position, "", [])
            } else if raw.element(position).first == 0x20 {
                add(.interchangePartner, position, texts[position], [], .text, " without blanks in front")
            }
        }
    }

    private mutating func dateAndTime(_ raw: RawSegment) {
        let day = BlockValidator.text(raw, 9)
        if raw.element(9).count != 6 || CalendarDate(x12: "20" + day) == nil {
            let isForm = Self.isDigits(day, 6)
            add(
                .interchangeDateTime, 9, day, isForm ? [] : ["YYMMDD"], .date,
                isForm ? "a day that exists" : "a day as YYMMDD")
        }
        let time = BlockValidator.text(raw, 10)
        if raw.element(10).count != 4 || ClockTime.parse(raw.element(10)) == nil {
            let isForm = Self.isDigits(time, 4)
            add(
                .interchangeDateTime, 10, time, isForm ? [] : ["HHMM"], .date,
                isForm ? "a time that exists" : "a time as HHMM")
        }
    }

    private static func isDigits(_ text: String, _ count: Int) -> Bool {
        text.utf8.count == count && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    }

    private mutating func separators(_ raw: RawSegment, _ delimiters: Delimiters) {
        if delimiters.component == 0x20 { add(.delimiterLegal, 16, " ", []) }
        let declared = String(decoding: raw.element(11), as: UTF8.self)
        guard let repetition = delimiters.repetition else {
            // In version 4010 ISA11 is U and no separator; the version is what is wrong there.
            guard BlockValidator.text(raw, 12) >= "00402" else { return }
            let others = [delimiters.element, delimiters.component, delimiters.segment]
            let isTaken = declared.utf8.count == 1 && declared.utf8.contains { others.contains($0) }
            return add(isTaken ? .delimitersDistinct : .delimiterLegal, 11, declared, [])
        }
        if [delimiters.element, delimiters.component, delimiters.segment].contains(repetition) {
            add(.delimitersDistinct, 11, declared, [])
        }
    }

    private mutating func add(
        _ rule: Finding.Rule, _ element: Int, _ found: String, _ expected: [String],
        _ kind: Fact.Kind = .code, _ detail: String = ""
    ) {
        let kind = found.utf8.count <= 5 || kind == .count ? kind : .text
        faults.append(
            Fault(
                rule: rule, element: element, found: Fact(found, kind), expected: expected, detail: detail))
    }
}
